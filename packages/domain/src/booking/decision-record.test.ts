import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hashOfJson } from '../allocation/hashes.ts'
import { ageOn } from '../calendar/age.ts'
import { instantOf } from '../calendar/local-time.ts'
import { holds } from '../rules/predicate.ts'
import { aPool, someRules } from './booking-fixtures.ts'
import { decideTogether } from './decide-together.ts'
import type { TogetherFacts } from './decide-together.ts'
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
const care = aPool({ kind: 'care', capacity: 6, eligibility: { age: { lt: 12, at: 'slotStart' } } })
const rules = someRules({ pools: { seats: pool, care } })

const anyBirthday = fc
  .date({ min: new Date('1920-01-01'), max: new Date('2020-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const anyDay = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2032-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

function factsWith(ages: readonly string[], mine: string, child?: string): TogetherFacts {
  return {
    rules,
    pool,
    poolSlug: 'seats',
    period: { day, ...morning, cells: [morning] },
    personId: 'me',
    person: { bornOn: mine, residence: 'borgo-sole' },
    own: [],
    units: places,
    held: ages.map((bornOn, at) => ({
      unitId: `seat ${at + 1}`,
      ...morning,
      holder: { bornOn },
    })),
    household: [],
    companions:
      child === undefined
        ? []
        : [
            {
              slug: 'care',
              pool: care,
              isAddOn: false,
              cells: [morning],
              units: [{ unitId: 'care 1', number: 1, isAccessible: false }],
              held: [],
              blocked: [],
              guest: { bornOn: child },
              dependantId: 'child',
            },
          ],
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
    fc.property(
      fc.array(anyBirthday, { maxLength: 10 }),
      anyBirthday,
      fc.option(anyBirthday, { nil: undefined }),
      (others, mine, child) => {
        const facts = factsWith(others, mine, child)
        const inputs = decisionInputs(facts, now)
        const stored: unknown = JSON.parse(JSON.stringify(inputs))
        expect(hashOfJson(stored)).toBe(hashOfJson(inputs))
        expect(replayDecision(stored, rules)).toEqual(decideTogether(facts, now))
      },
    ),
  )
})

test('of those around nothing is stored but what a rule may ask', () => {
  const rows = { givenName: 'Ada', familyName: 'Riva', bornOn: '1977-07-07' } // what a query may have read along
  const facts = factsWith(['1977-07-07'], '1988-03-14', '2019-05-17')
  const read = {
    ...facts,
    held: facts.held.map((place) => ({ ...place, ...rows })),
    companions: facts.companions.map((each) => ({
      ...each,
      held: [{ ...morning, unitId: 'care 1', ...rows }],
    })),
  }
  const text = JSON.stringify(decisionInputs(read, now))
  for (const word of ['Ada', 'Riva', '1977-07-07', '1988-03-14', '2019-05-17'])
    expect(text).not.toContain(word)
})

test('without its pool a decision cannot be replayed, and says so', () => {
  const stored: unknown = JSON.parse(JSON.stringify(decisionInputs(factsWith([], '1990-01-01'), now)))
  expect(() => replayDecision(stored, someRules({ pools: {} }))).toThrow('no pool seats')
})
