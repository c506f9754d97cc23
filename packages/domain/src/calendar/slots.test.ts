import { describe, expect, test } from 'vitest'
import type { PoolRules } from '../rules/tenant-rules.ts'
import { slotsOn } from './slots.ts'

const weekdays: Pick<PoolRules, 'open'> = {
  open: {
    days: [1, 2, 3, 4, 5],
    slots: [
      ['09:00', '14:00'],
      ['14:00', '19:00'],
    ],
  },
}

describe('the slots of a day', () => {
  test('are the cells of the grid, back to back', () => {
    expect(slotsOn(weekdays, '2026-11-30', [])).toEqual([
      { startsAt: new Date('2026-11-30T08:00:00Z'), endsAt: new Date('2026-11-30T13:00:00Z') },
      { startsAt: new Date('2026-11-30T13:00:00Z'), endsAt: new Date('2026-11-30T18:00:00Z') },
    ])
  })

  test.each([
    ['on a day of the week the pool keeps closed', '2026-11-29', []],
    ['on a national holiday', '2026-12-08', []],
    ['on a day the town closes', '2026-11-30', ['2026-11-30']],
  ])('are none %s', (_what, day, closed) => {
    expect(slotsOn(weekdays, day, closed)).toEqual([])
  })

  test('leave out an hour that spring skips, and shorten one that it bites into', () => {
    const nights: Pick<PoolRules, 'open'> = {
      open: {
        days: [7],
        slots: [
          ['02:00', '03:00'],
          ['02:30', '04:00'],
        ],
      },
    }
    expect(slotsOn(nights, '2027-03-28', [])).toEqual([]) // Easter Sunday is a holiday
    expect(slotsOn(nights, '2026-03-29', [])).toEqual([
      { startsAt: new Date('2026-03-29T01:00:00Z'), endsAt: new Date('2026-03-29T02:00:00Z') },
    ])
  })
})
