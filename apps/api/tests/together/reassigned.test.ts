import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findWord, listDueWords } from '@officine/db/outbox'
import { withTenant } from '@officine/db/with-tenant'
import { findBookingToTell } from '@officine/db/word-booking'
import { moveBooking } from '../../src/bookings/move.ts'
import { unitOutOfOrder } from '../../src/bookings/unit-out-of-order.ts'
import { sayAloud } from '../../src/notifications/say-aloud.ts'
import { afternoon, monday, municipioV, now, togetherRig } from './together-rig.ts'
import type { TogetherRig } from './together-rig.ts'

let rig: TogetherRig
beforeAll(async () => {
  rig = await togetherRig(
    { seats: { reserves: [], precedence: 'reserveFirst', group: { max: 4, adjacency: 'preferred' } } },
    4,
  )
})
afterAll(() => rig.end())

const friday = '2027-01-15'
const seat = (number: number) =>
  rig.pool('seats').places.find((place) => place.number === number)?.unitId ?? ''
const seatsOf = async (bookingId: string) => (await rig.record(bookingId)).units.map(({ label }) => label)
const breakDown = async (unitId: string, day: string, at = now) => {
  const [staffId = ''] = await rig.people(1)
  const declared = {
    town: rig.town,
    unitId,
    fromDay: day,
    toDay: day,
    why: 'lampada rotta',
    staffId,
    now: at,
  }
  return unitOutOfOrder(rig.db, declared)
}
/** The topics that are due about a booking at an instant, by name: those of one instant have no order. */
const toldOf = (bookingId: string, at: Date) =>
  withTenant(rig.db, municipioV, async (tx) => {
    const due = await listDueWords(tx, at, 500)
    const words = await Promise.all(due.map(({ id }) => findWord(tx, id)))
    return words
      .flatMap((word) => (word?.rowId === bookingId ? [word.topic] : []))
      .toSorted((one, other) => one.localeCompare(other))
  })

describe('who is given another place', () => {
  test('is told at once when they had chosen the one they lose', async () => {
    const [person = ''] = await rig.people(1)
    const bookingId = await rig.booked(person, friday, { wantedUnitId: seat(3) })
    await breakDown(seat(3), friday)
    expect(await toldOf(bookingId, now)).toEqual(['booking-confirmed', 'booking-reassigned'])
  })

  test('reads it in the reminder when any place would do and there is time', async () => {
    const [person = ''] = await rig.people(1)
    const bookingId = await rig.booked(person, '2027-01-14')
    const [{ unitId } = { unitId: '' }] = (await rig.record(bookingId)).units
    await breakDown(unitId, '2027-01-14')
    expect((await rig.record(bookingId)).units[0]?.unitId).not.toBe(unitId)
    expect(await toldOf(bookingId, now)).toEqual(['booking-confirmed'])
  })

  test('is told at once when the reminder has left', async () => {
    const [person = ''] = await rig.people(1)
    const bookingId = await rig.booked(person, '2027-01-12')
    const dayBefore = new Date('2027-01-11T09:00:00Z')
    await breakDown((await rig.record(bookingId)).units[0]?.unitId ?? '', '2027-01-12', dayBefore)
    expect(await toldOf(bookingId, dayBefore)).toEqual([
      'booking-confirmed',
      'booking-reassigned',
      'booking-reminder',
    ])
  })

  test('has not chosen the place that a move left them', async () => {
    const [person = ''] = await rig.people(1)
    const bookingId = await rig.booked(person, '2027-01-13')
    await moveBooking(rig.db, {
      town: rig.town,
      bookingId,
      by: { holderId: person },
      asked: { day: '2027-01-13', ...afternoon },
      changeKey: crypto.randomUUID(),
      now,
    })
    await breakDown((await rig.record(bookingId)).units[0]?.unitId ?? '', '2027-01-13')
    expect(await toldOf(bookingId, now)).toEqual(['booking-confirmed', 'booking-moved'])
  })
})

test('a group sits together because somebody moves, who had chosen and is told; the letter names the whole group and what comes along', async () => {
  const [alone = '', other = '', organiser = '', last = ''] = await rig.people(4)
  // Two rows of four and one of two: 1-4, 6-9 less one in each middle.
  const chosen = await rig.booked(alone, monday, { wantedUnitId: seat(3) })
  await rig.booked(other, monday, { wantedUnitId: seat(7) })
  await rig.booked(last, monday, { wantedUnitId: seat(10), needsUnit: true })
  const group = await rig.booked(organiser, monday, { people: 4, companions: [rig.pet()] })
  expect((await seatsOf(group)).slice(0, 4)).toHaveLength(4)
  const numbers = (await seatsOf(group))
    .filter((label) => label.startsWith('Postazione'))
    .map((label) => Number(/\d+/.exec(label)?.[0]))
  expect(numbers).toEqual([0, 1, 2, 3].map((step) => (numbers[0] ?? 0) + step))
  expect(await toldOf(chosen, now)).toEqual(['booking-confirmed', 'booking-reassigned'])

  const booking = await withTenant(rig.db, municipioV, (tx) => findBookingToTell(tx, group))
  if (booking === undefined) throw new Error('No booking')
  const said = sayAloud('booking-reassigned', booking, rig.town, 'it', now)
  expect(said[0]).toEqual({
    kind: 'text',
    text: 'ti abbiamo dato un altro posto. Giorno, orario e codice restano gli stessi.',
  })
  const rows = said.flatMap((part) => (part.kind === 'facts' ? part.rows : []))
  const row = (label: string) => rows.find(([name]) => name === label)?.[1]
  expect(row('Posto')).toMatch(
    /^Postazione \d+, Postazione \d+, Postazione \d+, Postazione \d+ \(Postazioni\)$/,
  )
  expect(row('Insieme')).toMatch(/^Posto animali \d \(Area per piccoli animali\)$/)
})
