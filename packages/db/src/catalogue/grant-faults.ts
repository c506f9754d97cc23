import { roles } from '../bootstrap-roles.ts'
import { allowanceOf, globalTables, queueSchema, schemasOf } from './allowances.ts'
import { named, ours } from './fault.ts'
import type { Catalogue, Fault } from './fault.ts'

interface Grant {
  readonly kind:
    | 'table'
    | 'view'
    | 'materialised view'
    | 'sequence'
    | 'schema'
    | 'database'
    | 'function'
    | 'parameter'
    | 'default'
  readonly object: string
  readonly column: string | null
  readonly is_key: boolean
  /** `public`, or a role. */
  readonly grantee: string
  readonly owner: string
  readonly privilege: string
  readonly is_grantable: boolean
}

const acl = (list: string) =>
  `cross join lateral aclexplode(${list}) g left join pg_roles r on r.oid = g.grantee`
const held = (owner: string) =>
  `coalesce(r.rolname::text, 'public') as grantee, pg_get_userbyid(${owner})::text as owner, g.privilege_type as privilege, g.is_grantable`

/** Every right that somebody other than the owner holds, against what its role may hold at most; nothing to PUBLIC, nothing passed on, UPDATE by column and never on a key. */
export async function grantFaults(sql: Catalogue): Promise<readonly Fault[]> {
  const grants = await sql.unsafe<Grant[]>(`
    select case c.relkind when 'v' then 'view' when 'm' then 'materialised view' when 'S' then 'sequence' else 'table' end as kind,
      ${named('n.nspname', 'c.relname')} as object, null as column, false as is_key, ${held('c.relowner')}
    from pg_class c join pg_namespace n on n.oid = c.relnamespace ${acl('c.relacl')}
    where ${ours('n.nspname', 'c.oid', 'pg_class')}
    union all
    select 'table', ${named('n.nspname', 'c.relname')}, a.attname::text,
      exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary and a.attnum = any (i.indkey)), ${held('c.relowner')}
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace ${acl('a.attacl')}
    where not a.attisdropped and ${ours('n.nspname', 'c.oid', 'pg_class')}
    union all
    select 'schema', n.nspname::text, null, false, ${held('n.nspowner')}
    from pg_namespace n ${acl("coalesce(n.nspacl, acldefault('n', n.nspowner))")} where ${ours('n.nspname', 'n.oid', 'pg_namespace')}
    union all
    select 'database', 'this database', null, false, ${held('b.datdba')}
    from pg_database b ${acl("coalesce(b.datacl, acldefault('d', b.datdba))")} where b.datname = current_database()
    union all
    select 'function', ${named('n.nspname', 'p.proname')}, null, false, ${held('p.proowner')}
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace ${acl("coalesce(p.proacl, acldefault('f', p.proowner))")}
    where ${ours('n.nspname', 'p.oid', 'pg_proc')}
    union all
    select 'parameter', q.parname, null, false, ${held('10')} from pg_parameter_acl q ${acl('q.paracl')}
    union all
    select 'default', 'objects to come', null, false, ${held('e.defaclrole')} from pg_default_acl e ${acl('e.defaclacl')}`)
  return grants.filter(({ grantee, owner }) => grantee !== owner).flatMap(oneGrantFaults)
}

function oneGrantFaults(grant: Grant): readonly Fault[] {
  const { grantee, privilege, kind } = grant
  const object = grant.column === null ? grant.object : `${grant.object}.${grant.column}`
  const fault = (rule: Fault['rule']): Fault => ({
    rule,
    object,
    found: `${privilege} on the ${kind} to ${grantee}`,
  })
  const passedOn = grant.is_grantable ? [fault('grant-passed-on')] : []
  if (kind === 'default') return [fault('default-privilege')]
  if (grantee === 'public') return [fault('grant-to-public')]
  if (kind === 'sequence') return [fault('sequence-grant'), ...passedOn]
  if (kind === 'database' || kind === 'schema') return [...plainUse(grant).map(fault), ...passedOn]
  if (grantee === roles.owner) return passedOn
  const allowance = allowanceOf(grantee)
  if (allowance === undefined) return [fault('grant-to-stranger')]
  if (kind === 'function') return passedOn
  if (kind !== 'table')
    return kind === 'view' && privilege === 'SELECT' ? passedOn : [fault('grant-beyond-role')]

  const rights: readonly string[] =
    allowance.tables[grant.object] ?? (grant.object in globalTables ? [] : allowance.townTables)
  if (!rights.includes(privilege)) return [fault('grant-beyond-role')]
  const columns = allowance.columns?.[grant.object]
  if (privilege === 'SELECT' && columns !== undefined && !columns.includes(grant.column ?? 'every column'))
    return [fault('grant-beyond-role')]
  if (privilege === 'UPDATE' && grant.column === null) return [fault('grant-table-wide')]
  if (privilege === 'UPDATE' && (grant.is_key || grant.column === 'tenant_id')) return [fault('grant-on-key')]
  return passedOn
}

/** Of a database its roles may connect, of a schema those with rights on its tables may use: neither lets anybody make objects, save the worker its queue. */
function plainUse({ kind, object, grantee, privilege }: Grant): readonly Fault['rule'][] {
  if (grantee === roles.owner || (object === 'public' && grantee === 'pg_database_owner')) return []
  const allowance = allowanceOf(grantee)
  if (allowance === undefined) return ['grant-to-stranger']
  if (kind === 'database') return privilege === 'CONNECT' ? [] : ['grant-beyond-role']
  if (object === queueSchema)
    return grantee === roles.worker && (privilege === 'USAGE' || privilege === 'CREATE')
      ? []
      : ['grant-beyond-role']
  return privilege === 'USAGE' && schemasOf(allowance).has(object) ? [] : ['grant-beyond-role']
}
