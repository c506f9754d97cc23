import type { Database } from '@officine/db/database'
import { publishUsage } from '@officine/db/publish-usage'
import { findEdition } from '@officine/db/read-released'
import { isReleaseDue } from '@officine/domain/usage/release-night'

export interface PublishingOptions {
  readonly db: Database
  /** The installation's clock: a night that a command skips to is released as well. */
  readonly now: () => Date
  readonly onPublished: (edition: { readonly towns: number; readonly lastDay: string }) => void
  readonly onError: (error: unknown) => void
  readonly everyMilliseconds?: number
  /** After a fault, on the machine's clock: four hundred towns are not counted again at once. */
  readonly patienceMilliseconds?: number
}

/** Looks every few seconds whether a night's release is due and makes it; nights that were missed are made up for in one. */
export function startPublishing({
  db,
  now,
  onPublished,
  onError,
  everyMilliseconds = 5_000,
  patienceMilliseconds = 5 * 60_000,
}: PublishingOptions): { readonly stop: () => Promise<void> } {
  let round: Promise<void> = Promise.resolve()
  let isStopping = false
  let patientUntil = 0
  const look = async () => {
    if (isStopping || performance.now() < patientUntil) return
    const at = now()
    if (!isReleaseDue(at, (await findEdition(db))?.lastDay)) return
    onPublished(await publishUsage(db, at, { onFault: (_town, error) => onError(error) }))
  }
  const lookPatiently = async () => {
    try {
      await look()
    } catch (error) {
      patientUntil = performance.now() + patienceMilliseconds
      onError(error)
    }
  }
  const begin = () => {
    round = round.then(lookPatiently)
  }
  begin()
  const timer = setInterval(begin, everyMilliseconds)
  return {
    stop: async () => {
      isStopping = true
      clearInterval(timer)
      await round
    },
  }
}
