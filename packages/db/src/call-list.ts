import { and, asc, count, eq, gt, inArray, isNull, notInArray, or, sql } from 'drizzle-orm'
import { booking, callList, person } from './schema.ts'
import type { TenantTransaction } from './with-tenant.ts'

export type CallRow = typeof callList.$inferSelect
export type NewCall = Pick<CallRow, 'id' | 'personId' | 'bookingId' | 'topic' | 'because' | 'listedAt'>

/** Puts a person on the list of those whom the desk calls. */
export async function insertCall(tx: TenantTransaction, listed: NewCall): Promise<void> {
  await tx.insert(callList).values({ tenantId: tx.tenantId, ...listed })
}

export interface CallToMake extends Omit<CallRow, 'tenantId'> {
  readonly givenName: string
  readonly familyName: string
  readonly phone: string | null
  readonly poolId: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly status: typeof booking.$inferSelect.status
}

/** The calls still worth making, the most urgent first: of a cancelled booking until it would have ended, of an absence while it can be excused, of any other until it begins. At most 200. */
export async function listOpenCalls(tx: TenantTransaction, now: Date): Promise<readonly CallToMake[]> {
  return callsWhere(tx, isOpen(now))
}

/** How many calls are still worth making. */
export async function countOpenCalls(tx: TenantTransaction, now: Date): Promise<number> {
  const [row] = await tx
    .select({ calls: count() })
    .from(callList)
    .innerJoin(booking, and(eq(booking.tenantId, callList.tenantId), eq(booking.id, callList.bookingId)))
    .where(and(eq(callList.tenantId, tx.tenantId), eq(booking.tenantId, tx.tenantId), isOpen(now)))
  return row?.calls ?? 0
}

/** Whoever missed a booking is called while they can still say why: no town gives more days than these without asking a manager. */
const absenceCallDays = 5

const cancellations = ['booking-cancelled', 'booking-closed-out']

function isOpen(now: Date) {
  const isWorthIt = or(
    and(inArray(callList.topic, cancellations), eq(booking.status, 'cancelled'), gt(booking.endsAt, now)),
    and(
      // A booking that stands again is not told as cancelled, nor one that was accepted as an offer.
      notInArray(callList.topic, [...cancellations, 'place-offered']),
      eq(booking.status, 'confirmed'),
      gt(booking.startsAt, now),
    ),
    and(eq(booking.status, 'offered'), gt(booking.offerExpiresAt, now)),
    and(
      eq(callList.topic, 'booking-no-show'),
      eq(booking.status, 'no-show'),
      isNull(booking.excusedAt),
      gt(booking.missedAt, new Date(now.getTime() - absenceCallDays * 86_400_000)),
    ),
  )
  return and(isNull(callList.settledAt), isWorthIt)
}

/** The call with this id in this town, settled or not. */
export async function findCall(tx: TenantTransaction, id: string): Promise<CallToMake | undefined> {
  const [found] = await callsWhere(tx, eq(callList.id, id))
  return found
}

async function callsWhere(
  tx: TenantTransaction,
  which: ReturnType<typeof and>,
): Promise<readonly CallToMake[]> {
  const rows = await tx
    .select({
      call: callList,
      givenName: person.givenName,
      familyName: person.familyName,
      phone: person.phone,
      poolId: booking.poolId,
      startsAt: booking.startsAt,
      endsAt: booking.endsAt,
      status: booking.status,
    })
    .from(callList)
    .innerJoin(booking, and(eq(booking.tenantId, callList.tenantId), eq(booking.id, callList.bookingId)))
    .innerJoin(person, and(eq(person.tenantId, callList.tenantId), eq(person.id, callList.personId)))
    .where(
      and(
        eq(callList.tenantId, tx.tenantId),
        eq(booking.tenantId, tx.tenantId),
        eq(person.tenantId, tx.tenantId),
        which,
      ),
    )
    // An offer is over long before the booking would begin.
    .orderBy(
      asc(
        sql`case when ${booking.status} = 'offered' then ${booking.offerExpiresAt} else ${booking.startsAt} end`,
      ),
      asc(callList.listedAt),
      asc(callList.id),
    )
    .limit(200)
  return rows.map(({ call, ...rest }) => ({ ...call, ...rest }))
}

/** Writes how a call ended; false when it had been settled meanwhile, and then it stays so. */
export async function settleCall(
  tx: TenantTransaction,
  id: string,
  settled: { readonly outcome: NonNullable<CallRow['outcome']>; readonly by: string; readonly now: Date },
): Promise<boolean> {
  const rows = await tx
    .update(callList)
    .set({ settledAt: settled.now, settledBy: settled.by, outcome: settled.outcome })
    .where(and(eq(callList.tenantId, tx.tenantId), eq(callList.id, id), isNull(callList.settledAt)))
    .returning({ id: callList.id })
  return rows.length === 1
}

/** Writes that nobody answered: the try after `triesSeen`, so that a click that arrives twice counts once. Answers how often it was tried by now; undefined for a call that is settled. */
export async function noteNoAnswer(
  tx: TenantTransaction,
  id: string,
  triesSeen: number,
  now: Date,
): Promise<{ readonly tries: number; readonly isNew: boolean } | undefined> {
  const isThisCall = and(eq(callList.tenantId, tx.tenantId), eq(callList.id, id), isNull(callList.settledAt))
  const rows = await tx
    .update(callList)
    .set({ tries: triesSeen + 1, triedAt: now })
    .where(and(isThisCall, eq(callList.tries, triesSeen)))
    .returning({ tries: callList.tries })
  if (rows[0] !== undefined) return { tries: rows[0].tries, isNew: true }
  const [standing] = await tx.select({ tries: callList.tries }).from(callList).where(isThisCall)
  return standing && { tries: standing.tries, isNew: false }
}
