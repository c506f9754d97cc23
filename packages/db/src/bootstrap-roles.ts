/**
 * The roles of an installation and what each is for. Passwords are given by whoever runs the bootstrap; the text is run by a superuser, once, and again harmlessly.
 * No role has BYPASSRLS and none is a member of another: what a role may see is decided by policies and grants alone.
 */
export const roles = {
  owner: 'officine_owner',
  api: 'officine_api',
  worker: 'officine_worker',
  publisher: 'officine_publisher',
  regione: 'officine_regione',
  regioneApp: 'officine_regione_app',
} as const

export type RoleName = keyof typeof roles

/** SQL that makes the roles and hands the database to its owner. `password` must hold only letters, digits, `-` and `_`. */
export function bootstrapSql(database: string, password: (role: RoleName) => string): string {
  const statements = Object.entries(roles).map(([name, role]) => {
    const secret = password(name as RoleName)
    if (!/^[A-Za-z0-9_-]{16,}$/.test(secret))
      throw new Error(`The password of ${role} must be at least 16 letters, digits, - or _.`)
    return `
do $$ begin
  if not exists (select from pg_roles where rolname = '${role}') then
    create role ${role} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
  end if;
end $$;
alter role ${role} password '${secret}';
alter role ${role} set search_path = officine;
alter role ${role} set timezone = 'UTC';`
  })
  return `${statements.join('\n')}
alter role ${roles.api} set statement_timeout = '15s';
alter role ${roles.api} set lock_timeout = '10s';
alter role ${roles.api} set idle_in_transaction_session_timeout = '15s';
${databaseSql(database)}
`
}

/** SQL that hands a database to its owner and lets our roles, and nobody else, connect to it; a superuser runs it, connected anywhere. */
export function databaseSql(database: string): string {
  return `alter database "${database}" owner to ${roles.owner};
revoke all on database "${database}" from public;
${Object.values(roles)
  .map((role) => `grant connect on database "${database}" to ${role};`)
  .join('\n')}`
}
