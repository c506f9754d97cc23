import type { BookingRecord } from '@officine/db/bookings'
import { decideExcuse, excuseUntil } from '@officine/domain/attendance/decide-excuse'
import { localDayOf, localTimeOf } from '@officine/domain/calendar/local-time'
import { textIn } from './town.ts'
import type { PoolOfTown, Town } from './town.ts'
import { dayText, instantText, periodText, timeText } from './local-text.ts'
import type { TextLanguage } from './local-text.ts'

/** A booking as its holder reads it: every time already said in words, on the town's clock. */
export interface BookingView {
  readonly bookingId: string
  readonly requestNumber: string
  readonly code: string
  readonly poolId: string
  readonly poolName: string
  readonly unitLabel: string
  readonly day: string
  readonly dayLabel: string
  readonly from: string
  readonly to: string
  readonly timeLabel: string
  readonly status: BookingRecord['status']
  readonly channel: BookingRecord['channel']
  readonly bookedAtLabel: string
  readonly freeCancelUntilLabel: string | undefined
  readonly canCancel: boolean
  readonly checkedInAtLabel: string | undefined
  readonly cancelledAtLabel: string | undefined
  readonly cancelReason: string | undefined
  /** How many seats: who comes together. */
  readonly people: number
  readonly companions: readonly CompanionView[]
  readonly canMove: boolean
  readonly canLeaveEarly: boolean
  readonly canStayLonger: boolean
  /** There when nobody came. */
  readonly absence: AbsenceView | undefined
  /** There while the place is held for an answer. */
  readonly offer: OfferView | undefined
  /** It was offered and never accepted: declined, or the time ran out. */
  readonly isOfferOver: boolean
}

/** How long an offer can be accepted: the time of the clock first, the minutes beside it. */
export interface OfferView {
  /** `11:00` of today, otherwise with its day. */
  readonly expiresAtLabel: string
  readonly isToday: boolean
  readonly minutesLeft: number
}

/** An absence as its holder reads it; why it was excused is told apart, and to them alone. */
export interface AbsenceView {
  readonly isExcused: boolean
  readonly canExcuse: boolean
  /** The last day on which one can say why. */
  readonly excuseUntilLabel: string
}

/** One place of what comes along. */
export interface CompanionView {
  readonly poolId: string
  readonly poolName: string
  readonly kind: PoolOfTown['pool']['kind']
  readonly unitLabel: string
  readonly dependantId: string | undefined
  readonly childName: string | undefined
  readonly isAddOn: boolean
}

/** Says a booking in the reader's language. `unitLabel` names each place in turn when the period could only be had by changing place. */
export function bookingView(
  record: BookingRecord,
  town: Town,
  language: TextLanguage,
  now: Date,
): BookingView {
  const pool = town.pools.find(({ poolId }) => poolId === record.poolId)
  const freeUntil = new Date(
    record.startsAt.getTime() - town.config.rules.attendance.lateCancelHours * 3_600_000,
  )
  const from = localTimeOf(record.startsAt)
  const to = localTimeOf(record.endsAt)
  const said = (instant: Date | null) => (instant === null ? undefined : instantText(instant, language))
  return {
    bookingId: record.id,
    requestNumber: requestNumber(record),
    code: spacedCode(record.code),
    poolId: record.poolId,
    poolName: pool === undefined ? record.poolSlug : textIn(pool.presentation.name, language),
    unitLabel: unitText({ units: seatsOf(record) }, language),
    day: record.day,
    dayLabel: dayText(record.day, language, localDayOf(now).slice(0, 4)),
    from,
    to,
    timeLabel: periodText(from, to),
    status: record.status,
    channel: record.channel,
    bookedAtLabel: instantText(record.bookedAt, language),
    freeCancelUntilLabel:
      record.status === 'confirmed' && now < freeUntil ? instantText(freeUntil, language) : undefined,
    canCancel: record.status === 'confirmed' && now < record.startsAt,
    checkedInAtLabel: record.checkedInAt === null ? undefined : timeText(record.checkedInAt, language),
    cancelledAtLabel: said(record.cancelledAt),
    cancelReason: record.cancelReason ?? undefined,
    people: seatsOf(record).filter(({ startsAt }) => startsAt <= record.startsAt).length,
    companions: companionsOf(record, town, language),
    canMove: record.status === 'confirmed' && now < record.startsAt,
    canLeaveEarly: record.status === 'checked-in' && record.startsAt < now && now < record.endsAt,
    canStayLonger: isActive(record) && now < record.endsAt && hasLaterCell(pool, to),
    absence: absenceOf(record, town, language, now),
    offer: record.status === 'offered' ? offerView(record, language, now) : undefined,
    isOfferOver: isOfferOver(record),
  }
}

/** Says until when an offer can be accepted. */
export function offerView(
  { offerExpiresAt }: Pick<BookingRecord, 'offerExpiresAt'>,
  language: TextLanguage,
  now: Date,
): OfferView {
  const expiresAt = offerExpiresAt ?? now
  const isToday = localDayOf(expiresAt) === localDayOf(now)
  return {
    expiresAtLabel: isToday ? timeText(expiresAt, language) : instantText(expiresAt, language),
    isToday,
    minutesLeft: Math.max(0, Math.floor((expiresAt.getTime() - now.getTime()) / 60_000)),
  }
}

/** An offer that came to nothing was never a booking. */
export function isOfferOver({ status, offerExpiresAt, acceptedAt }: BookingRecord): boolean {
  return status === 'cancelled' && offerExpiresAt !== null && acceptedAt === null
}

function absenceOf(
  record: BookingRecord,
  town: Town,
  language: TextLanguage,
  now: Date,
): AbsenceView | undefined {
  if (record.status !== 'no-show') return undefined
  const { attendance } = town.config.rules
  const decision = decideExcuse(record, attendance, false, now)
  return {
    isExcused: record.excusedAt !== null,
    canExcuse: decision.excused && decision.isNew,
    excuseUntilLabel: dayText(excuseUntil(record, attendance), language),
  }
}

/** The places of the booking's own pool, without what comes along. */
export function seatsOf({ units, poolId }: BookingRecord): BookingRecord['units'] {
  return units.filter((place) => place.poolId === poolId)
}

/** What comes along with a booking, one entry a place. */
export function companionsOf(
  record: BookingRecord,
  town: Town,
  language: TextLanguage,
): readonly CompanionView[] {
  return record.units.flatMap((place) => {
    const pool = town.pools.find(({ poolId }) => poolId === place.poolId)
    if (place.poolId === record.poolId || pool === undefined) return []
    const { poolId, dependantId, dependantName, isAddOn, label } = place
    return [
      {
        poolId,
        poolName: textIn(pool.presentation.name, language),
        kind: pool.pool.kind,
        unitLabel: label,
        dependantId: dependantId ?? undefined,
        childName: dependantName ?? undefined,
        isAddOn,
      },
    ]
  })
}

function isActive({ status }: BookingRecord): boolean {
  return status === 'confirmed' || status === 'checked-in'
}

function hasLaterCell(pool: PoolOfTown | undefined, to: string): boolean {
  return pool?.pool.open.slots.some(([from]) => from === to) ?? false
}

/** Read out on the phone in two breaths: `K7QM-3XWP`. */
export function spacedCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`
}

/** What an office writes on a file: the year it came in and the code. */
function requestNumber({ bookedAt, code }: BookingRecord): string {
  return `${localDayOf(bookedAt).slice(0, 4)}/${spacedCode(code)}`
}

export function unitText(
  {
    units,
  }: {
    readonly units: readonly { readonly label: string; readonly startsAt: Date; readonly endsAt: Date }[]
  },
  language: TextLanguage,
): string {
  const together = [...Map.groupBy(units, ({ endsAt }) => endsAt.getTime()).values()]
  const until = language === 'it' ? 'fino alle' : 'until'
  return together
    .map((places, at) => {
      const labels = places.map(({ label }) => label).join(', ')
      const [first] = places
      const isLast = at === together.length - 1
      return first === undefined || isLast ? labels : `${labels} ${until} ${timeText(first.endsAt, language)}`
    })
    .join(language === 'it' ? ', poi ' : ', then ')
}
