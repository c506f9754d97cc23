import { capitalized } from '@officine/ui/calendar-days'
import { SummaryAside, SummaryBar } from '@officine/ui/summary'
import type { ReactNode } from 'react'
import { useMessages } from '../language.tsx'
import type { Picked } from './use-picked.ts'

/** The booking so far, beside the form; it says what is missing, or that nothing is booked yet. */
export function PickedAside(props: {
  readonly picked: Picked
  readonly name: string | undefined
  /** Who comes together and what comes along, a line each. */
  readonly together: readonly string[]
  /** What is still to be said, instead of the button. */
  readonly missing?: string | undefined
  readonly action: ReactNode
}) {
  const { newBooking: words, along } = useMessages()
  const { picked, name, together } = props
  const { day, slot, pool } = picked
  const facts = [
    { term: words.who, detail: name ?? words.nobodyYet },
    {
      term: words.when,
      detail: day && slot ? `${capitalized(day.label)}, ${slot.label}` : words.noTimeYet,
    },
    { term: words.where, detail: placeOf(picked, words.anyPlace) },
    { term: words.what, detail: pool.name },
    ...(together.length > 0 ? [{ term: along.together, detail: together.join('; ') }] : []),
  ]
  return (
    <SummaryAside
      title={words.summary}
      facts={facts}
      action={props.action}
      note={
        props.action
          ? words.notYet
          : (props.missing ?? (name === undefined ? words.choosePerson : words.chooseTime))
      }
    />
  )
}

/** The same on a telephone, at the bottom of the screen. */
export function PickedBar(props: {
  readonly picked: Picked
  readonly name: string | undefined
  readonly action: ReactNode
}) {
  const { newBooking: words } = useMessages()
  const { day, slot } = props.picked
  if (!day || !slot) return null
  return (
    <SummaryBar
      label={words.summary}
      first={`${capitalized(day.shortLabel)} ${day.dayNumber}, ${slot.label}`}
      second={props.name ?? words.choosePerson}
      action={props.action}
    />
  )
}

function placeOf({ unit, pool }: Picked, anyPlace: string): string {
  return unit?.label ?? (pool.units.length > 1 ? anyPlace : (pool.units[0]?.label ?? pool.name))
}
