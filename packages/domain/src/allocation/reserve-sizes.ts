import { instantOfWhen } from '../calendar/when.ts'
import type { LocalDay, Reserve } from '../rules/tenant-rules.ts'

/** What each reserve still promises at a moment, in config order: the floor it guarantees and the places it holds empty. */
export interface ReserveSizes {
  readonly guaranteed: readonly number[]
  readonly held: readonly number[]
}

/**
 * Hard reserves guarantee and hold for ever; soft ones without a release guarantee but hold nothing; soft ones with a
 * release do both until that instant, and neither from it on (rules 14 and 15).
 */
export function reserveSizesAt(
  reserves: readonly Reserve[],
  {
    now,
    slotStart,
    holidays,
  }: { readonly now: Date; readonly slotStart: Date; readonly holidays: readonly LocalDay[] },
): ReserveSizes {
  const released = (reserve: Reserve): boolean =>
    reserve.mode === 'soft' &&
    reserve.release !== null &&
    now >= instantOfWhen(reserve.release, { slotStart, holidays })
  return {
    guaranteed: reserves.map((reserve) => (released(reserve) ? 0 : reserve.size)),
    held: reserves.map((reserve) => {
      const holdsNothing = reserve.mode === 'soft' && reserve.release === null
      return holdsNothing || released(reserve) ? 0 : reserve.size
    }),
  }
}
