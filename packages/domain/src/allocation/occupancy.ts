import { sum } from './feasible.ts'
import { ReserveMatching } from './reserve-matching.ts'
import type { Claims } from './reserve-matching.ts'
import type { ReserveSizes } from './reserve-sizes.ts'

/** A pool during one slot, as it stands before anybody new is let in. */
export interface SlotState {
  readonly capacity: number
  readonly sizes: ReserveSizes
  /** How many open places a draw gives out before the reserves; 0 is reserve-first. */
  readonly openFirst: number
  /** One list of claims a unit already taken. Incumbents are never moved out, whatever the rule says of newcomers. */
  readonly incumbents: readonly Claims[]
}

/** One request for a place, or for several together: one list of claims a unit, all or nothing. */
export interface Claimant {
  readonly units: readonly Claims[]
}

/** Who is in a slot so far, with the two largest matchings that the rules ask about. */
export class Occupancy {
  readonly #slot: SlotState
  readonly #guaranteed: ReserveMatching
  readonly #held: ReserveMatching
  readonly #openToNewcomers: number
  readonly #openBesideFloor: number
  #count: number

  constructor(slot: SlotState) {
    this.#slot = slot
    this.#guaranteed = new ReserveMatching(slot.sizes.guaranteed)
    this.#held = new ReserveMatching(slot.sizes.held)
    for (const claims of slot.incumbents) {
      this.#guaranteed.add(claims)
      this.#held.add(claims)
    }
    this.#count = slot.incumbents.length
    this.#openToNewcomers = slot.capacity - sum(slot.sizes.held)
    this.#openBesideFloor = slot.capacity - sum(slot.sizes.guaranteed)
  }

  /** Units still free; never negative, also when incumbents are more than a reduced capacity. */
  get free(): number {
    return Math.max(0, this.#slot.capacity - this.#count)
  }

  /** β over the guaranteed sizes, of all who are in except those let in as open. */
  get guaranteedUse(): number {
    return this.#guaranteed.matched
  }

  /** Places held empty for a reserve that nobody counts toward yet. */
  get heldEmpty(): number {
    return sum(this.#slot.sizes.held) - this.#held.matched
  }

  /** Whether an open place can be given without touching what the reserves still need, `floor` being the β to reach. */
  hasOpenPlaceBeside(floor: number, units: number): boolean {
    return this.#count + units + (floor - this.#guaranteed.matched) <= this.#slot.capacity
  }

  /** Whether the newcomers pass the test of held places: everyone beyond the reserves fits in the open ones. */
  leavesHeldPlaces({ units }: Claimant): boolean {
    if (units.length > this.free) return false
    const placed = placeAll(this.#held, units)
    takeBack(this.#held, placed)
    return this.#count + units.length - (this.#held.matched + placed.length) <= this.#openToNewcomers
  }

  /** Whether the newcomers keep the floor of every reserve: each raises β, or they fit in the places beside the floor. */
  keepsFloor({ units }: Claimant): boolean {
    if (units.length > this.free) return false
    const placed = placeAll(this.#guaranteed, units)
    takeBack(this.#guaranteed, placed)
    if (placed.length === units.length) return true
    return this.#count + units.length - (this.#guaranteed.matched + placed.length) <= this.#openBesideFloor
  }

  /** Whether β over the guaranteed sizes would rise. */
  raisesGuaranteedUse({ units }: Claimant): boolean {
    const placed = placeAll(this.#guaranteed, units)
    takeBack(this.#guaranteed, placed)
    return placed.length > 0
  }

  /** Lets the newcomers in; as open, they count toward no floor. */
  admit({ units }: Claimant, as: 'open' | 'any'): void {
    if (as === 'any') placeAll(this.#guaranteed, units)
    placeAll(this.#held, units)
    this.#count += units.length
  }
}

function placeAll(matching: ReserveMatching, units: readonly Claims[]): readonly Claims[] {
  return units.filter((claims) => matching.add(claims))
}

function takeBack(matching: ReserveMatching, placed: readonly Claims[]): void {
  for (const claims of placed) matching.remove(claims)
}
