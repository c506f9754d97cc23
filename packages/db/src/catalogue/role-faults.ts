import { roles } from '../bootstrap-roles.ts'
import { named, ours } from './fault.ts'
import type { Catalogue, Fault } from './fault.ts'

const ourRoles = Object.values(roles)
  .map((role) => `'${role}'`)
  .join(', ')

interface RoleFacts {
  readonly role: string
  readonly attributes: readonly string[]
  readonly member_of: readonly string[]
}

/** The roles can do nothing but what is granted, are members of nothing and carry no town; what there is belongs to the owner. */
export async function roleFaults(sql: Catalogue): Promise<readonly Fault[]> {
  const [found, settings, owned] = await Promise.all([
    sql.unsafe<RoleFacts[]>(`
      select r.rolname::text as role,
        array_to_json(array_remove(array[case when r.rolsuper then 'superuser' end, case when r.rolbypassrls then 'bypassrls' end,
          case when r.rolcreaterole then 'createrole' end, case when r.rolcreatedb then 'createdb' end,
          case when r.rolreplication then 'replication' end, case when not r.rolcanlogin then 'nologin' end], null)) as attributes,
        coalesce((select json_agg(g.rolname) from pg_auth_members m join pg_roles g on g.oid = m.roleid where m.member = r.oid), '[]') as member_of
      from pg_roles r where r.rolname in (${ourRoles})`),
    sql.unsafe<{ holder: string; setting: string }[]>(`
      select coalesce(r.rolname::text, 'this database') as holder, setting
      from pg_db_role_setting s left join pg_roles r on r.oid = s.setrole left join pg_database b on b.oid = s.setdatabase
        cross join lateral unnest(s.setconfig) setting
      where (r.rolname in (${ourRoles}) or s.setrole = 0) and (s.setdatabase = 0 or b.datname = current_database())
        and setting ~ '^(app\\.|role=|row_security=|session_replication_role=)'`),
    sql.unsafe<{ object: string; owner: string }[]>(`
      select * from (
        select ${named('n.nspname', 'c.relname')} as object, pg_get_userbyid(c.relowner)::text as owner
        from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${ours('n.nspname', 'c.oid', 'pg_class')}
        union all
        select ${named('n.nspname', 'p.proname')}, pg_get_userbyid(p.proowner)::text
        from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${ours('n.nspname', 'p.oid', 'pg_proc')}
        union all
        select 'schema ' || n.nspname, pg_get_userbyid(n.nspowner)::text from pg_namespace n
        where n.nspname <> 'public' and ${ours('n.nspname', 'n.oid', 'pg_namespace')}
        union all
        select 'this database', pg_get_userbyid(b.datdba)::text from pg_database b where b.datname = current_database()
      ) o where owner <> '${roles.owner}'`),
  ])
  const missing = Object.values(roles).filter((role) => !found.some((one) => one.role === role))
  return [
    ...missing.map((role): Fault => ({ rule: 'role-attribute', object: role, found: 'no such role' })),
    ...found.flatMap(({ role, attributes }) =>
      attributes.map((attribute): Fault => ({ rule: 'role-attribute', object: role, found: attribute })),
    ),
    ...found.flatMap(({ role, member_of }) =>
      member_of.map(
        (group): Fault => ({ rule: 'role-membership', object: role, found: `member of ${group}` }),
      ),
    ),
    ...settings.map(
      ({ holder, setting }): Fault => ({ rule: 'role-setting', object: holder, found: setting }),
    ),
    ...owned.map(
      ({ object, owner }): Fault => ({ rule: 'foreign-owner', object, found: `belongs to ${owner}` }),
    ),
  ]
}
