import { largestReserveUse } from './reserve-matching.ts'
import type { Claims } from './reserve-matching.ts'

/**
 * The one test everything rests on (rules 14 and 17): the people fit, and those who count toward no reserve leave every
 * held place alone. `held` are the sizes still held at that moment, in config order; `people` one list of claims a unit.
 */
export function feasible({
  capacity,
  held,
  people,
}: {
  readonly capacity: number
  readonly held: readonly number[]
  readonly people: readonly Claims[]
}): boolean {
  if (people.length > capacity) return false
  return people.length - largestReserveUse(held, people) <= capacity - sum(held)
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
