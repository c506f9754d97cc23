import { Button } from '@officine/ui/button'
import { Field } from '@officine/ui/field'
import { LoadingPlate } from '@officine/ui/loading-plate'
import { newKey } from '@officine/ui/new-key'
import { SlotList, type SlotRow } from '@officine/ui/slot-list'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { slotRow, timeOf } from '../bookings/slot-words.ts'
import { FaultNotice } from '../fault-notice.tsx'
import { useLanguage } from '../language.tsx'
import type { Messages } from '../messages/it.ts'
import { isDay } from '../paths.ts'
import { ReasonForm } from '../reason-form.tsx'
import { useTRPC } from '../trpc.ts'
import { useToday } from '../use-today.ts'
import type { AskProps, Deed } from './deed.ts'
import { describeChangeRefusal } from './describe-change-refusal.ts'
import { droppedLines } from './dropped-lines.ts'
import { type FreePeriod, periodsOf } from './periods-of.ts'

export const move: Deed = { label: ({ deeds }) => deeds.move, look: 'outline', Ask: MoveBooking }

/** Another day or time for a booking and all that goes with it, chosen from what is free, with the reason that stays in the log. */
function MoveBooking({ on, onDone, onKeep }: AskProps) {
  const { language, messages } = useLanguage()
  const { deeds: words, slots } = messages
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const today = useToday()
  const [day, setDay] = useState(on.day)
  const [time, setTime] = useState<string>()
  const [isTimeMissing, setIsTimeMissing] = useState(false)
  const [idempotencyKey, setIdempotencyKey] = useState(newKey)
  const { data, error } = useQuery(
    trpc.bookings.whatIsFree.queryOptions(
      { poolId: on.poolId, from: day, days: 1, language },
      { enabled: isDay(day), refetchInterval: 15_000, placeholderData: keepPreviousData },
    ),
  )
  const change = useMutation(
    trpc.desk.move.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.moved) return
        const { dayLabel, timeLabel, unitLabel } = answer.booking
        onDone({
          lines: [words.moved(dayLabel, timeLabel, unitLabel), ...droppedLines(answer.dropped, words)],
        })
      },
      onSettled: () => {
        // What is free may have changed with the answer; another press is another request.
        setIdempotencyKey(newKey())
        void queryClient.invalidateQueries(trpc.bookings.pathFilter())
        return queryClient.invalidateQueries(trpc.desk.pathFilter())
      },
    }),
  )
  const shown = data?.days.find((each) => each.day === day)
  const isSameTime = (period: FreePeriod) => day === on.day && period.from === on.from && period.to === on.to
  const periods = periodsOf(shown?.slots ?? [], on, 'desk').filter((period) => !isSameTime(period))
  const chosen = periods.find((period) => period.isChoosable && timeOf(period) === time)
  return (
    <>
      <Field
        id="sposta-giorno"
        name="giorno"
        type="date"
        label={words.moveDay}
        hint={shown?.label}
        min={today}
        value={day}
        onChange={(press) => {
          setDay(press.currentTarget.value)
          setTime(undefined)
          change.reset()
        }}
      />
      {error && <FaultNotice error={error} />}
      {isDay(day) && shown === undefined && !error && <LoadingPlate label={words.looking} />}
      {shown && (
        <fieldset className="mb-3">
          <legend className="om-group-title">{words.moveTime}</legend>
          {shown.closedBecause !== undefined ? (
            <p>{slots.closedDay(shown.closedBecause)}</p>
          ) : periods.length === 0 ? (
            <p>{words.noOtherTime}</p>
          ) : (
            <SlotList
              name="sposta-orario"
              groups={[{ title: words.times, slots: periods.map((period) => rowOf(period, messages)) }]}
              chosen={chosen && timeOf(chosen)}
              onChoose={(each) => {
                setTime(each)
                setIsTimeMissing(false)
                change.reset()
              }}
            />
          )}
        </fieldset>
      )}
      {change.error && <FaultNotice error={change.error} />}
      <output className="d-block fw-semibold mb-2">
        {change.data?.moved === false
          ? `${describeChangeRefusal(change.data.refusal, messages)} ${words.asBefore}`
          : isTimeMissing
            ? words.chooseTime
            : ''}
      </output>
      <ReasonForm
        label={words.why}
        hint={words.moveWhyHint}
        action={words.moveYes}
        workingLabel={change.isPending ? words.moving : undefined}
        leavesFocus
        onReason={(why) => {
          setIsTimeMissing(chosen === undefined)
          if (chosen === undefined) return
          const { from, to } = chosen
          change.mutate({ bookingId: on.bookingId, day, from, to, why, idempotencyKey, language })
        }}
        wayBack={
          <Button look="outline" onClick={onKeep}>
            {words.keep}
          </Button>
        }
      />
    </>
  )
}

function rowOf(period: FreePeriod, { slots, today }: Messages): SlotRow {
  const row = slotRow(period.scarcest, 'desk', slots)
  return { ...row, id: timeOf(period), label: `${today.time(period.from)}-${today.time(period.to)}` }
}
