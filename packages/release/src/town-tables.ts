import { combinations, countWhere, everyDimension, figureName, sumsWithin } from './lattice.ts'
import type { Dimension } from './lattice.ts'
import { peopleOf, previousOf } from './lattice-snapshot.ts'
import type { LatticeSnapshot, TownGroup } from './lattice-snapshot.ts'
import type { LinkedTables, Sum } from './linked-tables.ts'
import { addForeign, sensitiveSums } from './regional-tables.ts'

/** What is known about a group of towns together. */
export interface GroupKnowledge {
  readonly group: TownGroup
  /** Whether the figures of the whole group are known at all; without them each town stands alone. */
  readonly isKnown: boolean
  /** The breakdowns in which the group's own figures are all known this quarter: only these are offered for its towns. */
  readonly offered: readonly Dimension[]
}

/**
 * The tables of the towns of one group, over the crossed counts of each town as unknowns. The attacker is taken to know the crossed
 * counts of the whole group, which is more than the Region publishes.
 */
export function townTables(
  snapshot: LatticeSnapshot,
  { group, isKnown, offered }: GroupKnowledge,
): LinkedTables {
  const cells = new Map<string, number>()
  const sums: Sum[] = []
  const known = new Set<string>()
  const latent = new Set<string>()
  const figures = [{}, ...offered.flatMap((dimension) => combinations([dimension]))]
  const atoms = combinations(everyDimension)
  const places = group.towns.map((town) => ({ place: `town:${town}`, people: peopleOf(snapshot, [town]) }))
  for (const { place, people } of places) {
    for (const where of figures) cells.set(figureName(place, where), countWhere(people, where))
    sums.push(...sumsWithin(place, [[], ...offered.map((dimension) => [dimension])]))
    if (!isKnown) continue
    for (const where of atoms) {
      cells.set(figureName(place, where), countWhere(people, where))
      latent.add(figureName(place, where))
    }
    for (const where of figures) {
      const inside = atoms.filter((atom) =>
        everyDimension.every((each) => where[each] === undefined || where[each] === atom[each]),
      )
      sums.push({ total: figureName(place, where), parts: inside.map((atom) => figureName(place, atom)) })
    }
  }
  if (isKnown) {
    const everybody = peopleOf(snapshot, group.towns)
    for (const where of [...figures, ...atoms]) {
      const name = figureName(group.name, where)
      cells.set(name, countWhere(everybody, where))
      known.add(name)
      sums.push({ total: name, parts: places.map(({ place }) => figureName(place, where)) })
    }
  }
  addForeign(snapshot, { cells, sums, known })
  const isFigure = (name: string): boolean => !latent.has(name) && !known.has(name)
  return {
    threshold: snapshot.threshold,
    cells,
    sums,
    keep: new Set(),
    reluctant: new Set(places.map(({ place }) => place)),
    sensitive: sensitiveSums(sums, snapshot.sensitive, isFigure),
    previous: previousOf(
      snapshot,
      [...cells.keys()].filter((name) => !latent.has(name)),
    ),
    known,
    guarded: new Set(),
    latent,
    guardSingletons: true,
  }
}
