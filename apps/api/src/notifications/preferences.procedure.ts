import { findVerification } from '@officine/db/email-verifications'
import { findPreference } from '@officine/db/notification-preferences'
import { readInTenant } from '@officine/db/read-in-tenant'
import { commonWishes } from '@officine/domain/word/decide-word'
import { citizenProcedure } from '../procedures.ts'

/** How the citizen is told about bookings, and whether the address they gave is known to reach them. */
export const preferencesProcedure = citizenProcedure.query(async ({ ctx: { db, town, citizen } }) => {
  const { id, email, phone } = citizen.person
  const [preference, known] = await readInTenant(db, town.id, (tx) =>
    Promise.all([findPreference(tx, id), email === null ? undefined : findVerification(tx, id, email)]),
  )
  const state =
    known === undefined
      ? ('unverified' as const)
      : known.refusedAt !== null
        ? ('refused' as const)
        : known.verifiedAt === null
          ? ('unverified' as const)
          : ('verified' as const)
  return {
    wishes: preference ?? { ...commonWishes, language: 'it' as const, calendarFile: true },
    email: email === null ? undefined : { address: email, state },
    phone: phone ?? undefined,
  }
})
