import { and, eq, inArray, isNull } from 'drizzle-orm'
import {
  absenceExcuse,
  booking,
  callList,
  dependant,
  dependantCare,
  emailVerification,
  mailReturn,
  notificationPreference,
  person,
  recoveryCode,
  secondFactor,
  session,
} from './schema.ts'
import { exactlyOne } from './exactly-one.ts'
import type { TenantTransaction } from './with-tenant.ts'

/** What stands where a name stood: a row that decisions point to needs one, and this is nobody's. */
export const erasedName = { givenName: 'Persona', familyName: 'cancellata' } as const

/**
 * Takes the person out of their row and out of everything written about them; what they booked, how it was decided and who opened the record stay, about nobody.
 * Whom only they answered for goes too; whom another parent answers for stays with that one. Nothing here reads what it overwrites.
 */
export async function erasePerson(tx: TenantTransaction, personId: string, now: Date): Promise<void> {
  const { tenantId } = tx
  const own = (
    table:
      | typeof session
      | typeof notificationPreference
      | typeof emailVerification
      | typeof callList
      | typeof mailReturn
      | typeof recoveryCode
      | typeof secondFactor,
  ) => and(eq(table.tenantId, tenantId), eq(table.personId, personId))
  const rows = await tx
    .update(person)
    .set({
      ...erasedName,
      bornOn: null,
      residence: null,
      email: null,
      phone: null,
      fiscalCodeHmac: null,
      fiscalCodeCipher: null,
      subjectHmac: null,
      erasedAt: now,
    })
    .where(and(eq(person.tenantId, tenantId), eq(person.id, personId), isNull(person.erasedAt)))
    .returning({ id: person.id })
  exactlyOne(rows, 'person who is not erased')
  await erasePointers(tx, personId, now)
  await tx.delete(session).where(own(session))
  await tx.delete(recoveryCode).where(own(recoveryCode))
  await tx.delete(secondFactor).where(own(secondFactor))
  await tx.delete(notificationPreference).where(own(notificationPreference))
  await tx.delete(emailVerification).where(own(emailVerification))
  await tx.delete(callList).where(own(callList))
  await tx.delete(mailReturn).where(own(mailReturn))
  await tx
    .update(booking)
    .set({ cancelReason: null })
    .where(and(eq(booking.tenantId, tenantId), eq(booking.personId, personId)))
  const booked = tx
    .select({ id: booking.id })
    .from(booking)
    .where(and(eq(booking.tenantId, tenantId), eq(booking.personId, personId)))
  await tx
    .delete(absenceExcuse)
    .where(and(eq(absenceExcuse.tenantId, tenantId), inArray(absenceExcuse.bookingId, booked)))
  await eraseDependants(tx, personId, now)
}

/** Rows that were merged into this one name nobody either. */
async function erasePointers(tx: TenantTransaction, personId: string, now: Date): Promise<void> {
  await tx
    .update(person)
    .set({ ...erasedName, subjectHmac: null, erasedAt: now })
    .where(and(eq(person.tenantId, tx.tenantId), eq(person.mergedInto, personId)))
}

async function eraseDependants(tx: TenantTransaction, personId: string, now: Date): Promise<void> {
  const { tenantId } = tx
  await tx
    .update(dependant)
    .set({ secondParentId: null })
    .where(and(eq(dependant.tenantId, tenantId), eq(dependant.secondParentId, personId)))
  const alone = await tx
    .select({ id: dependant.id })
    .from(dependant)
    .where(
      and(
        eq(dependant.tenantId, tenantId),
        eq(dependant.personId, personId),
        isNull(dependant.secondParentId),
      ),
    )
  if (alone.length === 0) return
  const ids = alone.map(({ id }) => id)
  await tx
    .delete(dependantCare)
    .where(and(eq(dependantCare.tenantId, tenantId), inArray(dependantCare.dependantId, ids)))
  await tx
    .update(dependant)
    // A day must stand there: the first of the century says that nobody knows it any more.
    .set({
      givenName: erasedName.givenName,
      bornOn: '2000-01-01',
      shareHash: null,
      shareExpiresAt: null,
      removedAt: now,
    })
    .where(and(eq(dependant.tenantId, tenantId), inArray(dependant.id, ids)))
}
