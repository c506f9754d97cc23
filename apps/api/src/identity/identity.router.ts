import { router } from '../procedures.ts'
import { acceptNoticeProcedure } from './accept-notice.procedure.ts'
import { endSessionProcedure } from './end-session.procedure.ts'
import { meProcedure } from './me.procedure.ts'
import { saveContactsProcedure } from './save-contacts.procedure.ts'
import { sessionsProcedure } from './sessions.procedure.ts'
import { signOutProcedure } from './sign-out.procedure.ts'

export const identityRouter = router({
  acceptNotice: acceptNoticeProcedure,
  endSession: endSessionProcedure,
  me: meProcedure,
  saveContacts: saveContactsProcedure,
  sessions: sessionsProcedure,
  signOut: signOutProcedure,
})
