import { router } from '../procedures.ts'
import { currentProcedure } from './current.procedure.ts'
import { nowProcedure } from './now.procedure.ts'

export const townRouter = router({ current: currentProcedure, now: nowProcedure })
