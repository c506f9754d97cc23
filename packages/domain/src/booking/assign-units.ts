import type { SlotTimes } from '../calendar/slots.ts'

/** A numbered place that can be given out. */
export interface AssignableUnit {
  readonly unitId: string
  readonly number: number
  readonly isAccessible: boolean
}

/** A place somebody holds for a time, half-open. */
export interface TakenUnit {
  readonly unitId: string
  readonly startsAt: Date
  readonly endsAt: Date
}

/**
 * The places for a period, cell by cell: the wanted one if it is free throughout; otherwise the one that stays free longest, so that a change of place is rare,
 * and among equals the busiest around it (best fit), the accessible ones last, then the lowest number. Empty when some cell has no free place at all.
 */
export function assignUnits(
  units: readonly AssignableUnit[],
  taken: readonly TakenUnit[],
  cells: readonly SlotTimes[],
  wantedUnitId?: string,
): readonly TakenUnit[] {
  const assigned: TakenUnit[] = []
  for (let next = 0; next < cells.length; ) {
    const best = longestFree(units, taken, cells.slice(next), wantedUnitId)
    const first = cells[next]
    const last = best && cells[next + best.run - 1]
    if (best === undefined || first === undefined || last === undefined) return []
    assigned.push({ unitId: best.unit.unitId, startsAt: first.startsAt, endsAt: last.endsAt })
    next += best.run
  }
  return assigned
}

interface Candidate {
  readonly unit: AssignableUnit
  /** Cells from the first that the place stays free for. */
  readonly run: number
  /** Times that others hold it that day: a fuller place leaves emptier ones whole for longer bookings. */
  readonly use: number
  readonly isWanted: boolean
}

function longestFree(
  units: readonly AssignableUnit[],
  taken: readonly TakenUnit[],
  cells: readonly SlotTimes[],
  wantedUnitId: string | undefined,
): Candidate | undefined {
  let best: Candidate | undefined
  for (const unit of units) {
    const held = taken.filter(({ unitId }) => unitId === unit.unitId)
    const blocked = cells.findIndex((cell) => held.some((place) => overlaps(place, cell)))
    const run = blocked === -1 ? cells.length : blocked
    if (run === 0) continue
    const candidate = { unit, run, use: held.length, isWanted: unit.unitId === wantedUnitId }
    if (best === undefined || comparePlaces(candidate, best) < 0) best = candidate
  }
  return best
}

function comparePlaces(a: Candidate, b: Candidate): number {
  return (
    b.run - a.run ||
    Number(b.isWanted) - Number(a.isWanted) ||
    Number(a.unit.isAccessible) - Number(b.unit.isAccessible) ||
    b.use - a.use ||
    a.unit.number - b.unit.number
  )
}

/** Half-open intervals: back to back is no overlap (rule 1). */
export function overlaps(
  a: { readonly startsAt: Date; readonly endsAt: Date },
  b: { readonly startsAt: Date; readonly endsAt: Date },
): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt
}
