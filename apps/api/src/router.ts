import { explainedProcedure } from './allocation/explained.procedure.ts'
import { bookForProcedure } from './bookings/book-for.procedure.ts'
import { bookProcedure } from './bookings/book.procedure.ts'
import { byIdProcedure } from './bookings/by-id.procedure.ts'
import { cancelProcedure } from './bookings/cancel.procedure.ts'
import {
  deskLeaveEarlyProcedure,
  deskMoveProcedure,
  deskRepeatProcedure,
  deskStayLongerProcedure,
  leaveEarlyProcedure,
  moveProcedure,
  repeatProcedure,
  stayLongerProcedure,
} from './bookings/change.procedures.ts'
import { checkInProcedure } from './bookings/check-in.procedure.ts'
import { companionsProcedure } from './bookings/companions.procedure.ts'
import { deskByIdProcedure } from './bookings/desk-by-id.procedure.ts'
import { deskCancelProcedure } from './bookings/desk-cancel.procedure.ts'
import { mineProcedure } from './bookings/mine.procedure.ts'
import { nowProcedure } from './bookings/now.procedure.ts'
import {
  outagesProcedure,
  unitBackInOrderProcedure,
  unitOutOfOrderProcedure,
} from './bookings/outage.procedures.ts'
import { poolsProcedure } from './bookings/pools.procedure.ts'
import { todayProcedure } from './bookings/today.procedure.ts'
import { undoCheckInProcedure } from './bookings/undo-check-in.procedure.ts'
import { whatIsFreeProcedure } from './bookings/what-is-free.procedure.ts'
import { dependantsRouter } from './dependants/dependants.router.ts'
import {
  addDependantProcedure,
  dependantsOfProcedure,
  openCareProcedure,
} from './dependants/desk-dependants.procedures.ts'
import { identityRouter } from './identity/identity.router.ts'
import { notificationsRouter, wordAtTheDesk } from './notifications/notifications.router.ts'
import { findPeopleProcedure } from './people/find-people.procedure.ts'
import { openRecordProcedure } from './people/open-record.procedure.ts'
import { registerPersonProcedure } from './people/register-person.procedure.ts'
import { privacyRouter } from './privacy/privacy.router.ts'
import { retentionProofProcedure } from './privacy/retention-proof.procedure.ts'
import { router } from './procedures.ts'
import { currentProcedure } from './tenancy/current.procedure.ts'

/** Every door of the house, by the name it is called by; each opens in a file of its own. */
export const appRouter = router({
  bookings: router({
    book: bookProcedure,
    byId: byIdProcedure,
    cancel: cancelProcedure,
    companions: companionsProcedure,
    leaveEarly: leaveEarlyProcedure,
    mine: mineProcedure,
    move: moveProcedure,
    pools: poolsProcedure,
    repeat: repeatProcedure,
    stayLonger: stayLongerProcedure,
    whatIsFree: whatIsFreeProcedure,
  }),
  desk: router({
    addDependant: addDependantProcedure,
    bookFor: bookForProcedure,
    bookingById: deskByIdProcedure,
    cancel: deskCancelProcedure,
    checkIn: checkInProcedure,
    dependantsOf: dependantsOfProcedure,
    findPeople: findPeopleProcedure,
    leaveEarly: deskLeaveEarlyProcedure,
    move: deskMoveProcedure,
    openCare: openCareProcedure,
    openRecord: openRecordProcedure,
    outages: outagesProcedure,
    registerPerson: registerPersonProcedure,
    retentionProof: retentionProofProcedure,
    repeat: deskRepeatProcedure,
    stayLonger: deskStayLongerProcedure,
    today: todayProcedure,
    undoCheckIn: undoCheckInProcedure,
    unitBackInOrder: unitBackInOrderProcedure,
    unitOutOfOrder: unitOutOfOrderProcedure,
    ...wordAtTheDesk,
  }),
  dependants: dependantsRouter,
  identity: identityRouter,
  notifications: notificationsRouter,
  privacy: privacyRouter,
  rules: router({ explained: explainedProcedure }),
  town: router({ current: currentProcedure, now: nowProcedure }),
})

export type AppRouter = typeof appRouter
