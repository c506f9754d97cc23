import { ReserveMatching } from './reserve-matching.ts'
import type { Claims } from './reserve-matching.ts'
import type { Claimant } from './occupancy.ts'

/**
 * Everybody who is asking or already in, and how far β would fall without some of them. Units with equal claims are
 * interchangeable, so they are counted by kind: a slot with 300 requests has a handful of kinds.
 */
export class EverybodyElse {
  readonly #matching: ReserveMatching
  readonly #kinds = new Map<number | string, Claims>()
  readonly #unplaced = new Map<Claims, number>()

  constructor(sizes: readonly number[], units: Iterable<Claims>) {
    this.#matching = new ReserveMatching(sizes)
    for (const claims of units) {
      const kind = this.#kindOf(claims)
      if (this.#spare(kind) > 0 || !this.#matching.add(kind)) this.#unplaced.set(kind, this.#spare(kind) + 1)
    }
  }

  /** β(everybody), or of those left. */
  get reserveUse(): number {
    return this.#matching.matched
  }

  /** Takes the claimant out if β stays the same without them; otherwise changes nothing and returns false. */
  spares({ units }: Claimant): boolean {
    const out: Claims[] = []
    for (const claims of units) {
      if (claims.length === 0) continue
      const kind = this.#kindOf(claims)
      if (!this.#takeOut(kind)) {
        for (const back of out) this.#unplaced.set(back, this.#spare(back) + 1)
        return false
      }
      out.push(kind)
    }
    return true
  }

  #takeOut(kind: Claims): boolean {
    if (this.#spare(kind) > 0) {
      this.#unplaced.set(kind, this.#spare(kind) - 1)
      return true
    }
    this.#matching.remove(kind)
    for (const [other, count] of this.#unplaced) {
      if (count > 0 && this.#matching.add(other)) {
        this.#unplaced.set(other, count - 1)
        return true
      }
    }
    this.#matching.add(kind)
    return false
  }

  #spare(kind: Claims): number {
    return this.#unplaced.get(kind) ?? 0
  }

  #kindOf(claims: Claims): Claims {
    const key = keyOf(claims)
    const known = this.#kinds.get(key)
    if (known !== undefined) return known
    this.#kinds.set(key, claims)
    return claims
  }
}

/** A number where it can be exact: joining texts would cost more than the search itself. */
function keyOf(claims: Claims): number | string {
  if ((claims.at(-1) ?? 0) >= 52) return claims.join()
  let key = 0
  for (const reserve of claims) key += 2 ** reserve
  return key
}
