import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withTenant } from '@officine/db/with-tenant'
import { addDays } from '@officine/domain/calendar/local-day'
import { instantOf } from '@officine/domain/calendar/local-time'
import { allumiere } from '@officine/tenants/allumiere'
import { startAttendance } from '../src/attendance/start-attendance.ts'
import { checkIn } from '../src/bookings/check-in.ts'
import { excuseAbsence } from '../src/bookings/excuse.ts'
import { attendanceRig, reasonOf, staffId, wallClock } from './attendance-rig.ts'
import type { AttendanceRig } from './attendance-rig.ts'

// The last Sundays of March and October in Rome: neither is a holiday in 2026. The town of these tests is open on Sundays, and at night.
const spring = '2026-03-29'
const autumn = '2026-10-25'
const night = { from: '01:00', to: '05:00' } as const

let rig: AttendanceRig

beforeAll(async () => {
  const { seats } = allumiere.rules.pools
  const open = {
    days: [1, 2, 3, 4, 5, 6, 7],
    slots: [
      ['09:00', '14:00'],
      ['01:00', '05:00'],
    ] as const,
  }
  const slots = open.slots.map(([from, to]) => [from, to] as const)
  const pools = { ...allumiere.rules.pools, seats: { ...seats, open: { ...open, slots } } }
  rig = await attendanceRig({ pools })
})
afterAll(() => rig.end())

const ahead = (day: string) => instantOf(addDays(day, -3), '12:00')
const justBefore = (instant: Date) => new Date(instant.getTime() - 1)
const someone = async () => (await rig.people(1))[0] ?? ''

describe.each([
  ['spring', spring, '2026-03-29T07:30:00.000Z'],
  ['autumn', autumn, '2026-10-25T08:30:00.000Z'],
])('on the Sunday when the clocks change in %s', (_when, day, graceEnd) => {
  test('who does not come at nine is absent at half past nine of that day’s clock', async () => {
    const bookingId = await rig.booked(await someone(), day, ahead(day))
    expect(await rig.round(justBefore(new Date(graceEnd)))).toEqual([])
    expect(await rig.round(new Date(graceEnd))).toEqual(['no-show'])
    expect(wallClock((await rig.record(bookingId)).missedAt ?? new Date(0))).toBe(`${day} 09:30`)
  })
})

describe.each([
  ['spring, three hours after it began', spring, 3],
  ['autumn, five hours after it began', autumn, 5],
])('a visit through the night of the change ends at five in %s', (_when, day, hours) => {
  test('and not before', async () => {
    const bookingId = await rig.booked(await someone(), day, ahead(day), { asked: { day, ...night } })
    const startsAt = instantOf(day, '01:00')
    await withTenant(rig.db, rig.town.id, (tx) => checkIn(tx, { bookingId }, staffId, startsAt))
    const end = new Date(startsAt.getTime() + hours * 3_600_000)
    expect(wallClock(end)).toBe(`${day} 05:00`)
    expect(await rig.round(justBefore(end))).toEqual([])
    expect(await rig.round(end)).toEqual(['completed'])
  })
})

describe('the reminder of the day before comes after elapsed hours, not at the same wall clock', () => {
  test.each([
    ['a Sunday when spring begins', spring, '2026-03-28 08:00'],
    ['the Monday after it', addDays(spring, 1), '2026-03-29 09:00'],
    ['a Sunday when winter time begins', autumn, '2026-10-24 10:00'],
    ['the Monday after', addDays(autumn, 1), '2026-10-25 09:00'],
  ])('of %s', async (_what, day, expected) => {
    const bookingId = await rig.booked(await someone(), day, ahead(day))
    const [row] = await rig.rows(
      `select run_at::text as at from officine.outbox where row_id = '${bookingId}' and topic = 'booking-reminder'`,
    )
    expect(wallClock(new Date(String(row?.['at'])))).toBe(expected)
  })
})

describe.each([
  ['spring', '2026-03-23', '2026-04-08'],
  ['autumn', '2026-10-19', '2026-11-04'],
])('days are days of the calendar across the change of %s', (_when, monday, until) => {
  test('a pause lasts to the last minute of its last day', async () => {
    const personId = await someone()
    for (const days of [0, 1, 2]) {
      const day = addDays(monday, days)
      await rig.booked(personId, day, ahead(day))
      await rig.round(instantOf(day, '09:30'))
    }
    const next = addDays(until, 7)
    const midnight = instantOf(addDays(until, 1), '00:00')
    expect(await rig.ask(personId, next, justBefore(midnight))).toMatchObject({
      refusal: { reason: 'paused', until },
    })
    expect(reasonOf(await rig.ask(personId, next, midnight))).toBe('booked')
  })

  test('an excuse may be said to the last minute of the fifth day', async () => {
    const day = addDays(monday, 4)
    const people = [await someone(), await someone()]
    const ids: string[] = []
    for (const personId of people) ids.push(await rig.booked(personId, day, ahead(day)))
    await rig.round(instantOf(day, '09:30'))
    const midnight = instantOf(addDays(day, 6), '00:00')
    const said = (at: number, now: Date) =>
      withTenant(rig.db, rig.town.id, (tx) =>
        excuseAbsence(tx, {
          town: rig.town,
          bookingId: ids[at] ?? '',
          by: { holderId: people[at] ?? '' },
          because: 'transport-strike',
          isLateAllowed: false,
          now,
        }),
      )
    expect(await said(0, justBefore(midnight))).toMatchObject({ excused: true })
    expect(await said(1, midnight)).toMatchObject({ refusal: { reason: 'excuse-too-late' } })
  })
})

test('the worker follows the clock of the installation, back and forth and over a week at once', async () => {
  const day = '2026-12-13'
  const [first, second] = [
    await rig.booked(await someone(), day, ahead(day)),
    await rig.booked(await someone(), addDays(day, 7), instantOf(day, '08:00')),
  ]
  let at = instantOf(day, '09:29')
  const faults: unknown[] = []
  let looks = 0
  const attendance = startAttendance({
    db: rig.worker,
    towns: { lately: async () => rig.town },
    now: () => {
      looks += 1
      return at
    },
    onError: (error) => faults.push(error),
    everyMilliseconds: 10,
  })
  const until = async (isSo: () => Promise<boolean>) => {
    while (!(await isSo()) && faults.length === 0);
  }
  const seen = looks
  await until(() => rig.statusOf(first).then(() => looks > seen + 2))
  expect(await rig.statusOf(first)).toBe('confirmed')
  at = instantOf(day, '09:30')
  await until(async () => (await rig.statusOf(first)) === 'no-show')
  expect(await rig.statusOf(second)).toBe('confirmed')
  at = instantOf(addDays(day, 8), '10:00')
  await until(async () => (await rig.statusOf(second)) === 'no-show')
  await attendance.stop()
  expect(faults).toEqual([])
})
