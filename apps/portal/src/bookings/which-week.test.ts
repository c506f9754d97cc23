import { addDays } from '@officine/ui/calendar-days'
import { expect, test } from 'vitest'
import type { DayOfSlots, Slot } from './slot-words.ts'
import { whichWeek } from './which-week.ts'

function aDay(day: string, state: Slot['state'] | 'closed'): DayOfSlots {
  const slot: Slot = {
    day,
    from: '09:00',
    to: '14:00',
    label: '9:00-14:00',
    capacity: 10,
    free: 4,
    freeForMe: 4,
    heldForReserves: 0,
    state: state === 'closed' ? 'past' : state,
    takenUnitIds: [],
  }
  const isClosed = state === 'closed'
  return {
    day,
    label: day,
    shortLabel: 'lun',
    dayNumber: day.slice(8),
    ...(isClosed ? { closedBecause: 'chiuso' } : {}),
    slots: isClosed ? [] : [slot],
  }
}

// Monday 23 November 2026 to Sunday 6 December: shut at the weekend.
const fortnight = (state: (day: string) => Slot['state']) =>
  Array.from({ length: 14 }, (_, count) => addDays('2026-11-23', count)).map((day, count) =>
    aDay(day, count % 7 > 4 ? 'closed' : state(day)),
  )

test('the first day with a free place is shown to who asked for none', () => {
  const days = fortnight((day) => (day < '2026-11-25' ? 'past' : 'bookable'))
  expect(whichWeek(days, undefined, '2026-11-24').day?.day).toBe('2026-11-25')
})

test('on a Saturday the next week is shown', () => {
  const days = fortnight((day) => (day < '2026-11-28' ? 'past' : 'bookable'))
  const { day, week, earlier } = whichWeek(days, undefined, '2026-11-28')
  expect(day?.day).toBe('2026-11-30')
  expect(week.map((each) => each.day)).toEqual([
    '2026-11-30',
    '2026-12-01',
    '2026-12-02',
    '2026-12-03',
    '2026-12-04',
  ])
  expect(earlier).toBe('2026-11-23')
})

test('the day asked for is shown even when nothing is free', () => {
  const days = fortnight(() => 'full')
  expect(whichWeek(days, '2026-11-26', '2026-11-24').day?.day).toBe('2026-11-26')
})

test('there is no way back to a week that has gone', () => {
  expect(
    whichWeek(
      fortnight(() => 'bookable'),
      undefined,
      '2026-11-24',
    ).earlier,
  ).toBeUndefined()
})

test('a Saturday on which the town opens stays in the week', () => {
  const days = fortnight(() => 'bookable').map((day) =>
    day.day === '2026-11-28' ? aDay(day.day, 'bookable') : day,
  )
  expect(whichWeek(days, undefined, '2026-11-24').week).toHaveLength(6)
})
