/** One equation of a table: the total equals the sum of its parts. */
export interface Sum {
  readonly total: string
  readonly parts: readonly string[]
}

/** Counts of people in linked tables, and what a release of them must respect. */
export interface LinkedTables {
  /** A count from 1 to `threshold - 1` is never published. */
  readonly threshold: number
  readonly cells: ReadonlyMap<string, number>
  readonly sums: readonly Sum[]
  /** Cells that must be published: if one of them cannot be, the tables are infeasible. */
  readonly keep: ReadonlySet<string>
  /** Cells that are hidden only where nothing else will do: one of them is dearer than all others together. */
  readonly reluctant: ReadonlySet<string>
  /** Positions, in `sums`, of the breakdowns by something sensitive: they are hidden whole when nearly everybody is in one part. */
  readonly sensitive: ReadonlySet<number>
  /** The values published last, where there were any. */
  readonly previous: ReadonlyMap<string, number>
  /** Cells the attacker knows from elsewhere: neither published here nor protected, and nothing may rest on their being unknown. */
  readonly known: ReadonlySet<string>
  /** Cells that may not be published for a reason of their own, whatever their count. */
  readonly guarded: ReadonlySet<string>
  /** Counts that nobody publishes and nobody protects by themselves: the joint cells behind the published margins. */
  readonly latent: ReadonlySet<string>
  /** Whether two hidden cells of one person may not stand alone in a sum: each would unmask the other. */
  readonly guardSingletons: boolean
}

/** Only cells, sums and a threshold; every option at rest. */
export function plainTables(
  threshold: number,
  cells: ReadonlyMap<string, number>,
  sums: readonly Sum[],
): LinkedTables {
  const none: ReadonlySet<never> = new Set()
  return {
    threshold,
    cells,
    sums,
    keep: none,
    reluctant: none,
    sensitive: none,
    previous: new Map(),
    known: none,
    guarded: none,
    latent: none,
    guardSingletons: false,
  }
}

/** Code-unit order: the same on every machine and in every locale. */
export function byName(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
