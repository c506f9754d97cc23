import { capitalized } from '@officine/ui/calendar-days'
import { Tag } from '@officine/ui/tag'
import { useEffect, useRef } from 'react'
import { useMessages } from '../language.tsx'
import type { Outputs } from '../trpc.ts'
import { describeDateRefusal } from './describe-change-refusal.ts'

/** What became of each date: booked, or why not. The heading takes the focus, so that the answer is the first thing read. */
export function RepeatedDates(props: {
  readonly dates: Outputs['desk']['repeat']['dates']
  /** All or none was asked, and one date was missing. */
  readonly isNoneForOne: boolean
}) {
  const messages = useMessages()
  const { deeds: words } = messages
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const booked = props.dates.filter(({ answer }) => answer.booked).length
  return (
    <section aria-labelledby="date-ripetute">
      <h3 id="date-ripetute" ref={heading} tabIndex={-1}>
        {words.answered(booked, props.dates.length)}
      </h3>
      {props.isNoneForOne && <p>{words.noneBooked}</p>}
      <ul className="om-rows">
        {props.dates.map(({ day, dayLabel, answer }) => (
          <li key={day}>
            <span>
              <strong>{capitalized(dayLabel)}</strong>
              {!answer.booked && (
                <span className="d-block text-secondary">
                  {describeDateRefusal(answer.refusal, messages)}
                </span>
              )}
            </span>
            <Tag tone={answer.booked ? 'ok' : 'warn'}>{answer.booked ? words.dateBooked : words.dateNot}</Tag>
          </li>
        ))}
      </ul>
    </section>
  )
}
