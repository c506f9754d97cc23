import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { overlaps } from './assign-units.ts'
import { aPool, places, someRules } from './booking-fixtures.ts'
import { decideBooking } from './decide-booking.ts'
import type { BookingFacts, HeldUnit } from './decide-booking.ts'

const now = new Date('2026-11-30T09:00:00Z')
const morning = { startsAt: new Date('2026-12-03T08:00:00Z'), endsAt: new Date('2026-12-03T13:00:00Z') }
const afternoon = { startsAt: new Date('2026-12-03T13:00:00Z'), endsAt: new Date('2026-12-03T18:00:00Z') }
const wholeDay = { startsAt: morning.startsAt, endsAt: afternoon.endsAt }

function facts(more: Partial<BookingFacts> = {}): BookingFacts {
  const pool = more.pool ?? aPool()
  return {
    rules: someRules(),
    poolSlug: 'seats',
    pool,
    period: { day: '2026-12-03', ...morning, cells: [morning] },
    person: {},
    own: [],
    units: places(pool.capacity),
    held: [],
    ...more,
  }
}
const held = (unitId: string, time: typeof morning, holder: HeldUnit['holder'] = {}): HeldUnit => ({
  unitId,
  ...time,
  holder,
})
const heldPlaces = (howMany: number, time = morning) =>
  places(howMany).map(({ unitId }) => held(unitId, time))
const mine = (day: string, startsAt: string, endsAt: string, slots = 1) => ({
  bookingId: day,
  pool: 'seats',
  day,
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
  slots,
})

// One seat of the two is kept for the under-35s until noon of the working day before.
const reserved = aPool({
  capacity: 2,
  reserves: [
    {
      id: 'u35',
      size: 1,
      when: { age: { lt: 35, at: 'slotStart' } },
      mode: 'soft',
      release: { businessDaysBefore: 1, at: '12:00' },
    },
  ],
})

describe('a seat is refused', () => {
  test.each<[string, Partial<BookingFacts>, object]>([
    ['when none is left', { held: heldPlaces(10) }, { reason: 'full' }],
    [
      'as already booked, not as full, to who has one',
      { held: heldPlaces(10), own: [mine('2026-12-03', '2026-12-03T08:00:00Z', '2026-12-03T13:00:00Z')] },
      { reason: 'already-booked', bookingId: '2026-12-03', day: '2026-12-03', ...morning },
    ],
    [
      'when the week is used up',
      {
        own: [
          mine('2026-11-30', '2026-11-30T08:00:00Z', '2026-11-30T18:00:00Z', 2),
          mine('2026-12-01', '2026-12-01T08:00:00Z', '2026-12-01T13:00:00Z'),
        ],
      },
      { reason: 'cap-reached', per: 'isoWeek', max: 3, unit: 'slots', used: 3 },
    ],
    [
      'when a whole day would pass the week by one half',
      {
        period: { day: '2026-12-03', ...wholeDay, cells: [morning, afternoon] },
        own: [mine('2026-12-01', '2026-12-01T08:00:00Z', '2026-12-01T18:00:00Z', 2)],
      },
      { reason: 'cap-reached', per: 'isoWeek', max: 3, unit: 'slots', used: 2 },
    ],
    [
      'to who is outside the age',
      {
        pool: aPool({ eligibility: { age: { gte: 16, at: 'slotStart' } } }),
        person: { bornOn: '2015-01-01' },
      },
      { reason: 'not-eligible', why: 'age' },
    ],
    [
      'while the last is kept for others, with the hour it is released',
      { pool: reserved, units: places(2), held: [held('u2', morning)], person: { bornOn: '1980-01-01' } },
      { reason: 'held-for-reserve', releasedAt: new Date('2026-12-02T11:00:00Z') },
    ],
    [
      'for a whole day when only the morning has a place',
      {
        period: { day: '2026-12-03', ...wholeDay, cells: [morning, afternoon] },
        held: heldPlaces(10, afternoon),
      },
      { reason: 'full' },
    ],
  ])('%s', (_when, more, refusal) => {
    expect(decideBooking(facts(more), now)).toEqual({ booked: false, refusal })
  })
})

describe('a seat is given', () => {
  test('the last one too, and leaves none', () => {
    expect(decideBooking(facts({ held: heldPlaces(9) }), now)).toEqual({
      booked: true,
      units: [{ unitId: 'u10', ...morning }],
      relocations: [],
      freeBefore: 1,
    })
  })

  test('to who the kept one is for', () => {
    const young = {
      pool: reserved,
      units: places(2),
      held: [held('u2', morning)],
      person: { bornOn: '2000-01-01' },
    }
    expect(decideBooking(facts(young), now)).toMatchObject({ booked: true })
  })

  test('to anyone from the instant the kept ones are released', () => {
    const older = facts({
      pool: reserved,
      units: places(2),
      held: [held('u2', morning)],
      person: { bornOn: '1980-01-01' },
    })
    expect(decideBooking(older, new Date('2026-12-02T10:59:59Z'))).toMatchObject({ booked: false })
    expect(decideBooking(older, new Date('2026-12-02T11:00:00Z'))).toMatchObject({ booked: true })
  })

  test('to who the rule is for without moving anyone out: the young one who came first counts toward the reserve', () => {
    const after = facts({
      pool: reserved,
      units: places(2),
      held: [held('u2', morning, { bornOn: '2000-01-01' })],
      person: { bornOn: '1980-01-01' },
    })
    expect(decideBooking(after, now)).toMatchObject({ booked: true })
  })

  test('the wanted one when it is free, another when it is not', () => {
    expect(decideBooking(facts({ wantedUnitId: 'u7' }), now)).toMatchObject({ units: [{ unitId: 'u7' }] })
    expect(decideBooking(facts({ wantedUnitId: 'u7', held: [held('u7', morning)] }), now)).toMatchObject({
      units: [{ unitId: 'u2' }],
    })
  })

  test('the accessible one last', () => {
    expect(decideBooking(facts(), now)).toMatchObject({ units: [{ unitId: 'u2' }] })
    const onlyAccessible = places(10)
      .slice(1)
      .map(({ unitId }) => held(unitId, morning))
    expect(decideBooking(facts({ held: onlyAccessible }), now)).toMatchObject({ units: [{ unitId: 'u1' }] })
  })

  test('where the afternoon is taken already, so that whole days stay whole', () => {
    expect(decideBooking(facts({ held: [held('u9', afternoon)] }), now)).toMatchObject({
      units: [{ unitId: 'u9' }],
    })
  })

  test('in two places rather than not at all', () => {
    const split = facts({
      pool: aPool({ capacity: 2 }),
      units: places(2),
      period: { day: '2026-12-03', ...wholeDay, cells: [morning, afternoon] },
      held: [held('u1', morning), held('u2', afternoon)],
    })
    expect(decideBooking(split, now)).toMatchObject({
      booked: true,
      units: [
        { unitId: 'u2', ...morning },
        { unitId: 'u1', ...afternoon },
      ],
    })
  })

  test('across the turn of the year, where two dates are one ISO week', () => {
    const own = [
      mine('2026-12-29', '2026-12-29T08:00:00Z', '2026-12-29T18:00:00Z', 2),
      mine('2026-12-31', '2026-12-31T08:00:00Z', '2026-12-31T13:00:00Z'),
    ]
    const newYear = { startsAt: new Date('2027-01-01T08:00:00Z'), endsAt: new Date('2027-01-01T13:00:00Z') }
    const monday = { startsAt: new Date('2027-01-04T08:00:00Z'), endsAt: new Date('2027-01-04T13:00:00Z') }
    expect(
      decideBooking(facts({ own, period: { day: '2027-01-01', ...newYear, cells: [newYear] } }), now),
    ).toMatchObject({ refusal: { reason: 'cap-reached' } })
    expect(
      decideBooking(facts({ own, period: { day: '2027-01-04', ...monday, cells: [monday] } }), now),
    ).toMatchObject({ booked: true })
  })

  test('when a cap is in minutes and there is just room', () => {
    const rules = someRules({
      caps: [{ who: 'person', pools: ['seats'], per: 'month', max: 600, unit: 'minutes' }],
    })
    const own = [mine('2026-12-01', '2026-12-01T08:00:00Z', '2026-12-01T13:00:00Z')]
    expect(decideBooking(facts({ rules, own }), now)).toMatchObject({ booked: true })
    expect(
      decideBooking(
        facts({ rules, own: [...own, mine('2026-12-02', '2026-12-02T08:00:00Z', '2026-12-02T13:00:00Z')] }),
        now,
      ),
    ).toMatchObject({ refusal: { reason: 'cap-reached', used: 600 } })
  })
})

describe('for any crowd', () => {
  const cellsTaken = fc.array(
    fc.record({ unit: fc.integer({ min: 1, max: 4 }), when: fc.constantFrom(morning, afternoon, wholeDay) }),
    { maxLength: 8 },
  )
  const asked = fc.constantFrom(
    { cells: [morning], ...morning },
    { cells: [morning, afternoon], ...wholeDay },
  )

  test('a place is given exactly when each cell has a free one, and never on top of another', () => {
    fc.assert(
      fc.property(cellsTaken, asked, (crowd, period) => {
        const taken: HeldUnit[] = []
        for (const { unit, when } of crowd) {
          const place = held(`u${unit}`, when)
          if (!taken.some((other) => other.unitId === place.unitId && overlaps(other, place)))
            taken.push(place)
        }
        const decision = decideBooking(
          facts({
            pool: aPool({ capacity: 4 }),
            units: places(4),
            held: taken,
            period: { day: '2026-12-03', ...period },
          }),
          now,
        )
        const hasRoom = period.cells.every(
          (cell) =>
            new Set(taken.filter((place) => overlaps(place, cell)).map(({ unitId }) => unitId)).size < 4,
        )
        expect(decision.booked).toBe(hasRoom)
        if (!decision.booked) return
        for (const place of decision.units)
          expect(taken.some((other) => other.unitId === place.unitId && overlaps(other, place))).toBe(false)
        expect(decision.units[0]?.startsAt).toEqual(period.startsAt)
        expect(decision.units.at(-1)?.endsAt).toEqual(period.endsAt)
      }),
      { numRuns: 2000 },
    )
  })

  test('the order in which the database lists them changes nothing', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(heldPlaces(10), { maxLength: 9 }), (taken) => {
        const sorted = [...taken].sort((a, b) => (a.unitId < b.unitId ? -1 : 1))
        expect(decideBooking(facts({ held: taken }), now)).toEqual(
          decideBooking(facts({ held: sorted }), now),
        )
      }),
    )
  })
})
