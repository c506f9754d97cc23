import type postgres from 'postgres'
import { roles } from '../src/bootstrap-roles.ts'

export interface PathsOfRole {
  /** Everything with rows, or a number that counts some, that the role may touch. */
  readonly relations: readonly string[]
  /** Schemas it may enter, and those in which it could make something of its own. */
  readonly schemas: readonly string[]
  /** Functions outside PostgreSQL's own that it may call, and everything that runs as somebody else. */
  readonly functions: readonly string[]
  /** Roles it is a member of, or whose members it could speak for, attributes and settings that open more, parameters it may set. */
  readonly standing: readonly string[]
  /** Servers, mappings and wrappers of other databases, subscriptions, languages that leave the database. */
  readonly elsewhere: readonly string[]
  readonly largeObjects: readonly string[]
  /** What will be granted by itself on things to come. */
  readonly toCome: readonly string[]
  /** Statistics over columns it cannot read, and what others are asking just now. */
  readonly told: readonly string[]
}

/**
 * What a role finds when it asks the catalogue itself, in a database client, for every way to a row: each list names what it may use, PostgreSQL's own rows about itself
 * left out. Asked as the role: PostgreSQL answers with the role's own rights.
 */
export async function pathsOfRole(sql: postgres.ISql): Promise<PathsOfRole> {
  const list = async (query: string) =>
    (await sql.unsafe<{ found: string }[]>(query)).map(({ found }) => found).sort()
  const own = "not in ('pg_catalog', 'information_schema', 'pg_toast')"
  return {
    relations: await list(`
      select n.nspname || '.' || c.relname as found from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname ${own} and n.nspname !~ '^pg_(temp|toast_temp)_' and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
        and has_schema_privilege(n.oid, 'usage')
        and case when c.relkind = 'S' then has_sequence_privilege(c.oid, 'select, usage, update')
          else has_any_column_privilege(c.oid, 'select, insert, update, references') or has_table_privilege(c.oid, 'delete, truncate, trigger') end`),
    schemas: await list(`
      select n.nspname || case when has_schema_privilege(n.oid, 'create') then ' (may create)' else '' end as found from pg_namespace n
      where n.nspname ${own} and has_schema_privilege(n.oid, 'usage, create')
      union all
      select 'this database (may create ' || p || ')' from unnest(array['create', 'temporary']) p
      where has_database_privilege(current_database(), p)`),
    functions: await list(`
      select n.nspname || '.' || p.proname as found from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where has_function_privilege(p.oid, 'execute') and has_schema_privilege(n.oid, 'usage')
        and (n.nspname ${own} or p.prosecdef)`),
    standing: await list(`
      select 'member of ' || r.rolname as found from pg_roles r where r.rolname <> current_user and pg_has_role(current_user, r.oid, 'member')
      union all
      select 'spoken for by ' || m.member::regrole from pg_auth_members m
      where m.roleid = current_user::regrole and not (select rolsuper from pg_roles where oid = m.member)
      union all
      select a from pg_roles r cross join lateral unnest(array[case when r.rolsuper then 'superuser' end, case when r.rolbypassrls then 'bypassrls' end,
        case when r.rolcreaterole then 'createrole' end, case when r.rolcreatedb then 'createdb' end, case when r.rolreplication then 'replication' end]) a
      where r.rolname = current_user and a is not null
      union all
      select 'may set ' || q.parname from pg_parameter_acl q where has_parameter_privilege(q.parname, 'set, alter system')`),
    elsewhere: await list(`
      select 'server ' || srvname as found from pg_foreign_server where has_server_privilege(oid, 'usage')
      union all select 'wrapper ' || fdwname from pg_foreign_data_wrapper where has_foreign_data_wrapper_privilege(oid, 'usage')
      union all select 'mapping for ' || coalesce(usename, 'public') from pg_user_mappings
      union all select 'subscription ' || subname from pg_subscription
      union all select 'publication ' || pubname from pg_publication
      union all select 'replication slot ' || slot_name from pg_replication_slots
      union all select 'language ' || lanname from pg_language where lanpltrusted and lanname not in ('sql', 'plpgsql')
        and has_language_privilege(oid, 'usage')
      union all select 'extension ' || extname from pg_extension where extname not in ('plpgsql', 'btree_gist')`),
    largeObjects: await list(`select oid::text as found from pg_largeobject_metadata`),
    toCome: await list(`
      select coalesce(nullif(g.grantee, 0)::regrole::text, 'public') || ': ' || g.privilege_type as found
      from pg_default_acl d cross join lateral aclexplode(d.defaclacl) g
      where g.grantee in (0, current_user::regrole)`),
    told: await list(`
      select 'statistics of ' || schemaname || '.' || tablename as found from pg_stats where schemaname ${own}
        and not has_table_privilege(format('%I.%I', schemaname, tablename), 'select')
      union all
      select 'query of ' || usename from pg_stat_activity where usename <> current_user and query not in ('', '<insufficient privilege>')`),
  }
}

/** The statement that makes a connection speak as a role for the rest of a transaction. */
export const speakAs = (role: keyof typeof roles) => `set local role ${roles[role]}`
