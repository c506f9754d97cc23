import { listOverdue } from '@officine/db/attendance'
import type { Database } from '@officine/db/database'
import { readInTenant } from '@officine/db/read-in-tenant'
import { listTowns } from '@officine/db/towns'
import type { TenantId } from '@officine/domain/tenant-id'
import type { TownDirectory } from '../town-directory.ts'
import { overdueAtOnce, overdueIn, settleAttendance } from './settle-attendance.ts'

export interface AttendanceOptions {
  readonly db: Database
  readonly towns: Pick<TownDirectory, 'lately'>
  /** The installation's clock: the hours that a command skips are settled as well. */
  readonly now: () => Date
  readonly onError: (error: unknown) => void
  readonly everyMilliseconds?: number
}

/**
 * Looks every few seconds, town by town, for bookings that nobody came to and visits that are over. Each is settled by itself, so that one
 * that cannot be leaves the others alone and is tried again at the next look. Two workers at once do no harm.
 */
export function startAttendance({ db, towns, now, onError, everyMilliseconds = 5_000 }: AttendanceOptions): {
  readonly stop: () => Promise<void>
} {
  let round: Promise<void> = Promise.resolve()
  let isWaiting = false
  let isStopping = false

  const look = async () => {
    isWaiting = false
    for (const { id } of await listTowns(db)) {
      if (isStopping) return
      // One town's trouble leaves nobody else's bookings standing.
      await lookAt(id, now()).catch(onError)
    }
  }
  const lookAt = async (id: TenantId, at: Date) => {
    // Most towns at most looks have nobody overdue whatever their grace is: those cost one statement.
    const isAnybodyDue = await readInTenant(db, id, (tx) => listOverdue(tx, at, at, 1))
    if (isAnybodyDue.length === 0) return
    const town = await towns.lately(id)
    if (town === undefined) return // suspended
    for (;;) {
      const overdue = await overdueIn(db, town, at)
      let settled = 0
      for (const booking of overdue) {
        if (isStopping) return
        const outcome = await settleAttendance(db, town, booking, at).catch(onError)
        if (outcome === 'stale') return
        settled += Number(outcome === 'no-show' || outcome === 'completed')
      }
      if (overdue.length < overdueAtOnce || settled === 0) return
    }
  }
  const timer = setInterval(() => {
    if (isWaiting) return // a long round is not followed by all that it kept waiting
    isWaiting = true
    round = round.then(look).catch(onError)
  }, everyMilliseconds)
  return {
    stop: async () => {
      isStopping = true
      clearInterval(timer)
      await round
    },
  }
}
