import { Button } from '@officine/ui/button'
import { CheckField } from '@officine/ui/check-field'
import { excuseKinds } from '@officine/domain/attendance/excuse-kinds'
import type { ExcuseKind } from '@officine/domain/attendance/excuse-kinds'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useLanguage } from '../language.tsx'
import { type Outputs, useTRPC } from '../trpc.ts'
import { describeExcuseRefusal } from './describe-change-refusal.ts'
import type { ShownBooking } from './booking-page.tsx'

/** After an absence: what it means, and how to say why one could not come. */
export function AbsenceOf(props: { readonly booking: ShownBooking }) {
  const { absence: words } = useLanguage().messages
  const { absence, excusedBecause } = props.booking
  if (absence === undefined) return null
  return (
    <section className="mt-4" aria-labelledby="assenza">
      <h2 id="assenza">{absence.isExcused ? words.excusedTitle : words.title}</h2>
      {absence.isExcused ? (
        <p>
          {words.excused} {excusedBecause && words.youSaid(words.kinds[excusedBecause])}
        </p>
      ) : absence.canExcuse ? (
        <ExcuseForm bookingId={props.booking.bookingId} until={absence.excuseUntilLabel} />
      ) : (
        <p>{words.tooLate(absence.excuseUntilLabel)}</p>
      )}
    </section>
  )
}

type Answer = Outputs['bookings']['excuse']

function ExcuseForm(props: { readonly bookingId: string; readonly until: string }) {
  const { language, messages } = useLanguage()
  const { absence: words } = messages
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [because, setBecause] = useState<ExcuseKind>()
  const [isMissing, setIsMissing] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const excuse = useMutation(
    trpc.bookings.excuse.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.bookings.pathFilter()),
    }),
  )
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setIsMissing(because === undefined)
        if (because === undefined) form.current?.querySelector('input')?.focus()
        else excuse.mutate({ bookingId: props.bookingId, because, language })
      }}
    >
      <p>{words.lead(props.until)}</p>
      <fieldset className="mb-3" aria-describedby="motivo-detto">
        <legend className="om-group-title">{words.question}</legend>
        {excuseKinds.map((kind) => (
          <CheckField
            key={kind}
            id={`motivo-${kind}`}
            kind="radio"
            name="motivo"
            label={words.kinds[kind]}
            isChosen={because === kind}
            onChoose={() => {
              setBecause(kind)
              setIsMissing(false)
              excuse.reset()
            }}
          />
        ))}
      </fieldset>
      <output className="d-block mb-3 fw-semibold" id="motivo-detto">
        {isMissing ? words.missing : said(excuse.data, excuse.error !== null, words)}
      </output>
      <Button type="submit" workingLabel={excuse.isPending ? words.sending : undefined}>
        {words.send}
      </Button>
    </form>
  )
}

/** Why it was not taken; once it was, the page itself says so. */
function said(
  answer: Answer | undefined,
  isFailed: boolean,
  words: ReturnType<typeof useLanguage>['messages']['absence'],
): string {
  if (isFailed) return words.failed
  return answer === undefined || answer.excused ? '' : describeExcuseRefusal(answer.refusal, words)
}
