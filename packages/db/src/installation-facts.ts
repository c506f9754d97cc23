import { count, eq } from 'drizzle-orm'
import type { Database } from './database.ts'
import { installationFact, tenant } from './schema.ts'

/** What the installation says of itself under a name; undefined if nothing. */
export async function findInstallationFact(db: Database, name: string): Promise<string | undefined> {
  const [row] = await db
    .select({ value: installationFact.value })
    .from(installationFact)
    .where(eq(installationFact.name, name))
  return row?.value
}

/** Writes a fact down, once: a second time changes nothing. Needs the owner's connection. */
export async function recordInstallationFact(
  owner: Database,
  name: string,
  value: string,
  now: Date,
): Promise<void> {
  await owner.insert(installationFact).values({ name, value, recordedAt: now }).onConflictDoNothing()
}

/** Whether no town was ever applied here: only then may samples be loaded. */
export async function isEmptyInstallation(owner: Database): Promise<boolean> {
  const [row] = await owner.select({ towns: count() }).from(tenant)
  return row?.towns === 0
}
