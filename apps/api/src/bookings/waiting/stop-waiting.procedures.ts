import { z } from 'zod'
import { insertAuditEvent } from '@officine/db/audit'
import { newId } from '@officine/db/new-id'
import { withTenant } from '@officine/db/with-tenant'
import { uuid, why } from '../../inputs.ts'
import { citizenProcedure, deskProcedure, notFound } from '../../procedures.ts'
import { stopWaiting } from './stop-waiting.ts'

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
