import { router } from '../procedures.ts'
import { askVerificationProcedure } from './ask-verification.procedure.ts'
import { callCountProcedure } from './call-count.procedure.ts'
import { callListProcedure } from './call-list.procedure.ts'
import { confirmEmailProcedure } from './confirm-email.procedure.ts'
import { failedJobsProcedure } from './failed-jobs.procedure.ts'
import { noteNoAnswerProcedure } from './note-no-answer.procedure.ts'
import { openCallProcedure } from './open-call.procedure.ts'
import { preferencesProcedure } from './preferences.procedure.ts'
import { retryJobProcedure } from './retry-job.procedure.ts'
import { savePreferencesProcedure } from './save-preferences.procedure.ts'
import { settleCallProcedure } from './settle-call.procedure.ts'

/** The doors of who is told. */
export const notificationsRouter = router({
  askVerification: askVerificationProcedure,
  confirmEmail: confirmEmailProcedure,
  preferences: preferencesProcedure,
  savePreferences: savePreferencesProcedure,
})

/** The doors of the desk that tells: calls, and what could not leave. */
export const wordAtTheDesk = {
  callCount: callCountProcedure,
  callList: callListProcedure,
  failedJobs: failedJobsProcedure,
  noteNoAnswer: noteNoAnswerProcedure,
  openCall: openCallProcedure,
  retryJob: retryJobProcedure,
  settleCall: settleCallProcedure,
}
