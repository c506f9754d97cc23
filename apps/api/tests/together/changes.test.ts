import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listBookingsOn } from '@officine/db/bookings'
import { withTenant } from '@officine/db/with-tenant'
import type { AskedPeriod } from '@officine/domain/booking/booking-period'
import { cancelBooking } from '../../src/bookings/cancel.ts'
import { checkIn } from '../../src/bookings/check-in.ts'
import { leaveEarly } from '../../src/bookings/leave-early.ts'
import { moveBooking } from '../../src/bookings/move.ts'
import type { ChangeOutcome } from '../../src/bookings/change-booking.ts'
import { repeatBooking } from '../../src/bookings/repeat.ts'
import type { RepeatOutcome } from '../../src/bookings/repeat.ts'
import { stayLonger } from '../../src/bookings/stay-longer.ts'
import { afternoon, morning, municipioV, reasonOf, togetherRig } from './together-rig.ts'
import type { TogetherRig } from './together-rig.ts'

let rig: TogetherRig
let staffId = ''

beforeAll(async () => {
  // Seats without reserves or caps of the week: what is tried here is what happens to places.
  rig = await togetherRig({ seats: { reserves: [], precedence: 'reserveFirst' } }, 16)
  staffId = (await rig.people(1))[0] ?? ''
})
afterAll(() => rig.end())

const friday = new Date('2027-01-08T12:00:00Z')
const nine = (day: string) => new Date(`${day}T08:00:00Z`)
const wholeDay = { from: '09:00', to: '19:00' } as const

async function fill(day: string, howMany: number, hours: Omit<AskedPeriod, 'day'> = morning) {
  const ids: string[] = []
  for (const person of await rig.people(howMany))
    ids.push(await rig.booked(person, day, { asked: { day, ...hours }, now: friday }))
  return ids
}

const move = (bookingId: string, holderId: string, asked: AskedPeriod, changeKey = randomUUID()) =>
  moveBooking(rig.db, { town: rig.town, bookingId, by: { holderId }, asked, changeKey, now: friday })
const stay = (bookingId: string, now: Date) =>
  stayLonger(rig.db, {
    town: rig.town,
    bookingId,
    by: { staffId, why: null },
    changeKey: randomUUID(),
    now,
  })
const arrive = (bookingId: string, now: Date) =>
  withTenant(rig.db, municipioV, (tx) => checkIn(tx, { bookingId }, staffId, now))
const reasonOfChange = (outcome: ChangeOutcome) => {
  if ('changed' in outcome) return outcome.changed ? 'changed' : outcome.refusal.reason
  return 'neither'
}
const placesOf = async (bookingId: string) => {
  const { units } = await rig.record(bookingId)
  return units.map(({ unitId }) => unitId)
}

describe('a move', () => {
  test('takes seat, childcare and pet place to the other half of the day, and frees the first', async () => {
    const [parent = ''] = await rig.people(1)
    const child = await rig.child(parent)
    const bookingId = await rig.booked(parent, '2027-01-11', { companions: [rig.care(child), rig.pet()] })
    const key = randomUUID()
    const asked = { day: '2027-01-11', ...afternoon }
    expect(await move(bookingId, parent, asked, key)).toEqual({ changed: true, dropped: [] })
    const moved = await rig.record(bookingId)
    expect(moved.startsAt).toEqual(new Date('2027-01-11T13:00:00Z'))
    expect(moved.units.map(({ startsAt }) => startsAt.getUTCHours())).toEqual([13, 13, 13])
    expect(await move(bookingId, parent, asked, key), 'the same key moves once').toEqual({
      changed: true,
      dropped: [],
    })
    expect(await move(bookingId, parent, { ...asked, day: '2027-01-12' }, key)).toEqual({
      changed: false,
      refusal: { reason: 'different-request' },
    })
    expect((await rig.record(bookingId)).day).toBe('2027-01-11')
  })

  test('into a full morning is refused, and everything is as before', async () => {
    await fill('2027-01-12', 10)
    const [person = ''] = await rig.people(1)
    const bookingId = await rig.booked(person, '2027-01-12', { asked: { day: '2027-01-12', ...afternoon } })
    const before = await rig.record(bookingId)
    const outcome = await move(bookingId, person, { day: '2027-01-12', ...morning })
    expect(outcome).toEqual({ changed: false, refusal: { reason: 'full' } })
    expect(await rig.record(bookingId)).toEqual(before)
  })

  test('to half of its own day takes place although every other seat is taken: its own counts as free', async () => {
    const day = '2027-01-13'
    const [person = ''] = await rig.people(1)
    const bookingId = await rig.booked(person, day, { asked: { day, ...wholeDay } })
    await fill(day, 9)
    expect(await move(bookingId, person, { day, ...morning })).toEqual({ changed: true, dropped: [] })
    expect(await rig.record(bookingId)).toMatchObject({ slots: 1, units: [{ startsAt: nine(day) }] })
    await withTenant(rig.db, municipioV, (tx) =>
      cancelBooking(tx, { bookingId, holderId: undefined, why: undefined, lateCancelHours: 12, now: friday }),
    )
  })

  test('of one booking to two times at once ends at one of them, whole', async () => {
    const [person = ''] = await rig.people(1)
    const child = await rig.child(person)
    const bookingId = await rig.booked(person, '2027-01-15', { companions: [rig.care(child)] })
    const outcomes = await Promise.all(
      ['2027-01-11', '2027-01-12', '2027-01-13'].map((day) => move(bookingId, person, { day, ...afternoon })),
    )
    expect(outcomes.map(reasonOfChange)).toEqual(['changed', 'changed', 'changed'])
    const { day, units } = await rig.record(bookingId)
    expect(units).toHaveLength(2)
    expect(new Set(units.map(({ startsAt }) => startsAt.toISOString().slice(0, 10)))).toEqual(new Set([day]))
  })

  test('of somebody else’s booking is of nobody’s', async () => {
    const [owner = '', other = ''] = await rig.people(2)
    const bookingId = await rig.booked(owner, '2027-01-13')
    const outcome = await move(bookingId, other, { day: '2027-01-13', ...afternoon })
    expect(outcome).toEqual({ unknown: 'booking' })
  })

  test('of ten people at once to one free place moves exactly one, and nine keep what they had', async () => {
    const day = '2027-01-14'
    await fill(day, 9)
    const people = await rig.people(10)
    const ids = await Promise.all(
      people.map((person) => rig.booked(person, day, { asked: { day, ...afternoon } })),
    )
    const outcomes = await Promise.all(ids.map((id, at) => move(id, people[at] ?? '', { day, ...morning })))
    expect(outcomes.map(reasonOfChange).toSorted()).toEqual(['changed', ...Array(9).fill('full')])
    const starts = await Promise.all(ids.map(async (id) => (await rig.record(id)).startsAt.getUTCHours()))
    expect(starts.filter((hour) => hour === 13)).toHaveLength(9)
  })

  test('of two who swap halves of two full days, all at once, leaves nobody without a place', async () => {
    const [one, two] = ['2027-01-11', '2027-01-15'] as const
    const people = await rig.people(8)
    const ids = await Promise.all(
      people.map((person, at) =>
        rig.booked(person, at % 2 === 0 ? one : two, {
          asked: { day: at % 2 === 0 ? one : two, ...afternoon },
        }),
      ),
    )
    const outcomes = await Promise.all(
      ids.map((id, at) => move(id, people[at] ?? '', { day: at % 2 === 0 ? two : one, ...afternoon })),
    )
    expect(outcomes.every((outcome) => ['changed', 'full'].includes(reasonOfChange(outcome)))).toBe(true)
    for (const id of ids) expect(await placesOf(id)).toHaveLength(1)
  })
})

describe('staying longer', () => {
  test('keeps the seat and adds the afternoon; whoever had it next sits elsewhere', async () => {
    const day = '2027-01-18'
    const [stays = '', next = ''] = await rig.people(2)
    const first = await rig.booked(stays, day, { now: nine('2027-01-15') })
    const [seat = ''] = await placesOf(first)
    const second = await rig.booked(next, day, {
      asked: { day, ...afternoon },
      wantedUnitId: seat,
      now: nine('2027-01-15'),
    })
    expect(await placesOf(second)).toEqual([seat])
    await arrive(first, nine(day))
    expect(await stay(first, nine(day))).toEqual({ changed: true, dropped: [] })
    expect(await placesOf(first)).toEqual([seat])
    expect(await rig.record(first)).toMatchObject({ status: 'checked-in', slots: 2 })
    expect(await placesOf(second)).not.toEqual([seat])
    expect(await stay(first, nine(day))).toMatchObject({ refusal: { reason: 'no-later-cell' } })
  })

  test('of five at once with two places free in the afternoon: two stay, three leave at two', async () => {
    const day = '2027-01-19'
    const soon = nine('2027-01-15')
    const ids = []
    for (const person of await rig.people(5)) ids.push(await rig.booked(person, day, { now: soon }))
    for (const person of await rig.people(8))
      await rig.booked(person, day, { asked: { day, ...afternoon }, now: soon })
    for (const id of ids) await arrive(id, nine(day))
    const outcomes = await Promise.all(ids.map((id) => stay(id, nine(day))))
    expect(outcomes.map(reasonOfChange).toSorted()).toEqual(['changed', 'changed', 'full', 'full', 'full'])
  })
})

describe('leaving early', () => {
  test('gives the rest of the time to the next who comes in, and tells how long it was', async () => {
    const day = '2027-01-20'
    const soon = nine('2027-01-15')
    const ids: string[] = []
    for (const person of await rig.people(10)) ids.push(await rig.booked(person, day, { now: soon }))
    const [first = ''] = ids
    await arrive(first, nine(day))
    const half = new Date(`${day}T10:10:00Z`)
    const [walkIn = ''] = await rig.people(1)
    const now = half
    const comeIn = () => rig.ask(walkIn, day, { channel: 'desk', requestedBy: staffId, now })
    expect(reasonOf(await comeIn())).toBe('full')
    const request = { bookingId: first, by: { staffId, why: null }, now }
    expect(await withTenant(rig.db, municipioV, (tx) => leaveEarly(tx, request))).toEqual({ left: true })
    expect(await rig.record(first)).toMatchObject({ status: 'completed', endsAt: half })
    expect(reasonOf(await comeIn())).toBe('booked')
  })

  test.each([
    ['never came', 'not-checked-in', false, '10:10'],
    ['came before it began', 'not-begun', true, '07:30'],
    ['stayed to the end', 'already-over', true, '13:00'],
  ])('is not for whoever %s', async (_who, reason, isHere, time) => {
    const day = '2027-01-21'
    const [person = ''] = await rig.people(1)
    const bookingId = await rig.booked(person, day, { now: nine('2027-01-15') })
    if (isHere) await arrive(bookingId, nine(day))
    const now = new Date(`${day}T${time}:00Z`)
    const request = { bookingId, by: { holderId: person }, now }
    expect(await withTenant(rig.db, municipioV, (tx) => leaveEarly(tx, request))).toMatchObject({
      left: false,
      refusal: { reason },
    })
  })
})

describe('a weekly repetition', () => {
  // Dates of the week after next are not open on this day: each date has its own answer.
  const now = new Date('2027-01-15T12:00:00Z')
  const repeat = (
    bookingId: string,
    holderId: string,
    mode: 'each' | 'all',
    weeks: number,
    key = randomUUID(),
  ) =>
    repeatBooking(rig.db, {
      town: rig.town,
      bookingId,
      holderId,
      requestedBy: holderId,
      channel: 'web',
      weeks,
      mode,
      idempotencyKey: key,
      now,
    })
  const answersOf = (outcome: RepeatOutcome) =>
    'dates' in outcome
      ? outcome.dates.map(
          ({ day, answer }) => [day, answer.booked ? 'booked' : answer.refusal.reason] as const,
        )
      : []

  test('books each date it can and says why not for the others; asked twice it books once', async () => {
    const [person = ''] = await rig.people(1)
    const bookingId = await rig.booked(person, '2027-01-15', { asked: { day: '2027-01-15', ...afternoon } })
    const key = randomUUID()
    const first = await repeat(bookingId, person, 'each', 3, key)
    expect(answersOf(first)).toEqual([
      ['2027-01-22', 'booked'],
      ['2027-01-29', 'not-yet-open'],
      ['2027-02-05', 'not-yet-open'],
    ])
    expect(await repeat(bookingId, person, 'each', 3, key)).toMatchObject({
      dates: [{ answer: 'dates' in first ? { bookingId: idOf(first) } : {} }, {}, {}],
    })
  })

  test('of all or none books none when one date is refused, and says which', async () => {
    const [person = ''] = await rig.people(1)
    const bookingId = await rig.booked(person, '2027-01-14', { asked: { day: '2027-01-14', ...afternoon } })
    expect(answersOf(await repeat(bookingId, person, 'all', 2))).toEqual([
      ['2027-01-21', 'others-refused'],
      ['2027-01-28', 'not-yet-open'],
    ])
    expect(answersOf(await repeat(bookingId, person, 'all', 1))).toEqual([['2027-01-21', 'booked']])
  })

  test.each([
    ['each', '2027-01-15', '2027-01-22', morning],
    ['all', '2027-01-13', '2027-01-20', afternoon],
  ] as const)('of five people at once into three free places (%s): three', async (mode, from, to, hours) => {
    const people = await rig.people(5)
    const ids: string[] = []
    for (const person of people)
      ids.push(await rig.booked(person, from, { asked: { day: from, ...hours }, now: friday }))
    const free = rig.pool('seats').places.length - (await countTaken(to, hours))
    for (const person of await rig.people(free - 3))
      await rig.booked(person, to, { asked: { day: to, ...hours }, now })
    const outcomes = await Promise.all(ids.map((id, at) => repeat(id, people[at] ?? '', mode, 1)))
    const answers = outcomes.flatMap(answersOf).map(([, answer]) => answer)
    expect(answers.toSorted()).toEqual(['booked', 'booked', 'booked', 'full', 'full'])
  })

  function idOf(outcome: RepeatOutcome) {
    const answer = 'dates' in outcome ? outcome.dates[0]?.answer : undefined
    return answer?.booked ? answer.bookingId : 'none'
  }
  async function countTaken(day: string, hours: { readonly from: string; readonly to: string }) {
    const records = await withTenant(rig.db, municipioV, (tx) => listBookingsOn(tx, day))
    const begins = hours.from === '09:00' ? 8 : 13
    return records.filter(
      ({ status, startsAt, endsAt }) =>
        status !== 'completed' && startsAt.getUTCHours() <= begins && endsAt.getUTCHours() > begins,
    ).length
  }
})

test('the counter, the telephone and the web at once for the last four places: four', async () => {
  const day = '2027-01-29'
  const now = new Date('2027-01-28T12:00:00Z')
  const taken = 6
  for (const person of await rig.people(taken)) await rig.booked(person, day, { now })
  const channels = ['desk', 'phone', 'web'] as const
  const people = await rig.people(30)
  const outcomes = await Promise.all(
    people.map((person, at) =>
      rig.ask(person, day, {
        channel: channels[at % 3] ?? 'web',
        requestedBy: staffId,
        now,
      }),
    ),
  )
  expect(outcomes.map(reasonOf).filter((reason) => reason === 'booked')).toHaveLength(4)
})

test('room is made for a whole day while those who would be moved sit down: nobody is moved from under themselves', async () => {
  for (const day of ['2027-01-25', '2027-01-26', '2027-01-27', '2027-01-28']) {
    const soon = nine('2027-01-22')
    for (const person of await rig.people(8))
      await rig.booked(person, day, { asked: { day, ...wholeDay }, now: soon })
    const [early = '', late = '', whole = ''] = await rig.people(3)
    const one = await rig.booked(early, day, { now: soon })
    const [seat] = await placesOf(one)
    const other = rig.pool('seats').places.map(({ unitId }) => unitId)
    const free = await freeOn(day, other)
    const two = await rig.booked(late, day, {
      asked: { day, ...afternoon },
      wantedUnitId: free.find((id) => id !== seat),
      now: soon,
    })
    expect(await placesOf(two)).not.toEqual([seat])
    const [outcome] = await Promise.all([
      rig.ask(whole, day, { asked: { day, ...wholeDay }, channel: 'desk', now: nine(day) }),
      arrive(one, nine(day)),
      arrive(two, nine(day)),
    ])
    expect(reasonOf(outcome)).toBe('booked')
    for (const id of [one, two]) expect(await rig.record(id)).toMatchObject({ status: 'checked-in' })
    const bookingId = 'booked' in outcome && outcome.booked ? outcome.bookingId : ''
    const all = [
      ...(await rig.record(bookingId)).units,
      ...(await rig.record(one)).units,
      ...(await rig.record(two)).units,
    ]
    expect(
      all.length,
      'one place for the day, or a change at two when both had sat down',
    ).toBeGreaterThanOrEqual(3)
  }
})

async function freeOn(day: string, unitIds: readonly string[]) {
  const { listBookingsOn } = await import('@officine/db/bookings')
  const records = await withTenant(rig.db, municipioV, (tx) => listBookingsOn(tx, day))
  const taken = records.flatMap(({ units }) => units.map(({ unitId }) => unitId))
  return unitIds.filter((id) => !taken.includes(id))
}
