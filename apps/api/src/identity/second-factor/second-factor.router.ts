import { router } from '../../procedures.ts'
import { beginProcedure } from './begin.procedure.ts'
import { confirmProcedure } from './confirm.procedure.ts'
import { giveProcedure } from './give.procedure.ts'
import { renewCodesProcedure } from './renew-codes.procedure.ts'

/** How who works at the desk connects a phone, and gives its codes. */
export const secondFactorRouter = router({
  begin: beginProcedure,
  confirm: confirmProcedure,
  give: giveProcedure,
  renewCodes: renewCodesProcedure,
})
