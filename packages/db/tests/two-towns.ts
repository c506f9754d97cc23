import postgres from 'postgres'
import { testDatabase } from '@officine/testing/test-database'
import type { TestDatabase } from '@officine/testing/test-database'
import type { RoleName } from '../src/bootstrap-roles.ts'
import { dumpOf, fillTown, townTables } from './rows-of-every-table.ts'
import type { Rows, TownTable } from './rows-of-every-table.ts'

export const townA = 'allumiere'
export const townB = 'pignataro-interamna'

export interface TwoTowns {
  readonly tables: readonly TownTable[]
  readonly rowsOfA: Rows
  readonly rowsOfB: Rows
  readonly superuser: postgres.Sql
  readonly url: (role: RoleName) => string
  readonly as: (role: RoleName) => postgres.Sql
  readonly dumpOfB: () => Promise<string>
  readonly end: () => Promise<void>
}

/** A database with two towns that have a row in every table, and one connection for each role. */
export async function twoTowns(rights: 'as granted' | 'every right but TRUNCATE'): Promise<TwoTowns> {
  const database: TestDatabase = await testDatabase()
  const superuser = postgres(database.superuserUrl, { max: 1, onnotice: () => {} })
  const opened = new Map<RoleName, postgres.Sql>()
  const tables = await townTables(superuser)
  await superuser`insert into officine.tenant (id, kind, name, created_at)
    values (${townA}, 'municipality', 'Allumiere', now()), (${townB}, 'municipality', 'Pignataro Interamna', now())`
  await superuser`insert into officine.tenant_host (host, tenant_id) values ('allumiere.localhost', ${townA})`
  const rowsOfA = await fillTown(superuser, tables, townA, 11)
  const rowsOfB = await fillTown(superuser, tables, townB, 22)
  if (rights !== 'as granted') {
    await superuser`grant select, insert, update, delete on all tables in schema officine to officine_api`
  }
  return {
    tables,
    rowsOfA,
    rowsOfB,
    superuser,
    url: database.url,
    as: (role) => {
      const client = opened.get(role) ?? postgres(database.url(role), { max: 1, onnotice: () => {} })
      opened.set(role, client)
      return client
    },
    dumpOfB: () => dumpOf(superuser, tables, townB),
    end: async () => {
      await Promise.all([superuser, ...opened.values()].map((client) => client.end()))
      await database.drop()
    },
  }
}

export interface Outcome {
  /** How many rows the statement touched or returned; 0 when it was refused. */
  readonly rows: number
  /** `done`, or the SQLSTATE it was refused with. */
  readonly state: string
  readonly error?: postgres.PostgresError
}

/** One statement in a transaction of its own, committed when it is not refused, standing in a town or in none. */
export async function attempt(
  client: postgres.Sql,
  town: string | undefined,
  text: string,
  parameters: readonly string[] = [],
): Promise<Outcome> {
  try {
    const rows = await client.begin(async (tx) => {
      if (town !== undefined) await tx.unsafe(`set local app.tenant_id = '${town}'`)
      return (await tx.unsafe(text, [...parameters])).count
    })
    return { rows, state: 'done' }
  } catch (error) {
    if (!(error instanceof postgres.PostgresError)) throw error
    return { rows: 0, state: error.code, error }
  }
}
