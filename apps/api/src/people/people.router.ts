import { findPeopleProcedure } from './find-people.procedure.ts'
import {
  acceptNoticeAtDeskProcedure,
  changeContactsProcedure,
  changePreferencesProcedure,
} from './kept-record.procedures.ts'
import { erasePersonProcedure, exportPersonProcedure } from './letting-go.procedures.ts'
import { compareProcedure, likelyTwinsProcedure, mergeProcedure } from './merge.procedures.ts'
import { openRecordProcedure } from './open-record.procedure.ts'
import { registerPersonProcedure } from './register-person.procedure.ts'

/** The doors of the desk to the people of the town. */
export const peopleAtTheDesk = {
  acceptNotice: acceptNoticeAtDeskProcedure,
  changeContacts: changeContactsProcedure,
  changePreferences: changePreferencesProcedure,
  comparePeople: compareProcedure,
  erasePerson: erasePersonProcedure,
  exportPerson: exportPersonProcedure,
  findPeople: findPeopleProcedure,
  likelyTwins: likelyTwinsProcedure,
  mergePeople: mergeProcedure,
  openRecord: openRecordProcedure,
  registerPerson: registerPersonProcedure,
}
