import { and, asc, eq, gt, isNull, or } from 'drizzle-orm'
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

/** The calls still worth making, the most urgent first: of a cancelled booking until it would have ended, of any other until it begins. At most 200. */
export async function listOpenCalls(tx: TenantTransaction, now: Date): Promise<readonly CallToMake[]> {
  const isWorthIt = or(
    and(eq(callList.topic, 'booking-cancelled'), gt(booking.endsAt, now)),
    and(eq(booking.status, 'confirmed'), gt(booking.startsAt, now)),
  )
  return callsWhere(tx, and(isNull(callList.settledAt), isWorthIt))
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
    .orderBy(asc(booking.startsAt), asc(callList.listedAt), asc(callList.id))
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
