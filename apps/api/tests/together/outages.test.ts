import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeOutage } from '@officine/db/outages'
import { withTenant } from '@officine/db/with-tenant'
import { checkIn } from '../../src/bookings/check-in.ts'
import { unitOutOfOrder } from '../../src/bookings/unit-out-of-order.ts'
import type { OutOfOrderOutcome } from '../../src/bookings/unit-out-of-order.ts'
import { monday, municipioV, now, reasonOf, togetherRig } from './together-rig.ts'
import type { TogetherRig } from './together-rig.ts'

let rig: TogetherRig
let staffId = ''

beforeAll(async () => {
  rig = await togetherRig({ seats: { reserves: [], precedence: 'reserveFirst' } }, 8)
  staffId = (await rig.people(1))[0] ?? ''
})
afterAll(() => rig.end())

const seat = (number: number) =>
  rig.pool('seats').places.find((place) => place.number === number)?.unitId ?? ''
const breakDown = (unitId: string, fromDay: string, toDay = fromDay, at = now) =>
  unitOutOfOrder(rig.db, {
    town: rig.town,
    unitId,
    fromDay,
    toDay,
    why: 'presa senza corrente',
    staffId,
    now: at,
  })
const bookAt = async (unitId: string, day: string, more = {}) => {
  const [person = ''] = await rig.people(1)
  return rig.booked(person, day, { wantedUnitId: unitId, ...more })
}
const declared = (outcome: OutOfOrderOutcome) => {
  if ('declared' in outcome && outcome.declared) return outcome
  throw new Error(`Not declared: ${JSON.stringify(outcome)}`)
}

describe('a place out of order', () => {
  test('sends its bookings elsewhere and is given to nobody until it is in order again', async () => {
    const bookingId = await bookAt(seat(3), monday)
    const { outageId, reassigned, toDecide } = declared(await breakDown(seat(3), monday))
    expect(reassigned.map((each) => each.bookingId)).toEqual([bookingId])
    expect(toDecide).toEqual([])
    expect((await rig.record(bookingId)).units.map(({ unitId }) => unitId)).not.toContain(seat(3))

    for (const person of await rig.people(8)) await rig.booked(person, monday)
    const [last = ''] = await rig.people(1)
    expect(reasonOf(await rig.ask(last, monday))).toBe('full')
    await withTenant(rig.db, municipioV, (tx) => closeOutage(tx, outageId, now))
    expect(reasonOf(await rig.ask(last, monday))).toBe('booked')
  })

  test('lists for somebody to decide who is there, who needs that very place, and whom no other place holds', async () => {
    const [one, two, three] = ['2027-01-12', '2027-01-13', '2027-01-14'] as const
    const present = await bookAt(seat(4), one)
    const morning = new Date(`${one}T08:30:00Z`)
    await withTenant(rig.db, municipioV, (tx) => checkIn(tx, { bookingId: present }, staffId, morning))
    const pinned = await bookAt(seat(4), two, { needsUnit: true })
    const crowded = await bookAt(seat(4), three)
    for (const person of await rig.people(9)) await rig.booked(person, three)
    const { reassigned, toDecide } = declared(await breakDown(seat(4), one, three, morning))
    expect(reassigned).toEqual([])
    expect(toDecide.map(({ bookingId, because }) => [bookingId, because])).toEqual([
      [present, 'present'],
      [pinned, 'needs-this-place'],
      [crowded, 'no-free-place'],
    ])
  })

  test.each([
    ['that ends before it starts', '2027-01-15', '2027-01-14', 'ends-before-it-starts'],
    ['of days gone by', '2027-01-06', '2027-01-07', 'past'],
    ['of a hundred days', '2027-01-11', '2027-04-20', 'too-long'],
  ])('%s is refused', async (_what, from, to, reason) => {
    expect(await breakDown(seat(5), from, to)).toMatchObject({ declared: false, refusal: { reason } })
  })

  test('while forty people book: nobody ends up at it, and ten minus one have a place', async () => {
    const day = '2027-01-15'
    const people = await rig.people(40)
    const [outcome, ...outcomes] = await Promise.all([
      breakDown(seat(1), day),
      ...people.map((person) => rig.ask(person, day)),
    ])
    const left = declared(outcome).toDecide.map(({ bookingId }) => bookingId)
    const booked = outcomes.flatMap((each) => ('booked' in each && each.booked ? [each.bookingId] : []))
    expect(booked.length - left.length).toBe(9)
    for (const id of booked.filter((each) => !left.includes(each)))
      expect((await rig.record(id)).units.map(({ unitId }) => unitId)).not.toContain(seat(1))
  })
})
