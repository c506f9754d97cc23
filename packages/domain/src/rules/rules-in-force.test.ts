import { describe, expect, test } from 'vitest'
import { aPool, someRules } from '../fixtures/allocation-cases.ts'
import { findRulesInForce, windowOpensAt } from './rules-in-force.ts'
import type { TenantRules } from './tenant-rules.ts'

const weekly: Partial<TenantRules> = {
  windows: {
    opens: { businessDaysBefore: 8, at: '09:00' },
    closes: { businessDaysBefore: 3, at: '18:00' },
    draw: { businessDaysBefore: 2, at: '12:00' },
    horizon: 'nextIsoWeek',
  },
  fcfs: { opens: { businessDaysBefore: 2, at: '13:00' }, closes: { hoursBefore: 0 } },
}
const version = (name: string, effectiveFrom: string, more = weekly) =>
  someRules(aPool(), { ...more, version: name, effectiveFrom })

describe('the version that decides a slot (rule 5)', () => {
  const wednesday = new Date('2026-12-02T08:00:00Z') // its window opens on Wednesday 18 November at 9:00

  test('its window opens eight business days before the Monday of its week', () => {
    expect(windowOpensAt(version('1', '2026-01-01'), wednesday)).toEqual(new Date('2026-11-18T08:00:00Z'))
  })

  test.each([
    ['in effect on the day the window opens', '2026-11-18', '2'],
    ['in effect a day later', '2026-11-19', '1'],
  ])('is the second when it is %s', (_when, from, expected) => {
    const versions = [version('2', from), version('1', '2026-01-01')]
    expect(findRulesInForce(versions, wednesday)?.version).toBe(expected)
  })

  test('is not a later one that opens later: the window is open already', () => {
    const opensLater = version('2', '2026-11-20', {
      windows: null,
      fcfs: { opens: { businessDaysBefore: 2, at: '09:00' }, closes: { hoursBefore: 0 } },
    })
    expect(findRulesInForce([version('1', '2026-01-01'), opensLater], wednesday)?.version).toBe('1')
  })

  test('is none when the first was not in effect yet', () => {
    expect(findRulesInForce([version('1', '2026-11-19')], wednesday)).toBeUndefined()
  })
})
