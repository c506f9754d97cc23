import type { BookingRecord } from '@officine/db/bookings'
import { localDayOf, localTimeOf } from '@officine/domain/calendar/local-time'
import { textIn } from './town.ts'
import type { Town } from './town.ts'
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
    unitLabel: unitText(record, language),
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
  }
}

/** Read out on the phone in two breaths: `K7QM-3XWP`. */
export function spacedCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`
}

/** What an office writes on a file: the year it came in and the code. */
function requestNumber({ bookedAt, code }: BookingRecord): string {
  return `${localDayOf(bookedAt).slice(0, 4)}/${spacedCode(code)}`
}

export function unitText({ units }: Pick<BookingRecord, 'units'>, language: TextLanguage): string {
  const [only, ...others] = units
  if (only === undefined) return ''
  if (others.length === 0) return only.label
  const until = language === 'it' ? 'fino alle' : 'until'
  return units
    .map(({ label, endsAt }, at) =>
      at === units.length - 1 ? label : `${label} ${until} ${timeText(endsAt, language)}`,
    )
    .join(language === 'it' ? ', poi ' : ', then ')
}
