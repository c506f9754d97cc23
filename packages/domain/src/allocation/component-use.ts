import type { Bundle, RuleId, TenantRules } from '../rules/tenant-rules.ts'
import type { WindowSlot } from './window-types.ts'

type Components = Bundle['required']

/** Free units of each pool in each period, for the parts of a bundle that follow plain capacity (rule 24). */
export class ComponentUse {
  readonly #free = new Map<string, number>()

  constructor({ pools }: TenantRules, slots: readonly WindowSlot[]) {
    for (const { pool, startsAt, incumbents = [] } of slots) {
      const capacity = Object.hasOwn(pools, pool) ? (pools[pool]?.capacity ?? 0) : 0
      this.#free.set(keyOf(pool, startsAt), Math.max(0, capacity - incumbents.length))
    }
  }

  /** Units left; none where the pool is shut in that period. */
  freeUnits(pool: RuleId, startsAt: Date): number {
    return this.#free.get(keyOf(pool, startsAt)) ?? 0
  }

  take(pool: RuleId, startsAt: Date, units: number): void {
    const left = this.freeUnits(pool, startsAt) - units
    if (left < 0) throw new RangeError(`More units of ${pool} were taken than there are`)
    this.#free.set(keyOf(pool, startsAt), left)
  }

  /** The first part, in config order, that has not enough units left; undefined when all have. */
  findFull(parts: Components, startsAt: Date): RuleId | undefined {
    return parts.find(({ pool, units }) => this.freeUnits(pool, startsAt) < units)?.pool
  }
}

/** The parts of a bundle beside the place in the request's own pool. */
export function companionsOf(bundle: Bundle, pool: RuleId): Components {
  return bundle.required.filter((part) => part.pool !== pool)
}

/** The extras that were wanted and are free at that moment; one that is missing never cancels the bundle. */
export function freeAddOns(
  use: ComponentUse,
  bundle: Bundle,
  wanted: readonly RuleId[],
  startsAt: Date,
): Components {
  return bundle.addOn.filter(
    ({ pool, units }) => wanted.includes(pool) && use.freeUnits(pool, startsAt) >= units,
  )
}

function keyOf(pool: RuleId, startsAt: Date): string {
  return `${startsAt.getTime()} ${pool}`
}
