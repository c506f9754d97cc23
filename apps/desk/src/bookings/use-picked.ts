import { daysAsked, firstDayAsked, type WeekChoice, whichWeek } from '@officine/ui/which-week'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useLanguage } from '../language.tsx'
import type { BookingChoice } from '../paths.ts'
import { useToday } from '../use-today.ts'
import { useTRPC } from '../trpc.ts'
import type { Pool } from './pool.ts'
import { type Channel, type DayOfSlots, isChoosable, type Slot, timeOf } from './slot-words.ts'

/** What is on screen to choose from, and what of it is chosen. */
export type Picked = WeekChoice<DayOfSlots> & {
  readonly pools: readonly Pool[]
  readonly pool: Pool
  readonly slot: Slot | undefined
  readonly unit: Pool['units'][number] | undefined
  readonly choice: BookingChoice
}

/** The pools that the desk can book by itself. */
export function usePools(): readonly Pool[] {
  const trpc = useTRPC()
  const { language } = useLanguage()
  return useSuspenseQuery(trpc.bookings.pools.queryOptions({ language })).data
}

/** The two weeks around a choice, kept fresh while somebody makes up their mind. */
export function usePicked(
  pools: readonly Pool[],
  pool: Pool,
  choice: BookingChoice,
  channel: Channel,
  mayOverride: boolean,
): Picked {
  const trpc = useTRPC()
  const { language } = useLanguage()
  const today = useToday()
  const { data } = useSuspenseQuery(
    trpc.bookings.whatIsFree.queryOptions(
      { poolId: pool.poolId, from: firstDayAsked(choice.day, today), days: daysAsked, language },
      { refetchInterval: 15_000 },
    ),
  )
  const shown = whichWeek(data.days, choice.day, today, (slot) => isChoosable(slot, channel))
  const slot = slotOf(shown.day, choice.time, channel, mayOverride)
  const unit = pool.units.find(({ unitId }) => unitId === choice.unit && !slot?.takenUnitIds.includes(unitId))
  return {
    ...shown,
    pools,
    pool,
    slot,
    unit,
    choice: { pool: pool.poolId, day: shown.day?.day, time: slot && timeOf(slot), unit: unit?.unitId },
  }
}

/** The time asked for if it can be had; without one, the first that can. A time asked for is never swapped for another. */
function slotOf(
  day: DayOfSlots | undefined,
  time: string | undefined,
  channel: Channel,
  mayOverride: boolean,
): Slot | undefined {
  if (time === undefined) return day?.slots.find((slot) => isChoosable(slot, channel))
  return day?.slots.find((slot) => isChoosable(slot, channel, mayOverride) && timeOf(slot) === time)
}
