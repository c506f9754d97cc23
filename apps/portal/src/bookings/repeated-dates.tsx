import { capitalized } from '@officine/ui/calendar-days'
import { Link } from '@officine/ui/link'
import { Tag } from '@officine/ui/tag'
import { useEffect, useRef } from 'react'
import { useMessages } from '../language.tsx'
import { paths } from '../paths.ts'
import type { Outputs } from '../trpc.ts'
import { describeDateRefusal } from './describe-change-refusal.ts'

type Repetition = Outputs['bookings']['repeat']

/** What became of each date: booked, with the way to it, or why not. */
export function RepeatedDates(props: {
  readonly dates: Repetition['dates']
  readonly isAllBooked: boolean
  readonly mode: 'each' | 'all'
}) {
  const messages = useMessages()
  const words = messages.changes
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const booked = props.dates.filter(({ answer }) => answer.booked).length
  return (
    <section aria-labelledby="date">
      <h2 id="date" ref={heading} tabIndex={-1}>
        {words.answered(booked, props.dates.length)}
      </h2>
      {!props.isAllBooked && props.mode === 'all' && <p>{words.noneBooked}</p>}
      <ul className="om-rows om-line-bottom">
        {props.dates.map(({ day, dayLabel, answer }) => (
          <li key={day}>
            <span className="om-row-text">
              {answer.booked ? (
                <Link className="om-tap fw-semibold" href={paths.booking(answer.bookingId)}>
                  {capitalized(dayLabel)}
                </Link>
              ) : (
                <>
                  <strong>{capitalized(dayLabel)}</strong>
                  <span className="d-block text-secondary">
                    {describeDateRefusal(answer.refusal, messages)}
                  </span>
                </>
              )}
            </span>
            <Tag tone={answer.booked ? 'ok' : 'warn'}>{answer.booked ? words.dateBooked : words.dateNot}</Tag>
          </li>
        ))}
      </ul>
    </section>
  )
}
