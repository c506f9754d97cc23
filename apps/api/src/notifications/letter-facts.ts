import type { BookingToTell } from '@officine/db/word-booking'
import { excuseUntil } from '@officine/domain/attendance/decide-excuse'
import { localDayOf, localTimeOf } from '@officine/domain/calendar/local-time'
import { addDays } from '@officine/domain/calendar/local-day'
import { spacedCode } from '../booking-view.ts'
import { dayText, instantText, periodText, timeText } from '../local-text.ts'
import type { TextLanguage } from '../local-text.ts'
import { textIn } from '../town.ts'
import type { Town } from '../town.ts'

/** Where the pages of a town's portal answer. */
export interface PortalAddresses {
  readonly booking: (bookingId: string) => string
  readonly seats: string
  readonly messages: string
  readonly verification: (secret: string) => string
}

/** The town as it signs a letter. */
export interface Sender {
  readonly town: string
  readonly office: string
  readonly institution: string
  readonly phone: string | undefined
}

/** A booking in words, on the town's clock. */
export interface BookingInWords {
  readonly givenName: string
  /** `lunedì 23 novembre` */
  readonly day: string
  /** The day as seen from now. */
  readonly nearness: 'today' | 'tomorrow' | 'later'
  /** `9:00` */
  readonly from: string
  /** `9:00-14:00` */
  readonly period: string
  /** Site, floor and address. */
  readonly place: string
  /** The place given out; left out where the name of a desk would say what somebody comes for. */
  readonly unit: string | undefined
  /** What comes along: a childcare place, a laptop. */
  readonly extras: string | undefined
  readonly code: string
  readonly freeCancelUntil: string | undefined
  readonly cancelReason: string | undefined
  /** There when nobody came. */
  readonly absence: AbsenceInWords | undefined
  /** Of an offer: until when it can be accepted, the day too. */
  readonly offerUntil: string | undefined
}

/** What follows from not coming, in the numbers of the town's rules. */
export interface AbsenceInWords
  extends Pick<
    Town['config']['rules']['attendance'],
    'graceMinutes' | 'strikes' | 'strikeDays' | 'pauseDays'
  > {
  /** The last day to say why; left out once it is over. */
  readonly excuseUntil: string | undefined
  /** The time that was booked still runs: who is on the way may find their place free. */
  readonly isRunning: boolean
}

export function senderOf({ config }: Town, language: TextLanguage): Sender {
  const { officeName } = config.portal[language]
  return {
    town: config.name,
    office: officeName,
    institution: textIn(config.institutionName, language),
    phone: config.contacts.phone,
  }
}

/** Says a booking in the reader's language, as seen from `now`. */
export function bookingInWords(
  booking: BookingToTell,
  town: Town,
  language: TextLanguage,
  now: Date,
): BookingInWords {
  const day = localDayOf(booking.startsAt)
  const today = localDayOf(now)
  const lateFrom = booking.startsAt.getTime() - town.config.rules.attendance.lateCancelHours * 3_600_000
  const freeUntil = new Date(lateFrom)
  return {
    givenName: booking.givenName,
    day: dayText(day, language, today.slice(0, 4)),
    nearness: day === today ? 'today' : day === addDays(today, 1) ? 'tomorrow' : 'later',
    from: timeText(booking.startsAt, language),
    period: periodText(localTimeOf(booking.startsAt), localTimeOf(booking.endsAt)),
    place: placeOf(booking, town, language),
    unit: booking.poolKind === 'desk' ? undefined : placesIn(booking.poolId, booking, town, language),
    extras: extrasOf(booking, town, language),
    code: spacedCode(booking.code),
    freeCancelUntil: now < freeUntil ? instantText(freeUntil, language) : undefined,
    cancelReason: booking.cancelReason ?? undefined,
    absence: booking.status === 'no-show' ? absenceInWords(booking, town, language, now) : undefined,
    offerUntil: booking.offerExpiresAt === null ? undefined : instantText(booking.offerExpiresAt, language),
  }
}

function absenceInWords(
  { startsAt, endsAt, missedAt }: BookingToTell,
  { config }: Town,
  language: TextLanguage,
  now: Date,
): AbsenceInWords {
  const { graceMinutes, strikes, strikeDays, pauseDays, excuseDays } = config.rules.attendance
  const until = excuseUntil({ day: localDayOf(startsAt), missedAt }, { excuseDays })
  return {
    graceMinutes,
    strikes,
    strikeDays,
    pauseDays,
    excuseUntil: localDayOf(now) <= until ? dayText(until, language) : undefined,
    isRunning: now < endsAt,
  }
}

/** The places of one pool: side by side, or one after the other when the period could only be had by changing place. */
function placesIn(wanted: string, { units }: BookingToTell, town: Town, language: TextLanguage): string {
  const pool = town.pools.find(({ poolId }) => poolId === wanted)
  const own = units.filter(({ poolId }) => poolId === wanted)
  const last = own.at(-1)
  const [until, then] = language === 'it' ? ['fino alle', ', poi '] : ['until', ', then ']
  const isChanged = own.some(({ startsAt }) => startsAt.getTime() !== last?.startsAt.getTime())
  const said = own.map((place) =>
    isChanged && place !== last ? `${place.label} ${until} ${timeText(place.endsAt, language)}` : place.label,
  )
  const labels = said.join(isChanged ? then : ', ')
  return pool === undefined ? labels : `${labels} (${textIn(pool.presentation.name, language)})`
}

function extrasOf(booking: BookingToTell, town: Town, language: TextLanguage): string | undefined {
  const pools = new Set(booking.units.map(({ poolId }) => poolId))
  pools.delete(booking.poolId)
  const extras = [...pools].map((poolId) => placesIn(poolId, booking, town, language))
  return extras.length === 0 ? undefined : extras.join('; ')
}

function placeOf({ poolSlug }: BookingToTell, { config }: Town, language: TextLanguage): string {
  const slug = config.pools.find((pool) => pool.slug === poolSlug)?.site
  const site = config.sites.find((one) => one.slug === slug) ?? config.sites[0]
  if (site === undefined) return config.name
  const { name, floor, address, postalCode, locality, province } = site
  return [
    textIn(name, language),
    ...(floor === undefined ? [] : [textIn(floor, language)]),
    address,
    `${postalCode} ${locality} (${province})`,
  ].join(', ')
}
