import type { Dimension, People, Where } from './lattice.ts'

/** A figure that was published, and the quarter it speaks of. */
export interface DatedCount {
  readonly count: number
  readonly asOf: string
}

/** Something published elsewhere that equals a sum of figures of the lattice: an IN01 value, a council act, a press note. */
export interface ForeignTotal {
  readonly source: string
  readonly figures: readonly string[]
}

/**
 * Annex I indicators of the whole Region by gender that no two of the same people are in: one alone, or those that part the
 * participants among themselves, like EECO09, EECO10 and EECO11. What the lattice counts anyway (EECO01, 02, 04 to 08) is not among them.
 */
export interface IndicatorFamily {
  readonly members: readonly {
    readonly code: string
    readonly count: { readonly F: number; readonly 'not-F': number }
  }[]
  /** Whom they are among: all participants (`{}`), those of a status, or those whom another indicator counts. */
  readonly within: Where | string
  /** 10 for the special categories (EECO12 to EECO16). */
  readonly threshold: number
  /** Special categories appear once a year, at the end of the fourth quarter. */
  readonly frequency: 'quarter' | 'year'
}

/** Everything the gate must see before a quarter is released. */
export interface LatticeSnapshot {
  /** The quarter, as `2026Q1`. */
  readonly quarter: string
  /** At least 3: Regole deontologiche, art. 5. The product uses 5. */
  readonly threshold: number
  readonly towns: readonly { readonly name: string; readonly province: string }[]
  readonly people: readonly People[]
  readonly indicators: readonly IndicatorFamily[]
  /** The value each figure was last published with, wherever it was. */
  readonly lastPublished: ReadonlyMap<string, DatedCount>
  readonly foreign: readonly ForeignTotal[]
  /** The breakdowns that are hidden whole where nearly everybody falls in one part. */
  readonly sensitive: readonly Dimension[]
}

/** Towns whose figures add up to figures that are known. */
export interface TownGroup {
  readonly name: string
  readonly towns: readonly string[]
}

/** A figure that one or two towns make up is theirs, so a place needs this many to have figures of its own. */
export const fewestContributors = 3

/** The people of some towns together, with the towns forgotten. */
export function peopleOf(snapshot: LatticeSnapshot, towns: Iterable<string>): readonly People[] {
  const chosen = new Set(towns)
  return snapshot.people.filter(({ town }) => chosen.has(town))
}

/** The last published counts of these figures, without their dates. */
export function previousOf(snapshot: LatticeSnapshot, names: Iterable<string>): ReadonlyMap<string, number> {
  return new Map(
    [...names].flatMap((name) => {
      const last = snapshot.lastPublished.get(name)
      return last === undefined ? [] : [[name, last.count] as const]
    }),
  )
}

/** A faulty snapshot is a defect of the publisher, so it throws: unknown towns, no quarter, a threshold below the legal floor. */
export function assertSnapshot({ quarter, threshold, towns, people, indicators }: LatticeSnapshot): void {
  const names = new Set(towns.map(({ name }) => name))
  if (!/^\d{4}Q[1-4]$/.test(quarter)) throw new RangeError(`"${quarter}" is no quarter.`)
  if (threshold < 3 || indicators.some((each) => each.threshold < threshold)) {
    throw new RangeError(
      'The threshold is below the floor of 3, or an indicator has a lower one than the rest.',
    )
  }
  const codes = indicators.flatMap(({ members }) => members.map(({ code }) => code))
  const words = [...towns.flatMap(({ name, province }) => [name, province]), ...codes]
  // Names are words of a figure's name, which is parted by spaces.
  if (words.some((word) => /[\s=]/.test(word) || word === ''))
    throw new RangeError('A name is empty, or has a space in it.')
  if (new Set(codes).size < codes.length) throw new RangeError('An indicator is given twice.')
  if (names.size < towns.length) throw new RangeError('A town is named twice.')
  for (const { town, count } of people) {
    if (!names.has(town)) throw new RangeError(`"${town}" is no town of the snapshot.`)
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`${count} is no count of people.`)
  }
}
