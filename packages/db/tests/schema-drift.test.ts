import { is } from 'drizzle-orm'
import { PgTable, getTableConfig } from 'drizzle-orm/pg-core'
import type { PgColumn } from 'drizzle-orm/pg-core'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '@officine/testing/test-database'
import type { TestDatabase } from '@officine/testing/test-database'
import * as regioneSchema from '../src/regione-schema.ts'
import * as releasedSchema from '../src/released-schema.ts'
import * as ofTheTowns from '../src/schema.ts'

interface ColumnFacts {
  readonly column: string
  readonly type: string
  readonly isRequired: boolean
  readonly hasDefault: boolean
}

/** Tables that no query reads: the migration command keeps its own list. */
const ofTheOwner: readonly string[] = ['schema_migration']

let database: TestDatabase
let superuser: postgres.Sql

beforeAll(async () => {
  database = await testDatabase()
  superuser = postgres(database.superuserUrl, { max: 1, onnotice: () => {} })
})
afterAll(async () => {
  await superuser.end()
  await database.drop()
})

test('the tables as TypeScript sees them are the tables of the database, column by column', async () => {
  expect(tablesInTypeScript()).toEqual(await tablesInDatabase(superuser))
})

test.each([
  ['a column that only the database has', 'alter table officine.person add column nickname text'],
  ['a column that only TypeScript has', 'alter table officine.person drop column phone'],
  ['a column of another type', 'alter table officine.person alter column phone type varchar(32)'],
  ['a column that became required', 'alter table officine.person alter column phone set not null'],
  [
    'a default that TypeScript does not know',
    "alter table officine.person alter column phone set default ''",
  ],
  ['a table that only the database has', 'create table officine.pram (id uuid)'],
  ['a released column that only the database has', 'alter table released.town add column note text'],
])('%s is noticed', async (_what, change) => {
  const undo = new Error('undo')
  const compared = superuser.begin(async (tx) => {
    await tx.unsafe(change)
    expect(tablesInTypeScript()).not.toEqual(await tablesInDatabase(tx))
    throw undo
  })
  await expect(compared).rejects.toBe(undo)
})

function tablesInTypeScript(): Readonly<Record<string, readonly ColumnFacts[]>> {
  const exports = [ofTheTowns, releasedSchema, regioneSchema].flatMap((schema) => Object.values(schema))
  const tables = exports.flatMap((exported) => (is(exported, PgTable) ? [getTableConfig(exported)] : []))
  return Object.fromEntries(
    tables.map(({ schema = 'officine', name, columns }) => [
      `${schema}.${name}`,
      columns.map(factsOf).sort(byName),
    ]),
  )
}

function factsOf(column: PgColumn): ColumnFacts {
  return {
    column: column.name,
    type: column.getSQLType(),
    isRequired: column.notNull,
    hasDefault: column.hasDefault,
  }
}

/** Generated columns are the database's own business: nobody writes them, and what reads them does so in a constraint. */
async function tablesInDatabase(
  sql: postgres.ISql,
): Promise<Readonly<Record<string, readonly ColumnFacts[]>>> {
  const tables = await sql<{ table: string; columns: ColumnFacts[] }[]>`
    select c.relnamespace::regnamespace::text || '.' || c.relname as table, json_agg(json_build_object('column', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
      'isRequired', a.attnotnull, 'hasDefault', a.atthasdef)) as columns
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace in ('officine'::regnamespace, 'released'::regnamespace, 'regione_app'::regnamespace) and c.relkind in ('r', 'p') and not c.relispartition
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and c.relname <> all (${ofTheOwner})
    group by 1`
  return Object.fromEntries(tables.map(({ table, columns }) => [table, columns.sort(byName)]))
}

function byName(one: ColumnFacts, other: ColumnFacts): number {
  return one.column < other.column ? -1 : 1
}
