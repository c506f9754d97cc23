import { explainRules } from '@officine/domain/rules/explain-rules'
import { validateRules } from '@officine/domain/rules/validate-rules'
import { describe, expect, test } from 'vitest'
import { towns } from '../towns.ts'

describe.each(towns.map(({ name, rules }) => [name, rules] as const))('the rules of %s', (_town, rules) => {
  test('can be followed, without a warning', () => {
    expect(validateRules(rules)).toMatchObject({ ok: true, warnings: [] })
  })

  test('name the act they rest on, and can be told in both languages', () => {
    expect(rules.legalBasis.length).toBeGreaterThan(0)
    expect(explainRules(rules, 'it').length).toBe(explainRules(rules, 'en').length)
  })
})
