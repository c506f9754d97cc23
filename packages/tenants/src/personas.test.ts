import { describe, expect, test } from 'vitest'
import { agreesWithBirth, findCheckedFiscalCode } from '@officine/domain/identity/fiscal-code'
import { findPersona, loadSlugs, personas } from './personas.ts'

const everyone = [...personas, ...loadSlugs.flatMap((slug) => findPersona(slug) ?? [])]

describe('the invented people', () => {
  test('are the ones that documents name', () => {
    for (const slug of [
      'working-mother',
      'man-30',
      'pensioner-no-email',
      'eu-citizen',
      'student',
      'freelancer',
      'regione-officer',
    ])
      expect(findPersona(slug)?.slug).toBe(slug)
    for (const role of ['front-desk', 'operator', 'manager'])
      for (const town of ['allumiere', 'pignataro-interamna'])
        expect(findPersona(`${role}-${town}`)?.staff).toEqual({ town, role })
  })

  test('for load are two thousand, and no more', () => {
    expect(loadSlugs).toHaveLength(2_000)
    expect(loadSlugs.every((slug) => findPersona(slug)?.slug === slug)).toBe(true)
    expect([findPersona('load-0000'), findPersona('load-2001'), findPersona('load-1')]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  test('have fiscal codes whose check holds and that agree with their birth', () => {
    const wrong = everyone.filter(({ fiscalCode, bornOn }) => {
      if (fiscalCode === undefined) return false
      const code = findCheckedFiscalCode(fiscalCode)
      return code === undefined || !agreesWithBirth(code, bornOn)
    })
    expect(wrong).toEqual([])
    expect(personas.filter(({ fiscalCode }) => fiscalCode === undefined).map(({ slug }) => slug)).toEqual([
      'eu-citizen',
    ])
  })

  test('are all different people', () => {
    const codes = everyone.flatMap(({ fiscalCode }) => fiscalCode ?? [])
    expect(new Set(codes).size).toBe(codes.length)
    expect(new Set(everyone.map(({ slug }) => slug)).size).toBe(everyone.length)
  })
})
