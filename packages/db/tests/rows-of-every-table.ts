import { randomUUID } from 'node:crypto'
import type postgres from 'postgres'
import { globalTables } from '../src/catalogue/allowances.ts'

interface Column {
  readonly name: string
  readonly type: string
  readonly is_generated: boolean
  /** The values its check lists, when it lists them. */
  readonly allowed: readonly string[] | null
}

export interface ForeignKey {
  readonly name: string
  readonly target: string
  readonly pairs: readonly (readonly [own: string, theirs: string])[]
}

/** A table of the towns, as the catalogue tells it. */
export interface TownTable {
  readonly name: string
  readonly columns: readonly Column[]
  readonly key: readonly string[]
  readonly foreign_keys: readonly ForeignKey[]
}

export type Row = Readonly<Record<string, unknown>>
/** A town's one row of each table, by the table's name. */
export type Rows = ReadonlyMap<string, Row>

/** Every table that carries the tenant, partitions too, those referred to before those that refer. Read from the catalogue, so that a new table is walked before anybody remembers to. */
export async function townTables(sql: postgres.Sql): Promise<readonly TownTable[]> {
  const tables = await sql.unsafe<TownTable[]>(`
    select c.relname as name,
      (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null), 'is_generated', a.attgenerated <> '',
          'allowed', (select array_to_json(array(select m[1] from regexp_matches(pg_get_constraintdef(k.oid), '''([^'']*)''::text', 'g') m))
            from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
              and pg_get_constraintdef(k.oid) like '%= ANY (ARRAY[%' limit 1)) order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
      (select json_agg(a.attname) from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
        where i.indrelid = c.oid and i.indisprimary) as key,
      coalesce((select json_agg(json_build_object('name', k.conname, 'target', t.relname, 'pairs',
          (select json_agg(json_build_array(a.attname, f.attname)) from unnest(k.conkey, k.confkey) as pair (own, theirs)
            join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.own
            join pg_attribute f on f.attrelid = k.confrelid and f.attnum = pair.theirs)))
        from pg_constraint k join pg_class t on t.oid = k.confrelid
        where k.conrelid = c.oid and k.contype = 'f' and exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'tenant_id')), '[]') as foreign_keys
    from pg_class c where c.relnamespace = 'officine'::regnamespace and c.relkind in ('r', 'p')
      and c.relname <> all (string_to_array('${Object.keys(globalTables).join()}', ',')) and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id')
    order by c.oid`)
  return targetsFirst(tables)
}

function targetsFirst(tables: readonly TownTable[]): readonly TownTable[] {
  const sorted: TownTable[] = []
  while (sorted.length < tables.length) {
    const next = tables.find(
      (table) =>
        !sorted.includes(table) &&
        table.foreign_keys.every(
          ({ target }) => target === table.name || sorted.some(({ name }) => name === target),
        ),
    )
    if (next === undefined)
      throw new Error('The foreign keys go round in a circle: fill these tables by hand.')
    sorted.push(next)
  }
  return sorted
}

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Columns whose check is a pattern: everything else follows from type, list and name. */
const patterned: Readonly<Record<string, (seed: number) => unknown>> = {
  'booking.code': (seed) =>
    Array.from({ length: 8 }, (_, place) => crockford[Math.floor(seed / 32 ** place) % 32]).join(''),
  // An offer that was accepted in time: every column of it is set, as of a wait that got its place.
  'booking.status': () => 'confirmed',
  'booking.offer_expires_at': (seed) => new Date(Date.UTC(2026, 9, 5 + seed, 11)).toISOString(),
  'wait.status': () => 'given',
  'usage_hour.hour': (seed) => seed % 24,
  'mail_return.status': () => '5.1.1',
  'opening_change.from_time': () => '09:00',
  'opening_change.to_time': () => '14:00',
}

/** A row that the table accepts, from a seed: two seeds collide on no unique key. Keys into other tables are taken from `others`. */
export function rowOf(table: TownTable, town: string, seed: number, others: Rows): Row {
  const made = table.columns
    .filter((column) => !column.is_generated)
    .map(
      (column) => [column.name, column.name === 'tenant_id' ? town : specimen(table, column, seed)] as const,
    )
  const referred = table.foreign_keys.flatMap(({ target, pairs }) =>
    pairs
      .filter(([own]) => own !== 'tenant_id')
      .map(([own, theirs]) => [own, others.get(target)?.[theirs] ?? null] as const),
  )
  return Object.fromEntries([...made, ...referred])
}

function specimen(table: TownTable, { name, type, allowed }: Column, seed: number): unknown {
  const pattern = patterned[`${table.name}.${name}`]
  if (pattern !== undefined) return pattern(seed)
  if (allowed !== null) return allowed[0]
  switch (type) {
    case 'uuid':
      return randomUUID()
    case 'text':
      return `${name.slice(0, 8)}-${String(seed).padStart(20, '0')}` // within every length the schema asks for: 22 to 32
    case 'integer':
    case 'bigint':
      return seed
    case 'boolean':
      return true
    case 'date':
      return '2026-10-05'
    case 'timestamp with time zone':
      return new Date(Date.UTC(2026, 9, 5 + seed, name.startsWith('ends') ? 10 : 9)).toISOString() // a day of its own: no two periods overlap
    case 'jsonb':
      return { seed }
    default:
      throw new Error(
        `No specimen of ${type} for ${table.name}.${name}: add one here, so that the walk covers the table.`,
      )
  }
}

/** One row in every table for a town that exists; each column of it set. */
export async function fillTown(
  sql: postgres.Sql,
  tables: readonly TownTable[],
  town: string,
  seed: number,
): Promise<Rows> {
  const rows = new Map<string, Row>()
  for (const table of tables) {
    const row = rowOf(table, town, seed, rows)
    await sql.unsafe(...insertion(table, row))
    rows.set(table.name, row)
  }
  return rows
}

/** The statement that inserts a row, with its one parameter. */
export function insertion(table: TownTable, row: Row, onConflict = ''): [text: string, parameters: string[]] {
  const columns = Object.keys(row).join(', ')
  const text = `insert into officine.${table.name} (${columns}) select ${columns} from jsonb_populate_record(null::officine.${table.name}, $1::text::jsonb) ${onConflict}`
  return [text, [JSON.stringify(row)]]
}

/** Everything a town has, as text: equal dumps are equal byte by byte. */
export async function dumpOf(sql: postgres.Sql, tables: readonly TownTable[], town: string): Promise<string> {
  const parts = await Promise.all(
    tables.map(({ name }) =>
      sql.unsafe<{ dump: string }[]>(
        `select coalesce(string_agg(t::text, E'\\n' order by t::text), '') as dump from officine.${name} t where tenant_id = $1`,
        [town],
      ),
    ),
  )
  return parts.map(([part], index) => `${tables[index]?.name}:\n${part?.dump}`).join('\n')
}
