import { describe, expect, test } from 'vitest'
import { findFailedFact, holds } from './predicate.ts'
import type { PersonFacts } from './predicate.ts'
import type { Predicate } from './tenant-rules.ts'

const context = {
  slotDay: '2026-11-30',
  orgs: { unicas: { agreementUntil: '2026-11-30' }, ended: { agreementUntil: '2026-11-29' } },
}
const anna: PersonFacts = {
  traits: ['care'],
  bornOn: '1991-12-01',
  residence: 'roma-municipio-v',
  memberOf: ['unicas', 'ended', 'toString'],
  vouchers: ['freelance-2027'],
}

describe('a condition', () => {
  test.each<[string, Predicate, boolean, boolean]>([
    ['that always holds', { always: true }, true, true],
    ['on a trait', { trait: 'care' }, true, false],
    ['on another trait', { trait: 'fragile' }, false, false],
    ['on being under 35', { age: { lt: 35, at: 'slotStart' } }, true, false],
    ['on being 35', { age: { gte: 35, at: 'slotStart' } }, false, false],
    ['on an age without bounds', { age: { at: 'slotStart' } }, true, false],
    ['on where one lives', { residence: { in: ['allumiere', 'roma-municipio-v'] } }, true, false],
    ['on a membership, on the last day of the agreement', { memberOf: { org: 'unicas' } }, true, false],
    ['on a membership, the day after', { memberOf: { org: 'ended' } }, false, false],
    ['on a membership nobody declared', { memberOf: { org: 'toString' } }, false, false],
    ['on a voucher', { voucher: 'freelance-2027' }, true, false],
    ['that denies a fact', { not: { trait: 'care' } }, false, true],
    ['that denies an age', { not: { age: { gte: 18, at: 'slotStart' } } }, false, true],
    ['on all of nothing', { all: [] }, true, true],
    ['on any of nothing', { any: [] }, false, false],
    ['on two facts', { all: [{ trait: 'care' }, { trait: 'fragile' }] }, false, false],
    ['on one of two facts', { any: [{ trait: 'care' }, { trait: 'fragile' }] }, true, false],
  ])('%s holds for Anna, and for who said nothing', (_what, predicate, forAnna, forNobody) => {
    expect(holds(predicate, anna, context)).toBe(forAnna)
    expect(holds(predicate, {}, context)).toBe(forNobody)
  })
})

describe('the fact that keeps somebody out', () => {
  test.each<[Predicate, ReturnType<typeof findFailedFact>]>([
    [{ trait: 'care' }, undefined],
    [{ age: { gte: 65, at: 'slotStart' } }, { fact: 'age', ageAtLeast: 65 }],
    [{ age: { lt: 30, at: 'slotStart' } }, { fact: 'age', ageBelow: 30 }],
    [{ residence: { in: ['allumiere'] } }, { fact: 'residence' }],
    [{ memberOf: { org: 'ended' } }, { fact: 'membership' }],
    [{ trait: 'fragile' }, { fact: 'trait' }],
    [{ voucher: 'other' }, { fact: 'document' }],
    [{ all: [{ trait: 'care' }, { age: { gte: 65, at: 'slotStart' } }] }, { fact: 'age', ageAtLeast: 65 }],
    [{ all: [{ age: { gte: 65, at: 'slotStart' } }, { trait: 'fragile' }] }, { fact: 'age' }],
    [{ any: [{ residence: { in: [] } }, { trait: 'fragile' }] }, { fact: 'residence' }],
    [{ not: { not: { trait: 'fragile' } } }, { fact: 'trait' }],
    [{ not: { any: [{ memberOf: { org: 'unicas' } }] } }, { fact: 'membership' }],
    [{ any: [] }, { fact: 'document' }],
  ])('%j', (predicate, expected) => {
    expect(findFailedFact(predicate, anna, context)).toEqual(expected)
  })

  test('is the age of somebody whose birthday nobody knows, with no age that would do', () => {
    expect(findFailedFact({ age: { gte: 6, at: 'slotStart' } }, {}, context)).toEqual({ fact: 'age' })
  })
})
