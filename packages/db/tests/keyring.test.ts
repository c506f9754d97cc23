import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { FiscalCode } from '@officine/domain/identity/fiscal-code'
import { tenantId } from '@officine/domain/tenant-id'
import { fiscalCodeColumns, fiscalCodeSeals, openFiscalCode } from '../src/identity-seals.ts'
import { keyringInFile, keyringOf, makeKeyringFile, newKeyring, rotateKeyringFile } from '../src/keyring.ts'

const now = new Date('2026-11-23T08:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'officine-keys-'))
const allumiere = tenantId('allumiere')
const pignataro = tenantId('pignataro-interamna')
const code = 'RSSMRA85T10A562S' as FiscalCode

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a fiscal code in a row', () => {
  const keyring = keyringOf(newKeyring(now))
  const columns = fiscalCodeColumns(keyring, allumiere, 'anna', code)

  test('can be found by its seal and opened, and cannot be read', () => {
    expect(fiscalCodeSeals(keyring, allumiere, code)).toEqual([columns.fiscalCodeHmac])
    expect(openFiscalCode(keyring, allumiere, 'anna', columns.fiscalCodeCipher)).toBe(code)
    expect(JSON.stringify(columns)).not.toContain('RSSMRA')
  })

  test('has another cipher each time, and another seal in each town', () => {
    const again = fiscalCodeColumns(keyring, allumiere, 'anna', code)
    expect(again.fiscalCodeCipher).not.toBe(columns.fiscalCodeCipher)
    expect(again.fiscalCodeHmac).toBe(columns.fiscalCodeHmac)
    expect(fiscalCodeSeals(keyring, pignataro, code)).not.toContain(columns.fiscalCodeHmac)
  })

  test('does not open in another row, in another town, or when a bit of it was changed', () => {
    const { fiscalCodeCipher } = columns
    const altered = `${fiscalCodeCipher.slice(0, -2)}${fiscalCodeCipher.endsWith('AA') ? 'BB' : 'AA'}`
    expect(() => openFiscalCode(keyring, allumiere, 'bruno', fiscalCodeCipher)).toThrow()
    expect(() => openFiscalCode(keyring, pignataro, 'anna', fiscalCodeCipher)).toThrow()
    expect(() => openFiscalCode(keyring, allumiere, 'anna', altered)).toThrow()
  })

  test('cannot be opened with a keyring made in place of a lost one, which says so', () => {
    const replacement = keyringOf(newKeyring(now))
    expect(() => openFiscalCode(replacement, allumiere, 'anna', columns.fiscalCodeCipher)).toThrow(
      /holds no key "k1-[0-9a-f]{6}": it is not the one this database was written with/,
    )
  })
})

describe('a keyring file', () => {
  const file = join(folder, 'keyring.json')

  test('is made once, for its owner’s eyes', () => {
    expect(makeKeyringFile(file, now)).toBe(true)
    const made = readFileSync(file, 'utf8')
    expect(makeKeyringFile(file, now)).toBe(false)
    expect(readFileSync(file, 'utf8')).toBe(made)
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  test('that is rotated opens what was written before, finds it, and writes with the new key; a running server too', () => {
    const running = keyringInFile(file)
    const before = fiscalCodeColumns(running, allumiere, 'anna', code)
    const version = rotateKeyringFile(file, now)
    expect(version).toMatch(/^k2-/)
    expect(openFiscalCode(running, allumiere, 'anna', before.fiscalCodeCipher)).toBe(code)
    const seals = fiscalCodeSeals(running, allumiere, code)
    expect(seals).toHaveLength(2)
    expect(seals[1]).toBe(before.fiscalCodeHmac)
    expect(fiscalCodeColumns(running, allumiere, 'anna', code).fiscalCodeHmac).toBe(seals[0])
    expect(running.currentVersion()).toBe(version)
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })
})

describe('a text that is no keyring', () => {
  test.each([
    ['not JSON', 'swordfish', 'it is not JSON'],
    ['empty', '{}', 'its current key is missing'],
    ['without its current key', '{"current":"k2","keys":{}}', 'its current key is missing'],
    ['with a short key', '{"current":"k1","keys":{"k1":{"hmac":"AAAA","cipher":"AAAA"}}}', 'not 32 bytes'],
    ['null', 'null', 'it is not JSON'],
    ['with a key that is no key', '{"current":"k1","keys":{"k1":7}}', 'not 32 bytes'],
  ])('is refused when %s, and nothing of it is repeated', (_what, text, why) => {
    expect(() => keyringOf(text)).toThrow(why)
    expect(() => keyringOf(text)).toThrow(/^(?!.*swordfish)/)
  })

  test('is not built upon', () => {
    const file = join(folder, 'other.json')
    writeFileSync(file, 'swordfish')
    chmodSync(file, 0o600)
    expect(() => rotateKeyringFile(file, now)).toThrow('it is not JSON')
    expect(readFileSync(file, 'utf8')).toBe('swordfish')
  })
})
