import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeDatabase, openDatabase } from '@officine/db/database'
import type { Database } from '@officine/db/database'
import { listCare, resealCare, saveCare } from '@officine/db/dependant-care'
import { listDependantsOf } from '@officine/db/dependants'
import { keyringOf, newKeyring } from '@officine/db/keyring'
import { withTenant } from '@officine/db/with-tenant'
import type { TenantTransaction } from '@officine/db/with-tenant'
import { tenantId } from '@officine/domain/tenant-id'
import { testDatabase } from '@officine/testing/test-database'
import type { TestDatabase } from '@officine/testing/test-database'
import { applyTowns, insertPeople } from '@officine/testing/town-in-database'
import {
  addDependant,
  changeDependant,
  joinDependant,
  removeDependant,
  shareDependant,
} from '../../src/dependants/keep-dependant.ts'

const allumiere = tenantId('allumiere')
const now = new Date('2027-01-08T12:00:00Z')
const keyring = keyringOf(newKeyring(now))
const notes = { allergies: 'arachidi', emergencyContact: 'nonna Pia 333 000', mayCollect: null }

let database: TestDatabase
let db: Database
let beyond: Database
let superuser: Database['$client']

beforeAll(async () => {
  database = await testDatabase()
  await applyTowns(database)
  db = openDatabase(database.url('api'), { connections: 4 })
  beyond = openDatabase(database.superuserUrl, { connections: 1 })
  superuser = beyond.$client
})
afterAll(async () => {
  await closeDatabase(beyond)
  await closeDatabase(db)
  await database.drop()
})

const inTown = <Result>(work: (tx: TenantTransaction) => Promise<Result>) => withTenant(db, allumiere, work)
const add = async (personId: string, bornOn = '2020-05-01') => {
  const facts = { kind: 'child' as const, givenName: 'Ugo', bornOn, notes }
  const outcome = await inTown((tx) =>
    addDependant(tx, keyring, { personId, facts, staffId: undefined, now }),
  )
  if (outcome?.added !== true) throw new Error(outcome?.refusal.reason ?? 'nobody')
  return outcome.dependantId
}
const namesOf = async (personId: string) =>
  (await inTown((tx) => listDependantsOf(tx, personId))).map(({ givenName }) => givenName)

describe('what the parents wrote about a child', () => {
  test('comes back to them, and stands in the database under the keyring alone', async () => {
    const [parent = ''] = await insertPeople(db, allumiere, 1)
    const child = await add(parent)
    expect((await inTown((tx) => listCare(tx, keyring, [child]))).get(child)).toEqual(notes)
    const rows =
      await superuser`select t::text as row from officine.dependant_care t where dependant_id = ${child}`
    expect(rows).toHaveLength(1)
    expect(String(rows[0]?.['row'])).not.toMatch(/arachidi|Pia/)
  })

  test('does not open when it was moved to another child', async () => {
    const [parent = ''] = await insertPeople(db, allumiere, 1)
    const [one, other] = [await add(parent), await add(parent)]
    await superuser`update officine.dependant_care set allergies_cipher =
      (select allergies_cipher from officine.dependant_care where dependant_id = ${one}) where dependant_id = ${other}`
    await expect(inTown((tx) => listCare(tx, keyring, [other]))).rejects.toThrow()
  })

  test('goes with the child, and no other role can read it', async () => {
    const [parent = ''] = await insertPeople(db, allumiere, 1)
    const child = await add(parent)
    expect(await inTown((tx) => removeDependant(tx, parent, child, now))).toEqual({ removed: true })
    expect(await namesOf(parent)).toEqual([])
    expect(await superuser`select 1 from officine.dependant_care where dependant_id = ${child}`).toHaveLength(
      0,
    )
    const readers = await superuser`select distinct grantee from information_schema.role_column_grants
      where table_name = 'dependant_care' and column_name = 'allergies_cipher' and privilege_type = 'SELECT' and grantee <> 'officine_owner'`
    expect(readers.map((row) => row['grantee'])).toEqual(['officine_api'])
  })

  test('is written anew when the key is', async () => {
    const [parent = ''] = await insertPeople(db, allumiere, 1)
    const child = await add(parent)
    const later = { ...keyring, currentVersion: () => 'k9', encrypt: () => 'k9:sealed' }
    const owner = openDatabase(database.url('owner'), { connections: 1 })
    const resealed = await withTenant(owner, allumiere, async (tx) => {
      await saveCare(tx, keyring, child, { mayCollect: 'zia Ada' }, now)
      return resealCare(tx, { ...later, decrypt: () => 'letto' })
    })
    await closeDatabase(owner)
    expect(resealed).toBeGreaterThanOrEqual(1)
    const rows =
      await superuser`select allergies_cipher from officine.dependant_care where dependant_id = ${child}`
    expect(rows[0]?.['allergies_cipher']).toBe('k9:sealed')
  })
})

describe('a second parent', () => {
  test('joins with the code that the first one said, once, and answers for the child as much', async () => {
    const [first = '', second = '', third = ''] = await insertPeople(db, allumiere, 3)
    const child = await add(first)
    const shared = await inTown((tx) => shareDependant(tx, first, child, now))
    const code = shared?.code ?? ''
    const join = (personId: string, at = now) => inTown((tx) => joinDependant(tx, personId, code, at))
    expect(await join(first)).toMatchObject({ refusal: { reason: 'own-child' } })
    expect(await join(second, new Date('2027-01-15T12:00:00Z'))).toMatchObject({
      refusal: { reason: 'unknown-code' },
    })
    expect(await join(second)).toEqual({ joined: true, dependantId: child, givenName: 'Ugo' })
    expect(await join(third)).toMatchObject({ refusal: { reason: 'unknown-code' } })
    expect(await namesOf(second)).toEqual(['Ugo'])
    const change = { givenName: 'Ugo Maria' }
    await inTown((tx) => changeDependant(tx, keyring, second, child, change, now))
    expect(await namesOf(first)).toEqual(['Ugo Maria'])
    expect(await inTown((tx) => changeDependant(tx, keyring, third, child, change, now))).toBeUndefined()
  })

  test('of two who say the code in the same moment, one is it', async () => {
    const [first = '', ...others] = await insertPeople(db, allumiere, 5)
    const child = await add(first)
    const shared = await inTown((tx) => shareDependant(tx, first, child, now))
    const outcomes = await Promise.all(
      others.map((personId) => inTown((tx) => joinDependant(tx, personId, shared?.code ?? '', now))),
    )
    expect(outcomes.filter((outcome) => outcome?.joined)).toHaveLength(1)
  })
})
