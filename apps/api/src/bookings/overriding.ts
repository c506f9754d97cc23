import { insertAuditEvent } from '@officine/db/audit'
import { newId } from '@officine/db/new-id'
import type { TenantTransaction } from '@officine/db/with-tenant'
import { decideOverriding } from '@officine/domain/booking/decide-overriding'
import { decideTogether } from '@officine/domain/booking/decide-together'
import type { TogetherDecision, TogetherFacts } from '@officine/domain/booking/decide-together'
import { isTownRule } from '@officine/domain/booking/town-rule'
import type { TownRule } from '@officine/domain/booking/town-rule'
import type { RequestKey } from './lock-and-load.ts'
import { planBooking } from './plan-booking.ts'
import type { Wanted } from './plan-booking.ts'

/** A request that who answers for the town may push past its own rules. The caller has checked that they may. */
export interface Overridable {
  readonly channel: 'web' | 'desk' | 'phone'
  readonly override?: { readonly why: string }
}

/** The plan of a request, past the hours at which booking opens and closes when somebody overrides them: which was set aside. */
export async function planAsked(tx: TenantTransaction, request: Wanted & Overridable) {
  const setAside: readonly TownRule[] = []
  const planned = await planBooking(tx, request, request.channel === 'desk' ? 'walk-in' : 'away')
  if (request.override === undefined || 'plan' in planned || !isTownRule(planned.refusal.reason))
    return { ...planned, setAside }
  return { ...(await planBooking(tx, request, 'overriding')), setAside: [planned.refusal.reason] }
}

/** The decision under the town's rules, or past those that somebody sets aside and that stand in the way. */
export function decideAsked(
  facts: TogetherFacts,
  { override, now }: Wanted & Overridable,
  setAside: readonly TownRule[],
): { readonly facts: TogetherFacts; readonly decision: TogetherDecision } {
  return override === undefined
    ? { facts, decision: decideTogether(facts, now) }
    : decideOverriding({ ...facts, setAside }, now)
}

/** Which rules were set aside stays told with the reason; nothing when none stood in the way after all. */
export async function tellOfOverride(
  tx: TenantTransaction,
  { override, requestedBy, now }: Wanted & RequestKey & Overridable,
  { setAside = [] }: TogetherFacts,
  bookingId: string,
): Promise<void> {
  if (override === undefined || setAside.length === 0) return
  await insertAuditEvent(tx, {
    id: newId(now),
    at: now,
    actorId: requestedBy,
    action: 'booking.override',
    subjectId: bookingId,
    reason: override.why,
    details: { setAside },
  })
}
