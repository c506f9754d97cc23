import { describe, expect, test } from 'vitest'
import { agreesWithBirth, findCheckedFiscalCode, maskedFiscalCode } from './fiscal-code.ts'
import type { FiscalCode } from './fiscal-code.ts'

const marioRossi = findCheckedFiscalCode('RSSMRA85T10A562S') as FiscalCode // the invented Mario Rossi of every textbook

describe('a fiscal code', () => {
  test.each([
    ['as printed', 'RSSMRA85T10A562S'],
    ['in small letters', 'rssmra85t10a562s'],
    ['with spaces, as people write it', ' RSS MRA 85T10 A562S '],
  ])('is read %s', (_how, text) => {
    expect(findCheckedFiscalCode(text)).toBe('RSSMRA85T10A562S')
  })

  test.each([
    ['with a wrong check character', 'RSSMRA85T10A562T'],
    ['with two digits exchanged', 'RSSMRA58T10A562S'],
    ['one character short', 'RSSMRA85T10A562'],
    ['that is a company’s', '01234567890'],
    ['that is empty', ''],
    ['with an injected line', 'RSSMRA85T10A562S\u0000'],
  ])('is refused %s', (_how, text) => {
    expect(findCheckedFiscalCode(text)).toBeUndefined()
  })

  test('keeps the letters that tell two people with equal codes apart', () => {
    expect(findCheckedFiscalCode('RSSMRA85T10A56NH')).toBe('RSSMRA85T10A56NH')
  })

  test('is shown to its holder without birth, sex and place', () => {
    expect(maskedFiscalCode(marioRossi)).toBe('RSSMRA••••••••••')
  })

  test('agrees with its holder’s day of birth and with no other', () => {
    expect(agreesWithBirth(marioRossi, '1985-12-10')).toBe(true)
    expect(agreesWithBirth(marioRossi, '1985-12-11')).toBe(false)
  })
})
