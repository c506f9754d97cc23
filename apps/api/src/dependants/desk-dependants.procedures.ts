import { z } from 'zod'
import { insertAuditEvent } from '@officine/db/audit'
import { listCare } from '@officine/db/dependant-care'
import { findDependant, listDependantsOf } from '@officine/db/dependants'
import { newId } from '@officine/db/new-id'
import { findPerson } from '@officine/db/people'
import { withTenant } from '@officine/db/with-tenant'
import type { TenantTransaction } from '@officine/db/with-tenant'
import { spacedCode } from '../booking-view.ts'
import type { Context } from '../context.ts'
import { language, plainText, uuid, why } from '../inputs.ts'
import { instantText } from '../local-text.ts'
import { deskProcedure, notFound } from '../procedures.ts'
import { careView, dependantView } from './dependant-view.ts'
import { changeOf, dependantChange, dependantInput, notesOf } from './dependants.router.ts'
import {
  addDependant,
  changeDependant,
  joinDependant,
  removeDependant,
  shareDependant,
} from './keep-dependant.ts'

const deskDoor = deskProcedure('front-desk', 'operator', 'manager')
const ofPerson = z.object({ personId: uuid, dependantId: uuid })

type DeskContext = Pick<Context, 'db' | 'town' | 'now'> & {
  readonly staff: { readonly person: { readonly id: string } }
}

/** Names and ages, to book a place for a child at the counter; what the parents wrote stays shut. */
const dependantsOfProcedure = deskDoor
  .input(z.object({ personId: uuid, language }))
  .query(({ ctx: { db, town, now }, input }) =>
    withTenant(db, town.id, async (tx) => {
      const person = await findPerson(tx, input.personId)
      if (person === undefined) throw notFound('person')
      const rows = await listDependantsOf(tx, person.id)
      return rows.map((row) => dependantView(row, input.language, now))
    }),
  )

const addDependantProcedure = deskDoor
  .input(dependantInput.extend({ personId: uuid }))
  .mutation(({ ctx: { db, town, staff, keyring, now }, input }) => {
    const { personId, kind, givenName, bornOn } = input
    return withTenant(db, town.id, async (tx) => {
      const facts = { kind, givenName, bornOn, notes: notesOf(input) }
      const outcome = await addDependant(tx, keyring, { personId, facts, staffId: staff.person.id, now })
      if (outcome === undefined) throw notFound('person')
      return outcome
    })
  })

const changeDependantProcedure = deskDoor
  .input(dependantChange.extend({ personId: uuid }))
  .mutation(({ ctx, input }) =>
    onFamily(ctx, input, 'dependant.change', (tx, personId) =>
      changeDependant(tx, ctx.keyring, personId, input.dependantId, changeOf(input), ctx.now),
    ),
  )

const removeDependantProcedure = deskDoor
  .input(ofPerson)
  .mutation(({ ctx, input }) =>
    onFamily(ctx, input, 'dependant.remove', (tx, personId) =>
      removeDependant(tx, personId, input.dependantId, ctx.now),
    ),
  )

/** A code to read out or to write down for who stands at the counter; the second parent says it there, on the telephone or in the portal. */
const shareDependantProcedure = deskDoor
  .input(ofPerson.extend({ language }))
  .mutation(async ({ ctx, input }) => {
    const { code, expiresAt } = await onFamily(ctx, input, 'dependant.share', (tx, personId) =>
      shareDependant(tx, personId, input.dependantId, ctx.now),
    )
    return { code: spacedCode(code), expiresAtLabel: instantText(expiresAt, input.language) }
  })

/** Somebody at the counter says the code that the other parent was given. */
const joinDependantProcedure = deskDoor
  .input(z.object({ personId: uuid, code: plainText(20) }))
  .mutation(({ ctx, input }) =>
    onFamily(ctx, input, 'dependant.join', (tx, personId) =>
      joinDependant(tx, personId, input.code, ctx.now),
    ),
  )

/** A deed of the desk on whom a person answers for: told under the person, unless it was refused. */
function onFamily<Outcome extends object>(
  { db, town, staff, now }: DeskContext,
  asked: { readonly personId: string; readonly dependantId?: string },
  action: string,
  work: (tx: TenantTransaction, personId: string) => Promise<Outcome | undefined>,
): Promise<Outcome> {
  return withTenant(db, town.id, async (tx) => {
    const person = await findPerson(tx, asked.personId)
    const outcome = person === undefined ? undefined : await work(tx, person.id)
    if (person === undefined || outcome === undefined)
      throw notFound(asked.dependantId === undefined ? 'person' : 'dependant')
    if (!('refusal' in outcome))
      await insertAuditEvent(tx, {
        id: newId(now),
        at: now,
        actorId: staff.person.id,
        action,
        subjectId: person.id,
        details: asked.dependantId === undefined ? {} : { dependantId: asked.dependantId },
      })
    return outcome
  })
}

/** Opens what the parents wrote about a child: a mutation, because the opening itself is written down, with who and why. */
const openCareProcedure = deskDoor
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

/** The family at the counter: what a person answers for, kept by the desk for who has no way to do it. */
export const familyAtTheDesk = {
  addDependant: addDependantProcedure,
  changeDependant: changeDependantProcedure,
  dependantsOf: dependantsOfProcedure,
  joinDependant: joinDependantProcedure,
  openCare: openCareProcedure,
  removeDependant: removeDependantProcedure,
  shareDependant: shareDependantProcedure,
}
