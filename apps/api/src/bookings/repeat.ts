import { createHash } from 'node:crypto'
import { findBooking } from '@officine/db/bookings'
import type { BookingRow } from '@officine/db/bookings'
import type { Database } from '@officine/db/database'
import { withTenant } from '@officine/db/with-tenant'
import type { TenantTransaction } from '@officine/db/with-tenant'
import { decideTogether } from '@officine/domain/booking/decide-together'
import type { TogetherDecision, TogetherFacts } from '@officine/domain/booking/decide-together'
import { addDays } from '@officine/domain/calendar/local-day'
import { localTimeOf } from '@officine/domain/calendar/local-time'
import type { LocalDay } from '@officine/domain/rules/tenant-rules'
import type { Town } from '../town.ts'
import { book, hashOf, save, whyUndecided } from './book.ts'
import type { Book, BookOutcome } from './book.ts'
import { factsOf } from './booking-facts.ts'
import { lockAndLoad, onDays } from './lock-and-load.ts'
import type { Loaded } from './lock-and-load.ts'
import { planBooking } from './plan-booking.ts'
import type { Plan } from './plan-booking.ts'
import type { AnyRefusal } from './refusal-view.ts'
import { wantedAgain } from './wanted-again.ts'

export interface Repeat {
  readonly town: Town
  readonly bookingId: string
  readonly holderId: string | undefined
  readonly requestedBy: string
  readonly channel: BookingRow['channel']
  readonly weeks: number
  readonly mode: 'each' | 'all'
  readonly idempotencyKey: string
  readonly now: Date
}

export interface DateAnswer {
  readonly day: LocalDay
  readonly answer:
    | { readonly booked: true; readonly bookingId: string }
    | { readonly booked: false; readonly refusal: AnyRefusal | { readonly reason: 'others-refused' } }
}

export type RepeatOutcome =
  | { readonly dates: readonly DateAnswer[] }
  | { readonly stale: true }
  | { readonly unknown: 'booking' | 'person' | 'dependant' }

/** Books again what a booking has, on the same weekday and hours of the town's clock, and answers for each date (rule 29). */
export async function repeatBooking(db: Database, request: Repeat): Promise<RepeatOutcome> {
  const asked = await requestsOf(db, request)
  if ('unknown' in asked || 'stale' in asked) return asked
  return request.mode === 'each' ? bookEach(db, asked.requests) : bookAll(db, request.town, asked.requests)
}

async function requestsOf(
  db: Database,
  { town, bookingId, holderId, requestedBy, channel, weeks, idempotencyKey, now }: Repeat,
): Promise<
  { readonly requests: readonly Book[] } | { readonly unknown: 'booking' } | { readonly stale: true }
> {
  const found = await withTenant(db, town.id, (tx) => findBooking(tx, bookingId, 'read'))
  if (found === undefined || (holderId !== undefined && found.personId !== holderId))
    return { unknown: 'booking' }
  const [from, to] = [localTimeOf(found.startsAt), localTimeOf(found.endsAt)]
  const requests: Book[] = []
  for (let week = 1; week <= weeks; week += 1) {
    const day = addDays(found.day, 7 * week)
    const wanted = wantedAgain(town, found, { day, from, to }, now)
    if (wanted === undefined) return { stale: true }
    requests.push({ ...wanted, requestedBy, channel, idempotencyKey: keyOfDay(idempotencyKey, day) })
  }
  return { requests }
}

/** Every date for itself: one that cannot be had takes none of the others with it. */
async function bookEach(db: Database, requests: readonly Book[]): Promise<RepeatOutcome> {
  const dates: DateAnswer[] = []
  for (const request of requests) {
    const answer = await book(db, request)
    if (!('booked' in answer)) return answer
    dates.push({ day: request.asked.day, answer })
  }
  return { dates }
}

/** All dates or none, decided and written in one transaction, each date counting those before it. */
function bookAll(db: Database, town: Town, requests: readonly Book[]): Promise<RepeatOutcome> {
  return onDays<RepeatOutcome>(db, town, async (tx) => {
    const planned = await Promise.all(
      requests.map(async (request) => ({ request, ...(await planBooking(tx, request, 'away')) })),
    )
    const possible = planned.flatMap((each) => ('plan' in each ? [each] : []))
    const read = await lockAndLoad(
      tx,
      possible.map(({ plan, request }) => ({ plan, key: request })),
    )
    if ('missing' in read) return read

    const decided: DecidedDate[] = []
    for (const [at, { plan, request }] of possible.entries()) {
      const loaded = read.loaded[at]
      if (loaded === undefined) throw new Error('Nothing was loaded for a date')
      const date = decideDate(request, plan, loaded, decided)
      if (!('refusal' in date)) return date
      decided.push(date)
    }

    const refusals = planned.map(({ request, ...each }) => ({
      day: request.asked.day,
      refusal: 'refusal' in each ? each.refusal : decided.find((date) => date.request === request)?.refusal,
    }))
    if (refusals.some(({ refusal }) => refusal !== undefined)) return { dates: refusals.map(refusedDate) }
    const dates: DateAnswer[] = []
    for (const date of decided) dates.push({ day: date.request.asked.day, answer: await saveDate(tx, date) })
    return { dates }
  })
}

interface DecidedDate {
  readonly request: Book
  readonly plan: Plan
  readonly loaded: Loaded
  readonly facts: TogetherFacts
  readonly decision: TogetherDecision
  /** Why this date cannot be had; undefined also for one that an earlier try with the same key booked. */
  readonly refusal: AnyRefusal | undefined
}

function decideDate(
  request: Book,
  plan: Plan,
  loaded: Loaded,
  before: readonly DecidedDate[],
): DecidedDate | Exclude<BookOutcome, { booked: boolean }> {
  const isBooked = loaded.earlier !== undefined
  const cannot = isBooked ? undefined : whyUndecided(plan, loaded)
  if (cannot !== undefined && !('refusal' in cannot)) return cannot
  const facts = factsOf(plan, loaded)
  const counted = before.filter(({ decision }) => decision.booked).map((date) => countedOf(date.facts))
  const decision = decideTogether(withCounted(facts, counted), plan.now)
  const refusal = cannot?.refusal ?? (isBooked || decision.booked ? undefined : decision.refusal)
  return { request, plan, loaded, facts, decision, refusal }
}

function refusedDate({ day, refusal }: { readonly day: LocalDay; readonly refusal: AnyRefusal | undefined }) {
  return {
    day,
    answer: { booked: false as const, refusal: refusal ?? { reason: 'others-refused' as const } },
  }
}

async function saveDate(
  tx: TenantTransaction,
  { request, plan, loaded, facts, decision }: DecidedDate,
): Promise<DateAnswer['answer']> {
  if (loaded.earlier !== undefined) return { booked: true, bookingId: loaded.earlier.id }
  if (!decision.booked) throw new Error('A refused date was about to be saved')
  return save(tx, request, { plan, loaded, facts, decision, requestHash: hashOf(request) })
}

function withCounted(
  facts: TogetherFacts,
  counted: readonly Pick<TogetherFacts, 'own' | 'household'>[],
): TogetherFacts {
  return {
    ...facts,
    own: [...facts.own, ...counted.flatMap(({ own }) => own)],
    household: [...facts.household, ...counted.flatMap(({ household }) => household)],
  }
}

/** What a date that will be booked counts toward the caps of those after it. */
function countedOf({
  poolSlug,
  period: { day, startsAt, endsAt, cells },
  personId,
  companions,
}: TogetherFacts): Pick<TogetherFacts, 'own' | 'household'> {
  const time = { bookingId: day, day, startsAt, endsAt }
  return {
    own: [{ ...time, pool: poolSlug, slots: cells.length }],
    household: companions.map(({ slug, cells: beside = [] }) => ({
      ...time,
      personId,
      pool: slug,
      slots: beside.length,
    })),
  }
}

/** A key for each date out of the caller's one, so that the whole repetition can be asked twice. */
function keyOfDay(idempotencyKey: string, day: LocalDay): string {
  const hex = createHash('sha256').update(`${idempotencyKey} ${day}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
