import { z } from 'zod'
import { insertAuditEvent } from '@officine/db/audit'
import { newId } from '@officine/db/new-id'
import { lockPersons } from '@officine/db/pools'
import { changeWait, findWait } from '@officine/db/waits'
import type { WaitRecord } from '@officine/db/waits'
import { withTenant } from '@officine/db/with-tenant'
import type { TenantTransaction } from '@officine/db/with-tenant'
import { uuid, why } from '../../inputs.ts'
import { citizenProcedure, deskProcedure, notFound } from '../../procedures.ts'

type StopOutcome =
  | { readonly stopped: true }
  /** A place was given or offered meanwhile, or the list is over: there is nothing to leave. */
  | {
      readonly stopped: false
      readonly refusal: { readonly reason: 'not-waiting'; readonly status: WaitRecord['status'] }
    }

export const stopWaitingProcedure = citizenProcedure
  .input(z.object({ waitId: uuid }))
  .mutation(async ({ ctx: { db, town, citizen, now }, input }) => {
    const { id: holderId } = citizen.person
    const outcome = await withTenant(db, town.id, (tx) => stopWaiting(tx, input.waitId, holderId, now))
    if (outcome === undefined) throw notFound('wait')
    return outcome
  })

export const deskStopWaitingProcedure = deskProcedure('front-desk', 'operator', 'manager')
  .input(z.object({ waitId: uuid, why }))
  .mutation(async ({ ctx: { db, town, staff, now }, input }) => {
    const outcome = await withTenant(db, town.id, async (tx) => {
      const done = await stopWaiting(tx, input.waitId, undefined, now)
      if (done?.stopped) {
        await insertAuditEvent(tx, {
          id: newId(now),
          at: now,
          actorId: staff.person.id,
          action: 'wait.remove',
          subjectId: input.waitId,
          reason: input.why,
          details: {},
        })
      }
      return done
    })
    if (outcome === undefined) throw notFound('wait')
    return outcome
  })

/** Off the list, for good: who asks again stands at the end among equals. Twice answers like the first time; undefined when it is not theirs. */
async function stopWaiting(
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
