import { z } from 'zod'
import { savePreference } from '@officine/db/notification-preferences'
import { withTenant } from '@officine/db/with-tenant'
import { citizenProcedure } from '../procedures.ts'

/** How the citizen wants to be told. Confirmations, moves and cancellations always come: only reminders, language, file and way can be chosen. */
export const savePreferencesProcedure = citizenProcedure
  .input(
    z.object({
      language: z.enum(['it', 'en']),
      dayBefore: z.boolean(),
      twoHoursBefore: z.boolean(),
      calendarFile: z.boolean(),
      prefersPhone: z.boolean(),
    }),
  )
  .mutation(async ({ ctx: { db, town, citizen, now }, input }) => {
    if (input.prefersPhone && citizen.person.phone === null)
      return { saved: false, refusal: { reason: 'no-phone' } } as const
    await withTenant(db, town.id, (tx) => savePreference(tx, citizen.person.id, input, now))
    return { saved: true } as const
  })
