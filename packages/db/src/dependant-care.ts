import { and, eq, inArray, isNotNull, not, or, like } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Keyring } from './keyring.ts'
import { dependantCare } from './schema.ts'
import type { TenantTransaction } from './with-tenant.ts'

/** What whoever looks after a dependant must know, in the parents' words. */
export interface CareNotes {
  readonly allergies: string | null
  readonly emergencyContact: string | null
  /** Who may take them home besides the parents. */
  readonly mayCollect: string | null
}

type CareRow = typeof dependantCare.$inferSelect

/** Writes the notes of a dependant, each under the current key and readable in this row only; those left out stay as they were. */
export async function saveCare(
  tx: TenantTransaction,
  keyring: Keyring,
  dependantId: string,
  notes: Partial<CareNotes>,
  now: Date,
): Promise<void> {
  const sealed = (note: keyof CareNotes) => {
    const text = notes[note]
    if (text === undefined) return {}
    return {
      [`${note}Cipher`]: text === null ? null : keyring.encrypt(text, placeOf(tx, dependantId, note)),
    }
  }
  const columns = {
    ...sealed('allergies'),
    ...sealed('emergencyContact'),
    ...sealed('mayCollect'),
    changedAt: now,
  }
  await tx
    .insert(dependantCare)
    .values({ tenantId: tx.tenantId, dependantId, ...columns })
    .onConflictDoUpdate({ target: [dependantCare.tenantId, dependantCare.dependantId], set: columns })
}

/** The notes of some dependants, by dependant. Throws when a key is not held. */
export async function listCare(
  tx: TenantTransaction,
  keyring: Keyring,
  dependantIds: readonly string[],
): Promise<ReadonlyMap<string, CareNotes>> {
  if (dependantIds.length === 0) return new Map()
  const rows = await tx
    .select()
    .from(dependantCare)
    .where(
      and(eq(dependantCare.tenantId, tx.tenantId), inArray(dependantCare.dependantId, [...dependantIds])),
    )
  return new Map(rows.map((row) => [row.dependantId, openNotes(tx, keyring, row)]))
}

/** Forgets the notes of a dependant. */
export async function removeCare(tx: TenantTransaction, dependantId: string): Promise<void> {
  await tx
    .delete(dependantCare)
    .where(and(eq(dependantCare.tenantId, tx.tenantId), eq(dependantCare.dependantId, dependantId)))
}

/** Writes notes that stand under an older key under the current one, at most 500 dependants at a time; answers how many. */
export async function resealCare(tx: TenantTransaction, keyring: Keyring): Promise<number> {
  const isOld = (column: PgColumn) =>
    and(isNotNull(column), not(like(column, `${keyring.currentVersion()}:%`)))
  const rows = await tx
    .select()
    .from(dependantCare)
    .where(
      and(
        eq(dependantCare.tenantId, tx.tenantId),
        or(
          isOld(dependantCare.allergiesCipher),
          isOld(dependantCare.emergencyContactCipher),
          isOld(dependantCare.mayCollectCipher),
        ),
      ),
    )
    .orderBy(dependantCare.dependantId)
    .limit(500)
    .for('update')
  for (const row of rows)
    await saveCare(tx, keyring, row.dependantId, openNotes(tx, keyring, row), row.changedAt)
  return rows.length
}

function openNotes(tx: TenantTransaction, keyring: Keyring, row: CareRow): CareNotes {
  const open = (note: keyof CareNotes, cipher: string | null) =>
    cipher === null ? null : keyring.decrypt(cipher, placeOf(tx, row.dependantId, note))
  return {
    allergies: open('allergies', row.allergiesCipher),
    emergencyContact: open('emergencyContact', row.emergencyContactCipher),
    mayCollect: open('mayCollect', row.mayCollectCipher),
  }
}

function placeOf({ tenantId }: TenantTransaction, dependantId: string, note: keyof CareNotes): string {
  return `${tenantId}/dependant_care/${dependantId}/${note}`
}
