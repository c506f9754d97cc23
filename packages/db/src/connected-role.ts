import { sql } from 'drizzle-orm'
import { roles } from './bootstrap-roles.ts'
import type { RoleName } from './bootstrap-roles.ts'
import type { Database } from './database.ts'

/** As whom a connection works: one of our roles, or `undefined` for any other, a superuser above all. */
export async function findConnectedRole(
  db: Database,
): Promise<{ readonly name: RoleName | undefined; readonly databaseRole: string }> {
  const [row] = await db.execute<{ role: string }>(sql`select current_user::text as role`)
  const databaseRole = row?.role ?? 'nobody'
  const [name] = Object.entries(roles).find(([, role]) => role === databaseRole) ?? []
  return { name: name as RoleName | undefined, databaseRole } // the keys of `roles`
}
