import { Dialog } from '@officine/ui/dialog'
import { Field } from '@officine/ui/field'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FaultNotice } from '../fault-notice.tsx'
import { useLanguage } from '../language.tsx'
import type { Messages } from '../messages/it.ts'
import { isDay } from '../paths.ts'
import { ReasonForm } from '../reason-form.tsx'
import { type Outputs, useTRPC } from '../trpc.ts'
import type { Place } from './places-page.tsx'

type Decision = Outputs['desk']['unitOutOfOrder']
export type Declared = Extract<Decision, { declared: true }>
type Refusal = Extract<Decision, { declared: false }>['refusal']

/** Takes a place out of use from a day to another: its bookings go to other places, as far as there are any. */
export function DeclareOutage(props: {
  readonly place: Place | undefined
  readonly today: string
  readonly onDeclared: (place: Place, declared: Declared) => void
  readonly onClose: () => void
}) {
  const { language, messages } = useLanguage()
  const { places: words, booking } = messages
  const { place } = props
  return (
    <Dialog
      isOpen={place !== undefined}
      title={place ? words.declareTitle(place.label) : ''}
      closeLabel={booking.close}
      onClose={props.onClose}
    >
      {place && <Form key={`${place.unitId} ${language}`} {...props} place={place} />}
    </Dialog>
  )
}

function Form(props: {
  readonly place: Place
  readonly today: string
  readonly onDeclared: (place: Place, declared: Declared) => void
}) {
  const { language, messages } = useLanguage()
  const { places: words } = messages
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { place, today } = props
  const [fromDay, setFromDay] = useState(today)
  const [toDay, setToDay] = useState(today)
  const [isDayMissing, setIsDayMissing] = useState(false)
  const declare = useMutation(
    trpc.desk.unitOutOfOrder.mutationOptions({
      onSuccess: (decision) => {
        if (decision.declared) props.onDeclared(place, decision)
      },
      onSettled: () => {
        void queryClient.invalidateQueries(trpc.bookings.pathFilter())
        return queryClient.invalidateQueries(trpc.desk.pathFilter())
      },
    }),
  )
  return (
    <>
      <p>{words.declareText}</p>
      <div className="om-two">
        <Field
          id="fuori-da"
          name="da"
          type="date"
          label={words.from}
          min={today}
          value={fromDay}
          onChange={(press) => {
            const day = press.currentTarget.value
            setFromDay(day)
            if (day > toDay) setToDay(day)
            declare.reset()
          }}
        />
        <Field
          id="fuori-a"
          name="a"
          type="date"
          label={words.to}
          min={fromDay}
          value={toDay}
          onChange={(press) => {
            setToDay(press.currentTarget.value)
            declare.reset()
          }}
        />
      </div>
      {declare.error && <FaultNotice error={declare.error} />}
      <output className="d-block fw-semibold mb-2">
        {isDayMissing
          ? words.writeDays
          : declare.data?.declared === false
            ? describeOutageRefusal(declare.data.refusal, words)
            : ''}
      </output>
      <ReasonForm
        label={words.why}
        hint={words.whyHint}
        action={words.declareYes}
        workingLabel={declare.isPending ? words.declaring : undefined}
        leavesFocus
        onReason={(why) => {
          const isMissing = !isDay(fromDay) || !isDay(toDay)
          setIsDayMissing(isMissing)
          if (!isMissing) declare.mutate({ unitId: place.unitId, fromDay, toDay, why, language })
        }}
      />
    </>
  )
}

/** Why a place was not taken out of use. */
export function describeOutageRefusal(refusal: Refusal, words: Messages['places']): string {
  switch (refusal.reason) {
    case 'past':
      return words.past
    case 'ends-before-it-starts':
      return words.endsBefore
    case 'too-long':
      return words.tooLong(refusal.maxDays)
    case 'already-out':
      return words.alreadyOut(refusal.untilLabel)
  }
}
