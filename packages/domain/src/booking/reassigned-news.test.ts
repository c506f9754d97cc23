import { expect, test } from 'vitest'
import { isReassignmentNews } from './reassigned-news.ts'

const startsAt = new Date('2027-01-11T08:00:00Z')
const hours = (before: number) => new Date(startsAt.getTime() - before * 3_600_000)

test.each([
  ['who comes in two days and took what was given reads it in the reminder', 48, false, false, false],
  ['who chose the place is told however early', 240, true, false, true],
  ['a minute before the reminder it can still name the new place', 24 + 1 / 60, false, false, false],
  ['once the reminder has left, everybody is told', 24, false, false, true],
  ['a booking that has begun is told by nobody', 0, true, false, false],
  ['a turn at a desk names no place', 2, true, true, false],
] as const)('%s', (_what, before, hadChosen, isDesk, isNews) => {
  expect(isReassignmentNews({ startsAt, hadChosen, isDesk }, hours(before))).toBe(isNews)
})
