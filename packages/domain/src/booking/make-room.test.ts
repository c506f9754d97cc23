import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { overlaps } from './assign-units.ts'
import { aPool, places, someRules } from './booking-fixtures.ts'
import { decideBooking } from './decide-booking.ts'
import type { BookingFacts, HeldUnit } from './decide-booking.ts'
import { makeRoom } from './make-room.ts'

const now = new Date('2026-11-30T09:00:00Z')
const morning = { startsAt: new Date('2026-12-03T08:00:00Z'), endsAt: new Date('2026-12-03T13:00:00Z') }
const afternoon = { startsAt: new Date('2026-12-03T13:00:00Z'), endsAt: new Date('2026-12-03T18:00:00Z') }
const wholeDay = { startsAt: morning.startsAt, endsAt: afternoon.endsAt }

const held = (unitId: string, time: typeof morning, more: Partial<HeldUnit> = {}): HeldUnit => ({
  unitId,
  ...time,
  holder: {},
  placeId: `${unitId} ${time.startsAt.getUTCHours()}`,
  isMovable: true,
  ...more,
})

function facts(more: Partial<BookingFacts> = {}): BookingFacts {
  return {
    rules: someRules(),
    poolSlug: 'seats',
    pool: aPool({ capacity: 2, group: { max: 4, adjacency: 'preferred' } }),
    period: { day: '2026-12-03', ...wholeDay, cells: [morning, afternoon] },
    person: {},
    own: [],
    units: places(2),
    held: [held('u1', morning), held('u2', afternoon)],
    ...more,
  }
}

describe('when the free time is scattered over two places', () => {
  test('somebody who has not come yet changes place, and the whole day is had at one', () => {
    expect(decideBooking(facts(), now)).toEqual({
      booked: true,
      freeBefore: 1,
      units: [{ unitId: 'u1', ...wholeDay }],
      relocations: [{ placeId: 'u1 8', unitId: 'u2' }],
    })
  })

  test('who needs their very place, or sits there already, stays; the newcomer changes at two', () => {
    const stays = facts({
      held: [held('u1', morning, { isMovable: false }), held('u2', afternoon, { isMovable: false })],
    })
    expect(decideBooking(stays, now)).toMatchObject({
      units: [
        { unitId: 'u2', ...morning },
        { unitId: 'u1', ...afternoon },
      ],
      relocations: [],
    })
  })

  test('who needs one place gets it if its holder may still be moved, and is refused if not', () => {
    const asked = {
      wantedUnitId: 'u1',
      needsUnit: true,
      period: { day: '2026-12-03', ...morning, cells: [morning] },
    }
    expect(decideBooking(facts(asked), now)).toMatchObject({
      units: [{ unitId: 'u1' }],
      relocations: [{ placeId: 'u1 8', unitId: 'u2' }],
    })
    expect(
      decideBooking(facts({ ...asked, held: [held('u1', morning, { isMovable: false })] }), now),
    ).toEqual({ booked: false, refusal: { reason: 'place-taken' } })
  })
})

test('a place out of order is free for nobody', () => {
  const broken = { held: [held('u1', wholeDay)], blocked: [{ unitId: 'u2', ...afternoon }] }
  expect(decideBooking(facts(broken), now)).toEqual({ booked: false, refusal: { reason: 'full' } })
})

test('whatever is moved, nobody loses their time and no place is had twice', () => {
  const hours = Array.from({ length: 10 }, (_, at) => new Date(wholeDay.startsAt.getTime() + at * 3_600_000))
  const stay = fc.tuple(fc.nat(3), fc.nat(8), fc.integer({ min: 1, max: 4 }), fc.boolean())
  fc.assert(
    fc.property(fc.array(stay, { maxLength: 14 }), (stays) => {
      const taken: HeldUnit[] = []
      for (const [unit, from, length, isMovable] of stays) {
        const startsAt = hours[from] ?? wholeDay.startsAt
        const endsAt = new Date(startsAt.getTime() + length * 3_600_000)
        const place = held(`u${unit + 1}`, { startsAt, endsAt }, { isMovable, placeId: `p${taken.length}` })
        if (!taken.some((other) => other.unitId === place.unitId && overlaps(other, place))) taken.push(place)
      }
      const room = makeRoom(places(4), taken, wholeDay)
      if (room === undefined) return
      const after = [
        { unitId: room.unitId, ...wholeDay },
        ...taken.map((place) => ({
          ...place,
          unitId: room.relocations.find(({ placeId }) => placeId === place.placeId)?.unitId ?? place.unitId,
        })),
      ]
      const clashes = after.flatMap((one, at) =>
        after.slice(at + 1).filter((other) => one.unitId === other.unitId && overlaps(one, other)),
      )
      expect(clashes).toEqual([])
      const moved = room.relocations.map(({ placeId }) => taken.find((place) => place.placeId === placeId))
      expect(moved.every((place) => place?.isMovable)).toBe(true)
    }),
  )
})
