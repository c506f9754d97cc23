import { describe, expect, test } from 'vitest'
import { aPool, places, someRules } from '../booking/booking-fixtures.ts'
import { decideBooking } from '../booking/decide-booking.ts'
import type { BookingFacts } from '../booking/decide-booking.ts'
import { instantOf } from '../calendar/local-time.ts'
import { absencesFrom, attendanceStanding, isSafeguarded } from './attendance-standing.ts'

const { attendance } = someRules()
const threeMondays = ['2026-11-02', '2026-11-09', '2026-11-16']

describe('who did not come', () => {
  test.each([
    ['twice may book', threeMondays.slice(1), '2026-11-17', { kind: 'free' }],
    [
      'three times in ninety days is paused for fourteen, the last included',
      threeMondays,
      '2026-11-30',
      { kind: 'paused', until: '2026-11-30', missedOn: threeMondays },
    ],
    ['three times may book when the pause is over', threeMondays, '2026-12-01', { kind: 'free' }],
    [
      'on three days within ninety and once long before is paused for the three',
      ['2026-08-01', ...threeMondays],
      '2026-11-17',
      { kind: 'paused', until: '2026-11-30', missedOn: threeMondays },
    ],
    [
      'on days ninety apart may book',
      ['2026-08-18', '2026-11-09', '2026-11-16'],
      '2026-11-17',
      { kind: 'free' },
    ],
  ] as const)('%s', (_who, missedOn, today, standing) => {
    expect(attendanceStanding({ missedOn, isSafeguarded: false }, today, attendance)).toEqual(standing)
  })

  test('and is a minor is looked at by a person, and not paused', () => {
    const absences = { missedOn: threeMondays, isSafeguarded: true }
    expect(attendanceStanding(absences, '2026-11-17', attendance)).toEqual({
      kind: 'to-review',
      missedOn: threeMondays,
    })
    expect(isSafeguarded('2008-11-18', '2026-11-17')).toBe(true)
    expect(isSafeguarded('2008-11-17', '2026-11-17')).toBe(false)
    expect(isSafeguarded(null, '2026-11-17')).toBe(false)
  })

  test.each([
    ['spring', '2027-03-22', '2027-04-05'],
    ['autumn', '2026-10-19', '2026-11-02'],
  ])('is paused for fourteen days of the calendar across the clock change of %s', (_when, missed, until) => {
    const absences = { missedOn: [missed, missed, missed], isSafeguarded: false }
    expect(attendanceStanding(absences, until, attendance)).toMatchObject({ kind: 'paused', until })
  })

  test('long enough ago cannot matter any more: the days before are not even read', () => {
    const today = '2026-12-01'
    const earliest = absencesFrom(today, attendance)
    const before = ['2026-08-17', '2026-11-10', '2026-11-14']
    expect(earliest <= '2026-08-19').toBe(true)
    expect(attendanceStanding({ missedOn: before, isSafeguarded: false }, today, attendance)).toEqual(
      attendanceStanding(
        { missedOn: before.filter((day) => day >= earliest), isSafeguarded: false },
        today,
        attendance,
      ),
    )
  })
})

describe('a pause', () => {
  const now = instantOf('2026-11-17', '08:00')
  const factsOn = (day: string): BookingFacts => {
    const cell = { startsAt: instantOf(day, '09:00'), endsAt: instantOf(day, '14:00') }
    return {
      rules: someRules(),
      poolSlug: 'seats',
      pool: aPool(),
      period: { day, ...cell, cells: [cell] },
      person: {},
      own: [],
      absences: { missedOn: threeMondays, isSafeguarded: false },
      units: places(2),
      held: [],
    }
  }

  test('refuses the days ahead, with its last day and the days missed', () => {
    expect(decideBooking(factsOn('2026-11-18'), now)).toEqual({
      booked: false,
      refusal: { reason: 'paused', until: '2026-11-30', missedOn: threeMondays },
    })
  })

  test('leaves the same day open', () => {
    expect(decideBooking(factsOn('2026-11-17'), now)).toMatchObject({ booked: true })
  })

  test('does not refuse what was had before it: a booking that is moved', () => {
    const { absences: _none, ...moved } = factsOn('2026-11-18')
    expect(decideBooking(moved, now)).toMatchObject({ booked: true })
  })

  test('comes after a booking that they have at that time, and before a cap', () => {
    const facts = factsOn('2026-11-18')
    const own = ['2026-11-16', '2026-11-17', '2026-11-19'].map((day) => ({
      bookingId: day,
      pool: 'seats',
      day,
      startsAt: instantOf(day, '09:00'),
      endsAt: instantOf(day, '14:00'),
      slots: 1,
    }))
    expect(decideBooking({ ...facts, own }, now)).toMatchObject({ refusal: { reason: 'paused' } })
    const clash = own.map((booking) => ({ ...booking, ...facts.period }))
    expect(decideBooking({ ...facts, own: clash }, now)).toMatchObject({
      refusal: { reason: 'already-booked' },
    })
  })
})
