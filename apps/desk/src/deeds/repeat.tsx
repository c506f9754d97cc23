import { Button } from '@officine/ui/button'
import { CheckField } from '@officine/ui/check-field'
import { newKey } from '@officine/ui/new-key'
import { SelectField } from '@officine/ui/select-field'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FaultNotice } from '../fault-notice.tsx'
import { useLanguage } from '../language.tsx'
import { useTRPC } from '../trpc.ts'
import type { AskProps, Deed } from './deed.ts'
import { RepeatedDates } from './repeated-dates.tsx'

export const repeat: Deed = { label: ({ deeds }) => deeds.repeat, look: 'outline', Ask: RepeatBooking }

const mostWeeks = 8

/** The same booking in the weeks that follow, with an answer for each date. */
function RepeatBooking({ on, onDone, onKeep }: AskProps) {
  const { language, messages } = useLanguage()
  const { deeds: words } = messages
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [weeks, setWeeks] = useState(4)
  const [mode, setMode] = useState<'each' | 'all'>('each')
  const [idempotencyKey, setIdempotencyKey] = useState(newKey)
  const again = useMutation(
    trpc.desk.repeat.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.desk.pathFilter()),
    }),
  )
  // Another question needs another key: the old one would be answered with the old dates.
  const change = (apply: () => void) => {
    apply()
    again.reset()
    setIdempotencyKey(newKey())
  }
  if (again.data) {
    const { dates, isAllBooked } = again.data
    const bookingIds = dates.flatMap(({ answer }) => (answer.booked ? [answer.bookingId] : []))
    const lines = [words.answered(bookingIds.length, dates.length)]
    return (
      <>
        <RepeatedDates dates={dates} isNoneForOne={!isAllBooked && mode === 'all'} />
        <div className="d-flex flex-wrap gap-3 mt-3">
          <Button onClick={() => onDone({ lines, bookingIds: [on.bookingId, ...bookingIds] })}>
            {words.understood}
          </Button>
          {!isAllBooked && (
            <Button look="outline" onClick={() => change(() => {})}>
              {words.repeatAgain}
            </Button>
          )}
        </div>
      </>
    )
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        again.mutate({ bookingId: on.bookingId, weeks, mode, idempotencyKey, language })
      }}
    >
      <p>{words.repeatText}</p>
      <SelectField
        id="settimane"
        label={words.howManyWeeks}
        value={String(weeks)}
        onChange={(press) => {
          const count = Number(press.currentTarget.value)
          change(() => setWeeks(count))
        }}
        options={Array.from({ length: mostWeeks }, (_, at) => ({
          value: String(at + 1),
          label: words.weeks(at + 1),
        }))}
      />
      <fieldset className="mb-4">
        <legend className="om-group-title">{words.ifSomeFull}</legend>
        {(['each', 'all'] as const).map((each) => (
          <CheckField
            key={each}
            id={`modo-${each}`}
            kind="radio"
            name="modo"
            label={words.modes[each]}
            isChosen={mode === each}
            onChoose={() => change(() => setMode(each))}
          />
        ))}
      </fieldset>
      {again.error && <FaultNotice error={again.error} />}
      <div className="d-flex flex-wrap gap-3">
        <Button type="submit" workingLabel={again.isPending ? words.repeating : undefined}>
          {words.repeatYes}
        </Button>
        <Button look="outline" onClick={onKeep}>
          {words.keep}
        </Button>
      </div>
    </form>
  )
}
