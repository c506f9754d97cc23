import { expect, test } from 'vitest'
import { addDays } from './calendar-days.ts'
import { whichWeek } from './which-week.ts'

type State = 'free' | 'taken' | 'shut'

const isFree = (state: State) => state === 'free'

function aDay(day: string, state: State) {
  return state === 'shut' ? { day, closedBecause: 'chiuso', slots: [] } : { day, slots: [state] }
}

// Monday 23 November 2026 to Sunday 6 December: shut at the weekend.
const fortnight = (state: (day: string) => State) =>
  Array.from({ length: 14 }, (_, count) => addDays('2026-11-23', count)).map((day, count) =>
    aDay(day, count % 7 > 4 ? 'shut' : state(day)),
  )

test('the first day with a free place is shown to who asked for none', () => {
  const days = fortnight((day) => (day < '2026-11-25' ? 'taken' : 'free'))
  expect(whichWeek(days, undefined, '2026-11-24', isFree).day?.day).toBe('2026-11-25')
})

test('on a Saturday the next week is shown', () => {
  const days = fortnight((day) => (day < '2026-11-28' ? 'taken' : 'free'))
  const { day, week, earlier } = whichWeek(days, undefined, '2026-11-28', isFree)
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
  const days = fortnight(() => 'taken')
  expect(whichWeek(days, '2026-11-26', '2026-11-24', isFree).day?.day).toBe('2026-11-26')
})

test('there is no way back to a week that has gone', () => {
  const days = fortnight(() => 'free')
  expect(whichWeek(days, undefined, '2026-11-24', isFree).earlier).toBeUndefined()
})

test('a Saturday on which the town opens stays in the week', () => {
  const days = fortnight(() => 'free').map((day) => (day.day === '2026-11-28' ? aDay(day.day, 'free') : day))
  expect(whichWeek(days, undefined, '2026-11-24', isFree).week).toHaveLength(6)
})
