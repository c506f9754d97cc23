import { and, eq, gt, inArray, lt, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { askVerification, findVerification, insertAttestedAddress } from './email-verifications.ts'
import { savePreference } from './notification-preferences.ts'
import type { PersonRow } from './people.ts'
import {
  booking,
  callList,
  dependant,
  emailVerification,
  mailReturn,
  notificationPreference,
  person,
  recoveryCode,
  secondFactor,
  session,
  wait,
} from './schema.ts'
import type { TenantTransaction } from './with-tenant.ts'

/**
 * What becomes of every column that points to a person when their row is absorbed. `moves`: it is theirs, and now the other row's. `stays`: it tells who did
 * something, and the row that did it answers as the other. `goes`: a credential, what the other row has too, or what is bound to the old id by a seal. A test reads the catalogue: no column may be missing.
 */
export const personColumns: Readonly<Record<string, 'moves' | 'stays' | 'goes'>> = {
  'audit_event.actor_id': 'stays',
  'booking.person_id': 'moves',
  'booking.requested_by': 'stays',
  'call_list.person_id': 'moves',
  'call_list.settled_by': 'stays',
  'dependant.person_id': 'moves',
  'dependant.second_parent_id': 'moves',
  'email_verification.person_id': 'goes',
  'mail_return.person_id': 'goes',
  'notification_preference.person_id': 'goes',
  'opening_change.decided_by': 'stays',
  'opening_change.ended_by': 'stays',
  'person.merged_into': 'moves',
  'recovery_code.person_id': 'goes',
  'second_factor.person_id': 'goes',
  'session.person_id': 'moves',
  'staff_role.person_id': 'stays',
  'unit_outage.declared_by': 'stays',
  'wait.person_id': 'moves',
  'wait.requested_by': 'stays',
}

const keptColumns = [
  'givenName',
  'familyName',
  'bornOn',
  'phone',
  'email',
  'residence',
  'fiscalCodeHmac',
  'fiscalCodeCipher',
  'attestedAt',
  'noticeVersion',
  'noticeAcceptedAt',
] as const

/** The facts that the row which stays has from now on; its fiscal code under seals of its own. */
export type KeptFacts = Pick<PersonRow, (typeof keptColumns)[number]>

export interface Absorb {
  readonly survivor: PersonRow
  readonly absorbed: PersonRow
  readonly facts: KeptFacts
  readonly now: Date
}

/**
 * Makes one row of two: the one that stays takes the facts given and everything that was the other's; the other keeps its id, its name and whom it points to.
 * Both persons must be locked. Sessions of the absorbed row end: its holder signs in again, as the one they are now.
 */
export async function absorbPerson(tx: TenantTransaction, asked: Absorb): Promise<void> {
  const { survivor, absorbed, facts, now } = asked
  await movePreference(tx, asked)
  await moveAddress(tx, asked)
  await moveWaits(tx, asked)
  const { tenantId } = tx
  const to = { personId: survivor.id }
  await tx
    .update(booking)
    .set(to)
    .where(and(eq(booking.tenantId, tenantId), eq(booking.personId, absorbed.id)))
  await tx
    .update(callList)
    .set(to)
    .where(and(eq(callList.tenantId, tenantId), eq(callList.personId, absorbed.id)))
  await tx
    .update(session)
    .set({ ...to, endedAt: sql`coalesce(${session.endedAt}, ${now.toISOString()}::timestamptz)` })
    .where(and(eq(session.tenantId, tenantId), eq(session.personId, absorbed.id)))
  await moveDependants(tx, asked)
  await removeWhatGoes(tx, absorbed.id)
  await tx
    .update(person)
    .set({ mergedInto: survivor.id })
    .where(and(eq(person.tenantId, tenantId), eq(person.mergedInto, absorbed.id)))
  // The pointer gives its seals up first: two rows may not hold one code. A second provider's name for the person goes on finding the pointer, and through it the person.
  await updateRow(tx, absorbed.id, {
    ...nothing,
    mergedInto: survivor.id,
    subjectHmac: survivor.subjectHmac === null ? null : absorbed.subjectHmac,
  })
  await updateRow(tx, survivor.id, {
    ...Object.fromEntries(keptColumns.map((column) => [column, facts[column]])),
    subjectHmac: survivor.subjectHmac ?? absorbed.subjectHmac,
  })
}

const nothing = {
  bornOn: null,
  residence: null,
  phone: null,
  email: null,
  fiscalCodeHmac: null,
  fiscalCodeCipher: null,
  attestedAt: null,
} as const

async function updateRow(
  tx: TenantTransaction,
  personId: string,
  facts: Partial<typeof person.$inferInsert>,
): Promise<void> {
  await tx
    .update(person)
    .set(facts)
    .where(and(eq(person.tenantId, tx.tenantId), eq(person.id, personId)))
}

/** What they said last is what they want. */
async function movePreference(tx: TenantTransaction, { survivor, absorbed }: Absorb): Promise<void> {
  const { tenantId } = tx
  const isOf = (personId: string) =>
    and(eq(notificationPreference.tenantId, tenantId), eq(notificationPreference.personId, personId))
  const [theirs] = await tx.select().from(notificationPreference).where(isOf(absorbed.id))
  const [kept] = await tx.select().from(notificationPreference).where(isOf(survivor.id))
  if (theirs === undefined) return
  const { tenantId: _town, personId: _absorbed, changedAt, ...wishes } = theirs
  if (kept === undefined || kept.changedAt < changedAt)
    await savePreference(tx, survivor.id, wishes, changedAt)
  await tx.delete(notificationPreference).where(isOf(absorbed.id))
}

/** An address proved for one row is proved for the other; one that nobody answered from yet is asked again. */
async function moveAddress(tx: TenantTransaction, { survivor, absorbed, facts, now }: Absorb): Promise<void> {
  const { email } = facts
  const theirs = email === null ? undefined : await findVerification(tx, absorbed.id, email)
  const kept = email === null ? undefined : await findVerification(tx, survivor.id, email)
  if (email !== null && theirs !== undefined && kept === undefined) {
    if (theirs.verifiedAt !== null && theirs.refusedAt === null)
      await insertAttestedAddress(tx, survivor.id, email, theirs.verifiedAt)
    else if (theirs.refusedAt === null) await askVerification(tx, survivor.id, email, now)
  }
  await tx
    .delete(emailVerification)
    .where(and(eq(emailVerification.tenantId, tx.tenantId), eq(emailVerification.personId, absorbed.id)))
}

/** One person waits once for one wish: where both rows wait, the absorbed row's turn is given up, unless a place is already offered to it. */
async function moveWaits(tx: TenantTransaction, { survivor, absorbed, now }: Absorb): Promise<void> {
  const { tenantId } = tx
  for (const [loser, other] of [
    [absorbed.id, survivor.id],
    [survivor.id, absorbed.id],
  ] as const) {
    const beside = alias(wait, 'beside')
    const twice = tx
      .select({ id: wait.id })
      .from(wait)
      .innerJoin(
        beside,
        and(
          eq(beside.tenantId, tenantId),
          eq(beside.personId, other),
          eq(beside.poolId, wait.poolId),
          lt(beside.startsAt, wait.endsAt),
          gt(beside.endsAt, wait.startsAt),
          inArray(beside.status, ['waiting', 'offered']),
        ),
      )
      .where(and(eq(wait.tenantId, tenantId), eq(wait.personId, loser), eq(wait.status, 'waiting')))
    await tx
      .update(wait)
      .set({ status: 'left', closedAt: now })
      .where(and(eq(wait.tenantId, tenantId), inArray(wait.id, twice)))
  }
  await tx
    .update(wait)
    .set({ personId: survivor.id })
    .where(and(eq(wait.tenantId, tenantId), eq(wait.personId, absorbed.id)))
}

/** Whoever was both parents of one child, in two rows, is one parent now. */
async function moveDependants(tx: TenantTransaction, { survivor, absorbed }: Absorb): Promise<void> {
  const { tenantId } = tx
  const both = [survivor.id, absorbed.id]
  await tx
    .update(dependant)
    .set({ personId: survivor.id, secondParentId: null })
    .where(
      and(
        eq(dependant.tenantId, tenantId),
        inArray(dependant.personId, both),
        inArray(dependant.secondParentId, both),
      ),
    )
  await tx
    .update(dependant)
    .set({ personId: survivor.id })
    .where(and(eq(dependant.tenantId, tenantId), eq(dependant.personId, absorbed.id)))
  await tx
    .update(dependant)
    .set({ secondParentId: survivor.id })
    .where(and(eq(dependant.tenantId, tenantId), eq(dependant.secondParentId, absorbed.id)))
}

/** What opens the desk is never given to another row; a mail on its way answers to a hash of the old one. */
async function removeWhatGoes(tx: TenantTransaction, personId: string): Promise<void> {
  await tx
    .delete(mailReturn)
    .where(and(eq(mailReturn.tenantId, tx.tenantId), eq(mailReturn.personId, personId)))
  await tx
    .delete(recoveryCode)
    .where(and(eq(recoveryCode.tenantId, tx.tenantId), eq(recoveryCode.personId, personId)))
  await tx
    .delete(secondFactor)
    .where(and(eq(secondFactor.tenantId, tx.tenantId), eq(secondFactor.personId, personId)))
}
