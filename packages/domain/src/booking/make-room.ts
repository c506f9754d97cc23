import { overlaps } from './assign-units.ts'
import type { AssignableUnit, TakenUnit } from './assign-units.ts'

/** A place somebody holds, as far as it can be changed for another. */
export interface HeldPlace extends TakenUnit {
  /** What names this holding among others of its booking. */
  readonly placeId?: string
  /** Nobody is there yet and any place does. */
  readonly isMovable?: boolean
}

/** A holding that goes to another place for the same time. */
export interface Relocation {
  readonly placeId: string
  readonly unitId: string
}

/** One place for a whole period, and who changes theirs for it. */
export interface Room {
  readonly unitId: string
  readonly relocations: readonly Relocation[]
}

/** A row of places for people who come together, and who changes theirs for it. */
export interface RoomTogether {
  readonly unitIds: readonly string[]
  readonly relocations: readonly Relocation[]
}

type Period = Omit<TakenUnit, 'unitId'>

/** So many holdings change place for one booking at most: beyond it the price is paid by too many. */
export const mostRelocations = 4
/** Arrangements looked at for one decision: the day stays locked meanwhile. */
const mostLooks = 5_000

/**
 * One place for the whole of a period when the free time is scattered over several: those who may still be moved go elsewhere, one in the place of another if need be,
 * as few as can be. Undefined when nobody's moving helps. `taken` holds every holding of the day, since who is moved must fit elsewhere for all of their own time.
 */
export function makeRoom(
  units: readonly AssignableUnit[],
  taken: readonly HeldPlace[],
  period: Period,
  onlyUnitId?: string,
): Room | undefined {
  const wanted = units.filter(({ unitId }) => onlyUnitId === undefined || unitId === onlyUnitId)
  const room = fewestMoves({
    rows: wanted.map(({ unitId }) => [unitId]),
    units,
    taken,
    period,
  })
  const unitId = room?.unitIds[0]
  return room === undefined || unitId === undefined ? undefined : { unitId, relocations: room.relocations }
}

/** Neighbouring places for people who come together (rule 27, numbers being neighbours), freed in the same way; the lowest row among equals. */
export function makeRoomTogether(
  units: readonly AssignableUnit[],
  taken: readonly HeldPlace[],
  period: Period,
  people: number,
): RoomTogether | undefined {
  const inOrder = units.toSorted((one, other) => one.number - other.number)
  const rows = inOrder.flatMap(({ number }, at) => {
    const row = inOrder.slice(at, at + people)
    const isRow = row.length === people && row.every((unit, step) => unit.number === number + step)
    return isRow ? [row.map(({ unitId }) => unitId)] : []
  })
  return fewestMoves({ rows, units, taken, period })
}

interface Search {
  /** Any of these rows of places would do, the first the best. */
  readonly rows: readonly (readonly string[])[]
  readonly units: readonly AssignableUnit[]
  readonly taken: readonly HeldPlace[]
  readonly period: Period
}

/** The row that takes the fewest moves, searched with one move more at a time, so that what is found first is the least. */
function fewestMoves({ rows, units, taken, period }: Search): RoomTogether | undefined {
  const looks = { left: mostLooks }
  for (let moves = 0; moves <= mostRelocations; moves += 1) {
    for (const unitIds of rows) {
      const inTheWay = taken.filter((place) => unitIds.includes(place.unitId) && overlaps(place, period))
      if (inTheWay.length > moves || !inTheWay.every(canMove)) continue
      const claimed = unitIds.map((unitId) => ({ unitId, ...spanOf(period) }))
      const stay = taken.filter((place) => !inTheWay.includes(place))
      const settled = settle({ units: busiestFirst(units, taken), stay, claimed, moves, looks }, inTheWay)
      if (settled !== undefined) return { unitIds, relocations: settled.map(relocationOf) }
    }
  }
  return undefined
}

interface Arrangement {
  readonly units: readonly AssignableUnit[]
  /** Who is where they were. */
  readonly stay: readonly HeldPlace[]
  /** Places given in this search, which nobody may take again. */
  readonly claimed: readonly HeldPlace[]
  /** How many may be moved in all, those that wait for a place included. */
  readonly moves: number
  readonly looks: { left: number }
}

/** Gives a place to each holding that lost theirs: a free one, or that of somebody who goes on in turn. Undefined when there is no way within the moves. */
function settle(
  { units, stay, claimed, moves, looks }: Arrangement,
  displaced: readonly HeldPlace[],
): readonly HeldPlace[] | undefined {
  const [next, ...waiting] = displaced.toSorted((a, b) => lengthOf(b) - lengthOf(a))
  if (next === undefined) return []
  for (const { unitId } of units) {
    if (looks.left <= 0) return undefined
    looks.left -= 1
    const there = { ...next, unitId }
    const meets = (place: HeldPlace) => place.unitId === unitId && overlaps(place, there)
    if (unitId === next.unitId || claimed.some(meets)) continue
    const pushed = stay.filter(meets)
    if (pushed.length + displaced.length > moves || !pushed.every(canMove)) continue
    const settled = settle(
      {
        units,
        stay: stay.filter((place) => !pushed.includes(place)),
        claimed: [...claimed, there],
        moves: moves - 1,
        looks,
      },
      [...waiting, ...pushed],
    )
    if (settled !== undefined) return [there, ...settled]
  }
  return undefined
}

/** As places are given at first: the accessible ones last, a fuller one before an emptier, then the lowest number. */
function busiestFirst(
  units: readonly AssignableUnit[],
  taken: readonly HeldPlace[],
): readonly AssignableUnit[] {
  const use = (unitId: string) => taken.filter((place) => place.unitId === unitId).length
  return units.toSorted(
    (a, b) =>
      Number(a.isAccessible) - Number(b.isAccessible) || use(b.unitId) - use(a.unitId) || a.number - b.number,
  )
}

function canMove({ isMovable, placeId }: HeldPlace): boolean {
  return isMovable === true && placeId !== undefined
}

function relocationOf({ placeId, unitId }: HeldPlace): Relocation {
  if (placeId === undefined) throw new Error('A holding without a name was moved')
  return { placeId, unitId }
}

function spanOf({ startsAt, endsAt }: Period): Period {
  return { startsAt, endsAt }
}

function lengthOf({ startsAt, endsAt }: Period): number {
  return endsAt.getTime() - startsAt.getTime()
}
