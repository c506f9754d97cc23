import { globalTables } from './allowances.ts'
import { named, ofTown, ours } from './fault.ts'
import type { Catalogue, Fault } from './fault.ts'

interface Index {
  readonly table: string
  readonly index: string
  readonly is_primary: boolean
  readonly is_unique: boolean
  readonly is_exclusion: boolean
  readonly is_usable: boolean
  /** The first column's name; null when it is an expression. */
  readonly first: string | null
  /** The operator of an exclusion on its first column. */
  readonly operator: string | null
}

/** Primary keys, unique and exclusion constraints and every other index of a town's table start with the tenant: uniqueness ends at the town's border, and the index serves the policy. */
export async function keyFaults(sql: Catalogue): Promise<readonly Fault[]> {
  const indexes = await sql.unsafe<Index[]>(`
    select ${named('n.nspname', 'c.relname')} as table, x.relname::text as index,
      i.indisprimary as is_primary, i.indisunique as is_unique, i.indisexclusion as is_exclusion,
      i.indisvalid and i.indisready and i.indislive as is_usable, a.attname::text as first, o.oprname::text as operator
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace join pg_class x on x.oid = i.indexrelid
      left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0] and a.attnum > 0
      left join pg_constraint k on k.conindid = x.oid and k.contype = 'x'
      left join pg_operator o on o.oid = k.conexclop[1]
    where c.relkind in ('r', 'p') and ${ofTown('c.oid')} and ${ours('n.nspname', 'c.oid', 'pg_class')}`)
  return indexes.flatMap((index) => [...leadFaults(index), ...unusable(index)])
}

function leadFaults(index: Index): readonly Fault[] {
  if (index.table in globalTables) return []
  const object = `${index.table}.${index.index}`
  const found = `starts with ${index.first ?? 'an expression'}`
  if (index.is_exclusion && index.first === 'tenant_id' && index.operator !== '=') {
    return [{ rule: 'exclusion-without-tenant', object, found: `tenant_id with ${index.operator}` }]
  }
  if (index.first === 'tenant_id') return []
  if (index.is_primary) return [{ rule: 'primary-key', object, found }]
  if (index.is_exclusion) return [{ rule: 'exclusion-without-tenant', object, found }]
  if (index.is_unique) return [{ rule: 'unique-without-tenant', object, found }]
  return [{ rule: 'index-without-tenant', object, found }]
}

function unusable(index: Index): readonly Fault[] {
  if (index.is_usable) return []
  return [
    {
      rule: 'index-invalid',
      object: `${index.table}.${index.index}`,
      found: 'left over by an interrupted creation',
    },
  ]
}
