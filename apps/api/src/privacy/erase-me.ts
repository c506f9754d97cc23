import { insertAuditEvent } from '@officine/db/audit'
import { changeBooking, listBookingsOf } from '@officine/db/bookings'
import type { BookingRecord } from '@officine/db/bookings'
import type { Database } from '@officine/db/database'
import { erasePerson } from '@officine/db/erase-person'
import { newId } from '@officine/db/new-id'
import { lockPerson } from '@officine/db/people'
import { lockPersons } from '@officine/db/pools'
import { closeOffer } from '@officine/db/offers'
import { listRolesOf } from '@officine/db/staff-roles'
import { changeWait, findWaitOfBooking, leaveWaits } from '@officine/db/waits'
import { withTenant } from '@officine/db/with-tenant'
import type { TenantTransaction } from '@officine/db/with-tenant'
import type { TenantId } from '@officine/domain/tenant-id'
import type { TextLanguage } from '../local-text.ts'

export interface EraseMe {
  readonly tenantId: TenantId
  readonly personId: string
  readonly confirmation: string
  readonly language: TextLanguage
  readonly now: Date
}

export type EraseOutcome =
  | { readonly erased: true; readonly cancelledBookings: number }
  | {
      readonly erased: false
      readonly refusal:
        | { readonly reason: 'not-confirmed'; readonly phrase: string }
        /** Who works here stands in the town's own records: the role ends first. */
        | { readonly reason: 'holds-a-role' }
        | { readonly reason: 'is-inside' }
    }

/** What one types to be erased: long enough that nobody does by mistake. */
export const erasePhrase: Readonly<Record<TextLanguage, string>> = {
  it: 'cancella i miei dati',
  en: 'erase my data',
}

/**
 * Takes a person out of the town's records at their own request (GDPR art. 17): bookings to come are given back, sessions end, what was decided stays
 * decided, about nobody. Refuses without the phrase, while they are checked in, and while they hold a role.
 */
export async function eraseMe(
  db: Database,
  { tenantId, personId, confirmation, language, now }: EraseMe,
): Promise<EraseOutcome> {
  const phrase = erasePhrase[language]
  if (!isSame(confirmation, phrase)) return { erased: false, refusal: { reason: 'not-confirmed', phrase } }
  return withTenant(db, tenantId, async (tx) => {
    await lockPersons(tx, [personId])
    return erase(tx, personId, { actorId: personId, reason: null }, now)
  })
}

/** What the desk types to erase somebody. */
export const erasePhraseAtDesk: Readonly<Record<TextLanguage, string>> = {
  it: 'cancella i suoi dati',
  en: 'erase their data',
}

export interface EraseAtDesk extends EraseMe {
  readonly staffId: string
  readonly why: string
}

/** The same for who asks for it at the counter, on the word of who serves them; undefined for nobody of this town. */
export async function eraseAtDesk(
  db: Database,
  { tenantId, personId, staffId, why, confirmation, language, now }: EraseAtDesk,
): Promise<EraseOutcome | undefined> {
  const phrase = erasePhraseAtDesk[language]
  return withTenant(db, tenantId, async (tx) => {
    const person = await lockPerson(tx, personId)
    if (person === undefined) return undefined
    if (!isSame(confirmation, phrase)) return { erased: false, refusal: { reason: 'not-confirmed', phrase } }
    return erase(tx, person.id, { actorId: staffId, reason: why }, now)
  })
}

function isSame(typed: string, phrase: string): boolean {
  return typed.trim().toLowerCase().split(/\s+/).join(' ') === phrase
}

async function erase(
  tx: TenantTransaction,
  personId: string,
  by: { readonly actorId: string; readonly reason: string | null },
  now: Date,
): Promise<EraseOutcome> {
  if ((await listRolesOf(tx, personId, now)).length > 0)
    return { erased: false, refusal: { reason: 'holds-a-role' } }
  const bookings = (await listBookingsOf(tx, personId)).filter(({ endsAt }) => endsAt > now)
  if (bookings.some(({ status }) => status === 'checked-in'))
    return { erased: false, refusal: { reason: 'is-inside' } }

  const ahead = bookings.filter(({ status }) => status === 'confirmed')
  for (const { id } of ahead)
    await changeBooking(tx, id, 'confirmed', { status: 'cancelled', cancelledAt: now })
  await leaveLists(tx, personId, bookings, now)
  await insertAuditEvent(tx, {
    id: newId(now),
    at: now,
    ...by,
    action: 'person.erase',
    subjectId: personId,
  })
  await erasePerson(tx, personId, now)
  return { erased: true, cancelledBookings: ahead.length }
}

/** Off every waiting list, and what is held for an answer is the next person's. */
async function leaveLists(
  tx: TenantTransaction,
  personId: string,
  bookings: readonly BookingRecord[],
  now: Date,
): Promise<void> {
  await leaveWaits(tx, personId, now)
  for (const { id, status } of bookings) {
    if (status !== 'offered') continue
    const wait = await findWaitOfBooking(tx, id)
    await closeOffer(tx, id, now)
    if (wait !== undefined) await changeWait(tx, wait.id, 'offered', { status: 'declined', closedAt: now })
  }
}
