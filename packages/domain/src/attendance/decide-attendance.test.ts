import { describe, expect, test } from 'vitest'
import { instantOf } from '../calendar/local-time.ts'
import { decideAttendance, graceEndOf } from './decide-attendance.ts'
import type { Expected } from './decide-attendance.ts'

const attendance = { graceMinutes: 30 }
const at = (time: '08:59' | '09:00' | '09:29' | '09:30' | '10:00' | '10:29' | '10:30' | '13:59' | '14:00') =>
  instantOf('2026-11-23', time)

function aBooking(more: Partial<Expected> = {}): Expected {
  return {
    status: 'confirmed',
    startsAt: at('09:00'),
    endsAt: at('14:00'),
    bookedAt: new Date('2026-11-20T08:00:00Z'),
    expectedAt: null,
    ...more,
  }
}

describe('time makes of a booking', () => {
  test.each([
    ['nothing while the grace runs', aBooking(), at('09:29'), 'as-it-is'],
    ['an absence from the instant the grace is over', aBooking(), at('09:30'), 'no-show'],
    ['nothing for who came', aBooking({ status: 'checked-in' }), at('13:59'), 'as-it-is'],
    ['a visit that is over at its end', aBooking({ status: 'checked-in' }), at('14:00'), 'completed'],
    ['an absence, also when nobody looked until the end', aBooking(), at('14:00'), 'no-show'],
    ['nothing of one that was cancelled', aBooking({ status: 'cancelled' }), at('14:00'), 'as-it-is'],
    ['nothing of an offer', aBooking({ status: 'offered' }), at('14:00'), 'as-it-is'],
    [
      'nothing yet for who was booked at the counter at ten',
      aBooking({ bookedAt: at('10:00') }),
      at('10:29'),
      'as-it-is',
    ],
    ['an absence half an hour later', aBooking({ bookedAt: at('10:00') }), at('10:30'), 'no-show'],
    [
      'nothing yet for whose check-in was taken back at ten',
      aBooking({ expectedAt: at('10:00') }),
      at('10:29'),
      'as-it-is',
    ],
  ] as const)('%s', (_what, booking, now, decision) => {
    expect(decideAttendance(booking, attendance, now)).toBe(decision)
  })

  test.each([
    ['spring, when 02:00 is followed by 03:00', '2027-03-28', '01:45', '2027-03-28T01:15:00.000Z'],
    ['autumn, when 02:00 comes twice', '2026-10-25', '02:45', '2026-10-25T01:15:00.000Z'],
  ] as const)('thirty elapsed minutes across the clock change of %s', (_when, day, from, end) => {
    const startsAt = instantOf(day, from)
    expect(graceEndOf({ ...aBooking({ bookedAt: new Date(0) }), startsAt }, attendance).toISOString()).toBe(
      end,
    )
  })
})
