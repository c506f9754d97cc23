import { createHash } from 'node:crypto'
import { insertAuditEvent } from '@officine/db/audit'
import type { BookingRow } from '@officine/db/bookings'
import { fiscalCodeSeals } from '@officine/db/identity-seals'
import type { Keyring } from '@officine/db/keyring'
import { findLookalikes } from '@officine/db/lookalikes'
import { newId } from '@officine/db/new-id'
import { findPersonBySeals } from '@officine/db/people'
import type { TenantTransaction } from '@officine/db/with-tenant'
import type { ImportRow } from '@officine/domain/booking/read-import-row'
import { shareNameWord } from '@officine/domain/identity/name-words'
import { registerPerson } from '../../people/register-person.ts'
import { findPoolBySlug } from '../../town.ts'
import type { Town } from '../../town.ts'
import { bookIn } from '../book.ts'
import type { Book } from '../book.ts'
import { findEarlier } from '../lock-and-load.ts'
import type { DaysToMake } from '../lock-and-load.ts'
import type { AnyRefusal } from '../refusal-view.ts'
import { OvertakenError } from '../relocate.ts'

export interface ImportingRow {
  readonly town: Town
  readonly row: ImportRow
  readonly staffId: string
  readonly now: Date
}

/** Why nobody knows for whom a row books. */
export type WhoRefusal =
  | { readonly reason: 'several-people' }
  /** Its fiscal code is of somebody of quite another name: one of the two is a mistake. */
  | { readonly reason: 'other-name' }

export type RowOutcome =
  | { readonly booked: true; readonly bookingId: string; readonly isNewPerson: boolean }
  /** The list was imported before, or the row stands in it twice: there is one booking, whatever became of it. */
  | { readonly already: true; readonly bookingId: string; readonly status: BookingRow['status'] }
  | { readonly booked: false; readonly refusal: AnyRefusal | WhoRefusal }
  | { readonly stale: true }
  | DaysToMake

/**
 * Books one row of a list by the very rules of the telephone, for whom it names: found by fiscal code, or by name and contact, or else made as at the counter.
 * Works in the caller's transaction; a refused row must leave no person behind, so the caller undoes it.
 */
export async function importRow(
  tx: TenantTransaction,
  keyring: Keyring,
  { town, row, staffId, now }: ImportingRow,
): Promise<RowOutcome> {
  const pool = findPoolBySlug(town, row.pool)
  if (pool === undefined) return { stale: true }
  const who = (await findNamed(tx, keyring, row)) ?? (await make(tx, keyring, { town, row, staffId, now }))
  if ('refusal' in who) return { booked: false, refusal: who.refusal }
  const { personId, isNew } = who
  const request: Book = {
    town,
    pool,
    personId,
    // Named by the person and the row, never by who imports: a second import, by whomever, finds the first.
    requestedBy: personId,
    idempotencyKey: keyOf(row),
    // From away: nobody of the list stands at the counter, and who has no e-mail is called with the new code.
    channel: 'phone',
    asked: { day: row.day, from: row.from, to: row.to },
    wantedUnitId: undefined,
    people: row.people,
    now,
  }
  const earlier = await findEarlier(tx, request)
  if (earlier !== undefined) return { already: true, bookingId: earlier.id, status: earlier.status }
  const outcome = await bookIn(tx, request)
  if ('mergedInto' in outcome || 'unknown' in outcome)
    throw new OvertakenError('Whose booking it is changed while it was imported')
  if (!('booked' in outcome) || !outcome.booked) return outcome
  // The day is locked now: whoever imported the same row before us has committed, and what they made is seen.
  if (isNew && (await listAlike(tx, row)).length > 1)
    throw new OvertakenError('Another import made the same person')
  const { bookingId } = outcome
  await insertAuditEvent(tx, {
    id: newId(now),
    at: now,
    actorId: staffId,
    action: 'booking.import',
    subjectId: bookingId,
  })
  return { booked: true, bookingId, isNewPerson: isNew }
}

type Who = { readonly personId: string; readonly isNew: boolean } | { readonly refusal: WhoRefusal }

/** Whom a row names, as far as the town knows them. */
export async function findNamed(
  tx: TenantTransaction,
  keyring: Keyring,
  row: ImportRow,
): Promise<Who | undefined> {
  const { fiscalCode } = row
  if (fiscalCode !== undefined) {
    const seals = { fiscalCode: fiscalCodeSeals(keyring, tx.tenantId, fiscalCode), subject: [] }
    const known = await findPersonBySeals(tx, seals)
    if (known === undefined) return undefined
    const isNamed = shareNameWord(
      `${row.givenName} ${row.familyName}`,
      `${known.givenName} ${known.familyName}`,
    )
    return isNamed ? { personId: known.id, isNew: false } : { refusal: { reason: 'other-name' } }
  }
  const [alike, ...others] = await listAlike(tx, row)
  if (others.length > 0) return { refusal: { reason: 'several-people' } }
  return alike === undefined ? undefined : { personId: alike, isNew: false }
}

async function make(
  tx: TenantTransaction,
  keyring: Keyring,
  { row, town, staffId, now }: ImportingRow,
): Promise<Who> {
  const made = await registerPerson(tx, keyring, {
    givenName: row.givenName,
    familyName: row.familyName,
    bornOn: undefined,
    email: row.email ?? undefined,
    phone: row.phone ?? undefined,
    fiscalCode: row.fiscalCode,
    comesToDesk: row.phone === null && row.email === null, // known by fiscal code alone
    isSomebodyElse: true,
    noticeVersion: town.config.privacyNotice.version,
    staffId,
    now,
  })
  if (made.registered) return { personId: made.personId, isNew: true }
  if (made.refusal.reason === 'already-known') return { personId: made.refusal.personId, isNew: false }
  throw new Error(`A row that was read was refused: ${made.refusal.reason}`)
}

/** Who has this name and this telephone or e-mail: that is one person, however they were made. A relative's telephone is not enough. */
async function listAlike(tx: TenantTransaction, row: ImportRow): Promise<readonly string[]> {
  const found = await findLookalikes(tx, { ...row, bornOn: null })
  return found
    .filter(({ alike }) => alike.includes('name') && (alike.includes('phone') || alike.includes('email')))
    .map(({ personId }) => personId)
}

/** The row's own name, without its person: that stands in `requestedBy`, and a hash of a fiscal code would outlive its erasure. */
function keyOf({ pool, day, from, to, people }: ImportRow): string {
  const hex = createHash('sha256').update(`import ${pool} ${day} ${from} ${to} ${people}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
