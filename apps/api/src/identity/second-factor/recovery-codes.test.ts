import { expect, test } from 'vitest'
import { newRecoveryCodes, readCode, shownCode } from './recovery-codes.ts'

test('ten codes are made, no two alike, each read back as it is shown', () => {
  const codes = newRecoveryCodes()
  expect(new Set(codes).size).toBe(10)
  for (const code of codes)
    expect(readCode(shownCode(code).toLowerCase())).toEqual({ kind: 'recovery', code })
})

test.each([
  ['123456', { kind: 'phone', code: '123456' }],
  [' 123 456 ', { kind: 'phone', code: '123456' }],
  ['o1ilo-00000', { kind: 'recovery', code: '0111000000' }],
  ['12345', undefined],
  ['', undefined],
  ['UUUUU-UUUUU', undefined],
])('%j is read for what it is', (typed, read) => {
  expect(readCode(typed)).toEqual(read)
})
