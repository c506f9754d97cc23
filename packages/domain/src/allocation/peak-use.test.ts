import { describe, expect, test } from 'vitest'
import { conflictsWithin, peakUse } from './peak-use.ts'

const at = (from: number, to: number) => ({
  startsAt: new Date(from * 3_600_000),
  endsAt: new Date(to * 3_600_000),
})

describe('how many run at once (TC12a)', () => {
  test('two bookings in a row are one at a time', () => {
    expect(peakUse([at(9, 10), at(10, 11)], at(9, 11))).toBe(1)
  })

  test.each([
    ['nobody', [], 0],
    ['who ends as it begins', [at(8, 9)], 0],
    ['who begins as it ends', [at(11, 12)], 0],
    ['who was there before and stays', [at(7, 10), at(10, 13)], 1],
    ['who overlaps in the middle', [at(7, 10.5), at(10, 13), at(10.25, 10.3)], 3],
  ])('counts %s', (_who, bookings, peak) => {
    expect(peakUse(bookings, at(9, 11))).toBe(peak)
  })
})

describe('a room that needs half an hour between bookings (TC12d)', () => {
  test.each([
    ['at once', at(12, 14), true],
    ['half an hour later', at(12.5, 14), false],
    ['half an hour before', at(8, 9.5), false],
    ['a quarter before', at(8, 9.75), true],
  ])('%s', (_when, other, expected) => {
    expect(conflictsWithin(at(10, 12), other, 30)).toBe(expected)
    expect(conflictsWithin(other, at(10, 12), 30)).toBe(expected)
  })
})
