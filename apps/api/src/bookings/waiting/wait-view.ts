import type { WaitRecord } from '@officine/db/waits'
import type { TenantTransaction } from '@officine/db/with-tenant'
import { localDayOf, localTimeOf } from '@officine/domain/calendar/local-time'
import { placeInLine } from '@officine/domain/waiting/order-waiting'
import type { PlaceInLine } from '@officine/domain/waiting/order-waiting'
import { dayText, instantText, periodText } from '../../local-text.ts'
import type { TextLanguage } from '../../local-text.ts'
import { findPool, textIn } from '../../town.ts'
import type { Town } from '../../town.ts'
import { refusalView } from '../refusal-view.ts'
import { readLine } from './line-of-day.ts'
import type { LineOfDay } from './line-of-day.ts'
import type { AnyWaitRefusal } from './wait-for.ts'

/** A wait with where it stands; `place` only while it is on the list. */
export interface StandingWait {
  readonly record: WaitRecord
  readonly place: (PlaceInLine & { readonly recentUse: number }) | undefined
}

/** Where each of these waits stands now; a line is read once, however many of them are in it. */
export async function standingOf(
  tx: TenantTransaction,
  town: Town,
  records: readonly WaitRecord[],
  now: Date,
): Promise<readonly StandingWait[]> {
  const lines = new Map<string, LineOfDay>()
  for (const { poolId, day, status } of records) {
    const pool = findPool(town, poolId)
    const key = `${poolId} ${day}`
    if (status === 'waiting' && pool !== undefined && !lines.has(key))
      lines.set(key, await readLine(tx, pool, day, now))
  }
  return records.map((record) => {
    const line = lines.get(`${record.poolId} ${record.day}`)
    const wish = line?.waiting.find(({ waitId }) => waitId === record.id)
    const place = wish && placeInLine(line?.waiting ?? [], record.id, town.config.rules)
    return { record, place: place && { ...place, recentUse: wish.recentUse } }
  })
}

/** A wait as the person reads it: where they stand and why, until when a place is simply theirs, when it would be offered. */
export function waitView({ record, place }: StandingWait, town: Town, language: TextLanguage, now: Date) {
  const { id, status, bookingId, poolId, day, startsAt, endsAt, people, companions, askedAt } = record
  const { rules } = town.config
  const pool = findPool(town, poolId)
  const { recentUse } = pool?.pool.priority ?? rules.priority
  const hoursBefore = (hours: number) => new Date(startsAt.getTime() - hours * 3_600_000)
  const [givenUntil, stopsAt] = [
    hoursBefore(rules.waitlist.autoConfirmUntilHours),
    hoursBefore(rules.waitlist.stopHours),
  ]
  return {
    waitId: id,
    status,
    bookingId: bookingId ?? undefined,
    poolId,
    poolName: pool === undefined ? '' : textIn(pool.presentation.name, language),
    day,
    dayLabel: dayText(day, language, localDayOf(now).slice(0, 4)),
    timeLabel: periodText(localTimeOf(startsAt), localTimeOf(endsAt)),
    people,
    along: companions.map((each) => {
      const beside = findPool(town, each.poolId)
      return beside === undefined ? '' : textIn(beside.presentation.name, language)
    }),
    askedAtLabel: instantText(askedAt, language),
    place: place && { ...place, days: recentUse?.days },
    /** Until when a place that comes free is theirs at once; absent once that is over. */
    givenUntilLabel: now < givenUntil ? instantText(givenUntil, language) : undefined,
    stopsAtLabel: instantText(stopsAt, language),
    replyHours: rules.waitlist.offerReplyHours,
    quietLabel: periodText(...rules.waitlist.quiet),
  }
}

/** A refusal of a wait, said like one of a booking. */
export function waitRefusalView(refusal: AnyWaitRefusal, town: Town, language: TextLanguage) {
  if (refusal.reason === 'free-now') return { reason: refusal.reason }
  if (refusal.reason === 'too-late-to-wait') return { reason: refusal.reason }
  if (refusal.reason === 'already-waiting') return { reason: refusal.reason, waitId: refusal.waitId }
  if (refusal.reason === 'too-many-waits') return { reason: refusal.reason, max: refusal.max }
  if (refusal.reason === 'list-full') return { reason: refusal.reason, max: refusal.max }
  return refusalView(refusal, town, language)
}
