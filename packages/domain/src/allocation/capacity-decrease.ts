import { compareStanding } from './standing.ts'
import type { Standing } from './standing.ts'

/** Somebody who is in. `isProtected`: not to be asked to leave, such as a person who needs that very desk or has a bundle with child care. */
export interface Holder {
  readonly standing: Standing
  readonly units: number
  readonly isProtected: boolean
}

/**
 * Whom an officer may look at when there is less room than people (rule 19), last in rank first, and how many units are too
 * many. Nobody is removed by the engine: the list is advice, the act is the officer's.
 */
export function overCapacity<One extends Holder>(
  holders: readonly One[],
  capacity: number,
): { readonly tooMany: number; readonly candidates: readonly One[] } {
  const taken = holders.reduce((total, { units }) => total + units, 0)
  const tooMany = Math.max(0, taken - capacity)
  if (tooMany === 0) return { tooMany, candidates: [] }
  const candidates = holders
    .filter(({ isProtected }) => !isProtected)
    .toSorted((left, right) => compareStanding(right.standing, left.standing))
  return { tooMany, candidates }
}
