import { lockPersons } from '@officine/db/pools'
import { changeWait, findWait } from '@officine/db/waits'
import type { WaitRecord } from '@officine/db/waits'
import type { TenantTransaction } from '@officine/db/with-tenant'

export type StopOutcome =
  | { readonly stopped: true }
  /** A place was given or offered meanwhile, or the list is over: there is nothing to leave. */
  | {
      readonly stopped: false
      readonly refusal: { readonly reason: 'not-waiting'; readonly status: WaitRecord['status'] }
    }

/** Off the list, for good: who asks again stands at the end among equals. Twice answers like the first time; undefined when it is not theirs. */
export async function stopWaiting(
  tx: TenantTransaction,
  waitId: string,
  holderId: string | undefined,
  now: Date,
): Promise<StopOutcome | undefined> {
  const found = await findWait(tx, waitId)
  if (found === undefined || (holderId !== undefined && found.personId !== holderId)) return undefined
  // The round locks the person before it gives: read again once nobody else is deciding.
  await lockPersons(tx, [found.personId])
  const standing = await findWait(tx, waitId)
  if (standing === undefined) return undefined
  if (standing.status === 'left') return { stopped: true }
  if (standing.status !== 'waiting')
    return { stopped: false, refusal: { reason: 'not-waiting', status: standing.status } }
  await changeWait(tx, waitId, 'waiting', { status: 'left', closedAt: now })
  return { stopped: true }
}
