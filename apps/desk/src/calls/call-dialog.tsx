import { Button } from '@officine/ui/button'
import { capitalized } from '@officine/ui/calendar-days'
import { Dialog } from '@officine/ui/dialog'
import { Facts } from '@officine/ui/facts'
import { LoadingPlate } from '@officine/ui/loading-plate'
import { useMutation } from '@tanstack/react-query'
import { useEffect } from 'react'
import { FaultNotice } from '../fault-notice.tsx'
import { useLanguage, useMessages } from '../language.tsx'
import { type Outputs, useTRPC } from '../trpc.ts'
import type { Call } from './calls-page.tsx'

/** One call: the number, what to say, and how it ended. Opening it is written down. */
export function CallDialog(props: {
  readonly call: Call | undefined
  readonly onDone: (answer: string) => void
  readonly onClose: () => void
}) {
  const { booking } = useMessages()
  const { call } = props
  return (
    <Dialog
      isOpen={call !== undefined}
      title={call?.personName ?? ''}
      closeLabel={booking.close}
      onClose={props.onClose}
    >
      {call && <OpenedCall key={call.callId} call={call} onDone={props.onDone} />}
    </Dialog>
  )
}

function OpenedCall(props: { readonly call: Call; readonly onDone: (answer: string) => void }) {
  const { calls: words } = useMessages()
  const { language } = useLanguage()
  const trpc = useTRPC()
  const { callId, personName } = props.call
  const open = useMutation(trpc.desk.openCall.mutationOptions())
  const settle = useMutation(
    trpc.desk.settleCall.mutationOptions({
      onSuccess: (answer, { outcome }) =>
        props.onDone(answer.settled ? words.settled[outcome](personName) : words.settledAlready(personName)),
    }),
  )
  const noAnswer = useMutation(
    trpc.desk.noteNoAnswer.mutationOptions({
      onSuccess: (answer) =>
        props.onDone(
          answer.noted ? words.noAnswerNoted(personName, answer.tries) : words.settledAlready(personName),
        ),
    }),
  )
  const { mutate } = open
  useEffect(() => mutate({ callId, language }), [mutate, callId, language])
  if (open.error) return <FaultNotice error={open.error} />
  if (!open.data) return <LoadingPlate label={words.opening} />
  const isWorking = settle.isPending || noAnswer.isPending
  return (
    <>
      <ToSay opened={open.data} />
      {(settle.error ?? noAnswer.error) && <FaultNotice error={settle.error ?? noAnswer.error} />}
      {open.data.settled === undefined ? (
        <fieldset className="mt-3" disabled={isWorking}>
          <legend className="h6">{words.howDidItGo}</legend>
          <div className="d-flex flex-wrap gap-3">
            <Button onClick={() => settle.mutate({ callId, outcome: 'reached' })}>{words.reached}</Button>
            <Button look="outline" onClick={() => noAnswer.mutate({ callId, triesSeen: open.data.tries })}>
              {words.noAnswer}
            </Button>
            <Button look="link" onClick={() => settle.mutate({ callId, outcome: 'given-up' })}>
              {words.giveUp}
            </Button>
          </div>
        </fieldset>
      ) : (
        <p className="fw-semibold">{words.settledAlready(personName)}</p>
      )}
    </>
  )
}

/** The number to dial, and the sentences of the letter that could not be sent. */
function ToSay(props: { readonly opened: Outputs['desk']['openCall'] }) {
  const { calls: words } = useMessages()
  const { phone, say, speaks, tries, triedAtLabel } = props.opened
  return (
    <>
      {phone === undefined ? (
        <p className="fw-semibold">{words.noPhone}</p>
      ) : (
        <p className="h4">
          <a href={`tel:${phone}`} className="d-inline-block py-2">
            {spaced(phone)}
          </a>
        </p>
      )}
      {tries > 0 && <p>{words.tried(tries, triedAtLabel ?? '')}</p>}
      {speaks === 'en' && <p>{words.speaksEnglish}</p>}
      <h3 className="h6">{words.say}</h3>
      {say.map((part) =>
        part.kind === 'text' ? (
          <p key={part.text}>{capitalized(part.text)}</p>
        ) : (
          <Facts key="facts" facts={part.rows.map(([term, detail]) => ({ term, detail }))} />
        ),
      )}
    </>
  )
}

/** `+39 0766 000 113`: the last six three by three, as one reads a number while dialling. */
function spaced(phone: string): string {
  const [, country = '', area = '', first = '', last = ''] = /^(\+39)?(\d+?)(\d{3})(\d{3})$/.exec(phone) ?? []
  return last === '' ? phone : [country, area, first, last].join(' ').trim()
}
