import { type Channel, isChoosable, type Slot } from '../bookings/slot-words.ts'
import { minutesOf } from '../minutes-of.ts'

/** A stretch of a day that a booking could have: one cell of the grid, or neighbours. */
export type FreePeriod = {
  readonly from: Slot['from']
  readonly to: Slot['to']
  /** Places free for all of it, as far as can be told without asking. */
  readonly free: number
  readonly isChoosable: boolean
  /** The cell that has least, which says why when it cannot be had. */
  readonly scarcest: Slot
}

/** Every stretch of neighbouring cells as long as a booking now is; single cells where the day has none so long. */
export function periodsOf(
  slots: readonly Slot[],
  booking: { readonly from: string; readonly to: string },
  channel: Channel,
): readonly FreePeriod[] {
  const wanted = minutesOf(booking.to) - minutesOf(booking.from)
  const long = slots.flatMap((_, start) => {
    const run = runFrom(slots, start, wanted)
    return run === undefined ? [] : [periodOf(run, channel)]
  })
  return long.length > 0 ? long : slots.map((slot) => periodOf([slot], channel))
}

type Run = readonly [Slot, ...Slot[]]

function runFrom(slots: readonly Slot[], start: number, minutes: number): Run | undefined {
  const [first, ...later] = slots.slice(start)
  if (first === undefined) return undefined
  const run: [Slot, ...Slot[]] = [first]
  let end = first.to
  for (const slot of later) {
    if (minutesOf(end) - minutesOf(first.from) >= minutes || slot.from !== end) break
    run.push(slot)
    end = slot.to
  }
  return minutesOf(end) - minutesOf(first.from) === minutes ? run : undefined
}

function periodOf(run: Run, channel: Channel): FreePeriod {
  const barred = run.find((slot) => !isChoosable(slot, channel))
  const scarcest = barred ?? run.reduce((least, slot) => (slot.free < least.free ? slot : least))
  return {
    from: run[0].from,
    to: run.at(-1)?.to ?? run[0].to,
    free: scarcest.free,
    isChoosable: barred === undefined,
    scarcest,
  }
}
