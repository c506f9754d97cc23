import { Button } from '@officine/ui/button'
import type { ReactNode } from 'react'
import { describeFailure } from '../fault-page.tsx'
import { describeCheckInRefusal } from '../deeds/describe-check-in-refusal.ts'
import { answerId } from '../desk-focus.ts'
import { useMessages } from '../language.tsx'
import { failureOf } from '../trpc.ts'
import { CameLateActions } from './came-late.tsx'
import type { Answer } from './use-check-in.ts'

/** What the counter has just done, large enough to read from a step away; read out without taking the focus. */
export function DeskAnswer(props: {
  readonly answer: Answer | undefined
  readonly onUndo: (bookingId: string) => void
  readonly onAnswer: (answer: Answer) => void
  readonly onClose: () => void
}) {
  const { checkIn: words } = useMessages()
  const { answer } = props
  return (
    <div aria-live="polite" aria-atomic="true" id={answerId} tabIndex={-1}>
      {answer && (
        <div className={isGood(answer) ? 'om-result om-result-ok' : 'om-result om-result-no'}>
          <svg className="om-mark" viewBox="0 0 56 56" aria-hidden="true" focusable="false">
            {isGood(answer) ? done : refused}
          </svg>
          <div className="om-result-text">
            <AnswerWords answer={answer} />
          </div>
          <div className="om-result-actions">
            {answer.kind === 'checked-in' && (
              <Button look="outline" isSmall onClick={() => props.onUndo(answer.done.booking.bookingId)}>
                {words.wrongPerson}
              </Button>
            )}
            {answer.kind === 'refused' && answer.refusal.reason === 'came-late' && (
              <CameLateActions refusal={answer.refusal} onAnswer={props.onAnswer} />
            )}
            <Button look="link" isSmall onClick={props.onClose}>
              {words.close}
            </Button>
          </div>
        </div>
      )}
    </div>
  )
}

function isGood(answer: Answer): boolean {
  return answer.kind !== 'refused' && answer.kind !== 'failed'
}

function AnswerWords(props: { readonly answer: Answer }): ReactNode {
  const messages = useMessages()
  const { checkIn: words, today, faults } = messages
  const { answer } = props
  switch (answer.kind) {
    case 'checked-in': {
      const { booking, unitLabel } = answer.done
      return (
        <AnswerLines
          title={booking.personName}
          lines={[
            words.goTo(unitLabel),
            words.checkedIn(today.period(booking.from, booking.to), booking.checkedInAt),
          ]}
        />
      )
    }
    case 'refused': {
      const { title, text } = describeCheckInRefusal(answer.refusal, messages)
      return <AnswerLines title={title} lines={[text]} />
    }
    case 'done':
      return <AnswerLines title={answer.name} lines={answer.lines} />
    case 'failed': {
      const { title, text } = describeFailure(failureOf(answer.error), faults)
      return <AnswerLines title={title} lines={[text]} />
    }
  }
}

function AnswerLines(props: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <>
      <p className="om-result-title">{props.title}</p>
      {props.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </>
  )
}

const done = (
  <>
    <circle cx="28" cy="28" r="27" fill="var(--om-ok)" />
    <path d="M17 29l8 8 15-17" fill="none" stroke="#fff" strokeWidth="4.5" strokeLinecap="round" />
  </>
)

const refused = (
  <>
    <rect x="2" y="2" width="52" height="52" rx="10" fill="#fff" stroke="var(--om-warn)" strokeWidth="3" />
    <path d="M28 15v17M28 40v1" stroke="var(--om-warn)" strokeWidth="5" strokeLinecap="round" />
  </>
)
