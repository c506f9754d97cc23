import { endAttendance, listOverdue, listPoolDaysOf, lockHolder, lockStanding } from '@officine/db/attendance'
import type { OverdueBooking, StandingBooking } from '@officine/db/attendance'
import { insertAuditEvent } from '@officine/db/audit'
import { insertDecision } from '@officine/db/booking-places'
import type { Database } from '@officine/db/database'
import { newId } from '@officine/db/new-id'
import { insertWords } from '@officine/db/outbox'
import { insertPoolDays, lockPoolDays } from '@officine/db/pools'
import type { PoolDay } from '@officine/db/pools'
import { readInTenant } from '@officine/db/read-in-tenant'
import { findConfigVersion } from '@officine/db/towns'
import { withTenant } from '@officine/db/with-tenant'
import type { TenantTransaction } from '@officine/db/with-tenant'
import { hashOfJson } from '@officine/domain/allocation/hashes'
import { decideAttendance, graceEndOf } from '@officine/domain/attendance/decide-attendance'
import type { AttendanceDecision } from '@officine/domain/attendance/decide-attendance'
import type { Town } from '../town.ts'

/** Bookings of one look: a town that was not looked at for long takes several. */
export const overdueAtOnce = 200

/** The bookings of a town that time may have ended, as far as its configuration of this moment tells. */
export function overdueIn(db: Database, town: Town, now: Date): Promise<readonly OverdueBooking[]> {
  const { graceMinutes } = town.config.rules.attendance
  const expectedBy = new Date(now.getTime() - graceMinutes * 60_000)
  return readInTenant(db, town.id, (tx) => listOverdue(tx, expectedBy, now, overdueAtOnce))
}

/**
 * Writes what time has made of one booking, under the locks that everybody takes: a check-in, a move or a cancellation that came in between is seen and left
 * alone. `stale` when a newer configuration was applied: nothing was decided. Works as the worker's role.
 */
export async function settleAttendance(
  db: Database,
  town: Town,
  overdue: OverdueBooking,
  now: Date,
): Promise<AttendanceDecision | 'stale'> {
  for (;;) {
    const outcome = await withTenant(db, town.id, (tx) => settle(tx, town, overdue, now))
    if (typeof outcome === 'string') return outcome
    // In a transaction of their own: made while other locks are held, two who miss each other's rows would wait in a circle.
    await withTenant(db, town.id, (tx) => insertPoolDays(tx, outcome.missing))
  }
}

async function settle(
  tx: TenantTransaction,
  town: Town,
  { id, personId }: OverdueBooking,
  now: Date,
): Promise<AttendanceDecision | 'stale' | { readonly missing: readonly PoolDay[] }> {
  await lockHolder(tx, personId)
  const days = await listPoolDaysOf(tx, id)
  if ((await lockPoolDays(tx, days)) < days.length) return { missing: days }
  const booking = await lockStanding(tx, id)
  if (booking === undefined) return 'as-it-is'
  if ((await findConfigVersion(tx)) !== town.version) return 'stale'

  const decision = decideAttendance(booking, town.config.rules.attendance, now)
  if (decision === 'as-it-is') return decision
  await endAttendance(
    tx,
    booking,
    decision === 'no-show' ? { status: decision, missedAt: now } : { status: decision },
  )
  await tell(tx, town, booking, decision, now)
  return decision
}

/** The decision with what it looked at, its line in the register, and the word to who did not come. */
async function tell(
  tx: TenantTransaction,
  town: Town,
  booking: StandingBooking,
  decision: Exclude<AttendanceDecision, 'as-it-is'>,
  now: Date,
): Promise<void> {
  const { id, startsAt, endsAt, requestHash } = booking
  const { attendance } = town.config.rules
  const facts = {
    status: booking.status,
    startsAt,
    endsAt,
    graceEndsAt: graceEndOf(booking, attendance),
    graceMinutes: attendance.graceMinutes,
    now,
  }
  await insertDecision(
    tx,
    id,
    {
      id: newId(now),
      outcome: decision === 'no-show' ? 'NO_SHOW' : 'COMPLETED',
      configVersion: town.version,
      rulesHash: town.rulesHash,
      inputsHash: hashOfJson(facts),
      facts,
    },
    now,
  )
  // No actor: the clock did it.
  await insertAuditEvent(tx, {
    id: newId(now),
    at: now,
    action: decision === 'no-show' ? 'booking.no-show' : 'booking.complete',
    subjectId: id,
  })
  const isSomebody = requestHash !== 'sample'
  if (decision === 'no-show' && isSomebody)
    await insertWords(tx, id, [{ id: newId(now), topic: 'booking-no-show', runAt: now }], now)
}
