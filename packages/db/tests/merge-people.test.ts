import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tenantId } from '@officine/domain/tenant-id'
import { closeDatabase, openDatabase } from '../src/database.ts'
import type { Database } from '../src/database.ts'
import { absorbPerson, personColumns } from '../src/merge-people.ts'
import { findPerson, insertPerson, listIdsOf } from '../src/people.ts'
import { withTenant } from '../src/with-tenant.ts'
import { townA, twoTowns } from './two-towns.ts'
import type { TwoTowns } from './two-towns.ts'

const now = new Date('2026-10-01T08:00:00Z')
const town = tenantId(townA)
let towns: TwoTowns
let api: Database
let absorbedId: string
const survivorId = randomUUID()
const pointerId = randomUUID()

beforeAll(async () => {
  towns = await twoTowns('as granted')
  api = openDatabase(towns.url('api'), { connections: 2 })
  absorbedId = String(towns.rowsOfA.get('person')?.['id'])
  const made = { madeAtCounter: true, createdAt: now, givenName: 'Rosa', familyName: 'Ferri' }
  await withTenant(api, town, async (tx) => {
    await insertPerson(tx, { ...made, id: survivorId, email: 'rosa@example.org' })
    await insertPerson(tx, { ...made, id: pointerId, mergedInto: absorbedId })
  })
})
afterAll(async () => {
  await closeDatabase(api)
  await towns.end()
})

/** Every column of a town's tables that points to a person, as the catalogue tells it. */
function columnsOfPeople(): readonly (readonly [table: string, column: string])[] {
  return towns.tables.flatMap(({ name, foreign_keys }) =>
    foreign_keys
      .filter(({ target }) => target === 'person')
      .flatMap(({ pairs }) => pairs.flatMap(([own]) => (own === 'tenant_id' ? [] : [[name, own] as const]))),
  )
}

test('every column that points to a person is told what becomes of it when two rows become one', () => {
  const columns = columnsOfPeople().map(([table, column]) => `${table}.${column}`)
  expect(Object.keys(personColumns).toSorted(), 'say it in merge-people.ts, and do it there').toEqual(
    columns.toSorted(),
  )
})

test('and that becomes of it: what is theirs moves, who did something stays told, credentials go', async () => {
  const before = await towns.dumpOfB()
  await withTenant(api, town, async (tx) => {
    const survivor = await findPerson(tx, survivorId)
    const absorbed = await findPerson(tx, absorbedId)
    if (survivor === undefined || absorbed === undefined) throw new Error('Nobody to merge')
    await absorbPerson(tx, { survivor, absorbed, facts: { ...survivor, phone: '+393331234567' }, now })
  })
  for (const [table, column] of columnsOfPeople()) {
    const [row] = await towns.superuser.unsafe<{ old: number; new: number }[]>(
      `select count(*) filter (where ${column} = $1)::int as old, count(*) filter (where ${column} = $2)::int as new
       from officine.${table} where tenant_id = $3 ${table === 'person' ? 'and id <> $1' : ''}`, // itself a pointer now
      [absorbedId, survivorId, townA],
    )
    const what = personColumns[`${table}.${column}`]
    expect([table, column, row?.old === 0]).toEqual([table, column, what !== 'stays'])
    if (what === 'moves' && column !== 'second_parent_id')
      expect([table, column, row?.new]).toEqual([table, column, 1])
  }
  expect(await towns.dumpOfB()).toBe(before)
})

test('the absorbed row keeps its name and whom it points to, and its id answers as the other, also from further back', async () => {
  const [row] = await towns.superuser`
    select merged_into, email, phone, born_on, residence, fiscal_code_hmac, fiscal_code_cipher from officine.person
    where tenant_id = ${townA} and id = ${absorbedId}`
  expect(row).toEqual({
    merged_into: survivorId,
    email: null,
    phone: null,
    born_on: null,
    residence: null,
    fiscal_code_hmac: null,
    fiscal_code_cipher: null,
  })
  await withTenant(api, town, async (tx) => {
    for (const id of [absorbedId, pointerId]) expect((await findPerson(tx, id))?.id).toBe(survivorId)
    expect(new Set(await listIdsOf(tx, survivorId))).toEqual(new Set([survivorId, absorbedId, pointerId]))
  })
})

test('the sessions of the absorbed row are over', async () => {
  const rows = await towns.superuser`select ended_at from officine.session where tenant_id = ${townA}`
  expect(rows.map((row) => row['ended_at'] !== null)).toEqual([true])
})
