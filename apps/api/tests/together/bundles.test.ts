import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cancelBooking } from '../../src/bookings/cancel.ts'
import { updateDependant } from '@officine/db/dependants'
import { withTenant } from '@officine/db/with-tenant'
import { afternoon, municipioV, now, reasonOf, togetherRig } from './together-rig.ts'
import type { TogetherRig } from './together-rig.ts'

let rig: TogetherRig

beforeAll(async () => {
  rig = await togetherRig({ care: { eligibility: { age: { gte: 3, lt: 12, at: 'slotStart' } } } }, 16)
})
afterAll(() => rig.end())

const day = (at: number) => `2027-01-${11 + at}`
/** No reserve stands in the way: an hour before, everything is released. */
const later = (on: string) => new Date(`${on}T07:00:00Z`)

async function poolsOf(bookingId: string) {
  const { units } = await rig.record(bookingId)
  return units
    .map(({ poolId }) => String(rig.town.pools.find((pool) => pool.poolId === poolId)?.slug))
    .toSorted()
}

describe('seat, childcare and pet place', () => {
  test('are booked together and given back together', async () => {
    const [parent = ''] = await rig.people(1)
    const child = await rig.child(parent)
    const bookingId = await rig.booked(parent, day(0), { companions: [rig.care(child), rig.pet()] })
    expect(await poolsOf(bookingId)).toEqual(['care', 'pet', 'seats'])
    expect(
      (await rig.record(bookingId)).units.find(({ dependantId }) => dependantId === child),
    ).toMatchObject({
      dependantName: 'Ugo',
    })

    await withTenant(rig.db, municipioV, (tx) =>
      cancelBooking(tx, { bookingId, holderId: parent, why: undefined, lateCancelHours: 12, now }),
    )
    const again = await rig.booked(parent, day(0), { companions: [rig.care(child), rig.pet()] })
    expect(await poolsOf(again)).toHaveLength(3)
  })

  test('with the last childcare place gone, nothing is booked and the answer names it', async () => {
    const parents = await rig.people(7)
    const outcomes = []
    for (const parent of parents) {
      const child = await rig.child(parent)
      outcomes.push(await rig.ask(parent, day(1), { companions: [rig.care(child)], now: later(day(1)) }))
    }
    expect(outcomes.map(reasonOf)).toEqual([...Array(6).fill('booked'), 'component-full'])
    expect(outcomes[6]).toEqual({ booked: false, refusal: { reason: 'component-full', pool: 'care' } })
    const last = await rig.ask(parents[6] ?? '', day(1), { now: later(day(1)) })
    expect(reasonOf(last), 'no seat was kept for who got no childcare').toBe('booked')
  })

  test('the pet place as an extra is dropped and told when it is gone', async () => {
    const people = await rig.people(3)
    const [one, two] = people
    await rig.booked(one ?? '', day(2), { companions: [rig.pet()], now: later(day(2)) })
    await rig.booked(two ?? '', day(2), { companions: [rig.pet()], now: later(day(2)) })
    const outcome = await rig.ask(people[2] ?? '', day(2), {
      companions: [rig.pet(true)],
      now: later(day(2)),
    })
    expect(outcome).toMatchObject({
      booked: true,
      dropped: [{ poolId: rig.pool('pet').poolId, reason: 'full' }],
    })
  })

  test('a retry is told again what was left out, as the first try was', async () => {
    const people = await rig.people(3)
    const inTheAfternoon = { asked: { day: day(3), ...afternoon }, now: later(day(3)) }
    for (const person of people.slice(0, 2))
      await rig.booked(person, day(3), { companions: [rig.pet()], ...inTheAfternoon })
    const asking = { companions: [rig.pet(true)], ...inTheAfternoon, idempotencyKey: randomUUID() }
    const first = await rig.ask(people[2] ?? '', day(3), asking)
    expect(first).toMatchObject({ dropped: [{ poolId: rig.pool('pet').poolId, reason: 'full' }] })
    expect(await rig.ask(people[2] ?? '', day(3), asking)).toEqual(first)
  })

  test('a laptop comes along with any seat; the fourth leaves the seat alone and says so', async () => {
    const laptop = { pool: rig.pool('laptop'), dependantId: undefined, isAddOn: true }
    const dropped = []
    for (const person of await rig.people(4)) {
      const outcome = await rig.ask(person, day(0), {
        companions: [laptop],
        asked: { day: day(0), ...afternoon },
        now: later(day(0)),
      })
      dropped.push('booked' in outcome && outcome.booked ? outcome.dropped : outcome)
    }
    expect(dropped).toEqual([[], [], [], [{ poolId: laptop.pool.poolId, reason: 'full' }]])
  })

  test.each([
    ['two dogs', (r: TogetherRig) => [r.pet(), r.pet()], 'too-many-companions'],
    [
      'a childcare place for nobody',
      (r: TogetherRig) => [{ ...r.care(''), dependantId: undefined }],
      'child-missing',
    ],
  ])('%s are refused, and nothing is booked', async (_what, companions, reason) => {
    const [person = ''] = await rig.people(1)
    expect(reasonOf(await rig.ask(person, day(3), { companions: companions(rig) }))).toBe(reason)
    expect(reasonOf(await rig.ask(person, day(3), { now: later(day(3)) }))).toBe('booked')
  })

  test('a child of the wrong age is refused with the age', async () => {
    const [parent = ''] = await rig.people(1)
    const child = await rig.child(parent, '2014-12-01')
    expect(await rig.ask(parent, day(3), { companions: [rig.care(child)] })).toMatchObject({
      booked: false,
      refusal: { reason: 'not-eligible', why: 'age', who: 'child', ageBelow: 12, pool: 'care' },
    })
  })

  test('somebody else’s child is nobody', async () => {
    const [parent = '', stranger = ''] = await rig.people(2)
    const child = await rig.child(parent)
    expect(await rig.ask(stranger, day(3), { companions: [rig.care(child)] })).toEqual({
      unknown: 'dependant',
    })
  })
})

test('two hundred bundles at once over three pools: as many as there are places, and never a part of one', async () => {
  const parents = await rig.people(200)
  const asked = await Promise.all(
    parents.map(async (parent, at) => {
      const child = await rig.child(parent)
      const wishes = [
        [rig.care(child), rig.pet()],
        [rig.pet(), rig.care(child)],
        [rig.care(child)],
        [rig.pet()],
      ]
      return { parent, companions: wishes[at % 4] ?? [] }
    }),
  )
  const outcomes = await Promise.all(
    asked.map(({ parent, companions }) => rig.ask(parent, day(4), { companions, now: later(day(4)) })),
  )
  const taken = { seats: 0, care: 0, pet: 0 }
  for (const [at, outcome] of outcomes.entries()) {
    if (!('booked' in outcome) || !outcome.booked) continue
    const slugs = await poolsOf(outcome.bookingId)
    expect(slugs).toEqual(['seats', ...(asked[at]?.companions ?? []).map(({ pool }) => pool.slug)].toSorted())
    for (const slug of slugs) taken[slug as keyof typeof taken] += 1
  }
  const reasons = new Set(outcomes.map(reasonOf))
  expect(
    [...reasons].filter(
      (reason) => !['booked', 'component-full', 'full', 'held-for-reserve'].includes(reason),
    ),
  ).toEqual([])
  expect(taken).toMatchObject({ care: 6, pet: 2 })
  expect(taken.seats).toBeLessThanOrEqual(8)
})

test('three couples who book childcare all week at once have what the rule gives a household, not twice', async () => {
  const days = ['2027-01-18', '2027-01-19', '2027-01-20', '2027-01-21']
  const people = await rig.people(6)
  const couples = await Promise.all(
    [0, 2, 4].map(async (at) => {
      const [one = '', other = ''] = people.slice(at)
      const child = await rig.child(one)
      await withTenant(rig.db, municipioV, (tx) => updateDependant(tx, child, { secondParentId: other }))
      return { one, other, asked: { companions: [rig.care(child)], now: later('2027-01-18') } }
    }),
  )
  const week = ({ one, other, asked }: (typeof couples)[number]) =>
    days.flatMap((on, at) => {
      // The other parent goes through the week backwards: the two are never on the same day, whose lock would do.
      const off = days[days.length - 1 - at] ?? on
      const afternoon = { day: off, from: '14:00', to: '19:00' } as const
      return [rig.ask(one, on, asked), rig.ask(other, off, { ...asked, asked: afternoon })]
    })
  const outcomes = await Promise.all(couples.map((couple) => Promise.all(week(couple))))
  for (const each of outcomes) {
    expect(each.map(reasonOf).toSorted((a, b) => a.localeCompare(b))).toEqual([
      ...Array(6).fill('booked'),
      ...Array(2).fill('cap-reached'),
    ])
    expect(each.find((outcome) => reasonOf(outcome) === 'cap-reached')).toMatchObject({
      refusal: { pool: 'care', max: 6 },
    })
  }
})

describe('a group', () => {
  test('sits side by side, and one that does not fit is told how many places are left', async () => {
    const on = '2027-01-12'
    const people = await rig.people(3)
    const seatsOf = async (bookingId: string) => (await rig.record(bookingId)).units.map(({ label }) => label)
    const asked = { asked: { day: on, from: '14:00', to: '19:00' } as const, now: later(on) }
    const first = await rig.booked(people[0] ?? '', on, { ...asked, people: 4 })
    const numbers = (await seatsOf(first)).map((label) => Number(/\d+/.exec(label)?.[0]))
    expect(numbers).toHaveLength(4)
    expect((numbers[3] ?? 0) - (numbers[0] ?? 0)).toBe(3)
    await rig.booked(people[1] ?? '', on, { ...asked, people: 4 })
    expect(await rig.ask(people[2] ?? '', on, { ...asked, people: 3 })).toMatchObject({
      refusal: { reason: 'group-does-not-fit', free: 2 },
    })
    expect(await rig.ask(people[2] ?? '', on, { ...asked, people: 5 })).toMatchObject({
      refusal: { reason: 'group-too-large', max: 4 },
    })
  })

  test('a hundred groups of three at once: no seat twice, no group in part', async () => {
    const people = await rig.people(100)
    const on = '2027-01-13'
    const asked = { asked: { day: on, from: '14:00', to: '19:00' } as const, now: later(on), people: 3 }
    const outcomes = await Promise.all(people.map((person) => rig.ask(person, on, asked)))
    const booked = outcomes.flatMap((each) => ('booked' in each && each.booked ? [each.bookingId] : []))
    const units = (await Promise.all(booked.map((id) => rig.record(id)))).map((record) => record.units)
    expect(units.every((places) => places.length === 3)).toBe(true)
    const all = units.flat().map(({ unitId }) => unitId)
    expect(new Set(all).size).toBe(all.length)
    expect(booked.length).toBeGreaterThanOrEqual(2)
  })
})
