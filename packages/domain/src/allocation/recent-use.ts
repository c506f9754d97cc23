import { addDays } from '../calendar/local-day.ts'
import { localDayOf } from '../calendar/local-time.ts'
import type { PoolRules, RuleId } from '../rules/tenant-rules.ts'

/** A unit somebody had or was to have. A late cancellation that was excused, or whose place was used again, is `cancelled`. */
export interface LedgerUnit {
  readonly pool: RuleId
  readonly startsAt: Date
  readonly state: 'confirmed' | 'attended' | 'missed' | 'excused' | 'cancelled'
}

/** Child care and pet places come with a seat: counting them would count a family twice (rule 11). */
const companionKinds: readonly PoolRules['kind'][] = ['care', 'pet', 'equipment']

/** Whether a unit of the pool counts as a use at all. */
export function countsAsUse(pools: Readonly<Record<RuleId, PoolRules>>, pool: RuleId): boolean {
  const kind = pools[pool]?.kind
  return kind !== undefined && !companionKinds.includes(kind)
}

/**
 * Recent use before a slot (rule 11): units attended or missed without excuse in the `days` before its date, and every unit
 * confirmed for the future, whether in the drawn window or outside it.
 */
export function recentUseOf(
  units: readonly LedgerUnit[],
  {
    pools,
    days,
    slotStart,
    now,
  }: {
    readonly pools: Readonly<Record<RuleId, PoolRules>>
    readonly days: number
    readonly slotStart: Date
    readonly now: Date
  },
): number {
  const slotDay = localDayOf(slotStart)
  const from = addDays(slotDay, -days)
  return units.filter(({ pool, startsAt, state }) => {
    if (!countsAsUse(pools, pool)) return false
    if (state === 'confirmed' && startsAt > now) return true
    const day = localDayOf(startsAt)
    return (state === 'attended' || state === 'missed') && day >= from && day < slotDay
  }).length
}
