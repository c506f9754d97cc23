import { describe, expect, test } from 'vitest'
import { base32Of, codeAt, findStep, keyUri, newSecret, stepOf } from './totp.ts'

// The shared secret of RFC 6238, appendix B, for SHA-1.
const secret = base32Of(Buffer.from('12345678901234567890'))

describe('RFC 6238, appendix B', () => {
  test.each([
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ])('at second %i the code is the end of %s', (second, code) => {
    expect(codeAt(secret, stepOf(new Date(second * 1000)))).toBe(code.slice(-6))
  })
})

test('RFC 4226, appendix D: the first codes of a counter', () => {
  expect([0, 1, 2, 3, 4].map((counter) => codeAt(secret, counter))).toEqual([
    '755224',
    '287082',
    '359152',
    '969429',
    '338314',
  ])
})

describe('a code', () => {
  const now = new Date('2026-11-23T09:00:10Z')
  const step = stepOf(now)

  test.each([-2, -1, 0, 1, 2])('of %i steps from now is known or not', (away) => {
    const found = findStep(secret, codeAt(secret, step + away), now)
    expect(found).toBe(Math.abs(away) <= 1 ? step + away : undefined)
  })

  test.each(['', '12345', '1234567', '000000', 'abcdef'])('%j is nobody’s', (code) => {
    expect(findStep(secret, code, now)).toBeUndefined()
  })
})

test('a secret is 160 bits, and never the same', () => {
  expect(newSecret()).toMatch(/^[A-Z2-7]{32}$/)
  expect(newSecret()).not.toBe(newSecret())
})

test('what a phone reads names the town and the person', () => {
  expect(keyUri({ secret: 'ABC', issuer: 'Allumiere: gestione', account: 'Marta Galli' })).toBe(
    'otpauth://totp/Allumiere%3A%20gestione:Marta%20Galli?secret=ABC&issuer=Allumiere%3A%20gestione&algorithm=SHA1&digits=6&period=30',
  )
})
