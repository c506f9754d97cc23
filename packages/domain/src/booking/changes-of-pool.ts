import type { LocalDay, RuleId } from '../rules/tenant-rules.ts'
import type { ChangeReason, OpeningChange } from './opening-hours.ts'

/** Days on which the town's own file shuts a site, or the whole town. */
export interface TownClosure {
  readonly from: LocalDay
  readonly to: LocalDay
  readonly site?: string
  readonly because?: ChangeReason
}

/** A change as the desk decides it: about the whole town, a site, or one pool. */
export interface PlacedChange extends OpeningChange {
  readonly site?: string | undefined
  readonly poolId?: string | undefined
}

/** Everything that changes a pool's opening, whoever decided it: the town's file first, then the desk. The only place where the two meet. */
export function changesOfPool(
  closures: readonly TownClosure[],
  decided: readonly PlacedChange[],
  { site, poolId }: { readonly site: RuleId | undefined; readonly poolId: string },
): readonly OpeningChange[] {
  return [
    ...closures
      .filter((closure) => closure.site === undefined || closure.site === site)
      .map(({ from, to, because = { it: '' } }) => ({
        kind: 'closed' as const,
        fromDay: from,
        toDay: to,
        because,
      })),
    ...decided.filter((change) => isAbout(change, { site, poolId })),
  ]
}

/** Whether a change is about a pool. */
export function isAbout(
  change: Pick<PlacedChange, 'site' | 'poolId'>,
  pool: { readonly site: string | undefined; readonly poolId: string },
): boolean {
  if (change.poolId !== undefined) return change.poolId === pool.poolId
  return change.site === undefined || change.site === pool.site
}
