import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, completedYears, isCivilDay } from './civil-day.ts'

const anyDay = fc
  .integer({ min: 0, max: 80_000 })
  .map((days) => Temporal.PlainDate.from('1900-01-01').add({ days }).toString())

describe('days of the calendar', () => {
  it('are recognised, leap days included', () => {
    expect(['2024-02-29', '2000-02-29', '2026-12-31'].every(isCivilDay)).toBe(true)
  })

  it.each([
    '2025-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-1-01',
    '26-01-01',
    '0000-01-01',
    '2026-01-00',
    '2026-01-01 ',
    '',
  ])('are not what %j says', (text) => {
    expect(isCivilDay(text)).toBe(false)
  })

  it('move by months and by days as the calendar does', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(40), (day, amount) => {
        const plain = Temporal.PlainDate.from(day)
        expect(addMonths(day, amount)).toBe(plain.add({ months: amount }).toString())
        expect(addDays(day, amount)).toBe(plain.add({ days: amount }).toString())
      }),
    )
  })

  it('end where four digits end', () => {
    expect(addMonths('9999-12-31', 6)).toBe('9999-12-31')
    expect(addDays('9999-12-31', 28)).toBe('9999-12-31')
  })
})

describe('completed years', () => {
  it('count the birthday itself', () => {
    expect(completedYears('2008-03-10', '2026-03-09')).toBe(17)
    expect(completedYears('2008-03-10', '2026-03-10')).toBe(18)
  })

  it('of somebody born on 29 February are completed on 1 March of a common year, and on the day of a leap year', () => {
    expect(completedYears('2008-02-29', '2026-02-28')).toBe(17)
    expect(completedYears('2008-02-29', '2026-03-01')).toBe(18)
    expect(completedYears('2008-02-29', '2028-02-28')).toBe(19)
    expect(completedYears('2008-02-29', '2028-02-29')).toBe(20)
  })
})
