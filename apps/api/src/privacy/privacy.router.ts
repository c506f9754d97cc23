import { router } from '../procedures.ts'
import { eraseProcedure } from './erase.procedure.ts'
import { exportProcedure } from './export.procedure.ts'
import { whoOpenedMyRecordProcedure } from './who-opened-my-record.procedure.ts'

/** What a citizen may ask about their own data. */
export const privacyRouter = router({
  erase: eraseProcedure,
  export: exportProcedure,
  whoOpenedMyRecord: whoOpenedMyRecordProcedure,
})
