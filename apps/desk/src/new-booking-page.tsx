import { alongLines, lacksChild } from '@officine/ui/along'
import { Button } from '@officine/ui/button'
import { EmptyState } from '@officine/ui/empty-state'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { type Together, togetherInput } from './bookings/along.ts'
import { BookingMade } from './bookings/booking-made.tsx'
import { BookingRefused } from './bookings/booking-refused.tsx'
import { CompanionsField } from './bookings/companions-field.tsx'
import { OverrideOffer } from './bookings/override-offer.tsx'
import { isAboutPlaces } from './bookings/describe-refusal.ts'
import { FullTimes } from './bookings/full-times.tsx'
import { PutOnList } from './bookings/put-on-list.tsx'
import { PickedAside, PickedBar } from './bookings/picked-summary.tsx'
import type { Pool } from './bookings/pool.ts'
import type { Channel } from './bookings/slot-words.ts'
import { TimeFields } from './bookings/time-fields.tsx'
import { type Booked, type BookingRequest, type DroppedExtra, useBookFor } from './bookings/use-book-for.ts'
import { useCompanions } from './bookings/use-companions.ts'
import { useTogether } from './bookings/use-together.ts'
import { type Picked, usePicked, usePools } from './bookings/use-picked.ts'
import { type NamedPerson, useChosenPerson } from './chosen-person.tsx'
import { BookingFault } from './bookings/booking-fault.tsx'
import { useGo } from './go.ts'
import { useMessages } from './language.tsx'
import { PageHeading } from './page-heading.tsx'
import { type BookingChoice, paths, readChoice } from './paths.ts'
import { PersonField } from './person-field.tsx'
import { isManager, useMe } from './town.ts'

type Made = {
  readonly booking: Booked
  readonly dropped: readonly DroppedExtra[]
  readonly person: NamedPerson
  readonly channel: Channel
}

/** A booking at the counter or by telephone: the same rules, lists and answers as at home. */
export function NewBookingPage() {
  const { newBooking: words } = useMessages()
  const { choose } = useChosenPerson()
  const choice = readChoice(useSearch({ strict: false }))
  const pools = usePools()
  const pool = pools.find(({ poolId, slug }) => choice.pool === poolId || choice.pool === slug) ?? pools[0]
  const [made, setMade] = useState<Made>()

  if (made) {
    return (
      <BookingMade
        booking={made.booking}
        name={made.person.name}
        channel={made.channel}
        dropped={made.dropped}
        onAgain={() => {
          choose(made.person)
          setMade(undefined)
        }}
      />
    )
  }
  if (!pool) {
    return (
      <>
        <PageHeading title={words.title} />
        <EmptyState title={words.noPools}>
          <p className="mb-0">{words.noPoolsText}</p>
        </EmptyState>
      </>
    )
  }
  return <BookingForm pools={pools} pool={pool} choice={choice} onMade={setMade} />
}

function BookingForm(props: {
  readonly pools: readonly Pool[]
  readonly pool: Pool
  readonly choice: BookingChoice
  readonly onMade: (made: Made) => void
}) {
  const { newBooking: words, along: alongWords } = useMessages()
  const { person, choose } = useChosenPerson()
  const go = useGo()
  const [channel, setChannel] = useState<Channel>('desk')
  const mayOverride = isManager(useMe())
  const picked = usePicked(props.pools, props.pool, props.choice, channel, mayOverride)
  const [together, setTogether] = useTogether(props.pool.poolId, person?.personId)
  const companions = useCompanions(picked, person?.personId)
  const bookFor = useBookFor(({ booking, dropped }, request) => {
    if (!person) return
    props.onMade({ booking, dropped, person, channel: request.channel })
    // The next person at the counter starts from an empty page.
    choose(undefined)
  })
  const isChildMissing = lacksChild(together.along, companions) !== undefined
  const request = person && !isChildMissing ? requestOf(person, channel, picked, together) : undefined
  const { decision, error } = bookFor.answerTo(request)
  const change = (changed: BookingChoice) => go(paths.newBooking({ ...picked.choice, ...changed }), 'replace')
  const action = request && (
    <Button
      onClick={() => bookFor.submit(request)}
      workingLabel={bookFor.isWorking ? words.working : undefined}
    >
      {words.confirm}
    </Button>
  )
  return (
    <>
      <PageHeading title={words.title} leavesFocus={!person} />
      <p className="text-secondary">{words.lead}</p>
      {decision?.booked === false && (
        <BookingRefused
          refusal={decision.refusal}
          alternatives={decision.alternatives}
          onChoose={change}
          wait={
            request && isAboutPlaces(decision.refusal) && picked.slot ? (
              <PutOnList wished={{ ...request, label: picked.slot.label }} />
            ) : undefined
          }
          exception={
            decision.canBeSetAside &&
            request && (
              <OverrideOffer
                isWorking={bookFor.isWorking}
                onOverride={(why) => bookFor.submit({ ...request, override: { why } })}
              />
            )
          }
        />
      )}
      {error && request && <BookingFault error={error} onRetry={() => bookFor.submit(request)} />}
      <div className="row">
        <div className="col-lg-8 pe-lg-5">
          <section className="om-part" aria-labelledby="per-chi">
            <h2 id="per-chi">{words.who}</h2>
            <PersonField />
          </section>
          <section className="om-part" aria-labelledby="quando">
            <h2 id="quando">{words.when}</h2>
            <ChannelField channel={channel} onChoose={setChannel} />
            <TimeFields picked={picked} channel={channel} mayOverride={mayOverride} onChoose={change} />
            <FullTimes picked={picked} person={person} channel={channel} together={together} />
            <CompanionsField
              picked={picked}
              personId={person?.personId}
              companions={companions}
              together={together}
              onChange={setTogether}
            />
          </section>
        </div>
        <div className="col-lg-4">
          <PickedAside
            picked={picked}
            name={person?.name}
            together={[
              ...(together.people === undefined ? [] : [alongWords.people(together.people)]),
              ...alongLines(together.along, companions, alongWords),
            ]}
            missing={isChildMissing ? alongWords.sayWhom : undefined}
            action={action}
          />
        </div>
      </div>
      <PickedBar picked={picked} name={person?.name} action={action} />
    </>
  )
}

function ChannelField(props: { readonly channel: Channel; readonly onChoose: (channel: Channel) => void }) {
  const { newBooking: words } = useMessages()
  return (
    <fieldset className="mb-4">
      <legend className="om-group-title">{words.channel}</legend>
      {channels.map((channel) => (
        <div className="form-check form-check-inline" key={channel}>
          <input
            type="radio"
            name="canale"
            id={`canale-${channel}`}
            checked={channel === props.channel}
            onChange={() => props.onChoose(channel)}
          />
          <label htmlFor={`canale-${channel}`}>{words.channels[channel]}</label>
        </div>
      ))}
    </fieldset>
  )
}

const channels = ['desk', 'phone'] as const satisfies readonly Channel[]

/** What would be asked for now; nothing while a part is missing. */
function requestOf(
  person: NamedPerson,
  channel: Channel,
  { pool, day, slot, unit }: Picked,
  together: Together,
): BookingRequest | undefined {
  if (!day || !slot) return undefined
  return {
    personId: person.personId,
    channel,
    poolId: pool.poolId,
    day: day.day,
    from: slot.from,
    to: slot.to,
    ...(unit ? { unitId: unit.unitId } : {}),
    ...togetherInput(together, unit !== undefined),
  }
}
