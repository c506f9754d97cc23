import { EverybodyElse } from './everybody-else.ts'
import { Occupancy } from './occupancy.ts'
import type { Claimant, SlotState } from './occupancy.ts'
import type { Claims } from './reserve-matching.ts'

/** What a claimant's place depends on beside the slot itself: caps, companion pools. Asked at most once a claimant, at the last moment; true takes effect. */
export type Grant = (position: number) => boolean

export interface SlotOutcome {
  /** Positions in the order given, let in. */
  readonly accepted: ReadonlySet<number>
  /** Those of them let in as open before the reserves were served (step 1 of Rn): labelled open whatever they claim. */
  readonly openFirst: ReadonlySet<number>
  /** Units free when each of the others was refused, by position. */
  readonly freeWhenRefused: ReadonlyMap<number, number>
  /** Units still free in the end, and how many of them a reserve holds. */
  readonly free: number
  readonly heldEmpty: number
}

const grantAll: Grant = () => true

/**
 * A batch draw, claimants best first (rules 14 and 15). One pass serves the floor of every reserve, after up to `openFirst`
 * open places that no floor needs; a second fills what is left by rank, leaving held places empty. Those who come `late`,
 * counted on from the claimants, take part in the second alone, after everybody.
 */
export function drawSlot(
  slot: SlotState,
  claimants: readonly Claimant[],
  grant = grantAll,
  late: readonly Claimant[] = [],
): SlotOutcome {
  const run = new SlotRun(slot, [...claimants, ...late], grant)
  const openFirst = new Set<number>()
  const floor =
    slot.openFirst > 0 ? new EverybodyElse(slot.sizes.guaranteed, unitsOf(slot, claimants)) : undefined
  let openLeft = slot.openFirst

  claimants.forEach((claimant, position) => {
    const units = claimant.units.length
    const takesOpen =
      floor !== undefined &&
      units <= openLeft &&
      run.occupancy.hasOpenPlaceBeside(floor.reserveUse, units) &&
      floor.spares(claimant)
    if (takesOpen) {
      if (!run.admit(position, 'open')) return
      openFirst.add(position)
      openLeft -= units
    } else if (run.occupancy.keepsFloor(claimant)) run.admit(position, 'any')
  })
  run.admitWherePossible()
  return run.outcome(openFirst)
}

/** First come, first served: each in the order given, if everyone beyond the reserves still fits in the open places (rule 17). */
export function serveFirstCome(
  slot: SlotState,
  claimants: readonly Claimant[],
  grant = grantAll,
): SlotOutcome {
  const run = new SlotRun(slot, claimants, grant)
  run.admitWherePossible()
  return run.outcome(new Set())
}

/**
 * Places that have come free go to the first on the list who brings a reserve closer to its floor, else to the first who
 * fits, one after the other, incumbents locked (rule 18).
 */
export function promoteWaiting(
  slot: SlotState,
  claimants: readonly Claimant[],
  grant = grantAll,
): SlotOutcome {
  const run = new SlotRun(slot, claimants, grant)
  while (run.occupancy.free > 0) {
    const fitting = [...claimants.keys()].filter((position) => run.canBeAdmitted(position))
    const next = fitting.find((position) => run.raisesFloor(position)) ?? fitting[0]
    if (next === undefined) break
    run.admit(next, 'any')
  }
  return run.outcome(new Set())
}

class SlotRun {
  readonly occupancy: Occupancy
  readonly #claimants: readonly Claimant[]
  readonly #grant: Grant
  readonly #accepted = new Set<number>()
  readonly #barred = new Set<number>()
  readonly #freeWhenRefused = new Map<number, number>()

  constructor(slot: SlotState, claimants: readonly Claimant[], grant: Grant) {
    this.occupancy = new Occupancy(slot)
    this.#claimants = claimants
    this.#grant = grant
  }

  canBeAdmitted(position: number): boolean {
    const claimant = this.#claimants[position]
    if (claimant === undefined || this.#accepted.has(position) || this.#barred.has(position)) return false
    return this.occupancy.leavesHeldPlaces(claimant)
  }

  raisesFloor(position: number): boolean {
    const claimant = this.#claimants[position]
    return claimant !== undefined && this.occupancy.raisesGuaranteedUse(claimant)
  }

  admitWherePossible(): void {
    for (const position of this.#claimants.keys()) {
      if (this.#accepted.has(position)) continue
      if (this.canBeAdmitted(position)) this.admit(position, 'any')
      else this.#freeWhenRefused.set(position, this.occupancy.free)
    }
  }

  /** False when something beside the slot refuses; the claimant is then out for this run, and no place was touched. */
  admit(position: number, as: 'open' | 'any'): boolean {
    const claimant = this.#claimants[position]
    if (claimant === undefined) throw new RangeError(`No claimant at position ${position}`)
    if (this.#barred.has(position)) return false
    if (!this.#grant(position)) {
      this.#barred.add(position)
      return false
    }
    this.occupancy.admit(claimant, as)
    this.#accepted.add(position)
    return true
  }

  outcome(openFirst: ReadonlySet<number>): SlotOutcome {
    return {
      accepted: this.#accepted,
      openFirst,
      freeWhenRefused: this.#freeWhenRefused,
      free: this.occupancy.free,
      heldEmpty: this.occupancy.heldEmpty,
    }
  }
}

function unitsOf(slot: SlotState, claimants: readonly Claimant[]): readonly Claims[] {
  return [...slot.incumbents, ...claimants.flatMap(({ units }) => units)]
}
