import { asc, count, eq, inArray } from 'drizzle-orm'
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

/** Facts that make an installation somebody's to play with; production refuses to serve one that has any. */
export const developmentFacts = ['sample-use', 'development'] as const

/** The fact that keeps this installation from production: that it holds samples, or that it was made for development. */
export async function findDevelopmentFact(
  db: Database,
): Promise<(typeof developmentFacts)[number] | undefined> {
  const [row] = await db
    .select({ name: installationFact.name })
    .from(installationFact)
    .where(inArray(installationFact.name, [...developmentFacts]))
    .orderBy(asc(installationFact.name))
  return developmentFacts.find((name) => name === row?.name)
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
