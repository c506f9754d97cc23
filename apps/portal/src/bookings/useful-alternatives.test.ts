import { expect, test } from 'vitest'
import type { Refusal } from './describe-refusal.ts'
import type { Slot } from './slot-words.ts'
import { usefulAlternatives } from './useful-alternatives.ts'

const onDay = (day: string): Slot => ({
  day,
  from: '09:00',
  to: '14:00',
  label: '9:00-14:00',
  capacity: 10,
  free: 4,
  freeForMe: 4,
  heldForReserves: 0,
  state: 'bookable',
  takenUnitIds: [],
})
const cap = (per: 'day' | 'isoWeek' | 'month'): Refusal => ({
  reason: 'cap-reached',
  per,
  max: 3,
  unit: 'slots',
  used: 3,
})
const near = ['2026-11-27', '2026-11-30', '2026-12-01'].map(onDay)

test.each([
  ['a full time offers every time nearby', { reason: 'full' }, ['2026-11-27', '2026-11-30', '2026-12-01']],
  ['a weekly cap offers other weeks only', cap('isoWeek'), ['2026-11-30', '2026-12-01']],
  ['a monthly cap offers other months only', cap('month'), ['2026-12-01']],
  ['a daily cap offers other days', cap('day'), ['2026-11-30', '2026-12-01']],
  [
    'who has a place at that time is offered no other',
    { reason: 'already-booked', bookingId: 'a', timeLabel: 'b' },
    undefined,
  ],
  [
    'who may not book is offered no other time',
    { reason: 'not-eligible', why: 'age', who: 'holder' },
    undefined,
  ],
] as const)('%s', (_what, refusal, expected) => {
  const days = usefulAlternatives(refusal, '2026-11-27', near)?.map(({ day }) => day)
  expect(days).toEqual(expected)
})

test('after a cap with no allowed time nearby nothing is said of places, because nobody looked further', () => {
  expect(usefulAlternatives(cap('month'), '2026-11-27', near.slice(0, 2))).toBeUndefined()
})
