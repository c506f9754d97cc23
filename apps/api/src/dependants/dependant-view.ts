import type { CareNotes } from '@officine/db/dependant-care'
import type { DependantRow } from '@officine/db/dependants'
import { ageOn } from '@officine/domain/calendar/age'
import { localDayOf } from '@officine/domain/calendar/local-time'
import { calendarDayText } from '../local-text.ts'
import type { TextLanguage } from '../local-text.ts'

/** A dependant by name and age. */
export function dependantView(row: DependantRow, language: TextLanguage, now: Date) {
  return {
    dependantId: row.id,
    kind: row.kind,
    givenName: row.givenName,
    bornOn: row.bornOn,
    bornOnLabel: calendarDayText(row.bornOn, language),
    age: ageOn(row.bornOn, localDayOf(now)),
    hasSecondParent: row.secondParentId !== null,
  }
}

/** Notes as they are shown: what nobody wrote is left out. */
export function careView(notes: CareNotes | undefined) {
  return {
    allergies: notes?.allergies ?? undefined,
    emergencyContact: notes?.emergencyContact ?? undefined,
    mayCollect: notes?.mayCollect ?? undefined,
  }
}
