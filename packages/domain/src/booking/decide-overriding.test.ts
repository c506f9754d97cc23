import { describe, expect, test } from 'vitest'
import { aPool, places, someRules } from './booking-fixtures.ts'
import { decidePeriod } from './booking-period.ts'
import { decideOverriding } from './decide-overriding.ts'
import { decisionInputs, replayDecision } from './decision-record.ts'
import type { TogetherFacts } from './decide-together.ts'
import { isTownRule } from './town-rule.ts'

const now = new Date('2026-11-30T09:00:00Z')
const morning = { startsAt: new Date('2026-12-03T08:00:00Z'), endsAt: new Date('2026-12-03T13:00:00Z') }
const period = { day: '2026-12-03', ...morning, cells: [morning] }
const rules = someRules({
  caps: [{ who: 'person', pools: ['seats'], per: 'isoWeek', max: 1, unit: 'slots' }],
})
const another = {
  bookingId: 'b-1',
  pool: 'seats',
  day: '2026-12-01',
  startsAt: new Date('2026-12-01T08:00:00Z'),
  endsAt: new Date('2026-12-01T13:00:00Z'),
  slots: 1,
}
const paused = { missedOn: ['2026-11-10', '2026-11-17', '2026-11-24'], isSafeguarded: false }

function facts(more: Partial<TogetherFacts> = {}): TogetherFacts {
  return {
    rules,
    poolSlug: 'seats',
    pool: aPool({ capacity: 2 }),
    period,
    person: {},
    personId: 'ada',
    own: [another],
    units: places(2),
    held: [],
    companions: [],
    household: [],
    ...more,
  }
}

const held = (howMany: number) => places(howMany).map(({ unitId }) => ({ unitId, ...morning, holder: {} }))

test('a cap is set aside and told', () => {
  expect(decideOverriding(facts(), now)).toMatchObject({
    decision: { booked: true },
    facts: { setAside: ['cap-reached'] },
  })
})

test('each rule in the way is set aside and told, in the order it was met', () => {
  expect(decideOverriding(facts({ absences: paused }), now)).toMatchObject({
    decision: { booked: true },
    facts: { setAside: ['paused', 'cap-reached'] },
  })
})

test('what no longer stands in the way is not told', () => {
  expect(decideOverriding(facts({ own: [] }), now).facts.setAside).toEqual([])
})

describe('what is no rule of the town stays a refusal', () => {
  test.each([
    ['a full room', facts({ held: held(2) }), 'full'],
    [
      'a place that somebody has',
      facts({ held: held(1), wantedUnitId: 'unit-1', needsUnit: true }),
      'place-taken',
    ],
    [
      'an age that is not that of the service',
      facts({
        pool: aPool({ eligibility: { age: { gte: 18, at: 'slotStart' } } }),
        person: { bornOn: '2015-01-01' },
      }),
      'not-eligible',
    ],
    [
      'a place held at the same time',
      facts({ own: [{ ...another, ...morning, day: '2026-12-03' }] }),
      'already-booked',
    ],
    ['a group beyond what may sit together', facts({ people: 3 }), 'group-too-large'],
  ])('%s', (_what, asked, reason) => {
    expect(decideOverriding(asked, now).decision).toMatchObject({ booked: false, refusal: { reason } })
    expect(isTownRule(reason)).toBe(false)
  })
})

test('who overrides books before the opening, and no earlier period than one still to end', () => {
  const calendar = { rules, pool: aPool(), changes: [] }
  const asked = { day: '2027-02-01', from: '09:00', to: '14:00' } as const
  expect(decidePeriod(calendar, asked, 'walk-in', now)).toMatchObject({ refusal: { reason: 'not-yet-open' } })
  expect(decidePeriod(calendar, asked, 'overriding', now)).toMatchObject({ period: { day: '2027-02-01' } })
  const over = { day: '2026-11-27', from: '09:00', to: '14:00' } as const
  expect(decidePeriod(calendar, over, 'overriding', now)).toMatchObject({ refusal: { reason: 'past' } })
})

test('the record of an overridden decision gives the same decision again', () => {
  const { facts: decided } = decideOverriding(facts(), now)
  const stored: unknown = JSON.parse(JSON.stringify(decisionInputs(decided, now)))
  const seats = { ...rules, pools: { seats: aPool({ capacity: 2 }) } }
  expect(replayDecision(stored, seats)).toMatchObject({ booked: true })
})
