import { router } from '../procedures.ts'
import { bookForProcedure } from './book-for.procedure.ts'
import { deskCancelProcedure } from './cancel.procedure.ts'
import { checkInProcedure } from './check-in.procedure.ts'
import { todayProcedure } from './today.procedure.ts'
import { undoCheckInProcedure } from './undo-check-in.procedure.ts'

export const deskRouter = router({
  bookFor: bookForProcedure,
  cancel: deskCancelProcedure,
  checkIn: checkInProcedure,
  today: todayProcedure,
  undoCheckIn: undoCheckInProcedure,
})
