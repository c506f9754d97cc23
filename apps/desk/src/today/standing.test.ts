import { expect, test } from 'vitest'
import { messages as italian } from '../messages/it.ts'
import type { Moment } from './day.ts'
import { describeStanding, standingOf } from './standing.ts'
import { aBooking } from './testing/a-booking.ts'

const atTwentyPastNine: Moment = { isToday: true, isPast: false, nowLocal: '09:22' }

test.each([
  ['who is in is present', aBooking({ status: 'checked-in' }), atTwentyPastNine, 'present'],
  [
    'who was in until the end is no longer counted in',
    aBooking({ status: 'checked-in' }),
    { ...atTwentyPastNine, nowLocal: '14:00' },
    'over',
  ],
  ['who has not come is late', aBooking({ isLate: true }), atTwentyPastNine, 'late'],
  ['who comes later is expected', aBooking({ from: '14:00', to: '19:00' }), atTwentyPastNine, 'expected'],
  [
    'who never came is missed when the time is over',
    aBooking({ isLate: true }),
    { ...atTwentyPastNine, nowLocal: '14:00' },
    'missed',
  ],
  [
    'who never came yesterday is missed, whatever the clock says now',
    aBooking({ isLate: true }),
    { isToday: false, isPast: true, nowLocal: '09:22' },
    'missed',
  ],
  [
    'nobody is missed tomorrow',
    aBooking({}),
    { isToday: false, isPast: false, nowLocal: '18:00' },
    'expected',
  ],
  ['an absence is said', aBooking({ status: 'no-show' }), atTwentyPastNine, 'absent'],
] as const)('%s', (_what, booking, moment, standing) => {
  expect(standingOf(booking, moment)).toBe(standing)
})

test('a delay is told in minutes', () => {
  expect(describeStanding(aBooking({ isLate: true }), 'late', atTwentyPastNine, italian.standing)).toBe(
    'in ritardo di 22 minuti',
  )
})

test('an arrival is told with its time', () => {
  const arrived = aBooking({ status: 'checked-in', checkedInAt: '09:02' })
  expect(describeStanding(arrived, 'present', atTwentyPastNine, italian.standing)).toBe('presente dalle 9:02')
})
