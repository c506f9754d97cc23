import { createHash } from 'node:crypto'
import { insertAuditEvent } from '@officine/db/audit'
import { removeCare, saveCare } from '@officine/db/dependant-care'
import type { CareNotes } from '@officine/db/dependant-care'
import {
  findBookingFor,
  findDependant,
  findSharedDependant,
  insertDependant,
  listDependantsOf,
  updateDependant,
} from '@officine/db/dependants'
import type { DependantRow } from '@officine/db/dependants'
import type { Keyring } from '@officine/db/keyring'
import { newBookingCode } from '@officine/db/new-booking-code'
import { newId } from '@officine/db/new-id'
import { lockPerson } from '@officine/db/people'
import type { TenantTransaction } from '@officine/db/with-tenant'
import { normaliseCode } from '@officine/domain/booking/booking-code'
import { localDayOf } from '@officine/domain/calendar/local-time'
import { refusalOfDependant } from '@officine/domain/identity/dependants'
import type { DependantKind, DependantRefusal } from '@officine/domain/identity/dependants'

export interface DependantFacts {
  readonly kind: DependantKind
  readonly givenName: string
  readonly bornOn: string
  readonly notes: Partial<CareNotes>
}

const codeDays = 7

/** Adds somebody a person answers for; `staffId` when the counter writes it down for them. Undefined for a person whom the town does not know. */
export async function addDependant(
  tx: TenantTransaction,
  keyring: Keyring,
  {
    personId: asked,
    facts,
    staffId,
    now,
  }: {
    readonly personId: string
    readonly facts: DependantFacts
    readonly staffId: string | undefined
    readonly now: Date
  },
): Promise<
  | { readonly added: true; readonly dependantId: string }
  | { readonly added: false; readonly refusal: DependantRefusal }
  | undefined
> {
  const { kind, givenName, bornOn, notes } = facts
  // Locked, so that a child is written to the row that stays when two rows become one, and twelve are twelve.
  const personId = (await lockPerson(tx, asked))?.id
  if (personId === undefined) return undefined
  const others = await listDependantsOf(tx, personId)
  const refusal = refusalOfDependant(facts, others.length, localDayOf(now))
  if (refusal !== undefined) return { added: false, refusal }
  const id = newId(now)
  await insertDependant(tx, { id, personId, kind, givenName, bornOn, createdAt: now })
  await saveNotes(tx, keyring, id, notes, now)
  if (staffId !== undefined) {
    await insertAuditEvent(tx, {
      id: newId(now),
      at: now,
      actorId: staffId,
      action: 'dependant.add',
      subjectId: personId,
    })
  }
  return { added: true, dependantId: id }
}

/** Changes what is known of a dependant; undefined when they are nobody this person answers for. */
export async function changeDependant(
  tx: TenantTransaction,
  keyring: Keyring,
  personId: string,
  dependantId: string,
  change: Partial<Omit<DependantFacts, 'kind'>>,
  now: Date,
): Promise<
  { readonly changed: true } | { readonly changed: false; readonly refusal: DependantRefusal } | undefined
> {
  const found = await findOwn(tx, personId, dependantId)
  if (found === undefined) return undefined
  const { givenName = found.givenName, bornOn = found.bornOn, notes = {} } = change
  const refusal = refusalOfDependant({ kind: found.kind, bornOn }, 0, localDayOf(now))
  // Who came of age is still called by the right name.
  if (refusal !== undefined && bornOn !== found.bornOn) return { changed: false, refusal }
  await updateDependant(tx, dependantId, { givenName, bornOn })
  await saveNotes(tx, keyring, dependantId, notes, now)
  return { changed: true }
}

/** Takes a dependant off the list and forgets the notes about them; while a place is booked ahead they stay. */
export async function removeDependant(
  tx: TenantTransaction,
  personId: string,
  dependantId: string,
  now: Date,
): Promise<
  | { readonly removed: true }
  | {
      readonly removed: false
      readonly refusal: { readonly reason: 'has-bookings'; readonly bookingId: string }
    }
  | undefined
> {
  const found = await findOwn(tx, personId, dependantId)
  if (found === undefined) return undefined
  const bookingId = await findBookingFor(tx, dependantId, now)
  if (bookingId !== undefined) return { removed: false, refusal: { reason: 'has-bookings', bookingId } }
  await updateDependant(tx, dependantId, { removedAt: now, shareHash: null, shareExpiresAt: null })
  await removeCare(tx, dependantId)
  return { removed: true }
}

/** A code that one parent says to the other; a new one takes the place of the last. */
export async function shareDependant(
  tx: TenantTransaction,
  personId: string,
  dependantId: string,
  now: Date,
): Promise<{ readonly code: string; readonly expiresAt: Date } | undefined> {
  if ((await findOwn(tx, personId, dependantId)) === undefined) return undefined
  const code = newBookingCode()
  const expiresAt = new Date(now.getTime() + codeDays * 86_400_000)
  await updateDependant(tx, dependantId, { shareHash: hashOf(code), shareExpiresAt: expiresAt })
  return { code, expiresAt }
}

/** Makes who knows the code the second parent: nobody can find out by a name or a fiscal code who is registered here. */
export async function joinDependant(
  tx: TenantTransaction,
  asked: string,
  code: string,
  now: Date,
): Promise<
  | { readonly joined: true; readonly dependantId: string; readonly givenName: string }
  | {
      readonly joined: false
      readonly refusal: { readonly reason: 'unknown-code' | 'own-child' | 'has-second-parent' }
    }
  | undefined
> {
  const refuse = (reason: 'unknown-code' | 'own-child' | 'has-second-parent') => ({
    joined: false as const,
    refusal: { reason },
  })
  const personId = (await lockPerson(tx, asked))?.id
  if (personId === undefined) return undefined
  const found = await findSharedDependant(tx, hashOf(normaliseCode(code)), now)
  if (found === undefined) return refuse('unknown-code')
  if (found.personId === personId || found.secondParentId === personId) return refuse('own-child')
  if (found.secondParentId !== null) return refuse('has-second-parent')
  await updateDependant(tx, found.id, { secondParentId: personId, shareHash: null, shareExpiresAt: null })
  return { joined: true, dependantId: found.id, givenName: found.givenName }
}

async function findOwn(
  tx: TenantTransaction,
  personId: string,
  dependantId: string,
): Promise<DependantRow | undefined> {
  const found = await findDependant(tx, dependantId)
  return found?.personId === personId || found?.secondParentId === personId ? found : undefined
}

async function saveNotes(
  tx: TenantTransaction,
  keyring: Keyring,
  dependantId: string,
  notes: Partial<CareNotes>,
  now: Date,
): Promise<void> {
  const said = Object.fromEntries(Object.entries(notes).filter(([, text]) => text !== undefined))
  if (Object.keys(said).length > 0) await saveCare(tx, keyring, dependantId, said, now)
}

function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('hex')
}
