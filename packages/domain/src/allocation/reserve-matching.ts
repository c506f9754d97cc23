/** The reserves a unit may count toward, as positions in the pool's `reserves` (config order), ascending. */
export type Claims = readonly number[]

/**
 * A largest matching between units and reserved places, kept largest as units come and go: one augmenting path each
 * (Kuhn), never a search from scratch. A unit counts toward one reserve only (rule 16).
 */
export class ReserveMatching {
  readonly #sizes: readonly number[]
  readonly #placed: Claims[][]
  #matched = 0
  // One mark a search instead of a fresh set: a draw makes tens of thousands of searches.
  readonly #seen: number[]
  #search = 0

  constructor(sizes: readonly number[]) {
    this.#sizes = sizes
    this.#placed = sizes.map(() => [])
    this.#seen = sizes.map(() => 0)
  }

  /** β: how many of the units added so far count toward a reserve. */
  get matched(): number {
    return this.#matched
  }

  /** Adds a unit; true when β rises. A unit that does not raise it is not kept. */
  add(claims: Claims): boolean {
    if (claims.length === 0) return false
    this.#search += 1
    if (!this.#place(claims)) return false
    this.#matched += 1
    return true
  }

  /** Takes back a unit that was placed; undefined-safe only for the very list that was added. */
  remove(claims: Claims): boolean {
    for (const reserve of claims) {
      const placed = this.#placed[reserve]
      const at = placed?.indexOf(claims) ?? -1
      if (placed === undefined || at < 0) continue
      placed.splice(at, 1)
      this.#matched -= 1
      return true
    }
    return false
  }

  copy(): ReserveMatching {
    const twin = new ReserveMatching(this.#sizes)
    this.#placed.forEach((placed, reserve) => twin.#placed[reserve]?.push(...placed))
    twin.#matched = this.#matched
    return twin
  }

  #place(claims: Claims): boolean {
    for (const reserve of claims) {
      if (this.#seen[reserve] === this.#search) continue
      this.#seen[reserve] = this.#search
      const placed = this.#placed[reserve]
      if (placed === undefined) continue
      if (placed.length < (this.#sizes[reserve] ?? 0)) {
        placed.push(claims)
        return true
      }
      const movable = placed.findIndex((other) => this.#place(other))
      if (movable < 0) continue
      placed[movable] = claims
      return true
    }
    return false
  }
}

/** β(A): the most units that can count toward a reserve at once. */
export function largestReserveUse(sizes: readonly number[], units: Iterable<Claims>): number {
  const matching = new ReserveMatching(sizes)
  for (const claims of units) matching.add(claims)
  return matching.matched
}
