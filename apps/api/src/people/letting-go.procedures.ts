import { z } from 'zod'
import { insertAuditEvent } from '@officine/db/audit'
import { newId } from '@officine/db/new-id'
import { findPerson } from '@officine/db/people'
import { withTenant } from '@officine/db/with-tenant'
import { language, uuid, why } from '../inputs.ts'
import { assertNotOwn } from '../own-record.ts'
import { eraseAtDesk } from '../privacy/erase-me.ts'
import { exportMyData } from '../privacy/export-my-data.ts'
import { deskProcedure, notFound } from '../procedures.ts'

const deskDoor = deskProcedure('front-desk', 'operator', 'manager')

/** Everything the town holds about a person, to be printed and handed to who has no way to take it from the portal; the opening is written down first. */
export const exportPersonProcedure = deskDoor
  .input(z.object({ personId: uuid, why }))
  .mutation(async ({ ctx: { db, town, staff, keyring, now }, input }) => {
    const personId = await withTenant(db, town.id, async (tx) => {
      const person = await findPerson(tx, input.personId)
      if (person === undefined || person.erasedAt !== null) throw notFound('person')
      assertNotOwn(staff.person.id, person.id)
      await insertAuditEvent(tx, {
        id: newId(now),
        at: now,
        actorId: staff.person.id,
        action: 'person.export',
        subjectId: person.id,
        reason: input.why,
      })
      return person.id
    })
    const data = await exportMyData(db, { config: town.config, personId, keyring, now })
    if (data === undefined) throw notFound('person')
    return data
  })

/** Takes a person out of the records because they ask for it at the counter: the same rules as when they do it themselves. */
export const erasePersonProcedure = deskDoor
  .input(z.object({ personId: uuid, why, confirmation: z.string().max(100), language }))
  .mutation(async ({ ctx: { db, town, staff, now }, input }) => {
    const outcome = await eraseAtDesk(db, { ...input, tenantId: town.id, staffId: staff.person.id, now })
    if (outcome === undefined) throw notFound('person')
    return outcome
  })
