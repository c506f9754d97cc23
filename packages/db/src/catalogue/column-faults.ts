import { globalTables } from './allowances.ts'
import { named, ofTown, ours } from './fault.ts'
import type { Catalogue, Fault } from './fault.ts'

interface Column {
  readonly table: string
  readonly column: string
  readonly type: string
  readonly type_kind: string
  readonly is_nullable: boolean
  readonly is_collated: boolean
  readonly identity: string
  readonly is_generated: boolean
  readonly default: string | null
  readonly siblings: readonly string[]
}

/** A literal, perhaps cast: what needs no computing is the same on every node of a cluster. */
const literal = /^(null|true|false|-?\d+(\.\d+)?|'([^']|'')*')(::[a-z" ]+(\(\d+\))?)?$/i

/** Columns of a town's table: the tenant as required text, ids that name nothing, no enum, instants beside a range, defaults that are literals. */
export async function columnFaults(sql: Catalogue): Promise<readonly Fault[]> {
  const columns = await sql.unsafe<Column[]>(`
    select ${named('n.nspname', 'c.relname')} as table, a.attname::text as column, format_type(a.atttypid, null) as type,
      t.typtype::text as type_kind, not a.attnotnull as is_nullable,
      a.attcollation not in (0, 100) as is_collated, a.attidentity::text as identity, a.attgenerated <> '' as is_generated,
      pg_get_expr(d.adbin, d.adrelid) as default,
      (select json_agg(s.attname) from pg_attribute s where s.attrelid = c.oid and s.attnum > 0 and s.attnotnull) as siblings
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace join pg_type t on t.oid = a.atttypid
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relkind in ('r', 'p') and ${ofTown('c.oid')} and a.attnum > 0 and not a.attisdropped and ${ours('n.nspname', 'c.oid', 'pg_class')}`)
  return columns.filter(({ table }) => !(table in globalTables)).flatMap(oneColumnFaults)
}

function oneColumnFaults(column: Column): Fault[] {
  const faults: Fault[] = []
  const fault = (rule: Fault['rule'], found: string) =>
    faults.push({ rule, object: `${column.table}.${column.column}`, found })
  const { type } = column
  if (column.column === 'tenant_id') {
    const isPlain =
      !column.is_nullable && !column.is_collated && !column.is_generated && column.default === null
    if (type !== 'text' || !isPlain)
      fault('tenant-column', `${type}${isPlain ? '' : ', not a plain required column'}`)
    return faults
  }
  if (/(^|_)id$/.test(column.column) && type !== 'uuid' && type !== 'bigint') fault('id-column', type)
  if (column.identity !== '' && type !== 'bigint') fault('id-column', `identity of ${type}`)
  if (column.type_kind === 'e')
    fault('enum-type', `${type}: its equality is not leakproof, so no index serves it under a policy`)
  if (/^timestamp without|^character$|^money$/.test(type)) fault('column-type', type)
  if (column.default !== null && !column.is_generated && !literal.test(column.default))
    fault('column-default', column.default)
  if ((column.type_kind === 'r' || column.type_kind === 'm') && !hasInstants(column)) {
    fault(
      'range-without-instants',
      `${type} without required starts_at and ends_at (or starts_on and ends_on) beside it`,
    )
  }
  return faults
}

function hasInstants({ siblings }: Column): boolean {
  return ['at', 'on'].some((end) => siblings.includes(`starts_${end}`) && siblings.includes(`ends_${end}`))
}
