import { z } from 'zod'
import { insertAuditEvent } from '@officine/db/audit'
import { listCare } from '@officine/db/dependant-care'
import { findDependant, listDependantsOf } from '@officine/db/dependants'
import { newId } from '@officine/db/new-id'
import { findPerson } from '@officine/db/people'
import { withTenant } from '@officine/db/with-tenant'
import { language, uuid, why } from '../inputs.ts'
import { deskProcedure, notFound } from '../procedures.ts'
import { careView, dependantView } from './dependant-view.ts'
import { dependantInput, notesOf } from './dependants.router.ts'
import { addDependant } from './keep-dependant.ts'

const deskDoor = deskProcedure('front-desk', 'operator', 'manager')

/** Names and ages, to book a place for a child at the counter; what the parents wrote stays shut. */
export const dependantsOfProcedure = deskDoor
  .input(z.object({ personId: uuid, language }))
  .query(({ ctx: { db, town, now }, input }) =>
    withTenant(db, town.id, async (tx) => {
      if ((await findPerson(tx, input.personId)) === undefined) throw notFound('person')
      const rows = await listDependantsOf(tx, input.personId)
      return rows.map((row) => dependantView(row, input.language, now))
    }),
  )

export const addDependantProcedure = deskDoor
  .input(dependantInput.extend({ personId: uuid }))
  .mutation(({ ctx: { db, town, staff, keyring, now }, input }) => {
    const { personId, kind, givenName, bornOn } = input
    return withTenant(db, town.id, async (tx) => {
      if ((await findPerson(tx, personId)) === undefined) throw notFound('person')
      const facts = { kind, givenName, bornOn, notes: notesOf(input) }
      return addDependant(tx, keyring, { personId, facts, staffId: staff.person.id, now })
    })
  })

/** Opens what the parents wrote about a child: a mutation, because the opening itself is written down, with who and why. */
export const openCareProcedure = deskDoor
  .input(z.object({ dependantId: uuid, why }))
  .mutation(({ ctx: { db, town, staff, keyring, now }, input }) =>
    withTenant(db, town.id, async (tx) => {
      const found = await findDependant(tx, input.dependantId)
      if (found === undefined) throw notFound('dependant')
      await insertAuditEvent(tx, {
        id: newId(now),
        at: now,
        actorId: staff.person.id,
        action: 'dependant.open-care',
        subjectId: found.id,
        reason: input.why,
      })
      const notes = await listCare(tx, keyring, [found.id])
      return { givenName: found.givenName, ...careView(notes.get(found.id)) }
    }),
  )
