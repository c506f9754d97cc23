import { lockActiveBookings } from '@officine/db/active-bookings'
import { insertAuditEvent } from '@officine/db/audit'
import { listCountedBookings } from '@officine/db/counted-bookings'
import { fiscalCodeColumns, openFiscalCode } from '@officine/db/identity-seals'
import type { Keyring } from '@officine/db/keyring'
import { absorbPerson } from '@officine/db/merge-people'
import type { KeptFacts } from '@officine/db/merge-people'
import { newId } from '@officine/db/new-id'
import { findPerson } from '@officine/db/people'
import type { PersonRow } from '@officine/db/people'
import { lockPersons } from '@officine/db/pools'
import { listRolesOf } from '@officine/db/staff-roles'
import type { TenantTransaction } from '@officine/db/with-tenant'
import { addDays } from '@officine/domain/calendar/local-day'
import { instantOf, localDayOf } from '@officine/domain/calendar/local-time'
import { otherSide, planMerge, refusalOfMerge } from '@officine/domain/identity/decide-merge'
import type {
  MergedFact,
  MergePlan,
  MergeRefusal,
  MergeSide,
  Side,
} from '@officine/domain/identity/decide-merge'
import { findCheckedFiscalCode } from '@officine/domain/identity/fiscal-code'
import type { Cap } from '@officine/domain/rules/tenant-rules'

export interface TwoRows {
  readonly firstId: string
  readonly secondId: string
  readonly caps: readonly Cap[]
  readonly now: Date
}

export interface MergePeople extends TwoRows {
  readonly chosen: Partial<Record<MergedFact, Side>>
  /** Who at the desk says so, and why; nobody when an identity provider attests both at once. */
  readonly by: { readonly staffId: string; readonly why: string } | undefined
}

/** Two rows with their locks held, as a merge looks at them. */
export interface SideBySide {
  readonly rows: Readonly<Record<Side, PersonRow>>
  readonly sides: Readonly<Record<Side, MergeSide>>
  readonly refusal: MergeRefusal | undefined
}

export type MergeOutcome =
  | {
      readonly merged: true
      readonly survivorId: string
      readonly absorbedId: string
      readonly plan: MergePlan
    }
  | { readonly merged: false; readonly refusal: MergeRefusal }

/**
 * Makes one of two rows of one person, in the caller's transaction: locks, looks, decides, moves. What both booked stays as it was decided.
 * Undefined when one of the two is nobody of this town.
 */
export async function mergePeople(
  tx: TenantTransaction,
  keyring: Keyring,
  asked: MergePeople,
): Promise<MergeOutcome | undefined> {
  const both = await placeSideBySide(tx, keyring, asked)
  if (both === undefined) return undefined
  if (both.refusal !== undefined) return { merged: false, refusal: both.refusal }
  const { chosen, caps, by, now } = asked
  const { rows, sides } = both
  const plan = planMerge(sides.first, sides.second, chosen, caps)
  const survivor = rows[plan.survivor]
  const absorbed = rows[otherSide(plan.survivor)]
  await absorbPerson(tx, { survivor, absorbed, facts: factsAfter(tx, keyring, both, plan), now })
  await insertAuditEvent(tx, {
    id: newId(now),
    at: now,
    actorId: by?.staffId ?? null,
    action: 'person.merge',
    subjectId: survivor.id,
    reason: by?.why ?? null,
    // Which row each fact was taken from, never the fact: the log outlives what it tells of.
    details: { absorbedId: absorbed.id, kept: keptFrom(plan) },
  })
  return { merged: true, survivorId: survivor.id, absorbedId: absorbed.id, plan }
}

/** Locks two persons, then what they hold, and reads what a merge looks at. A row that was merged before answers as the one it became. */
export async function placeSideBySide(
  tx: TenantTransaction,
  keyring: Keyring,
  { firstId, secondId, now }: TwoRows,
): Promise<SideBySide | undefined> {
  const found = [await findPerson(tx, firstId), await findPerson(tx, secondId)]
  const ids = [...new Set(found.flatMap((row) => row?.id ?? []))]
  await lockPersons(tx, ids)
  // A statement of its own sees what another merge or a sign-in committed while we waited.
  const first = await findPerson(tx, firstId)
  const second = await findPerson(tx, secondId)
  if (first === undefined || second === undefined) return undefined
  const active = await lockActiveBookings(tx, [first.id, second.id], now)
  const sideOf = async (row: PersonRow): Promise<MergeSide> => ({
    personId: row.id,
    isAttested: row.attestedAt !== null,
    isErased: row.erasedAt !== null,
    holdsRole: (await listRolesOf(tx, row.id, now)).length > 0,
    fiscalCode:
      row.fiscalCodeCipher === null
        ? null
        : openFiscalCode(keyring, tx.tenantId, row.id, row.fiscalCodeCipher),
    facts: {
      name: `${row.givenName} ${row.familyName}`,
      bornOn: row.bornOn,
      phone: row.phone,
      email: row.email,
      residence: row.residence,
    },
    active: active.filter(({ personId }) => personId === row.id),
    counted: await countedOf(tx, row.id, now),
  })
  const sides = { first: await sideOf(first), second: await sideOf(second) }
  return { rows: { first, second }, sides, refusal: refusalOfMerge(sides.first, sides.second) }
}

/** Everything that a cap of today or of a later day looks at. */
async function countedOf(tx: TenantTransaction, personId: string, now: Date) {
  const today = localDayOf(now)
  const from = addDays(`${today.slice(0, 7)}-01`, -6) // the week in which the month began
  const rows = await listCountedBookings(
    tx,
    personId,
    instantOf(from, '00:00'),
    instantOf(addDays(today, 366), '00:00'),
  )
  return rows.map(({ status: _status, ...booking }) => booking)
}

function factsAfter(
  { tenantId }: TenantTransaction,
  keyring: Keyring,
  { rows, sides }: SideBySide,
  { survivor, wins }: MergePlan,
): KeptFacts {
  const stays = rows[survivor]
  const goes = rows[otherSide(survivor)]
  const code = sides[wins.fiscalCode].fiscalCode
  const checked = code === null ? undefined : findCheckedFiscalCode(code)
  const isNoticeNewer =
    goes.noticeAcceptedAt !== null &&
    (stays.noticeAcceptedAt === null || stays.noticeAcceptedAt < goes.noticeAcceptedAt)
  const notice = isNoticeNewer ? goes : stays
  return {
    givenName: rows[wins.name].givenName,
    familyName: rows[wins.name].familyName,
    bornOn: rows[wins.bornOn].bornOn,
    phone: rows[wins.phone].phone,
    email: rows[wins.email].email,
    residence: rows[wins.residence].residence,
    // A cipher opens in its own row only: the code is sealed anew for the row that stays.
    ...(checked === undefined
      ? { fiscalCodeHmac: null, fiscalCodeCipher: null }
      : fiscalCodeColumns(keyring, tenantId, stays.id, checked)),
    attestedAt: stays.attestedAt ?? goes.attestedAt,
    noticeVersion: notice.noticeVersion,
    noticeAcceptedAt: notice.noticeAcceptedAt,
  }
}

function keptFrom({ survivor, wins }: MergePlan): Readonly<Record<string, 'stays' | 'goes'>> {
  return Object.fromEntries(
    Object.entries(wins).map(([fact, side]) => [fact, side === survivor ? 'stays' : 'goes']),
  )
}
