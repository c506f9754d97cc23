import { z } from 'zod'
import { listTroubledWords } from '@officine/db/outbox'
import { readInTenant } from '@officine/db/read-in-tenant'
import { language } from '../inputs.ts'
import { instantText } from '../local-text.ts'
import { deskProcedure } from '../procedures.ts'

const mostShown = 200

/** What could not leave: words that keep trying and words that were given up, with codes and never with whom they are for. */
export const failedJobsProcedure = deskProcedure('manager')
  .input(z.object({ language }))
  .query(async ({ ctx: { db, town }, input }) => {
    const words = await readInTenant(db, town.id, (tx) => listTroubledWords(tx, mostShown))
    const said = (instant: Date | null) =>
      instant === null ? undefined : instantText(instant, input.language)
    return words.map((word) => ({
      wordId: word.id,
      topic: word.topic,
      state: word.outcome === 'failed' ? ('failed' as const) : ('delayed' as const),
      fault: word.fault ?? word.because ?? 'unknown',
      attempts: word.attempts,
      dueAtLabel: said(word.runAt),
      lastTriedAtLabel: said(word.triedAt),
    }))
  })
