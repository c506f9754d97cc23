import { z } from 'zod'
import { insertAuditEvent } from '@officine/db/audit'
import { askVerification } from '@officine/db/email-verifications'
import { newId } from '@officine/db/new-id'
import { findPreference, savePreference } from '@officine/db/notification-preferences'
import { lockPerson, updateContacts, updateNotice } from '@officine/db/people'
import type { PersonRow } from '@officine/db/people'
import { withTenant } from '@officine/db/with-tenant'
import type { TenantTransaction } from '@officine/db/with-tenant'
import { decideContacts } from '@officine/domain/identity/contacts'
import type { Context } from '../context.ts'
import { uuid } from '../inputs.ts'
import { deskProcedure, notFound } from '../procedures.ts'

const deskDoor = deskProcedure('front-desk', 'operator', 'manager')
const typed = z.string().max(1_000).default('')

/** How the person wants to be reached, as they say it at the counter; what is left blank is forgotten. A new address is asked to answer at once. */
export const changeContactsProcedure = deskDoor
  .input(z.object({ personId: uuid, email: typed, phone: typed, comesToDesk: z.boolean().default(false) }))
  .mutation(({ ctx, input }) =>
    onRecord(ctx, input.personId, async (tx, person, told) => {
      const decision = decideContacts(input)
      const comesBy = input.comesToDesk && !decision.kept && decision.refusal.reason === 'no-contact'
      if (!decision.kept && !comesBy) return { changed: false, refusal: decision.refusal } as const
      const contacts = decision.kept ? decision.contacts : { email: null, phone: null }
      const wishes = await findPreference(tx, person.id)
      if (wishes?.prefersPhone === true && contacts.phone === null)
        return { changed: false, refusal: { reason: 'phone-preferred' } } as const
      await updateContacts(tx, person.id, contacts)
      const { email } = contacts
      const asks = email !== null && email !== person.email
      if (asks) await askVerification(tx, person.id, email, ctx.now)
      await told('person.change-contacts')
      const { phone } = contacts
      return {
        changed: true,
        asksVerification: asks,
        email: email ?? undefined,
        phone: phone ?? undefined,
      } as const
    }),
  )

/** How the person wants to be told, as they say it at the counter. */
export const changePreferencesProcedure = deskDoor
  .input(
    z.object({
      personId: uuid,
      wishes: z.object({
        language: z.enum(['it', 'en']),
        dayBefore: z.boolean(),
        twoHoursBefore: z.boolean(),
        calendarFile: z.boolean(),
        prefersPhone: z.boolean(),
      }),
    }),
  )
  .mutation(({ ctx, input: { personId, wishes } }) =>
    onRecord(ctx, personId, async (tx, person, told) => {
      if (wishes.prefersPhone && person.phone === null)
        return { changed: false, refusal: { reason: 'no-phone' } } as const
      await savePreference(tx, person.id, wishes, ctx.now)
      await told('person.change-preferences')
      return { changed: true } as const
    }),
  )

/** The privacy notice was read out or handed over, and the person accepted it; one that was replaced meanwhile must be given again. */
export const acceptNoticeAtDeskProcedure = deskDoor
  .input(z.object({ personId: uuid, version: z.string().max(100), how: z.enum(['read-out', 'handed-over']) }))
  .mutation(({ ctx, input: { personId, version, how } }) =>
    onRecord(ctx, personId, async (tx, person, told) => {
      const currentVersion = ctx.town.config.privacyNotice.version
      if (version !== currentVersion)
        return { accepted: false, refusal: { reason: 'outdated', currentVersion } } as const
      await updateNotice(tx, person.id, version, ctx.now)
      await told('person.accept-notice', { version, how })
      return { accepted: true } as const
    }),
  )

type Told = (action: string, details?: Record<string, unknown>) => Promise<void>

/** Writes in somebody's record, locked, in one transaction with the word of who did it. */
function onRecord<Answer>(
  {
    db,
    town,
    staff,
    now,
  }: Pick<Context, 'db' | 'town' | 'now'> & { readonly staff: { readonly person: { readonly id: string } } },
  personId: string,
  work: (tx: TenantTransaction, person: PersonRow, told: Told) => Promise<Answer>,
): Promise<Answer> {
  return withTenant(db, town.id, async (tx) => {
    const person = await lockPerson(tx, personId)
    if (person === undefined) throw notFound('person')
    return work(tx, person, (action, details = {}) =>
      insertAuditEvent(tx, {
        id: newId(now),
        at: now,
        actorId: staff.person.id,
        action,
        subjectId: person.id,
        details,
      }),
    )
  })
}
