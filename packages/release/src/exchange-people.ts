import { combinations, everyDimension, figureName } from './lattice.ts'
import type { Dimension, Where } from './lattice.ts'
import type { Direction } from './completions.ts'
import type { Change, Hints, Walk } from './walk-moves.ts'

interface Atom {
  readonly where: Where
  readonly name: string
  /** The margins that count this atom, by dimension. */
  readonly margins: ReadonlyMap<Dimension, string>
}

/** With how many towns that hide the same figures a town is thought together. */
const townsAround = 10

interface Town {
  readonly place: string
  readonly atoms: readonly Atom[]
}

/**
 * Two towns exchange one person each, or one passes from a town to another where even the totals are hidden: nothing changes for the
 * group, and in each town only what is hidden does. It is how one would argue that a hidden count might as well be another.
 */
export function exchangePeople(towns: readonly string[], offered: readonly Dimension[]): Hints {
  const places = towns.map((town) => townOf(`town:${town}`, offered))
  const tables = [{}, ...offered.flatMap((dimension) => combinations([dimension]))]
  const cells = new Map(
    places.flatMap((town) =>
      tables.map((where) => [figureName(town.place, where), { town, where }] as const),
    ),
  )
  function* changes(name: string, direction: Direction, walk: Walk): Generator<Change> {
    const asked = cells.get(name)
    if (asked === undefined) return
    const { town, where } = asked
    // The same figure of another town must be able to move the other way.
    const partners = places.filter((other) => other !== town && walk.isHidden(figureName(other.place, where)))
    if (walk.isHidden(town.place)) {
      for (const other of partners) {
        yield* direction === 'most'
          ? transfers(other, town, where, walk)
          : transfers(town, other, where, walk)
      }
    }
    if (name === town.place) return
    const swaps = ownSwaps(town, where, direction, walk)
    yield* exchanges(town, swaps, partners, walk)
    yield* chains(town, swaps, places, walk)
  }

  function around(name: string, isHidden: (name: string) => boolean): readonly string[] {
    const asked = cells.get(name)
    if (asked === undefined) return []
    const figures = (town: Town): readonly string[] => tables.map((where) => figureName(town.place, where))
    const place = asked.town
    const own = figures(place).map(isHidden)
    const inCommon = (town: Town): number =>
      figures(town).filter((figure, position) => own[position] === true && isHidden(figure)).length
    // Towns that hide this very figure first: only they can make up for what it gains or loses.
    const isPartner = (town: Town): number =>
      isHidden(figureName(town.place, asked.where)) ? tables.length : 0
    const nearest = places
      .filter((town) => town !== place)
      .map((town) => ({ town, rank: isPartner(town) + inCommon(town) }))
      .sort((one, other) => other.rank - one.rank)
      .slice(0, townsAround)
    return [place, ...nearest.map(({ town }) => town)].flatMap((town) => [
      ...figures(town),
      ...town.atoms.map((atom) => atom.name),
    ])
  }

  return { changes, around }
}

function townOf(place: string, offered: readonly Dimension[]): Town {
  const atoms = combinations(everyDimension).map((where) => ({
    where,
    name: figureName(place, where),
    margins: new Map(offered.map((dimension) => [dimension, figureName(place, pick(where, dimension))])),
  }))
  return { place, atoms }
}

function pick(where: Where, dimension: Dimension): Where {
  return Object.fromEntries(Object.entries(where).filter(([each]) => each === dimension))
}

function isWithin(kind: Where, where: Where): boolean {
  return everyDimension.every(
    (dimension) => where[dimension] === undefined || where[dimension] === kind[dimension],
  )
}

/** In one town, a person of one kind may give way to one of another: an index of kinds each, the same in every town. */
interface Swap {
  readonly out: number
  readonly into: number
}

function canSwap(town: Town, { out, into }: Swap, walk: Walk): boolean {
  const [leaving, arriving] = [town.atoms[out], town.atoms[into]]
  if (leaving === undefined || arriving === undefined || !walk.mayFall(leaving.name)) return false
  for (const [dimension, margin] of leaving.margins) {
    if (leaving.where[dimension] === arriving.where[dimension]) continue
    if (!walk.mayFall(margin) || !walk.isHidden(arriving.margins.get(dimension) ?? '')) return false
  }
  return true
}

function changeOf(town: Town, { out, into }: Swap): Change {
  const [leaving, arriving] = [town.atoms[out], town.atoms[into]]
  if (leaving === undefined || arriving === undefined) return []
  const margins = [...leaving.margins].flatMap(([dimension, margin]) =>
    leaving.where[dimension] === arriving.where[dimension]
      ? []
      : [[margin, -1] as const, [arriving.margins.get(dimension) ?? '', 1] as const],
  )
  return [[leaving.name, -1], [arriving.name, 1], ...margins]
}

/** The swaps in a town that bring one person more, or one fewer, under a figure of it; those between like kinds first. */
function ownSwaps(town: Town, where: Where, direction: Direction, walk: Walk): readonly Swap[] {
  const kinds = [...town.atoms.keys()]
  const isInside = kinds.map((kind) => isWithin(town.atoms[kind]?.where ?? {}, where))
  const isAsked = ({ out, into }: Swap): boolean =>
    isInside[out] === (direction === 'least') && isInside[into] === (direction === 'most')
  return kinds
    .flatMap((out) => kinds.map((into) => ({ out, into })))
    .filter((swap) => isAsked(swap) && canSwap(town, swap, walk))
    .map((swap) => ({ swap, unlike: unlikeness(town, swap) }))
    .sort((one, other) => one.unlike - other.unlike)
    .map(({ swap }) => swap)
}

function unlikeness(town: Town, { out, into }: Swap): number {
  const [one, other] = [town.atoms[out]?.where, town.atoms[into]?.where]
  return everyDimension.filter((dimension) => one?.[dimension] !== other?.[dimension]).length
}

/** Two towns swap one person against one of another kind. */
function* exchanges(
  town: Town,
  swaps: readonly Swap[],
  partners: readonly Town[],
  walk: Walk,
): Generator<Change> {
  for (const swap of swaps) {
    const back = { out: swap.into, into: swap.out }
    for (const other of partners) {
      if (canSwap(other, back, walk)) yield [...changeOf(town, swap), ...changeOf(other, back)]
    }
  }
}

/** Three towns pass one person each around, where no two of them hide the same two figures. */
function* chains(town: Town, swaps: readonly Swap[], places: readonly Town[], walk: Walk): Generator<Change> {
  const others = places.filter((place) => place !== town)
  for (const swap of swaps.filter((each) => unlikeness(town, each) === 1)) {
    for (const between of town.atoms.keys()) {
      const [first, second] = [
        { out: between, into: swap.out },
        { out: swap.into, into: between },
      ]
      if (
        between === swap.out ||
        between === swap.into ||
        unlikeness(town, first) > 1 ||
        unlikeness(town, second) > 1
      )
        continue
      const starts = others.filter((place) => canSwap(place, first, walk)).slice(0, townsAround)
      const ends = others.filter((place) => canSwap(place, second, walk)).slice(0, townsAround)
      for (const start of starts) {
        for (const end of ends) {
          if (start !== end)
            yield [...changeOf(town, swap), ...changeOf(start, first), ...changeOf(end, second)]
        }
      }
    }
  }
}

/** One person, of those that a figure counts, passes from a town to another: where even the totals are hidden. */
function* transfers(from: Town, into: Town, where: Where, walk: Walk): Generator<Change> {
  if (!walk.mayFall(from.place) || !walk.isHidden(into.place)) return
  for (const [at, leaving] of from.atoms.entries()) {
    const arriving = into.atoms[at]
    if (arriving === undefined || !isWithin(leaving.where, where) || !walk.mayFall(leaving.name)) continue
    const step = (town: Town, { name, margins }: Atom, by: 1 | -1): Change =>
      [town.place, name, ...margins.values()].map((each) => [each, by] as const)
    yield [...step(from, leaving, -1), ...step(into, arriving, 1)]
  }
}
