import { assignUnits, overlaps } from './assign-units.ts'
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

/**
 * One place for the whole of a period when the free time is scattered over several: those who may still be moved go elsewhere, as few as can be.
 * Undefined when nobody's moving helps. `taken` holds every holding of the day, since who is moved must fit elsewhere for all of their own time.
 */
export function makeRoom(
  units: readonly AssignableUnit[],
  taken: readonly HeldPlace[],
  period: Omit<TakenUnit, 'unitId'>,
  onlyUnitId?: string,
): Room | undefined {
  const rooms = units
    .filter(({ unitId }) => onlyUnitId === undefined || unitId === onlyUnitId)
    .flatMap(({ unitId }) => roomAt(unitId, units, taken, period) ?? [])
  return rooms.toSorted((a, b) => a.relocations.length - b.relocations.length)[0]
}

function roomAt(
  unitId: string,
  units: readonly AssignableUnit[],
  taken: readonly HeldPlace[],
  period: Omit<TakenUnit, 'unitId'>,
): Room | undefined {
  const { startsAt, endsAt } = period
  const isInTheWay = (place: HeldPlace) => place.unitId === unitId && overlaps(place, period)
  const stands: TakenUnit[] = taken.filter((place) => !isInTheWay(place))
  stands.push({ unitId, startsAt, endsAt })
  const relocations: Relocation[] = []
  for (const place of taken.filter(isInTheWay).toSorted((a, b) => lengthOf(b) - lengthOf(a))) {
    if (place.isMovable !== true || place.placeId === undefined) return undefined
    const [elsewhere] = assignUnits(units, stands, [place])
    if (elsewhere === undefined) return undefined
    stands.push(elsewhere)
    relocations.push({ placeId: place.placeId, unitId: elsewhere.unitId })
  }
  return { unitId, relocations }
}

function lengthOf({ startsAt, endsAt }: TakenUnit): number {
  return endsAt.getTime() - startsAt.getTime()
}
