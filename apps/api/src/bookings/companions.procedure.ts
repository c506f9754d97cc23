import { z } from 'zod'
import { findPerson } from '@officine/db/people'
import { withTenant } from '@officine/db/with-tenant'
import { day, language, time, uuid } from '../inputs.ts'
import { deskProcedure, notFound, openProcedure } from '../procedures.ts'
import { companionsAt } from './companions-at.ts'

const asked = z.object({ poolId: uuid, day, from: time, to: time, language })

export const companionsProcedure = openProcedure.input(asked).query(({ ctx, input }) => {
  const { signedIn } = ctx
  const guest = signedIn && { personId: signedIn.person.id, residence: signedIn.person.residence }
  return companionsAt(ctx, input, guest, 'walk-in')
})

/** The same for whom the desk is serving: their children, not those of the clerk. Also where booking is still to open: a manager may book. */
export const deskCompanionsProcedure = deskProcedure('front-desk', 'operator', 'manager')
  .input(asked.extend({ personId: uuid.optional() }))
  .query(async ({ ctx, input }) => {
    const { personId } = input
    if (personId === undefined) return companionsAt(ctx, input, undefined, 'overriding')
    const person = await withTenant(ctx.db, ctx.town.id, (tx) => findPerson(tx, personId))
    if (person === undefined) throw notFound('person')
    return companionsAt(ctx, input, { personId: person.id, residence: person.residence }, 'overriding')
  })
