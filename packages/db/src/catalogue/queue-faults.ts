import { roles } from '../bootstrap-roles.ts'
import { queueSchema } from './allowances.ts'
import type { Catalogue, Fault } from './fault.ts'

/** The queue's tables have no walls, so its schema is one: everything in it belongs to the worker, and nobody else holds a right on any of it. */
export async function queueFaults(sql: Catalogue): Promise<readonly Fault[]> {
  const [owned, granted] = await Promise.all([
    sql.unsafe<{ object: string; owner: string }[]>(`
      select n.nspname || '.' || o.name as object, pg_get_userbyid(o.owner)::text as owner
      from pg_namespace n join (
        select relnamespace as schema, relname::text as name, relowner as owner from pg_class
        union all select pronamespace, proname::text, proowner from pg_proc
      ) o on o.schema = n.oid
      where n.nspname = '${queueSchema}' and pg_get_userbyid(o.owner) <> '${roles.worker}'`),
    sql.unsafe<{ object: string; grantee: string; privilege: string }[]>(`
      select n.nspname || '.' || o.name as object, coalesce(r.rolname::text, 'public') as grantee, g.privilege_type as privilege
      from pg_namespace n join (
        select relnamespace as schema, relname::text as name, relowner as owner, relacl as acl from pg_class
        union all select c.relnamespace, c.relname || '.' || a.attname, c.relowner, a.attacl
          from pg_attribute a join pg_class c on c.oid = a.attrelid
      ) o on o.schema = n.oid cross join lateral aclexplode(o.acl) g left join pg_roles r on r.oid = g.grantee
      where n.nspname = '${queueSchema}' and g.grantee <> o.owner`),
  ])
  return [
    ...owned.map(
      ({ object, owner }): Fault => ({ rule: 'foreign-owner', object, found: `belongs to ${owner}` }),
    ),
    ...granted.map(
      ({ object, grantee, privilege }): Fault => ({
        rule: 'grant-beyond-role',
        object,
        found: `${privilege} to ${grantee}`,
      }),
    ),
  ]
}
