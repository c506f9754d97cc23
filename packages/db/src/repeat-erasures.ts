import { and, eq, inArray, isNull } from 'drizzle-orm'
import { tenantId } from '@officine/domain/tenant-id'
import { changeBooking, listBookingsOf } from './bookings.ts'
import type { Database } from './database.ts'
import type { Erasure } from './embedded/erasure-journal.ts'
import { erasePerson } from './erase-person.ts'
import { closeOffer } from './offers.ts'
import { person } from './schema.ts'
import { closeStaffRole, listRolesOf } from './staff-roles.ts'
import { changeWait, findWaitOfBooking, leaveWaits } from './waits.ts'
import { withTenant } from './with-tenant.ts'
import type { TenantTransaction } from './with-tenant.ts'

/**
 * Erases again who is in a journal and came back with an older copy of the database; answers how many. Needs the owner's connection.
 * Whoever the copy does not know, or knows as erased, is left alone: a second time changes nothing.
 */
export async function repeatErasures(owner: Database, erasures: readonly Erasure[]): Promise<number> {
  let repeated = 0
  for (const [town, ofTown] of Map.groupBy(erasures, ({ town }) => town))
    repeated += await withTenant(owner, tenantId(town), async (tx) => {
      const back = await listNotErased(
        tx,
        ofTown.map((erasure) => erasure.person),
      )
      for (const id of back) {
        const at = new Date(ofTown.find((erasure) => erasure.person === id)?.at ?? Date.now())
        await giveBack(tx, id, at)
        await erasePerson(tx, id, at)
      }
      return back.length
    })
  return repeated
}

/** What the copy still held for them: places to come, waits, offers and a role, which nobody would use and others would go without. */
async function giveBack(tx: TenantTransaction, personId: string, at: Date): Promise<void> {
  await leaveWaits(tx, personId, at)
  for (const { id, status, endsAt } of await listBookingsOf(tx, personId)) {
    if (endsAt <= at) continue
    if (status === 'confirmed') await changeBooking(tx, id, status, { status: 'cancelled', cancelledAt: at })
    if (status !== 'offered') continue
    const wait = await findWaitOfBooking(tx, id)
    await closeOffer(tx, id, at)
    if (wait !== undefined) await changeWait(tx, wait.id, 'offered', { status: 'declined', closedAt: at })
  }
  for (const role of await listRolesOf(tx, personId, at)) await closeStaffRole(tx, personId, role, at)
}

/** Of these people, those whose row still says who they are. */
export async function listNotErased(
  tx: TenantTransaction,
  ids: readonly string[],
): Promise<readonly string[]> {
  const found: string[] = []
  for (let at = 0; at < ids.length; at += idsAtOnce) {
    const rows = await tx
      .select({ id: person.id })
      .from(person)
      .where(
        and(
          eq(person.tenantId, tx.tenantId),
          inArray(person.id, ids.slice(at, at + idsAtOnce)),
          isNull(person.erasedAt),
        ),
      )
    found.push(...rows.map(({ id }) => id))
  }
  return found
}

/** A statement's parameters are counted in 16 bits. */
const idsAtOnce = 10_000
