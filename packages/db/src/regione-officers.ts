import { and, asc, eq, gt, inArray, isNull } from 'drizzle-orm'
import type { FiscalCode } from '@officine/domain/identity/fiscal-code'
import type { Database } from './database.ts'
import { exactlyOne } from './exactly-one.ts'
import type { Keyring } from './keyring.ts'
import { newId } from './new-id.ts'
import { officer, officerRole } from './regione-schema.ts'

export type RegioneRole = (typeof officerRole.$inferSelect)['role']
export interface Officer {
  readonly id: string
  readonly givenName: string
  readonly familyName: string
}

// Sealed apart from every town: the same person's seals here and there have nothing in common.
const sealed = (code: FiscalCode) => `regione\0fiscal-code\0${code}`

/** The officer with this fiscal code who holds a role now, their names brought up to what the identity provider says; undefined for everybody else, of whom nothing is kept. */
export async function findOfficer(
  db: Database,
  keyring: Keyring,
  attested: { readonly fiscalCode: FiscalCode; readonly givenName: string; readonly familyName: string },
  now: Date,
): Promise<Officer | undefined> {
  const [row] = await db
    .select({ id: officer.id })
    .from(officer)
    .innerJoin(officerRole, eq(officerRole.officerId, officer.id))
    .where(
      and(
        inArray(officer.fiscalCodeHmac, [...keyring.seals(sealed(attested.fiscalCode))]),
        gt(officerRole.expiresAt, now),
        isNull(officerRole.revokedAt),
      ),
    )
    .limit(1)
  if (row === undefined) return undefined
  const { givenName, familyName } = attested
  const fiscalCodeHmac = keyring.seal(sealed(attested.fiscalCode))
  const updated = await db
    .update(officer)
    .set({ givenName, familyName, fiscalCodeHmac })
    .where(eq(officer.id, row.id))
    .returning({ id: officer.id, givenName: officer.givenName, familyName: officer.familyName })
  return exactlyOne(updated, 'officer')
}

export interface OfficerGrant {
  readonly fiscalCode: FiscalCode
  readonly givenName: string
  readonly familyName: string
  readonly expiresAt: Date
  readonly by: string
  readonly now: Date
}

/** Gives somebody a role at the Region, or lets the one they hold last as long; needs the owner's connection. */
export async function grantOfficer(
  owner: Database,
  keyring: Keyring,
  { fiscalCode, givenName, familyName, expiresAt, by, now }: OfficerGrant,
): Promise<'granted' | 'extended'> {
  return owner.transaction(async (tx) => {
    const [known] = await tx
      .select({ id: officer.id })
      .from(officer)
      .where(inArray(officer.fiscalCodeHmac, [...keyring.seals(sealed(fiscalCode))]))
      .for('update')
    const officerId = known?.id ?? newId(now)
    if (known === undefined)
      await tx.insert(officer).values({
        id: officerId,
        fiscalCodeHmac: keyring.seal(sealed(fiscalCode)),
        givenName,
        familyName,
        createdAt: now,
      })
    const extended = await tx
      .update(officerRole)
      .set({ expiresAt })
      .where(
        and(
          eq(officerRole.officerId, officerId),
          gt(officerRole.expiresAt, now),
          isNull(officerRole.revokedAt),
        ),
      )
      .returning({ id: officerRole.id })
    if (extended.length > 0) return 'extended'
    await tx
      .insert(officerRole)
      .values({ id: newId(now), officerId, role: 'officer', grantedAt: now, grantedBy: by, expiresAt })
    return 'granted'
  })
}

/** Takes the role away from who has this fiscal code: their next request finds no door. False when they held none. Needs the owner's connection. */
export async function revokeOfficer(
  owner: Database,
  keyring: Keyring,
  fiscalCode: FiscalCode,
  now: Date,
): Promise<boolean> {
  const known = owner
    .select({ id: officer.id })
    .from(officer)
    .where(inArray(officer.fiscalCodeHmac, [...keyring.seals(sealed(fiscalCode))]))
  const revoked = await owner
    .update(officerRole)
    .set({ revokedAt: now })
    .where(
      and(
        inArray(officerRole.officerId, known),
        gt(officerRole.expiresAt, now),
        isNull(officerRole.revokedAt),
      ),
    )
    .returning({ id: officerRole.id })
  return revoked.length > 0
}

/** Who holds a role at the Region now, by name. */
export async function listOfficers(db: Database, now: Date) {
  return db
    .select({
      givenName: officer.givenName,
      familyName: officer.familyName,
      role: officerRole.role,
      expiresAt: officerRole.expiresAt,
      grantedBy: officerRole.grantedBy,
    })
    .from(officer)
    .innerJoin(officerRole, eq(officerRole.officerId, officer.id))
    .where(and(gt(officerRole.expiresAt, now), isNull(officerRole.revokedAt)))
    .orderBy(asc(officer.familyName), asc(officer.givenName))
}
