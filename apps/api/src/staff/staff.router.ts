import { router } from '../procedures.ts'
import { deedsProcedure } from './deeds.procedure.ts'
import { extendProcedure } from './extend.procedure.ts'
import { grantProcedure } from './grant.procedure.ts'
import { listProcedure } from './list.procedure.ts'
import { mineProcedure } from './mine.procedure.ts'
import { resetFactorProcedure } from './reset-factor.procedure.ts'
import { revokeProcedure } from './revoke.procedure.ts'

/** Who works at the desk, until when, and what they did. */
export const staffRouter = router({
  deeds: deedsProcedure,
  extend: extendProcedure,
  grant: grantProcedure,
  list: listProcedure,
  mine: mineProcedure,
  resetFactor: resetFactorProcedure,
  revoke: revokeProcedure,
})
