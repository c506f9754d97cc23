import { globalTables, knownSchemas } from './allowances.ts'
import { named, ofTown, ours } from './fault.ts'
import type { Catalogue, Fault } from './fault.ts'

interface Relation {
  readonly name: string
  readonly schema: string
  readonly kind: string
  readonly persistence: string
  readonly enabled: boolean
  readonly forced: boolean
  readonly inherits: boolean
  readonly rules: boolean
  readonly has_tenant: boolean
  readonly has_primary_key: boolean
  readonly invoker: boolean
}

/** Schemas, tables (each partition too), views and what else has rows: known, of a town, enabled, forced, with a key, without rules. */
export async function tableFaults(sql: Catalogue): Promise<readonly Fault[]> {
  const [schemas, relations] = await Promise.all([
    sql.unsafe<{ name: string }[]>(
      `select n.nspname::text as name from pg_namespace n where ${ours('n.nspname', 'n.oid', 'pg_namespace')}`,
    ),
    sql.unsafe<Relation[]>(`
      select ${named('n.nspname', 'c.relname')} as name, n.nspname::text as schema, c.relkind::text as kind, c.relpersistence::text as persistence,
        c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
        not c.relispartition and exists (select from pg_inherits i where i.inhrelid = c.oid) as inherits,
        exists (select from pg_rewrite r where r.ev_class = c.oid and r.rulename <> '_RETURN') as rules,
        ${ofTown('c.oid')} as has_tenant,
        exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary) as has_primary_key,
        coalesce(c.reloptions && '{security_invoker=true,security_invoker=on,security_invoker=1,security_invoker=yes}', false) as invoker
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind not in ('i', 'I', 'S', 'c', 't') and ${ours('n.nspname', 'c.oid', 'pg_class')}`),
  ])
  const strange = schemas.filter(({ name }) => !knownSchemas.includes(name))
  return [
    ...strange.map(
      ({ name }): Fault => ({ rule: 'unknown-schema', object: name, found: 'a schema that nobody walks' }),
    ),
    ...relations.flatMap(relationFaults),
  ]
}

function relationFaults(relation: Relation): Fault[] {
  const faults: Fault[] = []
  const fault = (rule: Fault['rule'], found: string) => faults.push({ rule, object: relation.name, found })
  if (relation.schema === 'public') fault('unknown-schema', 'public stays empty')
  if (relation.rules) fault('rewrite-rule', 'a rule rewrites statements, as a trigger would')
  if (relation.kind === 'v' && !relation.invoker)
    fault('view-as-owner', 'without security_invoker a view reads as its owner')
  if (relation.kind === 'v' || relation.kind === 'm') return faults // who may read a materialised view is a matter of grants
  if (relation.kind !== 'r' && relation.kind !== 'p') {
    fault('unknown-kind-of-relation', `relkind ${relation.kind}`)
    return faults
  }
  if (relation.inherits) fault('table-inherited', "a child of a table is read past the child's policy")
  if (relation.persistence !== 'p') fault('table-not-kept', 'unlogged: a crash empties it')
  if (!relation.has_primary_key) fault('primary-key', 'none')
  if (relation.name in globalTables) return faults
  if (!relation.has_tenant) {
    fault('table-without-tenant', 'no tenant_id, and no reason among the global tables')
    return faults
  }
  if (!relation.enabled) fault('row-security-off', 'row level security is not enabled')
  if (!relation.forced) fault('row-security-not-forced', 'the owner reads past the policy')
  return faults
}
