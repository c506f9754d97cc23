import { seatTogether } from '../allocation/adjacent-seats.ts'
import { assignUnits, overlaps } from './assign-units.ts'
import type { TakenUnit } from './assign-units.ts'
import type { BookingRefusal } from './booking-refusal.ts'
import type { BookingFacts } from './decide-booking.ts'
import { makeRoom, makeRoomTogether } from './make-room.ts'
import type { HeldPlace, Relocation } from './make-room.ts'

interface Seated {
  readonly units: readonly TakenUnit[]
  readonly relocations: readonly Relocation[]
}
type SeatRefusal = Extract<BookingRefusal, { reason: 'place-taken' | 'not-contiguous' }>

/** Which places those who come get, once enough are known to be free; a place out of order is nobody's to give. */
export function seatPeople(facts: BookingFacts): Seated | SeatRefusal {
  const taken = [...facts.held, ...(facts.blocked ?? [])]
  if (facts.needsUnit === true) return seatAtWanted(facts, taken)
  return (facts.people ?? 1) === 1 ? seatOne(facts, taken) : seatGroup(facts, taken)
}

function seatAtWanted(
  { units, period, wantedUnitId }: BookingFacts,
  taken: readonly HeldPlace[],
): Seated | SeatRefusal {
  const room = wantedUnitId === undefined ? undefined : makeRoom(units, taken, period, wantedUnitId)
  if (room === undefined) return { reason: 'place-taken' }
  return { units: [wholePeriod(room.unitId, period)], relocations: room.relocations }
}

/** Others who are not here yet change place before one person has to during the day. */
function seatOne({ units, period, wantedUnitId }: BookingFacts, taken: readonly HeldPlace[]): Seated {
  const assigned = assignUnits(units, taken, period.cells, wantedUnitId)
  // Counted free a moment ago: places that do not cover the cells are a defect of the facts, and doubt never books.
  if (assigned.length === 0) throw new Error('A free place was counted and none could be assigned')
  const room = assigned.length === 1 ? undefined : makeRoom(units, taken, period)
  return room === undefined
    ? { units: assigned, relocations: [] }
    : { units: [wholePeriod(room.unitId, period)], relocations: room.relocations }
}

/** Neighbours by best fit (rule 27), numbers being neighbours, by moving who is not here yet if need be; where no seats stay free throughout, each person for themselves. */
function seatGroup(
  { units, period, pool, people = 1, keptUnitIds = [] }: BookingFacts,
  taken: readonly HeldPlace[],
): Seated | SeatRefusal {
  const adjacency = pool.group?.adjacency ?? 'none'
  const free = new Map(
    units
      .filter(({ unitId }) => !taken.some((place) => place.unitId === unitId && overlaps(place, period)))
      .map(({ number, unitId }) => [number, unitId]),
  )
  const isFree = (unitId: string) => [...free.values()].includes(unitId)
  if (keptUnitIds.length === people && keptUnitIds.every(isFree))
    return { units: keptUnitIds.map((unitId) => wholePeriod(unitId, period)), relocations: [] }

  const seats = Math.max(...units.map(({ number }) => number))
  const occupied = Array.from({ length: seats }, (_, at) => at + 1).filter((number) => !free.has(number))
  const together = seatTogether({ seats, occupied, people, adjacency })
  const isApart = !together.seated || !isRow(together.seats)
  const room = adjacency !== 'none' && isApart ? makeRoomTogether(units, taken, period, people) : undefined
  if (room !== undefined)
    return {
      units: room.unitIds.map((unitId) => wholePeriod(unitId, period)),
      relocations: room.relocations,
    }
  if (together.seated) {
    const unitIds = together.seats.flatMap((number) => free.get(number) ?? [])
    return { units: unitIds.map((unitId) => wholePeriod(unitId, period)), relocations: [] }
  }
  if (adjacency === 'required') return { reason: 'not-contiguous' }

  const stands: TakenUnit[] = [...taken]
  for (let person = 0; person < people; person += 1) {
    const assigned = assignUnits(units, stands, period.cells)
    if (assigned.length === 0) throw new Error('Enough places were counted and not all could be assigned')
    stands.push(...assigned)
  }
  return { units: stands.slice(taken.length), relocations: [] }
}

function wholePeriod(unitId: string, { startsAt, endsAt }: BookingFacts['period']): TakenUnit {
  return { unitId, startsAt, endsAt }
}

function isRow(seats: readonly number[]): boolean {
  return seats.every((seat, at) => at === 0 || seat === (seats[at - 1] ?? 0) + 1)
}
