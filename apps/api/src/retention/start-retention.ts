import type { Database } from '@officine/db/database'
import { listTowns } from '@officine/db/towns'
import type { TenantId } from '@officine/domain/tenant-id'
import { localDayOf, localTimeOf } from '@officine/domain/calendar/local-time'
import { runRetention } from './run-retention.ts'

export interface RetentionOptions {
  readonly db: Database
  /** The installation's clock: a night that a command skips to is tidied as well. */
  readonly now: () => Date
  readonly onError: (error: unknown) => void
  /** Told of every night's round that went through. */
  readonly onRound?: (at: Date) => void
  readonly everyMilliseconds?: number
}

/** The hour of the round in Rome, when nobody is served; the clock change of March skips none of it, that of October shows it once. */
const startsAt = '03:30'

/** Looks every few seconds whether tonight's round is due and makes it, town by town; one that failed is tried again. */
export function startRetention({ db, now, onError, onRound, everyMilliseconds = 5_000 }: RetentionOptions): {
  readonly stop: () => Promise<void>
} {
  let roundOf = ''
  let tonight: { readonly day: string; readonly tidied: Set<TenantId> } = { day: '', tidied: new Set() }
  let round: Promise<void> = Promise.resolve()
  const look = async () => {
    const at = now()
    const day = localDayOf(at)
    if (day === roundOf || localTimeOf(at) < startsAt) return
    if (tonight.day !== day) tonight = { day, tidied: new Set() }
    const { tidied } = tonight
    const towns = (await listTowns(db)).filter(({ id }) => !tidied.has(id))
    // One town's trouble keeps no other town's data longer than it may be kept.
    for (const { id } of towns) await runRetention(db, id, at).then(() => tidied.add(id), onError)
    if (towns.some(({ id }) => !tidied.has(id))) return
    roundOf = day
    onRound?.(at)
  }
  const timer = setInterval(() => {
    round = round.then(look).catch(onError)
  }, everyMilliseconds)
  return {
    stop: async () => {
      clearInterval(timer)
      await round
    },
  }
}
