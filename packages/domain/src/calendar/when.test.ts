import { describe, expect, test } from 'vitest'
import { instantOfWhen, windowEndOf, windowStartOf } from './when.ts'

const monday26October = new Date('2026-10-26T08:00:00Z') // 09:00 in Rome, the day after the clocks went back

describe('a moment before a slot', () => {
  test('48 elapsed hours before are 10:00 of two days before when an hour was given back', () => {
    const at = instantOfWhen({ hoursBefore: 48 }, { slotStart: monday26October, holidays: [] })
    expect(at).toEqual(new Date('2026-10-24T08:00:00Z'))
  })

  test('a business day before keeps its wall-clock time', () => {
    const at = instantOfWhen(
      { businessDaysBefore: 1, at: '09:00' },
      { slotStart: monday26October, holidays: [] },
    )
    expect(at).toEqual(new Date('2026-10-23T07:00:00Z'))
  })

  test('business days of a window count from its first day, hours from the slot', () => {
    const context = {
      slotStart: new Date('2026-12-03T08:00:00Z'),
      countFrom: windowStartOf('nextIsoWeek', '2026-12-03'),
      holidays: [],
    }
    expect(instantOfWhen({ businessDaysBefore: 2, at: '12:00' }, context)).toEqual(
      new Date('2026-11-26T11:00:00Z'),
    )
    expect(instantOfWhen({ hoursBefore: 2 }, context)).toEqual(new Date('2026-12-03T06:00:00Z'))
  })
})

describe('the span of a window', () => {
  test('is the ISO week, also across the year', () => {
    expect(windowStartOf('nextIsoWeek', '2027-01-02')).toBe('2026-12-28')
    expect(windowEndOf('nextIsoWeek', '2027-01-02')).toBe('2027-01-03')
  })

  test('is the calendar month, also a short one', () => {
    expect(windowStartOf('nextMonth', '2027-02-10')).toBe('2027-02-01')
    expect(windowEndOf('nextMonth', '2027-02-10')).toBe('2027-02-28')
    expect(windowEndOf('nextMonth', '2026-12-31')).toBe('2026-12-31')
  })
})
