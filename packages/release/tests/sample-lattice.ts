import { combinations, everyDimension } from '../src/lattice.ts'
import type { People } from '../src/lattice.ts'
import type { LatticeSnapshot } from '../src/lattice-snapshot.ts'
import { randomNumbers } from './random-tables.ts'

export interface SampleSize {
  readonly towns: number
  readonly provinces: number
  /** Participants of a town, on average; from a tenth of it to twice as many. */
  readonly people: number
}

/** A Region of invented towns, whose participants are drawn with the skew of real ones: few minors, more women than not. */
export function sampleLattice(seed: number, { towns, provinces, people }: SampleSize): LatticeSnapshot {
  const below = randomNumbers(seed)
  const places = Array.from({ length: towns }, (_, at) => ({
    name: `town-${at}`,
    province: `P${at % provinces}`,
  }))
  const atoms = combinations(everyDimension)
  const drawn: People[] = places.flatMap(({ name }) => {
    const counts = atoms.map(() => 0)
    const size = Math.ceil(people / 10) + below(Math.ceil(people * 1.9))
    for (let left = size; left > 0; left -= 1) {
      // The larger of two draws: the first combinations, those of minors, come up least.
      const at = Math.max(below(atoms.length), below(atoms.length))
      counts[at] = (counts[at] ?? 0) + 1
    }
    return atoms.flatMap(({ age, sex, status }, at) =>
      age === undefined || sex === undefined || status === undefined
        ? []
        : [{ town: name, age, sex, status, count: counts[at] ?? 0 }],
    )
  })
  return {
    quarter: '2026Q1',
    threshold: 5,
    towns: places,
    people: drawn.filter(({ count }) => count > 0),
    indicators: [],
    lastPublished: new Map(),
    foreign: [],
    sensitive: ['status'],
  }
}
