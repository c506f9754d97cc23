import { z } from 'zod'
import { listCare } from '@officine/db/dependant-care'
import { listDependantsOf } from '@officine/db/dependants'
import { withTenant } from '@officine/db/with-tenant'
import { spacedCode } from '../booking-view.ts'
import { language, pastDay, plainText, uuid } from '../inputs.ts'
import { instantText } from '../local-text.ts'
import { citizenProcedure, notFound, router } from '../procedures.ts'
import { careView, dependantView } from './dependant-view.ts'
import {
  addDependant,
  changeDependant,
  joinDependant,
  removeDependant,
  shareDependant,
} from './keep-dependant.ts'

const note = plainText(500).nullable().optional()
export const dependantInput = z.object({
  kind: z.enum(['child', 'adult']).default('child'),
  givenName: plainText(200),
  bornOn: pastDay,
  allergies: note,
  emergencyContact: note,
  mayCollect: note,
})

type DependantInput = z.output<typeof dependantInput>

/** The notes of an input: what was left out stays as it was. */
export function notesOf({
  allergies,
  emergencyContact,
  mayCollect,
}: Pick<DependantInput, 'allergies' | 'emergencyContact' | 'mayCollect'>) {
  return {
    ...(allergies !== undefined && { allergies }),
    ...(emergencyContact !== undefined && { emergencyContact }),
    ...(mayCollect !== undefined && { mayCollect }),
  }
}

export const dependantChange = dependantInput.omit({ kind: true }).partial().extend({ dependantId: uuid })

/** What an input changes: what was left out stays as it was. */
export function changeOf(input: z.output<typeof dependantChange>) {
  const { givenName, bornOn } = input
  return {
    ...(givenName !== undefined && { givenName }),
    ...(bornOn !== undefined && { bornOn }),
    notes: notesOf(input),
  }
}

/** Whom a person answers for: their own to read and to change, and the second parent's as much. */
export const dependantsRouter = router({
  list: citizenProcedure
    .input(z.object({ language }).prefault({}))
    .query(({ ctx: { db, town, citizen, keyring, now }, input }) =>
      withTenant(db, town.id, async (tx) => {
        const rows = await listDependantsOf(tx, citizen.person.id)
        const notes = await listCare(
          tx,
          keyring,
          rows.map(({ id }) => id),
        )
        return rows.map((row) => ({
          ...dependantView(row, input.language, now),
          isShared: row.personId !== citizen.person.id,
          care: careView(notes.get(row.id)),
        }))
      }),
    ),

  add: citizenProcedure
    .input(dependantInput)
    .mutation(async ({ ctx: { db, town, citizen, keyring, now }, input }) => {
      const { kind, givenName, bornOn } = input
      const facts = { kind, givenName, bornOn, notes: notesOf(input) }
      const outcome = await withTenant(db, town.id, (tx) =>
        addDependant(tx, keyring, { personId: citizen.person.id, facts, staffId: undefined, now }),
      )
      if (outcome === undefined) throw notFound('person')
      return outcome
    }),

  change: citizenProcedure
    .input(dependantChange)
    .mutation(async ({ ctx: { db, town, citizen, keyring, now }, input }) => {
      const { dependantId } = input
      const change = changeOf(input)
      const outcome = await withTenant(db, town.id, (tx) =>
        changeDependant(tx, keyring, citizen.person.id, dependantId, change, now),
      )
      if (outcome === undefined) throw notFound('dependant')
      return outcome
    }),

  remove: citizenProcedure
    .input(z.object({ dependantId: uuid }))
    .mutation(async ({ ctx: { db, town, citizen, now }, input }) => {
      const outcome = await withTenant(db, town.id, (tx) =>
        removeDependant(tx, citizen.person.id, input.dependantId, now),
      )
      if (outcome === undefined) throw notFound('dependant')
      return outcome
    }),

  share: citizenProcedure
    .input(z.object({ dependantId: uuid, language }))
    .mutation(async ({ ctx: { db, town, citizen, now }, input }) => {
      const shared = await withTenant(db, town.id, (tx) =>
        shareDependant(tx, citizen.person.id, input.dependantId, now),
      )
      if (shared === undefined) throw notFound('dependant')
      return { code: spacedCode(shared.code), expiresAtLabel: instantText(shared.expiresAt, input.language) }
    }),

  join: citizenProcedure
    .input(z.object({ code: plainText(20) }))
    .mutation(async ({ ctx: { db, town, citizen, now }, input }) => {
      const outcome = await withTenant(db, town.id, (tx) =>
        joinDependant(tx, citizen.person.id, input.code, now),
      )
      if (outcome === undefined) throw notFound('person')
      return outcome
    }),
})
