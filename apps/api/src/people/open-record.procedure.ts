import { z } from 'zod'
import { insertAuditEvent, listAuditEvents } from '@officine/db/audit'
import { listBookingsOf } from '@officine/db/bookings'
import { findVerification } from '@officine/db/email-verifications'
import { openFiscalCode } from '@officine/db/identity-seals'
import { newId } from '@officine/db/new-id'
import { findPreference } from '@officine/db/notification-preferences'
import { findPerson } from '@officine/db/people'
import { withTenant } from '@officine/db/with-tenant'
import type { TenantTransaction } from '@officine/db/with-tenant'
import { commonWishes } from '@officine/domain/word/decide-word'
import { attendanceView } from '../attendance-view.ts'
import { bookingView } from '../booking-view.ts'
import { deedsOn } from '../desk-deeds.ts'
import { language, uuid, why } from '../inputs.ts'
import { calendarDayText, instantText } from '../local-text.ts'
import { assertNotOwn } from '../own-record.ts'
import { deskProcedure, notFound } from '../procedures.ts'

const action = 'person.open-record'

/** Opens a person's record: a mutation, because the opening itself is written down, with who and why. */
export const openRecordProcedure = deskProcedure('front-desk', 'operator', 'manager')
  .input(z.object({ personId: uuid, why, language }))
  .mutation(async ({ ctx: { db, town, staff, keyring, now }, input }) => {
    return withTenant(db, town.id, async (tx) => {
      const person = await findPerson(tx, input.personId)
      if (person === undefined) throw notFound('person')
      const personId = person.id // a row that was merged answers as the one it became
      assertNotOwn(staff.person.id, personId)
      await insertAuditEvent(tx, {
        id: newId(now),
        at: now,
        actorId: staff.person.id,
        action,
        subjectId: personId,
        reason: input.why,
      })
      const [bookings, attendance, openings] = await Promise.all([
        listBookingsOf(tx, personId),
        attendanceView(tx, town, person, input.language, now),
        listAuditEvents(tx, personId, action),
      ])
      const wishes = await wishesOf(tx, personId)
      const emailState = person.email === null ? undefined : await emailStateOf(tx, personId, person.email)
      const { givenName, familyName, bornOn, email, phone, fiscalCodeCipher, madeAtCounter } = person
      return {
        person: {
          personId,
          givenName,
          familyName,
          bornOnLabel: bornOn === null ? undefined : calendarDayText(bornOn, input.language),
          email: email ?? undefined,
          phone: phone ?? undefined,
          fiscalCode:
            fiscalCodeCipher === null
              ? undefined
              : openFiscalCode(keyring, town.id, personId, fiscalCodeCipher),
          madeAtCounter,
          isAttested: person.attestedAt !== null,
          emailState,
        },
        wishes,
        notice: {
          isCurrent: person.noticeVersion === town.config.privacyNotice.version,
          acceptedAtLabel:
            person.noticeAcceptedAt === null
              ? undefined
              : instantText(person.noticeAcceptedAt, input.language),
        },
        bookings: bookings.map((record) => ({
          ...bookingView(record, town, input.language, now),
          deeds: deedsOn(record, town, now),
        })),
        attendance,
        openedBy: openings.map(({ at, reason, actorGivenName, actorFamilyName }) => ({
          at: instantText(at, input.language),
          by: [actorGivenName, actorFamilyName].filter(Boolean).join(' '),
          why: reason ?? '',
        })),
      }
    })
  })

async function wishesOf(tx: TenantTransaction, personId: string) {
  return (
    (await findPreference(tx, personId)) ?? { ...commonWishes, language: 'it' as const, calendarFile: true }
  )
}

async function emailStateOf(tx: TenantTransaction, personId: string, email: string) {
  const known = await findVerification(tx, personId, email)
  if (known !== undefined && known.refusedAt !== null) return 'refused' as const
  return known === undefined || known.verifiedAt === null ? ('unverified' as const) : ('verified' as const)
}
