import { insertAuditEvent } from '@officine/db/audit'
import { lockBookings } from '@officine/db/booking-places'
import type { Database } from '@officine/db/database'
import { newId } from '@officine/db/new-id'
import { findOpeningChangeByKey, insertOpeningChange, listOpeningChanges } from '@officine/db/opening-changes'
import type { ChangeOnRecord, SettledBooking } from '@officine/db/opening-changes'
import { findConfigVersion } from '@officine/db/towns'
import type { TenantTransaction } from '@officine/db/with-tenant'
import type { PlacedChange } from '@officine/domain/booking/changes-of-pool'
import type { ChangeRefusal } from '@officine/domain/booking/decide-change'
import type { Town } from '../../town.ts'
import { standingDays } from '../change-booking.ts'
import type { ChangeRefusal as MoveRefusal } from '../change-booking.ts'
import { lockAndLoad, onDays } from '../lock-and-load.ts'
import type { DaysToMake, ToLoad } from '../lock-and-load.ts'
import { planBooking } from '../plan-booking.ts'
import { daysOfChange, placeChange, refusalOf } from './asked-change.ts'
import type { PlacedAsk } from './asked-change.ts'
import { CannotMoveError, settleTouched, wantedElsewhere } from './settle-touched.ts'
import type { Answer } from './settle-touched.ts'
import { keyOf, readTouched, treatmentsOf, usualTreatment } from './touched.ts'
import type { Touched } from './touched.ts'

export interface Close {
  readonly town: Town
  readonly change: PlacedChange
  /** What the list of touched bookings was when somebody decided about them. */
  readonly seen: string
  readonly answers: ReadonlyMap<string, Answer>
  /** For those without an answer of their own; who is here always needs one. */
  readonly rest: 'usual' | 'cancel'
  readonly staffId: string
  readonly requestKey: string
  readonly now: Date
}

export type CloseRefusal =
  | ChangeRefusal
  | { readonly reason: 'too-many'; readonly max: number }
  /** Somebody booked, left or came in since the list was made. */
  | { readonly reason: 'touched-changed' }
  | { readonly reason: 'answer-missing'; readonly bookingIds: readonly string[] }
  | { readonly reason: 'answer-impossible'; readonly bookingId: string }
  | { readonly reason: 'cannot-move'; readonly bookingId: string; readonly refusal: MoveRefusal }
  | { readonly reason: 'different-request' }

export type CloseOutcome =
  | { readonly closed: true; readonly changeId: string; readonly settled: readonly SettledBooking[] }
  | { readonly closed: false; readonly refusal: CloseRefusal }
  | { readonly stale: true }
  | { readonly unknown: 'site or pool' }

/** More bookings than this are settled in several closures: one transaction must not hold half a town. */
export const mostTouched = 300

/**
 * Shuts a place, or gives it other hours, and settles every booking that loses its time: all in one transaction, or nothing. The days' locks are those of
 * any booking, so nobody books into it at the same instant.
 */
export async function closeOpening(db: Database, request: Close): Promise<CloseOutcome> {
  const placed = placeChange(request.town, request.change)
  if (placed === undefined) return { unknown: 'site or pool' }
  try {
    return await onDays<CloseOutcome>(db, request.town, (tx) => close(tx, request, placed))
  } catch (error) {
    if (!(error instanceof CannotMoveError)) throw error // the transaction is undone: nothing was closed
    const { bookingId, refusal } = error
    return refuse({ reason: 'cannot-move', bookingId, refusal })
  }
}

async function close(
  tx: TenantTransaction,
  request: Close,
  placed: PlacedAsk,
): Promise<CloseOutcome | DaysToMake> {
  const { change } = placed
  const { town, staffId, requestKey, now } = request
  const before = await prepare(tx, request, placed)
  if ('outcome' in before) {
    // Without a lock the same request may have been written between two of our reads: it is answered as such, not refused because of itself.
    const same = await findOpeningChangeByKey(tx, staffId, requestKey)
    return same === undefined ? before.outcome : replay(same, placed)
  }

  const read = await lockAndLoad(tx, before.moves, before.besides)
  if ('missing' in read) return read
  const earlier = await findOpeningChangeByKey(tx, staffId, requestKey)
  if (earlier !== undefined) return replay(earlier, placed)
  if ((await findConfigVersion(tx)) !== town.version) return { stale: true }
  const decided = await listOpeningChanges(tx, change.fromDay, change.toDay)
  const refusal = refusalOf(placed, decided, now)
  if (refusal !== undefined) return refuse(refusal)
  await lockBookings(
    tx,
    before.touched.map(({ record }) => record.id),
  )
  const touched = await readTouched(tx, placed, decided, now)
  if (keyOf(touched) !== request.seen) return refuse({ reason: 'touched-changed' })

  const id = newId(now)
  const settled = touched.map(
    (each): SettledBooking => ({
      bookingId: each.record.id,
      how: doneBy(answerTo(request, each), each, now),
    }),
  )
  await insertOpeningChange(tx, {
    ...change,
    id,
    site: change.site,
    poolId: change.poolId,
    decidedBy: staffId,
    requestKey,
    decidedAt: now,
    settled,
  })
  await insertAuditEvent(tx, {
    id: newId(now),
    at: now,
    actorId: staffId,
    action: change.kind === 'closed' ? 'opening.close' : 'opening.other-hours',
    subjectId: id,
    reason: change.because.it,
    details: { fromDay: change.fromDay, toDay: change.toDay, touched: touched.length },
  })
  const closing = { town, changeId: id, change, staffId, now }
  // Whoever gives a place back goes first: those who are moved may find it free.
  for (const each of touched.toSorted((one, other) => rank(request, one) - rank(request, other))) {
    const answer = answerTo(request, each)
    if (answer === undefined) throw new Error('A booking without an answer was about to be settled')
    await settleTouched(tx, closing, each, answer)
  }
  return { closed: true, changeId: id, settled }
}

/** What can be known before any lock: whether it makes sense, whom it touches, and what the moves want. */
async function prepare(tx: TenantTransaction, request: Close, placed: PlacedAsk) {
  const { town, now } = request
  const decided = await listOpeningChanges(tx, placed.change.fromDay, placed.change.toDay)
  const refusal = refusalOf(placed, decided, now)
  if (refusal !== undefined) return { outcome: refuse(refusal) }
  const touched = await readTouched(tx, placed, decided, now)
  const fault = faultOfAnswers(request, touched)
  if (fault !== undefined) return { outcome: refuse(fault) }

  const moves: ToLoad[] = []
  for (const each of touched) {
    const answer = answerTo(request, each)
    if (answer?.how !== 'move') continue
    const wanted = wantedElsewhere({ town, now }, each, answer.to)
    const planned = wanted && (await planBooking(tx, wanted, 'walk-in'))
    if (planned === undefined || 'refusal' in planned) {
      const because = planned?.refusal ?? { reason: 'not-contiguous' as const }
      return { outcome: refuse({ reason: 'cannot-move', bookingId: each.record.id, refusal: because }) }
    }
    moves.push({ plan: planned.plan, key: undefined })
  }
  const besides = [...daysOfChange(placed), ...touched.flatMap(({ record }) => standingDays(record))]
  return { touched, moves, besides }
}

function faultOfAnswers(request: Close, touched: readonly Touched[]): CloseRefusal | undefined {
  if (touched.length > mostTouched) return { reason: 'too-many', max: mostTouched }
  if (keyOf(touched) !== request.seen) return { reason: 'touched-changed' }
  const missing = touched.filter((each) => answerTo(request, each) === undefined)
  if (missing.length > 0)
    return { reason: 'answer-missing', bookingIds: missing.map(({ record }) => record.id) }
  const impossible = touched.find((each) => {
    const how = answerTo(request, each)?.how
    return how !== undefined && !treatmentsOf(each).includes(how)
  })
  return impossible && { reason: 'answer-impossible', bookingId: impossible.record.id }
}

function answerTo({ answers, rest }: Close, touched: Touched): Answer | undefined {
  const given = answers.get(touched.record.id)
  if (given !== undefined) return given
  const usual = usualTreatment(touched)
  if (usual === undefined || usual === 'move') return undefined
  return { how: rest === 'cancel' ? 'cancel' : usual }
}

function rank(request: Close, touched: Touched): number {
  return answerTo(request, touched)?.how === 'move' ? 1 : 0
}

function doneBy(answer: Answer | undefined, { record }: Touched, now: Date): SettledBooking['how'] {
  switch (answer?.how) {
    case 'move':
      return 'moved'
    case 'drop':
      return 'dropped'
    case 'keep':
      return 'kept'
    case 'end':
      return now <= record.startsAt ? 'cancelled' : 'ended'
    case 'cancel':
    case undefined:
      return 'cancelled'
  }
}

function replay(earlier: ChangeOnRecord, { change }: PlacedAsk): CloseOutcome {
  const said = ({ kind, site, poolId, fromDay, toDay, hours, because }: PlacedChange) =>
    JSON.stringify([kind, site, poolId, fromDay, toDay, hours, because.it])
  return said(earlier) === said(change)
    ? { closed: true, changeId: earlier.id, settled: earlier.settled }
    : refuse({ reason: 'different-request' })
}

function refuse(refusal: CloseRefusal): CloseOutcome {
  return { closed: false, refusal }
}
