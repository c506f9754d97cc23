import { router } from '../procedures.ts'
import { bookProcedure } from './book.procedure.ts'
import { byIdProcedure } from './by-id.procedure.ts'
import { cancelProcedure } from './cancel.procedure.ts'
import { mineProcedure } from './mine.procedure.ts'
import { poolsProcedure } from './pools.procedure.ts'
import { whatIsFreeProcedure } from './what-is-free.procedure.ts'

export const bookingsRouter = router({
  book: bookProcedure,
  byId: byIdProcedure,
  cancel: cancelProcedure,
  mine: mineProcedure,
  pools: poolsProcedure,
  whatIsFree: whatIsFreeProcedure,
})
