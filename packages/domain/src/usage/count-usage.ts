import { addDays } from '../calendar/local-day.ts'
import { localDayOf, localTimeOf } from '../calendar/local-time.ts'
import { hoursOn, instantsOf } from '../booking/opening-hours.ts'
import type { UsualHours } from '../booking/opening-hours.ts'
import type { LocalDay } from '../rules/tenant-rules.ts'

/** The kinds of places that anybody may see taken or free: their use is no secret of the people who use them. */
export type PublicKind = 'seats' | 'room'

/** A pool of public places with when it is shut. */
export interface PublicPool extends UsualHours {
  readonly kind: PublicKind
  readonly places: number
  /** When some of its places were out of order; while it is shut this takes nothing away. */
  readonly outages: readonly { readonly startsAt: Date; readonly endsAt: Date }[]
}

/** So many places taken over the same period. */
export interface TakenPeriod {
  readonly kind: PublicKind
  readonly startsAt: Date
  readonly endsAt: Date
  readonly places: number
}

/** Minutes of places in one hour of one day, on the clock of Rome. */
export interface HourOfUse {
  readonly day: LocalDay
  readonly kind: PublicKind
  readonly hour: number
  readonly minutesOffered: number
  readonly minutesBooked: number
}

/**
 * What a town's public places offered and what was taken, hour by hour, from the first day to the last. Hours without either are left out;
 * what was taken outside the opening hours counts as offered too, so that nothing is more than full.
 */
export function countHours(
  pools: readonly PublicPool[],
  taken: readonly TakenPeriod[],
  first: LocalDay,
  last: LocalDay,
): readonly HourOfUse[] {
  const offered = new Map<string, number>()
  const booked = new Map<string, number>()
  for (const { kind, places, outages, ...usual } of pools)
    for (let day = first; day <= last; day = addDays(day, 1))
      for (const { startsAt, endsAt } of instantsOf(hoursOn(usual, day).cells, day)) {
        addMinutes(offered, kind, startsAt, endsAt, places)
        for (const outage of outages)
          if (outage.startsAt < endsAt && startsAt < outage.endsAt)
            addMinutes(offered, kind, later(outage.startsAt, startsAt), earlier(outage.endsAt, endsAt), -1)
      }
  for (const { kind, startsAt, endsAt, places } of taken) addMinutes(booked, kind, startsAt, endsAt, places)

  return [...new Set([...offered.keys(), ...booked.keys()])].sort().flatMap((key): HourOfUse[] => {
    const day = key.slice(0, 10)
    if (day < first || day > last) return []
    const kind = key.slice(14) as PublicKind
    const minutesBooked = booked.get(key) ?? 0
    const minutesOffered = Math.max(offered.get(key) ?? 0, minutesBooked)
    if (minutesOffered === 0) return [] // every place out of order
    return [{ day, kind, hour: Number(key.slice(11, 13)), minutesOffered, minutesBooked }]
  })
}

function later(one: Date, other: Date): Date {
  return one > other ? one : other
}

function earlier(one: Date, other: Date): Date {
  return one < other ? one : other
}

const minute = 60_000
const hourMilliseconds = 60 * minute

function addMinutes(
  sums: Map<string, number>,
  kind: PublicKind,
  startsAt: Date,
  endsAt: Date,
  places: number,
): void {
  // Rome is a whole number of hours from UTC, so its hours begin when UTC's do.
  for (let from = startsAt.getTime(); from < endsAt.getTime(); ) {
    const until = Math.min(endsAt.getTime(), (Math.floor(from / hourMilliseconds) + 1) * hourMilliseconds)
    const at = new Date(from)
    const key = `${localDayOf(at)} ${localTimeOf(at).slice(0, 2)} ${kind}`
    sums.set(key, (sums.get(key) ?? 0) + ((until - from) / minute) * places)
    from = until
  }
}
