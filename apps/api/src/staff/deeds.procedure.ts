import { z } from 'zod'
import { listStaffDeeds } from '@officine/db/audit'
import type { StaffDeed } from '@officine/db/audit'
import { findPerson } from '@officine/db/people'
import { withTenant } from '@officine/db/with-tenant'
import { language, uuid } from '../inputs.ts'
import { calendarDayText, instantText } from '../local-text.ts'
import type { TextLanguage } from '../local-text.ts'
import { deskProcedure, notFound } from '../procedures.ts'
import { lastDayOf } from './role-days.ts'

const latest = 50

/** What somebody at the desk saw of people's records and care notes. */
const openings = [
  'person.open-record',
  'person.compare',
  'person.export',
  'dependant.open-care',
  'call.open',
] as const

const input = z
  .object({
    /** Whose deeds; everybody's when left out. */
    personId: uuid.optional(),
    about: z.enum(['everything', 'staff', 'openings']).default('everything'),
    language,
  })
  .prefault({})

/** The latest fifty deeds of staff. Names are of staff alone: who a record belongs to, and why it was opened, is read in that record. */
export const deedsProcedure = deskProcedure('manager')
  .input(input)
  .query(async ({ ctx: { db, town }, input: { personId, about, language: spoken } }) => {
    const deeds = await withTenant(db, town.id, async (tx) => {
      if (personId !== undefined && (await findPerson(tx, personId)) === undefined) throw notFound('person')
      return listStaffDeeds(tx, {
        actorId: personId,
        aboutStaff: about === 'staff',
        actions: about === 'openings' ? openings : undefined,
        limit: latest,
      })
    })
    return deeds.map((deed) => deedView(deed, spoken))
  })

function deedView({ at, action, reason, details, ...who }: StaffDeed, spoken: TextLanguage) {
  const isAboutStaff = action.startsWith('staff-')
  const text = (key: string) => {
    const value = details[key]
    return typeof value === 'string' ? value : undefined
  }
  const until = isAboutStaff ? text('until') : undefined
  return {
    atLabel: instantText(at, spoken),
    action,
    /** Undefined for a command of the installation. */
    by: nameOf(who.actorGivenName, who.actorFamilyName),
    whom: nameOf(who.subjectGivenName, who.subjectFamilyName),
    role: isAboutStaff ? text('role') : undefined,
    untilLabel: until === undefined ? undefined : calendarDayText(lastDayOf(new Date(until)), spoken),
    why: isAboutStaff ? (reason ?? undefined) : undefined,
  }
}

function nameOf(givenName: string | null, familyName: string | null): string | undefined {
  return givenName === null || familyName === null ? undefined : `${givenName} ${familyName}`
}
