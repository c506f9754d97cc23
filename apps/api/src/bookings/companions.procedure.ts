import { z } from 'zod'
import { listDependantsOf } from '@officine/db/dependants'
import { listOutages } from '@officine/db/outages'
import { listHeldPlaces } from '@officine/db/pools'
import { withTenant } from '@officine/db/with-tenant'
import { decidePeriod } from '@officine/domain/booking/booking-period'
import { companionOffers } from '@officine/domain/booking/companion-offer'
import { freePlaces } from '@officine/domain/booking/decide-booking'
import { addDays } from '@officine/domain/calendar/local-day'
import { instantOf } from '@officine/domain/calendar/local-time'
import { ageOn } from '@officine/domain/calendar/age'
import { findFailedFact } from '@officine/domain/rules/predicate'
import { day, language, time, uuid } from '../inputs.ts'
import { notFound, openProcedure } from '../procedures.ts'
import { asOpen, readChanges } from '../opening-of-pool.ts'
import { findPool, findPoolBySlug, textIn } from '../town.ts'
import { ageBounds } from './age-bounds.ts'
import { heldUnits, personFacts } from './booking-facts.ts'

/** What may come along with a place at a time, and how much of it is free. To suggest, never to decide: the booking reads again under its locks. */
export const companionsProcedure = openProcedure
  .input(z.object({ poolId: uuid, day, from: time, to: time, language }))
  .query(async ({ ctx: { db, town, signedIn, now }, input }) => {
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
        signedIn === undefined ? [] : listDependantsOf(tx, signedIn.person.id),
      ]),
    )
    return offers.map(({ beside, pool: rules, isRequiredOnly, max }) => {
      const { poolId, slug, presentation, places } = beside
      const there = decidePeriod(asOpen(beside, decided), input, 'walk-in', now)
      const facts = {
        units: places,
        held: heldUnits(held.filter((place) => place.poolId === poolId)),
        blocked: outages.filter((outage) => outage.poolId === poolId),
      }
      const free = 'period' in there ? there.period.cells.map((cell) => freePlaces(facts, cell)) : [0]
      const leastFree = Math.min(...free)
      const isOpen = 'period' in there
      const needsChild = rules.kind === 'care'
      const residence = signedIn?.person.residence ?? null
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
  })
