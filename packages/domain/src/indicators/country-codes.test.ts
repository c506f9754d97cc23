import { describe, expect, it } from 'vitest'
import { isCountryCode, isUnionMember } from './country-codes.ts'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')
const PAIRS = LETTERS.flatMap((first) => LETTERS.map((second) => first + second))

describe('country codes', () => {
  it('are the 249 of ISO 3166-1 and the three that the Union adds', () => {
    expect(PAIRS.filter(isCountryCode)).toHaveLength(252)
  })

  it('are names that the language data know', () => {
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
    const unknown = PAIRS.filter(
      (code) => isCountryCode(code) && code !== 'EL' && names.of(code) === undefined,
    )
    expect(unknown).toEqual([])
  })
})

describe('the Union', () => {
  it.each([
    ['2003-12-31', 15],
    ['2004-05-01', 25],
    ['2007-01-01', 27],
    ['2013-07-01', 28],
    ['2020-01-31', 28],
    ['2020-02-01', 27],
    ['2026-06-30', 27],
  ])('on %s had %i members', (on, members) => {
    const aliases = ['EL', 'UK']
    expect(PAIRS.filter((code) => !aliases.includes(code) && isUnionMember(code, on))).toHaveLength(members)
  })
})
