import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../calendar/local-day.ts'
import { decidePeriod } from './booking-period.ts'
import { aCalendar, aPool } from './booking-fixtures.ts'

// Monday 30 November 2026, ten in the morning in Rome.
const now = new Date('2026-11-30T09:00:00Z')
const morning = { from: '09:00', to: '14:00' } as const

const refusalOf = (outcome: ReturnType<typeof decidePeriod>) =>
  'refusal' in outcome ? outcome.refusal : 'bookable'

describe('a period is refused', () => {
  test.each([
    ['when it is over', { day: '2026-11-27', ...morning }, { reason: 'past' }],
    ['as past, not as a holiday, when it was both', { day: '2026-11-01', ...morning }, { reason: 'past' }],
    [
      'once it has begun',
      { day: '2026-11-30', ...morning },
      { reason: 'booking-closed', closedAt: new Date('2026-11-30T08:00:00Z') },
    ],
    ['on a Saturday', { day: '2026-12-05', ...morning }, { reason: 'closed-day', because: 'weekday' }],
    [
      'on a national holiday',
      { day: '2026-12-08', ...morning },
      { reason: 'closed-day', because: 'holiday' },
    ],
    [
      'on the patron saint of the town',
      { day: '2026-12-04', ...morning },
      { reason: 'closed-day', because: 'holiday' },
    ],
    [
      'on a day the town closed',
      { day: '2026-12-03', ...morning },
      { reason: 'closed-day', because: 'closure', texts: { it: 'lavori' } },
    ],
    [
      'off the grid',
      { day: '2026-12-01', from: '10:00', to: '14:00' },
      { reason: 'off-grid', cells: aPool().open.slots },
    ],
    [
      'outside hours',
      { day: '2026-12-01', from: '19:00', to: '20:00' },
      { reason: 'off-grid', cells: aPool().open.slots },
    ],
    [
      'when it ends before it begins',
      { day: '2026-12-01', from: '14:00', to: '14:00' },
      { reason: 'off-grid', cells: aPool().open.slots },
    ],
    [
      'before its ten working days',
      { day: '2026-12-28', ...morning },
      { reason: 'not-yet-open', opensAt: new Date('2026-12-11T08:00:00Z') },
    ],
  ] as const)('%s', (_when, asked, refusal) => {
    const calendar = aCalendar(aPool(), { holidays: ['2026-12-04'] }, ['2026-12-03'])
    expect(refusalOf(decidePeriod(calendar, asked, 'away', now))).toEqual(refusal)
  })

  test('when spring skips its hour', () => {
    const nights = aPool({
      open: {
        days: [7],
        slots: [
          ['02:00', '03:00'],
          ['02:30', '04:00'],
        ],
      },
    })
    const asked = { day: '2027-03-28', from: '02:30', to: '04:00' } as const
    expect(refusalOf(decidePeriod(aCalendar(nights), asked, 'away', now))).toEqual({ reason: 'no-such-time' })
  })
})

describe('a period can be booked', () => {
  test('for both half days as one', () => {
    const outcome = decidePeriod(aCalendar(), { day: '2026-12-01', from: '09:00', to: '19:00' }, 'away', now)
    expect(outcome).toMatchObject({
      period: {
        startsAt: new Date('2026-12-01T08:00:00Z'),
        endsAt: new Date('2026-12-01T18:00:00Z'),
        cells: [{}, {}],
      },
    })
  })

  test('until the minute before it begins, and not on the minute', () => {
    const asked = { day: '2026-12-01', ...morning }
    expect(refusalOf(decidePeriod(aCalendar(), asked, 'away', new Date('2026-12-01T07:59:59Z')))).toBe(
      'bookable',
    )
    expect(
      refusalOf(decidePeriod(aCalendar(), asked, 'away', new Date('2026-12-01T08:00:00Z'))),
    ).toMatchObject({ reason: 'booking-closed' })
  })

  test('at the counter while it is in progress, until it ends', () => {
    const asked = { day: '2026-11-30', ...morning }
    expect(refusalOf(decidePeriod(aCalendar(), asked, 'walk-in', now))).toBe('bookable')
    expect(refusalOf(decidePeriod(aCalendar(), asked, 'walk-in', new Date('2026-11-30T13:00:00Z')))).toEqual({
      reason: 'past',
    })
  })

  test('from the instant its working days begin', () => {
    const asked = { day: '2026-12-28', ...morning }
    expect(
      refusalOf(decidePeriod(aCalendar(), asked, 'away', new Date('2026-12-11T07:59:59Z'))),
    ).toMatchObject({ reason: 'not-yet-open' })
    expect(refusalOf(decidePeriod(aCalendar(), asked, 'away', new Date('2026-12-11T08:00:00Z')))).toBe(
      'bookable',
    )
  })
})

test('whatever the day, what can be booked is made of cells that touch, fill the period and stay within it', () => {
  const everyDay = aPool({
    open: {
      days: [1, 2, 3, 4, 5, 6, 7],
      slots: [
        ['00:00', '02:00'],
        ['02:00', '03:00'],
        ['03:00', '04:00'],
        ['09:00', '14:00'],
        ['14:00', '19:00'],
      ],
    },
  })
  const calendar = aCalendar(everyDay, {
    fcfs: { opens: { hoursBefore: 24 * 4000 }, closes: { hoursBefore: 0 } },
  })
  const cell = fc.constantFrom(...everyDay.open.slots)
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), cell, cell, (ahead, [from], [, to]) => {
      const outcome = decidePeriod(calendar, { day: addDays('2026-12-01', ahead), from, to }, 'away', now)
      if ('refusal' in outcome) return
      const { startsAt, endsAt, cells } = outcome.period
      expect(cells[0]?.startsAt).toEqual(startsAt)
      expect(cells.at(-1)?.endsAt).toEqual(endsAt)
      for (const one of cells) expect(one.startsAt.getTime()).toBeLessThan(one.endsAt.getTime())
    }),
    { numRuns: 2000 },
  )
})
