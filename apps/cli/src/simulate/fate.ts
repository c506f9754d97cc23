import type { SlotTimes } from '@officine/domain/calendar/slots'
import type { Random } from './seeded-random.ts'

/** What became of a booking by now: when it was made and how, and whether somebody came. */
export interface Fate {
  readonly status: 'confirmed' | 'checked-in' | 'completed' | 'cancelled' | 'no-show'
  readonly channel: 'web' | 'desk' | 'phone'
  readonly bookedAt: Date
  readonly checkedInAt: Date | null
  readonly cancelledAt: Date | null
}

export interface Reliability {
  /** Days ahead, at most. */
  readonly booksAhead: number
  readonly missesOne: number
  readonly byPhone: number
}

const hour = 3_600_000
const minute = 60_000

/** A booking made some days or hours before, never after `now`; one in eleven is cancelled in time, some are missed. */
export function fateOf(
  person: Reliability,
  { startsAt, endsAt }: SlotTimes,
  now: Date,
  random: Random,
): Fate {
  const start = startsAt.getTime()
  const ahead = hour + random.next() ** 1.5 * person.booksAhead * 24 * hour
  const bookedAt = new Date(Math.min(start - ahead, now.getTime() - minute))
  const channel = random.chance(person.byPhone) ? 'phone' : random.chance(0.06) ? 'desk' : 'web'
  const made = { channel, bookedAt, checkedInAt: null, cancelledAt: null } as const

  if (random.chance(1 / 11)) {
    const cancelledAt = new Date(bookedAt.getTime() + random.next() * (start - bookedAt.getTime()))
    if (cancelledAt < now) return { ...made, status: 'cancelled', cancelledAt }
  }
  return { ...made, ...attendanceOf(person.missesOne, { startsAt, endsAt }, now, random) }
}

/** Whether somebody who kept their booking has come by `now`; one in so many misses it. */
export function attendanceOf(
  missesOne: number,
  { startsAt, endsAt }: SlotTimes,
  now: Date,
  random: Random,
): Pick<Fate, 'checkedInAt'> & { readonly status: Exclude<Fate['status'], 'cancelled'> } {
  if (now < startsAt) return { status: 'confirmed', checkedInAt: null }
  if (random.chance(missesOne)) return { status: endsAt <= now ? 'no-show' : 'confirmed', checkedInAt: null }
  // Most come within the first half hour, some in the quarter before.
  const checkedInAt = new Date(startsAt.getTime() + (random.next() ** 2 * 40 - 10) * minute)
  if (endsAt <= now) return { status: 'completed', checkedInAt }
  return checkedInAt <= now
    ? { status: 'checked-in', checkedInAt }
    : { status: 'confirmed', checkedInAt: null }
}
