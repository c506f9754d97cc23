import { largestReserveUse } from './reserve-matching.ts'
import type { Claims } from './reserve-matching.ts'

/** The reserve a unit counts toward, by position in the pool's `reserves`, or an open place. */
export type Label = number | 'OPEN'

/**
 * One label a unit, the same for whoever computes it: in the order given, each takes the first reserve in config order that
 * still lets as many as possible count toward one (rule 16). Bookkeeping, never a right to a desk.
 */
export function canonicalLabels(sizes: readonly number[], units: readonly Claims[]): readonly Label[] {
  const left = [...sizes]
  let toPlace = largestReserveUse(left, units)
  return units.map((claims, position) => {
    const rest = claims.length === 0 ? [] : units.slice(position + 1)
    for (const reserve of claims) {
      const places = left[reserve] ?? 0
      if (places === 0) continue
      left[reserve] = places - 1
      if (largestReserveUse(left, rest) === toPlace - 1) {
        toPlace -= 1
        return reserve
      }
      left[reserve] = places
    }
    return 'OPEN'
  })
}
