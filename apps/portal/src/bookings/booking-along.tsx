import { Callout } from '@officine/ui/callout'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useLanguage } from '../language.tsx'
import { useTRPC } from '../trpc.ts'
import type { ShownBooking } from './booking-page.tsx'

/** Who comes together and what comes along, a line each. */
export function BookingAlong(props: { readonly booking: ShownBooking }) {
  const { along: words } = useLanguage().messages
  const { people, companions } = props.booking
  return (
    <>
      {people > 1 && (
        <>
          <br />
          {words.people(people)}
        </>
      )}
      {companions.map((companion) => (
        <span className="d-block" key={`${companion.poolId} ${companion.unitLabel}`}>
          {companion.childName === undefined
            ? companion.poolName
            : words.forWhom(companion.poolName, [companion.childName])}
          , {companion.unitLabel}
        </span>
      ))}
    </>
  )
}

/** The extras that could not be had: the booking stands without them. */
export function LeftOut(props: { readonly booking: ShownBooking; readonly poolIds: readonly string[] }) {
  const trpc = useTRPC()
  const { language, messages } = useLanguage()
  const { along: words } = messages
  const { poolId, day, from, to } = props.booking
  const { data: companions } = useSuspenseQuery(
    trpc.bookings.companions.queryOptions({ poolId, day, from, to, language }),
  )
  const names = companions.filter((each) => props.poolIds.includes(each.poolId)).map(({ name }) => name)
  if (names.length === 0) return null
  return (
    <Callout>
      <p>
        <strong>{words.dropped(names.join(', '))}.</strong> {words.droppedText}
      </p>
    </Callout>
  )
}
