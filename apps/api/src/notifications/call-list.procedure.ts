import { z } from 'zod'
import { listOpenCalls } from '@officine/db/call-list'
import { readInTenant } from '@officine/db/read-in-tenant'
import { language } from '../inputs.ts'
import { instantText } from '../local-text.ts'
import { deskProcedure } from '../procedures.ts'

/** Whom to call because no mail reaches them, the most urgent first. Their numbers are shown one by one, when a call is opened. */
export const callListProcedure = deskProcedure('front-desk', 'operator', 'manager')
  .input(z.object({ language }))
  .query(async ({ ctx: { db, town, now }, input }) => {
    const calls = await readInTenant(db, town.id, (tx) => listOpenCalls(tx, now))
    return calls.map((call) => ({
      callId: call.id,
      personName: `${call.givenName} ${call.familyName}`,
      bookingId: call.bookingId,
      topic: call.topic,
      because: call.because,
      hasPhone: call.phone !== null,
      startsAtLabel: instantText(call.startsAt, input.language),
      listedAtLabel: instantText(call.listedAt, input.language),
      tries: call.tries,
      triedAtLabel: call.triedAt === null ? undefined : instantText(call.triedAt, input.language),
    }))
  })
