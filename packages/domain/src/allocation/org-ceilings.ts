import { isoWeekOf } from '../calendar/local-day.ts'
import { localDayOf } from '../calendar/local-time.ts'
import type { Organisation, RuleId } from '../rules/tenant-rules.ts'

/** Units that organisations hold, by week and in the slot that is being drawn. */
export class OrgUse {
  readonly #orgs: Readonly<Record<RuleId, Organisation>>
  readonly #ofWeek = new Map<string, number>()

  constructor(orgs: Readonly<Record<RuleId, Organisation>>) {
    this.#orgs = orgs
  }

  record(org: RuleId | undefined, startsAt: Date, units: number): void {
    if (org === undefined) return
    const key = weekKey(org, startsAt)
    this.#ofWeek.set(key, (this.#ofWeek.get(key) ?? 0) + units)
  }

  /** How many more units an organisation may hold in the slot, `held` being those it holds there already. */
  allowance(org: RuleId, startsAt: Date, held: number): number {
    const ceiling = Object.hasOwn(this.#orgs, org) ? this.#orgs[org]?.ceiling : undefined
    const inSlot = (ceiling?.concurrent ?? Number.POSITIVE_INFINITY) - held
    const inWeek =
      (ceiling?.perIsoWeek ?? Number.POSITIVE_INFINITY) - (this.#ofWeek.get(weekKey(org, startsAt)) ?? 0)
    return Math.max(0, Math.min(inSlot, inWeek))
  }
}

function weekKey(org: RuleId, startsAt: Date): string {
  return `${isoWeekOf(localDayOf(startsAt))} ${org}`
}

/**
 * Keeps of each organisation the best requests that its ceiling admits, in the order given; the others are over it
 * (rule 23). A ceiling is not a guarantee: that is a reserve.
 */
export function splitByCeiling<One>(
  inOrder: readonly One[],
  {
    orgOf,
    unitsOf,
    allowanceOf,
  }: {
    readonly orgOf: (one: One) => RuleId | undefined
    readonly unitsOf: (one: One) => number
    readonly allowanceOf: (org: RuleId) => number
  },
): { readonly kept: readonly One[]; readonly over: readonly One[] } {
  const left = new Map<RuleId, number>()
  const over: One[] = []
  const kept = inOrder.filter((one) => {
    const org = orgOf(one)
    if (org === undefined) return true
    const allowance = left.get(org) ?? allowanceOf(org)
    const units = unitsOf(one)
    if (units <= allowance) {
      left.set(org, allowance - units)
      return true
    }
    left.set(org, allowance)
    over.push(one)
    return false
  })
  return { kept, over }
}
