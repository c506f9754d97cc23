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
    for (const other of partners) {
      if (name !== town.place) yield* exchanges(town, other, where, direction, walk)
      else if (direction === 'most') yield* transfers(other, town, walk)
      else yield* transfers(town, other, walk)
    }
    const [dimension] = everyDimension.filter((each) => where[each] !== undefined)
    if (dimension !== undefined) yield* chains(town, places, dimension, where, direction, walk)
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

function isWithin(atom: Atom, where: Where): boolean {
  return everyDimension.every(
    (dimension) => where[dimension] === undefined || where[dimension] === atom.where[dimension],
  )
}

/** Exchanges that bring one person more, or one fewer, under a figure of the first town. */
function* exchanges(
  town: Town,
  other: Town,
  where: Where,
  direction: Direction,
  walk: Walk,
): Generator<Change> {
  for (const [at, mine] of town.atoms.entries()) {
    if (isWithin(mine, where) === (direction === 'most') || walk.count(mine.name) === 0) continue
    for (const [position, theirs] of other.atoms.entries()) {
      if (isWithin(theirs, where) !== (direction === 'most') || walk.count(theirs.name) === 0) continue
      const [arriving, leaving] = [town.atoms[position], other.atoms[at]]
      if (arriving === undefined || leaving === undefined) continue
      const change = [...swap(mine, arriving), ...swap(theirs, leaving)]
      if (change.every(([name]) => walk.isHidden(name))) yield change
    }
  }
}

/** In one town, a person of one kind gives way to one of another. */
function swap(out: Atom, into: Atom): Change {
  const margins = [...out.margins].flatMap(([dimension, margin]) =>
    out.where[dimension] === into.where[dimension]
      ? []
      : [[margin, -1] as const, [into.margins.get(dimension) ?? '', 1] as const],
  )
  return [[out.name, -1], [into.name, 1], ...margins]
}

/** Three towns pass one person each around, all alike but for one dimension: for where no two towns hide the same two figures. */
function* chains(
  town: Town,
  places: readonly Town[],
  dimension: Dimension,
  where: Where,
  direction: Direction,
  walk: Walk,
): Generator<Change> {
  const kinds = [...town.atoms.entries()]
  const canSwap = (place: Town, out: number, into: number): boolean => {
    const [leaving, arriving] = [place.atoms[out], place.atoms[into]]
    if (leaving === undefined || arriving === undefined || walk.count(leaving.name) === 0) return false
    return [leaving, arriving].every(({ margins }) => walk.isHidden(margins.get(dimension) ?? ''))
  }
  const swapAt = (place: Town, out: number, into: number): Change => {
    const [leaving, arriving] = [place.atoms[out], place.atoms[into]]
    return leaving === undefined || arriving === undefined ? [] : swap(leaving, arriving)
  }
  for (const [out, mine] of kinds) {
    if (isWithin(mine, where) === (direction === 'most')) continue
    const rest = everyDimension.filter((each) => each !== dimension)
    const alike = kinds.filter(([, kind]) => rest.every((each) => kind.where[each] === mine.where[each]))
    for (const [into, theirs] of alike) {
      if (isWithin(theirs, where) !== (direction === 'most') || !canSwap(town, out, into)) continue
      for (const [between] of alike) {
        if (between === out || between === into) continue
        const seconds = places.filter((place) => place !== town && canSwap(place, between, out))
        const thirds = places.filter((place) => place !== town && canSwap(place, into, between))
        for (const second of seconds) {
          for (const third of thirds) {
            if (third === second) continue
            yield [
              ...swapAt(town, out, into),
              ...swapAt(second, between, out),
              ...swapAt(third, into, between),
            ]
          }
        }
      }
    }
  }
}

/** One person passes from a town to another. */
function* transfers(from: Town, into: Town, walk: Walk): Generator<Change> {
  for (const [at, leaving] of from.atoms.entries()) {
    const arriving = into.atoms[at]
    if (arriving === undefined || walk.count(leaving.name) === 0) continue
    const step = (town: Town, { name, margins }: Atom, by: 1 | -1): Change =>
      [town.place, name, ...margins.values()].map((each) => [each, by] as const)
    yield [...step(from, leaving, -1), ...step(into, arriving, 1)]
  }
}
