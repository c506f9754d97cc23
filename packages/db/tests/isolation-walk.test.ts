import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import type { RoleName } from '../src/bootstrap-roles.ts'
import { roles } from '../src/bootstrap-roles.ts'
import { allowances, globalTables } from '../src/catalogue/allowances.ts'
import { insertion, rowOf } from './rows-of-every-table.ts'
import type { ForeignKey, Row, TownTable } from './rows-of-every-table.ts'
import { attempt, townA, townB, twoTowns } from './two-towns.ts'
import type { Outcome, TwoTowns } from './two-towns.ts'

// Opened before the tests are named, because the tables they are named for come from the catalogue.
const granted = await twoTowns('as granted')
const generous = await twoTowns('every right but TRUNCATE')
afterAll(() => Promise.all([granted.end(), generous.end()]))

const refused = '42501'
const tables = granted.tables
const writable = ({ columns }: TownTable) =>
  columns.filter((column) => !column.is_generated).map(({ name }) => name)
const theRow = (rows: ReadonlyMap<string, Row>, { name }: TownTable): Row => {
  const row = rows.get(name)
  if (row === undefined) throw new Error(`No row in ${name}`)
  return row
}

let seed = 1000
const anotherRow = ({ rowsOfA, rowsOfB }: TwoTowns, table: TownTable, town: string) =>
  rowOf(table, town, (seed += 1), town === townA ? rowsOfA : rowsOfB)

/** Nothing came of it: refused for want of a right, or without a row. */
function expectNothing({ rows, state }: Outcome): void {
  expect([refused, 'done']).toContain(state)
  expect(rows).toBe(0)
}

test('both towns have a row in every table', async () => {
  expect(tables.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['pool', 'person', 'booking', 'booking_unit', 'outbox']),
  )
  for (const { name } of tables) {
    const found = await granted.superuser.unsafe(`select distinct tenant_id from officine.${name} order by 1`)
    expect([name, found.map((row) => row['tenant_id'])]).toEqual([name, [townA, townB]])
  }
})

describe.each([
  ["Town A's request", granted],
  ["Town A's request, were it granted every right but TRUNCATE", generous],
] as const)('%s', (_who, towns) => {
  const api = towns.as('api')

  describe.each(tables.map((table) => [table.name, table] as const))('in %s', (name, table) => {
    test('reads nothing of B', async () => {
      expectNothing(await attempt(api, townA, `select * from officine.${name} where tenant_id <> '${townA}'`))
      const all = await attempt(api, townA, `select * from officine.${name}`)
      // Its own row, where it may read at all: what is hidden is B's, not everything.
      expect(all).toMatchObject(towns === granted && all.state === refused ? {} : { rows: 1, state: 'done' })
    })

    test('locks nothing of B', async () => {
      expectNothing(
        await attempt(api, townA, `select * from officine.${name} where tenant_id = '${townB}' for update`),
      )
    })

    test('changes nothing of B, column by column', async () => {
      const before = await towns.dumpOfB()
      for (const column of writable(table)) {
        expectNothing(
          await attempt(
            api,
            townA,
            `update officine.${name} set ${column} = ${column} where tenant_id = '${townB}'`,
          ),
        )
        const unfiltered = await attempt(api, townA, `update officine.${name} set ${column} = ${column}`)
        expect([0, 1]).toContain(unfiltered.rows)
      }
      expect(await towns.dumpOfB()).toBe(before)
    })

    test('moves no row to B, and takes none', async () => {
      expect(await attempt(api, townA, `update officine.${name} set tenant_id = '${townB}'`)).toMatchObject({
        state: refused,
      })
      expectNothing(
        await attempt(
          api,
          townA,
          `update officine.${name} set tenant_id = '${townA}' where tenant_id = '${townB}'`,
        ),
      )
    })

    test('deletes nothing of B', async () => {
      const before = await towns.dumpOfB()
      expectNothing(await attempt(api, townA, `delete from officine.${name} where tenant_id = '${townB}'`))
      expect(await towns.dumpOfB()).toBe(before)
    })

    test('inserts nothing into B', async () => {
      const row = anotherRow(towns, table, townB)
      expect(await attempt(api, townA, ...insertion(table, row))).toMatchObject({ state: refused })
    })

    test('truncates nothing', async () => {
      expect(await attempt(api, townA, `truncate officine.${name} cascade`)).toMatchObject({ state: refused })
    })

    test('upserts onto no row of B', async () => {
      const row = theRow(towns.rowsOfB, table)
      const overwrite = `on conflict (${table.key.join(', ')}) do update set tenant_id = excluded.tenant_id`
      expect(await attempt(api, townA, ...insertion(table, row, 'on conflict do nothing'))).toMatchObject({
        state: refused,
      })
      expect(await attempt(api, townA, ...insertion(table, row, overwrite))).toMatchObject({ state: refused })
    })
  })

  test.each([
    ['switches the policies off', 'set local row_security = off; select * from officine.booking'],
    ['becomes the owner', 'set local role officine_owner'],
    ['makes a table', 'create table officine.mine (id int)'],
    ['makes a temporary table that would stand in front of one', 'create temporary table booking (id int)'],
    ['makes a function', 'create function officine.mine() returns int language sql as $$ select 1 $$'],
    ['switches the foreign keys off', "set local session_replication_role = 'replica'"],
    ['takes the wall down', 'alter table officine.booking no force row level security'],
  ])('never %s', async (_what, text) => {
    expect((await attempt(api, townA, text)).state).toBe(refused)
  })

  test('learns nothing from the statistics', async () => {
    await towns.superuser`analyze`
    const [{ rows } = { rows: -1 }] = await api.unsafe<{ rows: number }[]>(
      "select count(*)::int as rows from pg_stats where schemaname = 'officine' and tablename <> all (string_to_array($1, ','))",
      [Object.keys(globalTables).join()],
    )
    expect(rows).toBe(0)
  })
})

describe('An id of B', () => {
  const keys = tables.flatMap((table) =>
    table.foreign_keys.map((key) => [`${table.name}.${key.name}`, table, key] as const),
  )

  test.each(keys)('is refused by %s exactly like an unknown one', async (_name, table, key) => {
    const before = await generous.dumpOfB()
    const own = anotherRow(generous, table, townA)
    const theirs = await attempt(
      generous.as('api'),
      townA,
      ...insertion(table, { ...own, ...foreignValues(key) }),
    )
    const unknown = await attempt(
      generous.as('api'),
      townA,
      ...insertion(table, { ...own, ...unknownValues(table, key) }),
    )
    expect(theirs.state).toBe('23503')
    expect(sayingOf(theirs)).toEqual(sayingOf(unknown))
    expect(await generous.dumpOfB()).toBe(before)
  })

  const foreignValues = (key: ForeignKey): Row =>
    Object.fromEntries(
      key.pairs
        .filter(([own]) => own !== 'tenant_id')
        .map(([own, theirs]) => [own, generous.rowsOfB.get(key.target)?.[theirs]]),
    )

  const unknownValues = (table: TownTable, key: ForeignKey): Row =>
    Object.fromEntries(
      Object.entries(foreignValues(key)).map(([column, value]) => {
        const type = table.columns.find(({ name }) => name === column)?.type
        return [column, type === 'uuid' ? randomUUID() : type === 'integer' ? 987_654 : value]
      }),
    )

  /** All that a caller could tell two refusals apart by, the given values aside. */
  const sayingOf = ({ error }: Outcome) => ({
    state: error?.code,
    constraint: error?.constraint_name,
    message: error?.message,
    detail: error?.detail?.replaceAll(/=\(.*\)/g, '=(…)'),
    hint: error?.hint,
  })
})

test('a third town may use the very ids, slugs and codes of the second', async () => {
  await generous.superuser`insert into officine.tenant (id, kind, name, created_at) values ('terza', 'municipality', 'Terza', now())`
  for (const table of tables) {
    const twin = { ...theRow(generous.rowsOfB, table), tenant_id: 'terza' }
    expect(await attempt(generous.as('api'), 'terza', ...insertion(table, twin))).toEqual({
      rows: 1,
      state: 'done',
    })
  }
})

describe.each([
  ['A stranger without a town', undefined],
  ['A stranger in the empty town', ''],
  ['A stranger in a town that does not exist', 'atlantide'],
  ['A stranger who writes the town in capitals', 'ALLUMIERE'],
])('%s', (_who, town) => {
  const api = generous.as('api')

  test.each(tables.map((table) => [table.name, table] as const))(
    'reads and writes nothing in %s',
    async (name, table) => {
      for (const text of [
        `select * from officine.${name}`,
        `select * from officine.${name} where tenant_id = '${townA}' for update`,
        `update officine.${name} set tenant_id = tenant_id`,
        `delete from officine.${name}`,
      ]) {
        expect(await attempt(api, town, text)).toEqual({ rows: 0, state: 'done' })
      }
      expect(await attempt(api, town, ...insertion(table, anotherRow(generous, table, townA)))).toMatchObject(
        { state: refused },
      )
    },
  )
})

describe('The owner, outside a migration', () => {
  test.each(tables.map((table) => [table.name, table] as const))(
    'is bound in %s like anybody',
    async (name, table) => {
      const owner = granted.as('owner')
      expect(await attempt(owner, undefined, `select * from officine.${name}`)).toEqual({
        rows: 0,
        state: 'done',
      })
      expect(await attempt(owner, townA, `select * from officine.${name}`)).toEqual({
        rows: 1,
        state: 'done',
      })
      expect(
        await attempt(owner, townA, `delete from officine.${name} where tenant_id = '${townB}'`),
      ).toEqual({ rows: 0, state: 'done' })
      expect(
        await attempt(owner, townA, ...insertion(table, anotherRow(granted, table, townB))),
      ).toMatchObject({ state: refused })
    },
  )
})

describe('The worker', () => {
  const worker = granted.as('worker')

  test('hands on what waits in the town it stands in, and sees no other', async () => {
    expect(await attempt(worker, townA, 'select * from officine.outbox')).toEqual({ rows: 1, state: 'done' })
    expect(
      await attempt(
        worker,
        townA,
        `update officine.outbox set handed_at = now() where tenant_id = '${townA}'`,
      ),
    ).toEqual({
      rows: 1,
      state: 'done',
    })
    expect(
      await attempt(
        worker,
        townA,
        `update officine.outbox set handed_at = now() where tenant_id = '${townB}'`,
      ),
    ).toEqual({
      rows: 0,
      state: 'done',
    })
    expect(await attempt(worker, undefined, 'select * from officine.outbox')).toEqual({
      rows: 0,
      state: 'done',
    })
  })

  const readable = tables.filter(({ name }) => allowances.worker.tables[name]?.includes('SELECT'))
  const columnOf: Readonly<Record<string, string>> = { tenant_config: 'version', booking_unit: 'unit_id' }

  test.each(readable.map(({ name }) => name))(
    'reads of %s what is in its town, and no other',
    async (name) => {
      const statement = `select ${columnOf[name] ?? 'tenant_id'} from officine.${name}`
      const rowsIn = async (town: string | undefined) => (await attempt(worker, town, statement)).rows
      expect([await rowsIn(townA), await rowsIn(townB), await rowsIn(undefined)]).toEqual([1, 1, 0])
    },
  )

  test.each([
    ['person', 'fiscal_code_cipher'],
    ['person', 'fiscal_code_hmac'],
    ['person', 'family_name'],
    ['booking', 'qr_secret'],
    ['booking', 'idempotency_key'],
  ])('of %s never reads %s', async (table, column) => {
    expect((await attempt(worker, townA, `select ${column} from officine.${table}`)).state).toBe(refused)
  })

  test.each(
    readable
      .filter(({ name }) => allowances.worker.tables[name]?.includes('INSERT'))
      .map((table) => [table.name, table] as const),
  )('writes into %s of its own town only', async (_name, table) => {
    const row = anotherRow(granted, table, townB)
    expect(await attempt(worker, townA, ...insertion(table, row))).toMatchObject({ state: refused })
  })

  test.each(
    tables
      .filter(({ name }) => !(name in allowances.worker.tables))
      .map((table) => [table.name, table] as const),
  )('has no business in %s', (_name, table) => expectShutOut(granted, 'worker', table))
})

describe('The publisher', () => {
  const publisher = granted.as('publisher')
  const { tables: allowed, columns } = allowances.publisher
  const readable = tables.filter(({ name }) => name in allowed)

  test.each(readable.map(({ name }) => name))(
    'counts in %s what is in its town, and no other',
    async (name) => {
      const statement = `select ${columns?.[name]?.[0] ?? 'tenant_id'} from officine.${name}`
      const rowsIn = async (town: string | undefined) => (await attempt(publisher, town, statement)).rows
      expect([await rowsIn(townA), await rowsIn(townB), await rowsIn(undefined)]).toEqual([1, 1, 0])
    },
  )

  test.each([
    ['booking', 'id'],
    ['booking', 'person_id'],
    ['booking', 'code'],
    ['booking_unit', 'booking_id'],
    ['booking_unit', 'unit_id'],
  ])('of %s never reads %s', async (table, column) => {
    expect((await attempt(publisher, townA, `select ${column} from officine.${table}`)).state).toBe(refused)
  })

  test.each(
    readable
      .filter(({ name }) => allowed[name]?.includes('INSERT'))
      .map((table) => [table.name, table] as const),
  )('writes into %s of its own town only, and deletes there only', async (name, table) => {
    const row = anotherRow(granted, table, townB)
    expect(await attempt(publisher, townA, ...insertion(table, row))).toMatchObject({ state: refused })
    expectNothing(
      await attempt(publisher, townA, `delete from officine.${name} where tenant_id = '${townB}'`),
    )
  })

  test('releases figures of the town it stands in, and of no other', async () => {
    const release = (town: string) =>
      `insert into released.town (town, name, kind, seats, rooms) values ('${town}', 'Nome', 'municipality', 1, 0)`
    expect(await attempt(publisher, townA, release(townB))).toMatchObject({ state: refused })
    expect(await attempt(publisher, undefined, release(townA))).toMatchObject({ state: refused })
    expect(await attempt(publisher, townA, release(townA))).toEqual({ rows: 1, state: 'done' })
    expect(await attempt(publisher, townB, 'delete from released.town')).toEqual({ rows: 0, state: 'done' })
  })

  test.each(tables.filter(({ name }) => !(name in allowed)).map((table) => [table.name, table] as const))(
    'has no business in %s',
    (_name, table) => expectShutOut(granted, 'publisher', table),
  )
})

describe.each([
  ['The Region', 'regione', 'released.'],
  ["The Region's office", 'regioneApp', 'regione_app.'],
] as const)('%s', (_who, role, own) => {
  test.each(tables.map((table) => [table.name, table] as const))('is shut out of %s', (_name, table) =>
    expectShutOut(granted, role, table),
  )

  test('is shut out of every table that is not its own', async () => {
    for (const name of Object.keys(globalTables)) {
      const table = name.includes('.') ? name : `officine.${name}`
      const { state } = await attempt(granted.as(role), undefined, `select * from ${table}`)
      expect([table, state]).toEqual([table, table.startsWith(own) ? 'done' : refused])
    }
  })

  test('finds in the catalogue no path to a town: of all that has rows, it can read its own tables', async () => {
    // As the role itself asks in a database client, over every schema of the database and every kind of relation.
    const readable = await granted.as(role).unsafe<{ relation: string }[]>(`
      select n.nspname || '.' || c.relname as relation from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_toast' and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
        and has_schema_privilege(n.oid, 'usage')
        and case when c.relkind = 'S' then has_sequence_privilege(c.oid, 'select, usage, update')
          else has_any_column_privilege(c.oid, 'select, insert, update') or has_table_privilege(c.oid, 'delete, truncate') end
      order by 1`)
    const expected = Object.keys(globalTables).filter((name) => name.startsWith(own))
    expect(readable.map(({ relation }) => relation)).toEqual(expected.sort())
    const callable = await granted.as(role).unsafe<{ name: string }[]>(`
      select p.proname::text as name from pg_proc p where p.prosecdef and has_function_privilege(p.oid, 'execute')
        and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')`)
    expect(callable).toEqual([])
    const others = await granted
      .as(role)
      .unsafe(`select from pg_auth_members m where m.member = current_user::regrole`)
    expect(others).toHaveLength(0)
  })
})

async function expectShutOut(towns: TwoTowns, role: RoleName, table: TownTable): Promise<void> {
  const [text, parameters] = insertion(table, anotherRow(towns, table, townA))
  const attempts: readonly (readonly [string, readonly string[]])[] = [
    [`select * from officine.${table.name}`, []],
    [`select count(*) from officine.${table.name}`, []],
    [`update officine.${table.name} set tenant_id = tenant_id`, []],
    [`delete from officine.${table.name}`, []],
    [`truncate officine.${table.name} cascade`, []],
    [text, parameters],
  ]
  for (const [statement, values] of attempts) {
    expect([statement, (await attempt(towns.as(role), townA, statement, values)).state]).toEqual([
      statement,
      refused,
    ])
  }
}

test.each(['worker', 'publisher', 'regione', 'regioneApp'] as const)(
  'the %s holds exactly the rights it was allowed',
  async (role) => {
    const held = await granted.superuser.unsafe<{ table: string; rights: string[] }[]>(
      `select case when n.nspname = 'officine' then c.relname::text else n.nspname || '.' || c.relname end as table, array_agg(p.privilege order by p.privilege) as rights
     from pg_class c join pg_namespace n on n.oid = c.relnamespace,
       unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) p (privilege)
     where n.nspname in ('officine', 'released', 'regione_app') and c.relkind in ('r', 'p', 'v', 'm')
       and (has_table_privilege($1, c.oid, p.privilege)
         or (p.privilege not in ('DELETE', 'TRUNCATE', 'TRIGGER') and has_any_column_privilege($1, c.oid, p.privilege)))
     group by 1`,
      [roles[role]],
    )
    expect(Object.fromEntries(held.map(({ table, rights }) => [table, rights]))).toEqual(
      allowances[role].tables,
    )
  },
)
