import { isPublishable } from './find-primary.ts'
import { combinations, figureName, tablesOf } from './lattice.ts'
import type { DatedCount, LatticeSnapshot, TownGroup } from './lattice-snapshot.ts'

/**
 * Pairs of released figures, one a part of the other and both of this quarter, that differ by one to `threshold - 1` people. The
 * decisions before leave none: whoever finds one has found a defect.
 */
export function findSmallDifferences(
  snapshot: Pick<LatticeSnapshot, 'quarter' | 'threshold'>,
  groups: readonly TownGroup[],
  figures: ReadonlyMap<string, DatedCount>,
): readonly string[] {
  const fresh = (name: string): number | undefined => {
    const figure = figures.get(name)
    return figure?.asOf === snapshot.quarter ? figure.count : undefined
  }
  const pairs = groups.flatMap((group) => [
    ...tablesOf.province
      .flatMap(combinations)
      .map((where) => [figureName('region', where), figureName(group.name, where)] as const),
    ...group.towns.flatMap((town) =>
      tablesOf.town
        .flatMap(combinations)
        .flatMap((where) =>
          ['region', group.name].map(
            (place) => [figureName(place, where), figureName(`town:${town}`, where)] as const,
          ),
        ),
    ),
  ])
  return pairs.flatMap(([whole, part]) => {
    const [all, some] = [fresh(whole), fresh(part)]
    if (all === undefined || some === undefined || isPublishable(all - some, snapshot.threshold)) return []
    return [`${whole} without ${part}`]
  })
}
