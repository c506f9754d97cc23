import { z } from 'zod'
import { withTenant } from '@officine/db/with-tenant'
import { pastDay, plainText } from '../inputs.ts'
import { deskProcedure } from '../procedures.ts'
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
      // The notice was read to them or handed over: without it nobody is registered.
      noticeGiven: z.literal(true, 'the privacy notice must be given first'),
    }),
  )
  .mutation(({ ctx: { db, town, staff, keyring, now }, input }) => {
    const { bornOn, phone, email, fiscalCode, givenName, familyName, comesToDesk } = input
    return withTenant(db, town.id, (tx) =>
      registerPerson(tx, keyring, {
        givenName,
        familyName,
        bornOn,
        phone,
        email,
        fiscalCode,
        comesToDesk,
        noticeVersion: town.config.privacyNotice.version,
        staffId: staff.person.id,
        now,
      }),
    )
  })
