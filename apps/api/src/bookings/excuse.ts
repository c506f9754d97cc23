import { insertExcuse } from '@officine/db/attendance'
import { findBooking } from '@officine/db/bookings'
import type { BookingRecord } from '@officine/db/bookings'
import { lockPersons } from '@officine/db/pools'
import type { TenantTransaction } from '@officine/db/with-tenant'
import { decideExcuse } from '@officine/domain/attendance/decide-excuse'
import type { ExcuseRefusal } from '@officine/domain/attendance/decide-excuse'
import type { ExcuseKind } from '@officine/domain/attendance/excuse-kinds'
import { dayText } from '../local-text.ts'
import type { TextLanguage } from '../local-text.ts'
import { ownRecord } from '../own-record.ts'
import type { Town } from '../town.ts'
import { findChangeable, tellOfStaff } from './change-booking.ts'
import type { ChangedBy } from './change-booking.ts'

export interface Excuse {
  readonly town: Town
  readonly bookingId: string
  readonly by: ChangedBy
  readonly because: ExcuseKind
  /** Whether it may be said after its days are over. */
  readonly isLateAllowed: boolean
  readonly now: Date
}

export type ExcuseOutcome =
  | { readonly excused: true; readonly record: BookingRecord }
  | { readonly excused: false; readonly refusal: ExcuseRefusal }

/**
 * Takes a person's word for why they could not come: the absence stops counting. The person is locked first, so that a booking decided at the same moment sees it
 * or waits. Said twice, the first word stands. Undefined for a booking of nobody here.
 */
export async function excuseAbsence(
  tx: TenantTransaction,
  { town, bookingId, by, because, isLateAllowed, now }: Excuse,
): Promise<ExcuseOutcome | undefined> {
  const found = await findChangeable(tx, { bookingId, by })
  if (found === undefined) return undefined
  if ('staffId' in by && by.staffId === found.personId) throw ownRecord()
  await lockPersons(tx, [found.personId])
  const record = await findBooking(tx, bookingId, 'locked')
  if (record === undefined) return undefined
  const decision = decideExcuse(record, town.config.rules.attendance, isLateAllowed, now)
  if (!decision.excused) return decision
  if (!decision.isNew) return { excused: true, record }
  await insertExcuse(tx, bookingId, because, now)
  // The reason stands apart and is let go; the register keeps for years, so it tells only that the absence was excused.
  await tellOfStaff(tx, by, 'booking.excuse', bookingId, now)
  return { excused: true, record: { ...record, excusedAt: now } }
}

/** Why an absence stays as it is, with its day in words. */
export function excuseRefusalView(refusal: ExcuseRefusal, language: TextLanguage) {
  return refusal.reason === 'excuse-too-late'
    ? { reason: refusal.reason, untilLabel: dayText(refusal.until, language) }
    : { reason: refusal.reason, status: refusal.status }
}
