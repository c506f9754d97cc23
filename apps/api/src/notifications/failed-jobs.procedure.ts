import { z } from 'zod'
import { listReturns } from '@officine/db/mail-returns'
import { listTroubledWords } from '@officine/db/outbox'
import { readInTenant } from '@officine/db/read-in-tenant'
import { language } from '../inputs.ts'
import { instantText } from '../local-text.ts'
import { deskProcedure } from '../procedures.ts'

const mostShown = 200

/** What could not leave, and what left and came back or is held up on the way: with codes and never with whom it is for. */
export const failedJobsProcedure = deskProcedure('manager')
  .input(z.object({ language }))
  .query(async ({ ctx: { db, town }, input }) => {
    const [words, returns] = await readInTenant(db, town.id, (tx) =>
      Promise.all([listTroubledWords(tx, mostShown), listReturns(tx, mostShown)]),
    )
    const said = (instant: Date | null) =>
      instant === null ? undefined : instantText(instant, input.language)
    const troubled = words.map((word) => ({
      wordId: word.id,
      topic: word.topic,
      state: word.outcome === 'failed' ? ('failed' as const) : ('delayed' as const),
      fault: word.fault ?? word.because ?? 'unknown',
      attempts: word.attempts,
      dueAtLabel: said(word.runAt),
      lastTriedAtLabel: said(word.triedAt),
    }))
    const cameBack = returns.map((mail) => ({
      wordId: mail.wordId,
      topic: mail.topic,
      state: mail.returnedAt === null ? ('held-up' as const) : ('came-back' as const),
      fault: mail.status ?? 'unknown',
      attempts: 1,
      dueAtLabel: said(mail.sentAt),
      lastTriedAtLabel: said(mail.returnedAt ?? mail.delayedAt),
    }))
    return [...troubled, ...cameBack]
  })
