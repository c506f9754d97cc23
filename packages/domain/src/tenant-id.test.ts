import { describe, expect, test } from 'vitest'
import { reservedSlugs, tenantId } from './tenant-id.ts'

describe('a town’s slug', () => {
  test.each(['allumiere', 'pignataro-interamna', 'roma-municipio-v', 'a1', 'a'.repeat(40)])(
    'is accepted as written: %s',
    (slug) => {
      expect(tenantId(slug)).toBe(slug)
    },
  )

  test.each([
    ['nothing', ''],
    ['one letter', 'a'],
    ['a digit first', '1allumiere'],
    ['a capital letter', 'Allumiere'],
    ['an accent', 'forlì'],
    ['a dot', 'allumiere.evil'],
    ['an apostrophe', "allumiere'"],
    ['a line break at the end', 'allumiere\n'],
    ['41 characters', 'a'.repeat(41)],
  ])('is refused with %s', (_what, text) => {
    expect(() => tenantId(text)).toThrow(RangeError)
  })

  test.each(reservedSlugs)('is refused when it is taken by something of ours: %s', (slug) => {
    expect(() => tenantId(slug)).toThrow(RangeError)
  })
})
