import type { Database } from '@officine/db/database'
import { listTowns } from '@officine/db/towns'
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
  let round: Promise<void> = Promise.resolve()
  const look = async () => {
    const at = now()
    const day = localDayOf(at)
    if (day === roundOf || localTimeOf(at) < startsAt) return
    for (const { id } of await listTowns(db)) await runRetention(db, id, at)
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
