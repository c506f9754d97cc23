import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { closeDatabase, openDatabase } from '@officine/db/database'
import type { Database } from '@officine/db/database'
import { keyringInFile, makeKeyringFile } from '@officine/db/keyring'
import * as factors from '@officine/db/second-factors'
import { withTenant } from '@officine/db/with-tenant'
import { tenantId } from '@officine/domain/tenant-id'
import { findPersona } from '@officine/tenants/personas'
import { testDatabase } from '@officine/testing/test-database'
import type { TestDatabase } from '@officine/testing/test-database'
import { applyTowns } from '@officine/testing/town-in-database'
import type { CliEnvironment } from '../env.ts'
import { run as keys } from '../keys/keys-command.ts'
import { environmentIn } from '../testing/environment-in.ts'
import { run as staff } from './staff-command.ts'

let database: TestDatabase
let owner: Database
let folder: string
let environment: CliEnvironment
let printed = ''
let complained = ''

beforeAll(async () => {
  database = await testDatabase()
  await applyTowns(database)
  owner = openDatabase(database.url('owner'), { connections: 2 })
  folder = mkdtempSync(join(tmpdir(), 'officine-staff-'))
  makeKeyringFile(join(folder, 'keyring.json'), new Date())
  environment = environmentIn(folder, { owner: database.url('owner') })
  vi.spyOn(console, 'log').mockImplementation((line) => {
    printed += `${line}\n`
  })
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    complained += String(text)
    return true
  })
})
beforeEach(() => {
  printed = ''
  complained = ''
})
afterAll(async () => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
  await closeDatabase(owner)
  await database.drop()
})

const rows = (statement: string, town = 'allumiere') =>
  owner.$client.begin(async (tx) => {
    await tx.unsafe(`set local app.tenant_id = '${town}'`)
    return tx.unsafe(statement)
  })
const grants = "select role, granted_by, revoked_at from staff_role where tenant_id = 'allumiere'"
const command = (line: string) => staff(line.split(' '), environment)
const code = findPersona('freelancer')?.fiscalCode ?? ''

describe('officine staff grant', () => {
  test('makes the first manager, who has never signed in, when their name is given', async () => {
    const asked = ['grant', '--town', 'allumiere', '--fiscal-code', code.toLowerCase(), '--role', 'manager']
    expect(await staff(asked, environment)).toBe(2)
    expect(complained).toContain('has signed in at allumiere yet')
    expect(await staff([...asked, '--given-name', 'Luca', '--family-name', 'Moretti'], environment)).toBe(0)
    expect(printed).toMatch(/^Luca Moretti: manager of allumiere until \d{4}-\d\d-\d\d \(granted\)\.$/m)
    expect(await rows(grants)).toMatchObject([
      { role: 'manager', granted_by: expect.stringContaining('officine staff (') },
    ])
  })

  test('moves the end of a role that is there, and then has nothing to do', async () => {
    const asked = `grant --town allumiere --fiscal-code ${code} --role manager --until 2099-12-31`
    expect(await command(asked)).toBe(0)
    expect(await command(asked)).toBe(0)
    expect(printed).toMatch(/\(extended\)[^]*\(unchanged\)/)
    expect(await rows(grants)).toHaveLength(1)
  })

  test('knows an invented person by name, outside production', async () => {
    expect(await command('grant --town pignataro-interamna --persona student --role front-desk')).toBe(0)
    expect(printed).toContain('Yasmine Haddad: front-desk of pignataro-interamna')
    const production = { ...environment, inherited: { NODE_ENV: 'production' } }
    const asked = ['grant', '--town', 'allumiere', '--persona', 'student', '--role', 'manager']
    expect(await staff(asked, production)).toBe(2)
    expect(complained).toContain('--persona: invented people exist in development only')
  })

  test('gives a role in one town and in no other', async () => {
    expect(await command('list --town pignataro-interamna')).toBe(0)
    expect(printed).toMatch(/^Yasmine Haddad\tfront-desk\tuntil \d{4}-\d\d-\d\d\tgranted by officine staff/m)
    printed = ''
    expect(await command('list --town allumiere')).toBe(0)
    expect(printed).toBe(
      `Luca Moretti\tmanager\tuntil 2099-12-31\tgranted by ${/granted by (.*)/.exec(printed)?.[1]}\n`,
    )
  })

  test('tells it in the town’s log', async () => {
    const told = await rows(
      "select action, details->>'role' as role from audit_event where tenant_id = 'allumiere' order by at, id",
    )
    expect(told.slice(0, 2)).toMatchObject([
      { action: 'staff-role-granted', role: 'manager' },
      { action: 'staff-role-extended', role: 'manager' },
    ])
  })

  test.each([
    ['grant', '--town: found nothing; allowed: a town'],
    ['appoint --town allumiere', 'Usage:'],
    [
      'grant --town rome --fiscal-code CODE --role manager',
      '--town: found rome; allowed: a town of officine tenant list',
    ],
    [
      'grant --town allumiere --fiscal-code CODE --role mayor',
      '--role: found mayor; allowed: front-desk, operator, manager',
    ],
    [
      'grant --town allumiere --fiscal-code RSSMRA85T10A562T --role manager',
      '--fiscal-code: its shape or its check character is wrong',
    ],
    ['grant --town allumiere --persona nobody --role manager', '--persona: found nobody'],
    ['grant --town allumiere --persona eu-citizen --role manager', '--persona: found eu-citizen'],
    ['grant --town allumiere --persona student --fiscal-code CODE --role manager', 'allowed: one of the two'],
    ['grant --town allumiere --role manager', '--fiscal-code: found nothing'],
    [
      'grant --town allumiere --fiscal-code CODE --role manager --until 2026-02-30',
      '--until: found 2026-02-30; allowed: a day',
    ],
    [
      'grant --town allumiere --fiscal-code CODE --role manager --until 2020-01-01',
      '--until: found 2020-01-01; allowed: a day from today on',
    ],
    ['grant --town allumiere --persona student --role manager --forever', "Unknown option '--forever'"],
  ])('refuses %s', async (line, why) => {
    const before = await rows(grants)
    expect(await command(line.replace('CODE', code))).toBe(2)
    expect(complained).toContain(why)
    expect(await rows(grants)).toEqual(before)
  })
})

describe('officine staff revoke', () => {
  test('takes a role back at once, signs the person out, and keeps the record of it', async () => {
    const [person] = await rows("select person_id from staff_role where tenant_id = 'allumiere'")
    await rows(
      `insert into session (tenant_id, id, token_hash, person_id, device, started_at, last_seen_at, expires_at)
       values ('allumiere', '01900000-0000-7000-8000-000000000001', 'hash', '${person?.['person_id']}', '', now(), now(), now() + interval '8 hours')`,
    )
    expect(await command(`revoke --town allumiere --fiscal-code ${code} --role manager`)).toBe(0)
    expect(await rows("select from session where tenant_id = 'allumiere' and ended_at is null")).toHaveLength(
      0,
    )
    expect(await rows(grants)).toMatchObject([{ revoked_at: expect.any(String) }])
    expect(await command('list --town allumiere')).toBe(0)
    expect(printed).not.toContain('\tmanager\t')
  })

  test('of a role that nobody has changes nothing and says so', async () => {
    expect(await command(`revoke --town allumiere --fiscal-code ${code} --role manager`)).toBe(2)
    expect(await command('revoke --town allumiere --persona man-30 --role manager')).toBe(2)
    expect(complained).toContain('nothing was changed')
  })
})

/** Connects a phone for the one person of the town, as the desk does. */
async function connectPhone(secret: string): Promise<string> {
  const keyring = keyringInFile(join(folder, 'keyring.json'))
  const [person] = await rows("select id from person where tenant_id = 'allumiere'")
  const personId = String(person?.['id'])
  await withTenant(owner, tenantId('allumiere'), async (tx) => {
    await factors.savePendingSecret(tx, keyring, personId, { sessionId: 's', secret }, new Date())
    await factors.confirmSecret(tx, keyring, personId, secret, new Date())
    await factors.replaceRecoveryCodes(tx, keyring, personId, ['K7QM3XWP2D'], new Date())
  })
  return personId
}

describe('officine staff reset-factor', () => {
  const ask = `reset-factor --town allumiere --fiscal-code ${code}`

  test('of who has none changes nothing and says so', async () => {
    expect(await command(ask)).toBe(2)
    expect(complained).toContain('nothing was changed')
    expect(await command('reset-factor --town allumiere')).toBe(2)
    expect(complained).toContain('--fiscal-code: found nothing')
  })

  test('forgets the phone and its recovery codes, signs the person out and is told in the log', async () => {
    const personId = await connectPhone('GEZDGNBVGY3TQOJQ')
    await rows(
      `insert into session (tenant_id, id, token_hash, person_id, device, started_at, last_seen_at, expires_at)
       values ('allumiere', '01900000-0000-7000-8000-000000000002', 'other', '${personId}', '', now(), now(), now() + interval '8 hours')`,
    )
    expect(await command(ask)).toBe(0)
    expect(printed).toContain('Luca Moretti has no second factor at allumiere any more')
    expect(await rows("select from second_factor where tenant_id = 'allumiere'")).toHaveLength(0)
    expect(await rows("select from recovery_code where tenant_id = 'allumiere'")).toHaveLength(0)
    expect(await rows("select from session where tenant_id = 'allumiere' and ended_at is null")).toHaveLength(
      0,
    )
    const [told] = await rows(
      "select details->>'by' as by from audit_event where tenant_id = 'allumiere' and action = 'staff-factor-reset'",
    )
    expect(told?.['by']).toContain('officine staff (')
  })
})

describe('officine keys', () => {
  test('rotate seals anew what stands under the old key, and the same person is found after', async () => {
    const sealed = async () =>
      (await rows("select fiscal_code_hmac as seal from person where tenant_id = 'allumiere'"))[0]?.['seal']
    expect(await sealed()).toMatch(/^k1-/)
    const personId = await connectPhone('GEZDGNBVGY3TQOJQ')
    expect(await keys(['rotate'], environment)).toBe(0)
    expect(printed).toMatch(/^k2-\w+ is the current key/)
    expect(printed).toContain('allumiere: 2 fiscal codes, care notes and second factors sealed anew')
    expect(await sealed()).toMatch(/^k2-/)
    const [row] = await rows(
      "select secret_cipher as sealed from second_factor where tenant_id = 'allumiere'",
    )
    expect(row?.['sealed']).toMatch(/^k2-/)
    const keyring = keyringInFile(join(folder, 'keyring.json'))
    const kept = await withTenant(owner, tenantId('allumiere'), async (tx) => ({
      factor: await factors.findSecondFactor(tx, keyring, personId),
      isGood: await factors.isRecoveryCode(tx, keyring, personId, 'K7QM3XWP2D'),
    }))
    expect(kept).toMatchObject({ factor: { secret: 'GEZDGNBVGY3TQOJQ' }, isGood: true })
    expect(await command(`grant --town allumiere --fiscal-code ${code} --role operator`)).toBe(0)
    expect(await rows("select from person where tenant_id = 'allumiere'")).toHaveLength(1)
  })

  test('make never replaces a keyring', async () => {
    expect(await keys(['make'], environment)).toBe(2)
    expect(complained).toContain('There is a keyring already')
  })

  test('rotate makes none where there is none', async () => {
    expect(await keys(['rotate'], environmentIn(join(folder, 'elsewhere')))).toBe(2)
    expect(complained).toContain('There is no keyring at')
  })
})
