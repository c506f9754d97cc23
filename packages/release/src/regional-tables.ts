import { combinations, countWhere, everyDimension, figureName, sumsWithin, tablesOf } from './lattice.ts'
import type { Dimension, Where } from './lattice.ts'
import { fewestContributors, peopleOf, previousOf } from './lattice-snapshot.ts'
import type { LatticeSnapshot, TownGroup } from './lattice-snapshot.ts'
import type { LinkedTables, Sum } from './linked-tables.ts'

/** How many towns of each group stand in the attack with their people; of the others even the crossed counts are taken as known. */
const townsInAttack = 8

/**
 * The tables of the Region and of its provinces, as one problem. The attacker is taken to know every town's margins, hidden ones
 * too, so that whatever the towns publish afterwards takes nothing away from what is decided here.
 */
export function regionalTables(snapshot: LatticeSnapshot, groups: readonly TownGroup[]): LinkedTables {
  const cells = new Map<string, number>()
  const sums: Sum[] = [...sumsWithin('region', tablesOf.region)]
  const known = new Set<string>()
  const latent = new Set<string>()
  const guarded = new Set<string>()
  const crossed = [...tablesOf.province, everyDimension]
  const everybody = snapshot.people

  for (const where of tablesOf.region.flatMap(combinations)) {
    cells.set(figureName('region', where), countWhere(everybody, where))
    if (isFew(contributors(snapshot, everybody, where))) guarded.add(figureName('region', where))
  }
  for (const group of groups) {
    const people = peopleOf(snapshot, group.towns)
    for (const where of crossed.flatMap(combinations)) {
      const name = figureName(group.name, where)
      cells.set(name, countWhere(people, where))
      if (everyDimension.every((dimension) => where[dimension] !== undefined)) latent.add(name)
      else if (isProvince(group) && isFew(contributors(snapshot, people, where))) guarded.add(name)
    }
    sums.push(...sumsWithin(group.name, crossed))
    addTowns(snapshot, group, { cells, sums, known, latent })
  }
  for (const where of crossed.flatMap(combinations)) {
    sums.push({
      total: figureName('region', where),
      parts: groups.map(({ name }) => figureName(name, where)),
    })
  }
  addForeign(snapshot, { cells, sums, known })
  const places = ['region', ...groups.map(({ name }) => name)]
  return {
    threshold: snapshot.threshold,
    cells,
    sums,
    // EECO01 of the Region stays whatever happens, unless it is itself what may not be shown.
    keep: new Set(['region'].filter((name) => !guarded.has(name))),
    reluctant: new Set(
      places.flatMap((place) => [
        place,
        ...everyDimension.flatMap((each) => combinations([each]).map((where) => figureName(place, where))),
      ]),
    ),
    sensitive: sensitiveSums(
      sums,
      snapshot.sensitive,
      (total) => cells.has(total) && !latent.has(total) && !known.has(total),
    ),
    previous: previousOf(snapshot, cells.keys()),
    known,
    guarded,
    latent,
    guardSingletons: true,
  }
}

/** The towns of provinces too small to have figures of their own: what is left of the Region is known about them together. */
export const restOfRegion = 'rest'

function isProvince(group: TownGroup): boolean {
  return group.name !== restOfRegion
}

function isFew(towns: number): boolean {
  return towns > 0 && towns < fewestContributors
}

function contributors(snapshot: LatticeSnapshot, people: LatticeSnapshot['people'], where: Where): number {
  const counted = Map.groupBy(people, ({ town }) => town)
  return snapshot.towns.filter(({ name }) => countWhere(counted.get(name) ?? [], where) > 0).length
}

interface Growing {
  readonly cells: Map<string, number>
  readonly sums: Sum[]
  readonly known: Set<string>
  readonly latent: Set<string>
}

function addTowns(
  snapshot: LatticeSnapshot,
  group: TownGroup,
  { cells, sums, known, latent }: Growing,
): void {
  const largest = group.towns
    .map((town) => ({ place: `town:${town}`, people: peopleOf(snapshot, [town]) }))
    .sort((one, other) => countWhere(other.people, {}) - countWhere(one.people, {}))
    .slice(0, townsInAttack)
  const atoms = combinations(everyDimension)
  for (const { place, people } of largest) {
    for (const where of atoms) {
      cells.set(figureName(place, where), countWhere(people, where))
      latent.add(figureName(place, where))
    }
    for (const dimension of everyDimension) {
      for (const margin of combinations([dimension])) {
        const name = figureName(place, margin)
        cells.set(name, countWhere(people, margin))
        known.add(name)
        const inside = atoms.filter((where) => where[dimension] === margin[dimension])
        sums.push({ total: name, parts: inside.map((where) => figureName(place, where)) })
      }
    }
  }
  for (const where of atoms) {
    const others = figureName(`other towns of ${group.name}`, where)
    const inside = largest.reduce((sum, { people }) => sum + countWhere(people, where), 0)
    cells.set(others, (cells.get(figureName(group.name, where)) ?? 0) - inside)
    known.add(others)
    sums.push({
      total: figureName(group.name, where),
      parts: [...largest.map(({ place }) => figureName(place, where)), others],
    })
  }
}

/** The positions of the sums that break a figure down by a sensitive dimension. */
export function sensitiveSums(
  sums: readonly Sum[],
  sensitive: readonly Dimension[],
  isFigure: (total: string) => boolean,
): ReadonlySet<number> {
  const isBrokenDownBy = (sum: Sum, dimension: Dimension): boolean =>
    !sum.total.includes(`${dimension}=`) &&
    sum.parts.every(
      (part) => part.includes(` ${dimension}=`) && part.split(' ')[0] === sum.total.split(' ')[0],
    )
  return new Set(
    [...sums.entries()].flatMap(([position, sum]) =>
      isFigure(sum.total) && sensitive.some((dimension) => isBrokenDownBy(sum, dimension)) ? [position] : [],
    ),
  )
}

/**
 * What is published elsewhere becomes equations. A total that spans several problems is cut into what it says in each, which grants
 * the attacker more than it gave; a single figure published elsewhere is simply known.
 */
export function addForeign(
  snapshot: LatticeSnapshot,
  { cells, sums, known }: Pick<Growing, 'cells' | 'sums' | 'known'>,
): void {
  for (const { source, figures } of snapshot.foreign) {
    const here = figures.filter((name) => cells.has(name))
    const [only] = here
    if (here.length === 1 && only !== undefined) known.add(only)
    if (here.length < 2) continue
    const total = `published elsewhere: ${source}`
    cells.set(
      total,
      here.reduce((sum, name) => sum + (cells.get(name) ?? 0), 0),
    )
    known.add(total)
    sums.push({ total, parts: here })
  }
}
