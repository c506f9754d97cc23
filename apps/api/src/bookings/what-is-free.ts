import { listCountedBookings } from '@officine/db/counted-bookings'
import type { OwnBooking } from '@officine/db/counted-bookings'
import { listOutages } from '@officine/db/outages'
import { listHeldPlaces } from '@officine/db/pools'
import type { TenantTransaction } from '@officine/db/with-tenant'
import { overlaps } from '@officine/domain/booking/assign-units'
import { availabilityOn } from '@officine/domain/booking/availability'
import type { CellAvailability } from '@officine/domain/booking/availability'
import { closedOn } from '@officine/domain/booking/booking-period'
import type { ShutBecause } from '@officine/domain/booking/opening-hours'
import { addDays } from '@officine/domain/calendar/local-day'
import { instantOf, localDayOf } from '@officine/domain/calendar/local-time'
import type { PersonFacts } from '@officine/domain/rules/predicate'
import type { LocalDay } from '@officine/domain/rules/tenant-rules'
import { asOpen, readChanges } from '../opening-of-pool.ts'
import type { PoolOfTown } from '../town.ts'
import { heldUnits } from './booking-facts.ts'
import { instantText, periodText } from '../local-text.ts'
import type { TextLanguage } from '../local-text.ts'

export interface WhatIsFree {
  readonly pool: PoolOfTown
  readonly from: LocalDay
  readonly days: number
  readonly me: { readonly personId: string; readonly facts: PersonFacts } | undefined
  readonly now: Date
}

export interface DayCells {
  readonly day: LocalDay
  readonly closedBecause: ShutBecause | undefined
  /** The pool as it is open then. */
  readonly pool: PoolOfTown
  readonly cells: readonly (CellAvailability & { readonly mine: string | undefined })[]
}

/** How a pool stands on some days. Read without locks: it suggests, and the booking decides. */
export async function whatIsFree(
  tx: TenantTransaction,
  { pool: usual, from, days, me, now }: WhatIsFree,
): Promise<readonly DayCells[]> {
  const start = instantOf(from, '00:00')
  const end = instantOf(addDays(from, days), '00:00')
  const [held, outages, decided, own] = await Promise.all([
    listHeldPlaces(tx, [usual.poolId], start, end),
    listOutages(tx, [usual.poolId], start, end),
    readChanges(tx, from, days),
    me === undefined ? ([] as readonly OwnBooking[]) : listCountedBookings(tx, me.personId, start, end),
  ])
  const pool = asOpen(usual, decided)
  const byDay = Map.groupBy(held, ({ startsAt }) => localDayOf(startsAt))
  return Array.from({ length: days }, (_, at) => addDays(from, at)).map((day) => ({
    day,
    pool,
    closedBecause: closedOn(pool, day),
    cells: availabilityOn(
      {
        ...pool,
        day,
        units: pool.places,
        held: heldUnits(byDay.get(day) ?? []),
        blocked: outages,
        me: me?.facts ?? {},
      },
      now,
    ).map((cell) => ({
      ...cell,
      mine: own.find((booking) => holds(booking) && overlaps(booking, cell))?.bookingId,
    })),
  }))
}

function holds({ status }: OwnBooking): boolean {
  return status === 'confirmed' || status === 'checked-in'
}

/** A cell of the grid as a screen shows it. */
export function slotView(day: LocalDay, cell: DayCells['cells'][number], language: TextLanguage) {
  const {
    from,
    to,
    capacity,
    free,
    freeForMe,
    heldForReserves,
    heldUntil,
    state,
    opensAt,
    takenUnitIds,
    mine,
  } = cell
  return {
    day,
    from,
    to,
    label: periodText(from, to),
    capacity,
    free,
    freeForMe,
    heldForReserves,
    heldUntil: heldUntil === null ? undefined : instantText(heldUntil, language),
    state,
    opensAt: state === 'not-yet-open' ? instantText(opensAt, language) : undefined,
    takenUnitIds,
    mine,
  }
}

/** The nearest cells that this person could book instead, the nearest in time first; at most three, from three days before to a week after, none on a day that is ruled out. */
export async function nearestAlternatives(
  tx: TenantTransaction,
  { pool, me, now }: Omit<WhatIsFree, 'from' | 'days'>,
  asked: { readonly day: LocalDay; readonly from: string },
  isRuledOut: (day: LocalDay) => boolean,
): Promise<readonly { readonly day: LocalDay; readonly cell: DayCells['cells'][number] }[]> {
  const today = localDayOf(now)
  const earliest = addDays(asked.day, -3)
  const from = earliest < today ? today : earliest
  if (asked.day < addDays(today, -31) || asked.day > addDays(today, 366)) return []
  const days = await whatIsFree(tx, { pool, me, now, from, days: 11 })
  const wanted = new Date(`${asked.day}T${asked.from}:00Z`).getTime()
  return days
    .filter(({ day }) => !isRuledOut(day))
    .flatMap(({ day, cells }) => cells.map((cell) => ({ day, cell })))
    .filter(({ cell }) => cell.state === 'bookable' && cell.mine === undefined)
    .map((slot) => ({
      slot,
      distance: Math.abs(new Date(`${slot.day}T${slot.cell.from}:00Z`).getTime() - wanted),
    }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ slot }) => slot)
}
