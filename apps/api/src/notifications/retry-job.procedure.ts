import { z } from 'zod'
import { insertAuditEvent } from '@officine/db/audit'
import { newId } from '@officine/db/new-id'
import { findWord, insertRetry } from '@officine/db/outbox'
import { withTenant } from '@officine/db/with-tenant'
import { uuid } from '../inputs.ts'
import { deskProcedure, notFound } from '../procedures.ts'

/** Asks that a word which was given up be told after all. It leaves as a word of its own, and is late like any other if its moment has passed. */
export const retryJobProcedure = deskProcedure('manager')
  .input(z.object({ wordId: uuid }))
  .mutation(async ({ ctx: { db, town, staff, now }, input }) => {
    const outcome = await withTenant(db, town.id, async (tx) => {
      const word = await findWord(tx, input.wordId)
      if (word === undefined) return undefined
      if (word.outcome !== 'failed') return 'not-failed'
      if (!(await insertRetry(tx, word, newId(now), now))) return 'retried-already'
      await insertAuditEvent(tx, {
        id: newId(now),
        at: now,
        actorId: staff.person.id,
        action: 'word.retry',
        subjectId: word.rowId,
        reason: word.topic,
        details: { wordId: word.id },
      })
      return 'retried'
    })
    if (outcome === undefined) throw notFound('message')
    return outcome === 'retried'
      ? ({ retried: true } as const)
      : ({ retried: false, refusal: { reason: outcome } } as const)
  })
