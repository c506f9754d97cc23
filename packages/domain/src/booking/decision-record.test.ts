import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hashOfJson } from '../allocation/hashes.ts'
import { ageOn } from '../calendar/age.ts'
import { instantOf } from '../calendar/local-time.ts'
import { holds } from '../rules/predicate.ts'
import { aPool, someRules } from './booking-fixtures.ts'
import { decideBooking } from './decide-booking.ts'
import type { BookingFacts } from './decide-booking.ts'
import { asRulesSee, decisionInputs, replayDecision } from './decision-record.ts'

const day = '2026-10-13'
const now = new Date('2026-10-12T08:00:00Z')
const morning = { startsAt: instantOf(day, '09:00'), endsAt: instantOf(day, '14:00') }
const places = Array.from({ length: 10 }, (_, at) => ({
  unitId: `seat ${at + 1}`,
  number: at + 1,
  isAccessible: at === 9,
}))
const reserve = {
  id: 'u35',
  size: 4,
  when: { age: { lt: 35, at: 'slotStart' } },
  mode: 'soft',
  release: { hoursBefore: 2 },
} as const
const pool = aPool({ eligibility: { age: { gte: 16, at: 'slotStart' } }, reserves: [reserve] })
const rules = someRules({ pools: { seats: pool } })

const anyBirthday = fc
  .date({ min: new Date('1920-01-01'), max: new Date('2020-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const anyDay = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2032-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

function factsWith(ages: readonly string[], mine: string): BookingFacts {
  return {
    rules,
    pool,
    poolSlug: 'seats',
    period: { day, ...morning, cells: [morning] },
    person: asRulesSee({ bornOn: mine, residence: 'borgo-sole' }, day),
    own: [],
    units: places,
    held: ages.map((bornOn, at) => ({
      unitId: `seat ${at + 1}`,
      ...morning,
      holder: asRulesSee({ bornOn }, day),
    })),
  }
}

describe('what is kept of a person behind a decision', () => {
  test('is the age and not the birthday', () => {
    expect(asRulesSee({ bornOn: '1988-03-14', residence: 'allumiere' }, day)).toEqual({
      bornOn: '1988-10-13',
      residence: 'allumiere',
    })
    expect(asRulesSee({ bornOn: '1988-11-14' }, day)).toEqual({ bornOn: '1989-10-13' })
    expect(asRulesSee({}, day)).toEqual({})
  })

  test('gives the same age, hence the same answer to every rule, on whatever day', () => {
    fc.assert(
      fc.property(anyBirthday, anyDay, fc.nat(100), (bornOn, on, years) => {
        const kept = asRulesSee({ bornOn }, on)
        expect(ageOn(kept.bornOn ?? '', on)).toBe(ageOn(bornOn, on))
        const older = { age: { gte: years, at: 'slotStart' } } as const
        const context = { slotDay: on, orgs: {} }
        expect(holds(older, kept, context)).toBe(holds(older, { bornOn }, context))
      }),
    )
  })
})

test('a stored decision is decided again as it was, and its hash is that of what is stored', () => {
  fc.assert(
    fc.property(fc.array(anyBirthday, { maxLength: 10 }), anyBirthday, (others, mine) => {
      const facts = factsWith(others, mine)
      const inputs = decisionInputs(facts, now)
      const stored: unknown = JSON.parse(JSON.stringify(inputs))
      expect(hashOfJson(stored)).toBe(hashOfJson(inputs))
      expect(replayDecision(stored, rules)).toEqual(decideBooking(facts, now))
    }),
  )
})

test('without its pool a decision cannot be replayed, and says so', () => {
  const stored: unknown = JSON.parse(JSON.stringify(decisionInputs(factsWith([], '1990-01-01'), now)))
  expect(() => replayDecision(stored, someRules({ pools: {} }))).toThrow('no pool seats')
})
