import { z } from 'zod'
import { withTenant } from '@officine/db/with-tenant'
import { language, pastDay, plainText } from '../inputs.ts'
import { deskProcedure } from '../procedures.ts'
import { lookalikeView } from './lookalike-view.ts'
import { registerPerson } from './register-person.ts'

export const registerPersonProcedure = deskProcedure('front-desk', 'operator', 'manager')
  .input(
    z.object({
      givenName: plainText(200),
      familyName: plainText(200),
      bornOn: pastDay.optional(),
      phone: plainText(32).optional(),
      email: plainText(254).optional(),
      fiscalCode: plainText(32).optional(),
      comesToDesk: z.boolean().default(false),
      isSomebodyElse: z.boolean().default(false),
      language,
      // The notice was read to them or handed over: without it nobody is registered.
      noticeGiven: z.literal(true, 'the privacy notice must be given first'),
    }),
  )
  .mutation(async ({ ctx: { db, town, staff, keyring, now }, input }) => {
    const { bornOn, phone, email, fiscalCode, givenName, familyName, comesToDesk, isSomebodyElse } = input
    const outcome = await withTenant(db, town.id, (tx) =>
      registerPerson(tx, keyring, {
        givenName,
        familyName,
        bornOn,
        phone,
        email,
        fiscalCode,
        comesToDesk,
        isSomebodyElse,
        noticeVersion: town.config.privacyNotice.version,
        staffId: staff.person.id,
        now,
      }),
    )
    if (outcome.registered) return outcome
    const { refusal } = outcome
    if (refusal.reason !== 'looks-known') return { registered: false as const, refusal }
    const people = refusal.people.map((each) => lookalikeView(each, input.language))
    return { registered: false as const, refusal: { reason: refusal.reason, people } }
  })
