import { listDependantsOf } from '@officine/db/dependants'
import { listOutages } from '@officine/db/outages'
import { listHeldPlaces } from '@officine/db/pools'
import { withTenant } from '@officine/db/with-tenant'
import { decidePeriod } from '@officine/domain/booking/booking-period'
import type { AskedPeriod, Presence } from '@officine/domain/booking/booking-period'
import { companionOffers } from '@officine/domain/booking/companion-offer'
import { freePlaces } from '@officine/domain/booking/decide-booking'
import { addDays } from '@officine/domain/calendar/local-day'
import { instantOf } from '@officine/domain/calendar/local-time'
import { ageOn } from '@officine/domain/calendar/age'
import { findFailedFact } from '@officine/domain/rules/predicate'
import type { Context } from '../context.ts'
import type { TextLanguage } from '../local-text.ts'
import { notFound } from '../procedures.ts'
import { asOpen, readChanges } from '../opening-of-pool.ts'
import { findPool, findPoolBySlug, textIn } from '../town.ts'
import type { Town } from '../town.ts'
import { ageBounds } from './age-bounds.ts'
import { heldUnits, personFacts } from './booking-facts.ts'

/** Who asks, as far as their children and where they live matter. */
export interface Guest {
  readonly personId: string
  readonly residence: string | null
}

type Asked = AskedPeriod & { readonly poolId: string; readonly language: TextLanguage }

/** What may come along with a place at a time, how much of it is free, and for which of the guest's children. To suggest, never to decide: the booking reads again under its locks. */
export async function companionsAt(
  { db, town, now }: Pick<Context, 'db' | 'now'> & { readonly town: Town },
  input: Asked,
  guest: Guest | undefined,
  presence: Presence,
) {
  const pool = findPool(town, input.poolId)
  if (pool === undefined) throw notFound('pool')
  const offers = companionOffers(pool.rules, pool.slug).flatMap((offer) => {
    const beside = findPoolBySlug(town, offer.slug)
    return beside === undefined ? [] : [{ ...offer, beside }]
  })
  if (offers.length === 0) return []
  const poolIds = offers.map(({ beside }) => beside.poolId)
  const [start, end] = [instantOf(input.day, '00:00'), instantOf(addDays(input.day, 1), '00:00')]
  const [held, outages, decided, dependants] = await withTenant(db, town.id, (tx) =>
    Promise.all([
      listHeldPlaces(tx, poolIds, start, end),
      listOutages(tx, poolIds, start, end),
      readChanges(tx, input.day, 1),
      guest === undefined ? [] : listDependantsOf(tx, guest.personId),
    ]),
  )
  return offers.map(({ beside, pool: rules, isRequiredOnly, max }) => {
    const { poolId, slug, presentation, places } = beside
    const there = decidePeriod(asOpen(beside, decided), input, presence, now)
    const facts = {
      units: places,
      held: heldUnits(held.filter((place) => place.poolId === poolId)),
      blocked: outages.filter((outage) => outage.poolId === poolId),
    }
    const free = 'period' in there ? there.period.cells.map((cell) => freePlaces(facts, cell)) : [0]
    const leastFree = Math.min(...free)
    const isOpen = 'period' in there
    const needsChild = rules.kind === 'care'
    const residence = guest?.residence ?? null
    return {
      poolId,
      slug,
      kind: rules.kind,
      name: textIn(presentation.name, input.language),
      description: textIn(presentation.description, input.language),
      isRequiredOnly,
      max,
      capacity: places.length,
      free: leastFree,
      state: isOpen ? (leastFree > 0 ? ('free' as const) : ('full' as const)) : ('closed' as const),
      needsChild,
      ...ageBounds(rules.eligibility),
      children: (needsChild ? dependants : []).map(({ id, givenName, bornOn }) => ({
        dependantId: id,
        givenName,
        age: ageOn(bornOn, input.day),
        isOfAge:
          findFailedFact(rules.eligibility, personFacts({ bornOn, residence }), {
            slotDay: input.day,
            orgs: beside.rules.orgs,
          })?.fact !== 'age',
      })),
    }
  })
}
