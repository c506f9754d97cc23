import { globalTables } from './allowances.ts'
import { named, ours } from './fault.ts'
import type { Catalogue, Fault } from './fault.ts'

interface Constraint {
  readonly table: string
  readonly name: string
  readonly kind: string
  readonly target: string | null
  readonly on_delete: string
  readonly on_update: string
  readonly is_enforced: boolean
  /** Referencing and referenced column, pair by pair. */
  readonly pairs: readonly (readonly [string, string])[]
}

const actions: Readonly<Record<string, string>> = { n: 'SET NULL', d: 'SET DEFAULT', c: 'CASCADE' }

/** Foreign keys carry the tenant on both sides, never lead from a global table into a town, never rewrite what they refer to; checks and keys are validated and enforced. */
export async function foreignKeyFaults(sql: Catalogue): Promise<readonly Fault[]> {
  const constraints = await sql.unsafe<Constraint[]>(`
    select ${named('n.nspname', 'c.relname')} as table, k.conname::text as name, k.contype::text as kind,
      ${named('tn.nspname', 't.relname')} as target, k.confdeltype::text as on_delete, k.confupdtype::text as on_update,
      k.convalidated and coalesce((to_jsonb(k) ->> 'conenforced')::boolean, true) as is_enforced,
      coalesce((select json_agg(json_build_array(a.attname, f.attname))
        from unnest(k.conkey, k.confkey) as pair (own, foreign_one)
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.own
        join pg_attribute f on f.attrelid = k.confrelid and f.attnum = pair.foreign_one), '[]') as pairs
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      left join pg_class t on t.oid = k.confrelid left join pg_namespace tn on tn.oid = t.relnamespace
    where ${ours('n.nspname', 'c.oid', 'pg_class')} and (k.contype = 'f' or not k.convalidated or to_jsonb(k) ->> 'conenforced' = 'false')`)
  return constraints.flatMap((constraint) => [
    ...(constraint.kind === 'f' ? [...reachFaults(constraint), ...actionFaults(constraint)] : []),
    ...(constraint.is_enforced
      ? []
      : [faultOf(constraint, 'constraint-not-enforced', 'not validated or not enforced')]),
  ])
}

function reachFaults(key: Constraint): readonly Fault[] {
  const { target } = key
  if (target === null || target in globalTables) return []
  if (key.table in globalTables)
    return [faultOf(key, 'foreign-key-into-town', `a global table refers to ${target}`)]
  if (key.pairs.some(([own, theirs]) => own === 'tenant_id' && theirs === 'tenant_id')) return []
  return [
    faultOf(
      key,
      'foreign-key-without-tenant',
      `refers to ${target} by ${key.pairs.map(([own]) => own).join(', ')}`,
    ),
  ]
}

function actionFaults(key: Constraint): readonly Fault[] {
  const faults: Fault[] = []
  if (key.on_delete === 'n' || key.on_delete === 'd')
    faults.push(faultOf(key, 'foreign-key-action', `on delete ${actions[key.on_delete]}`))
  if (key.on_update in actions) {
    faults.push(faultOf(key, 'foreign-key-action', `on update ${actions[key.on_update]}`))
  }
  return faults
}

function faultOf(constraint: Constraint, rule: Fault['rule'], found: string): Fault {
  return { rule, object: `${constraint.table}.${constraint.name}`, found }
}
