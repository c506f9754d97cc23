import { localDayOf } from '../calendar/local-time.ts'
import { instantOfWhen, windowStartOf } from '../calendar/when.ts'
import type { TenantRules } from './tenant-rules.ts'

/** When requests for a slot start to be taken under these rules: its window, or first come where there is none. */
export function windowOpensAt(rules: TenantRules, slotStart: Date): Date {
  const { windows, fcfs, holidays = [] } = rules
  if (windows === null) return instantOfWhen(fcfs.opens, { slotStart, holidays })
  const countFrom = windowStartOf(windows.horizon, localDayOf(slotStart))
  return instantOfWhen(windows.opens, { slotStart, countFrom, holidays })
}

/**
 * The version that decides a slot: the last to take effect by the opening of its window; a later one never touches a window
 * that the version before it has opened (rule 5; L. 241/1990, art. 12). Undefined when none was in effect by then.
 */
export function findRulesInForce(versions: readonly TenantRules[], slotStart: Date): TenantRules | undefined {
  let inForce: TenantRules | undefined
  for (const version of versions.toSorted((left, right) =>
    left.effectiveFrom < right.effectiveFrom ? -1 : 1,
  )) {
    const opensUnderIt = localDayOf(windowOpensAt(version, slotStart))
    const opensUntilNow = inForce === undefined ? opensUnderIt : localDayOf(windowOpensAt(inForce, slotStart))
    if (version.effectiveFrom <= opensUnderIt && version.effectiveFrom <= opensUntilNow) inForce = version
  }
  return inForce
}
