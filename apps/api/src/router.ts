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
import {
  closeProcedure,
  closuresProcedure,
  previewClosureProcedure,
  reopenProcedure,
} from './bookings/closures/closure.procedures.ts'
import { companionsProcedure, deskCompanionsProcedure } from './bookings/companions.procedure.ts'
import { deskByIdProcedure } from './bookings/desk-by-id.procedure.ts'
import { deskCancelProcedure } from './bookings/desk-cancel.procedure.ts'
import { attendanceProcedure } from './bookings/attendance.procedure.ts'
import { deskExcuseProcedure, excuseProcedure } from './bookings/excuse.procedures.ts'
import { applyImportProcedure, tryImportProcedure } from './bookings/import/import.procedures.ts'
import { mineProcedure } from './bookings/mine.procedure.ts'
import { nowProcedure } from './bookings/now.procedure.ts'
import {
  outagesProcedure,
  unitBackInOrderProcedure,
  unitOutOfOrderProcedure,
} from './bookings/outage.procedures.ts'
import { poolsProcedure } from './bookings/pools.procedure.ts'
import { presentProcedure } from './bookings/present.procedure.ts'
import { restoreProcedure } from './bookings/restore.procedure.ts'
import { todayProcedure } from './bookings/today.procedure.ts'
import { undoCheckInProcedure } from './bookings/undo-check-in.procedure.ts'
import { myWaitsProcedure } from './bookings/waiting/my-waits.procedure.ts'
import {
  acceptOfferProcedure,
  declineOfferProcedure,
  deskAcceptOfferProcedure,
  deskDeclineOfferProcedure,
} from './bookings/waiting/offer.procedures.ts'
import { deskStopWaitingProcedure, stopWaitingProcedure } from './bookings/waiting/stop-waiting.procedures.ts'
import { deskWaitForProcedure, waitForProcedure } from './bookings/waiting/wait-for.procedures.ts'
import { waitingListProcedure } from './bookings/waiting/waiting-list.procedure.ts'
import { whatIsFreeProcedure } from './bookings/what-is-free.procedure.ts'
import { dependantsRouter } from './dependants/dependants.router.ts'
import { familyAtTheDesk } from './dependants/desk-dependants.procedures.ts'
import { identityRouter } from './identity/identity.router.ts'
import { secondFactorRouter } from './identity/second-factor/second-factor.router.ts'
import { notificationsRouter, wordAtTheDesk } from './notifications/notifications.router.ts'
import { peopleAtTheDesk } from './people/people.router.ts'
import { privacyRouter } from './privacy/privacy.router.ts'
import { retentionProofProcedure } from './privacy/retention-proof.procedure.ts'
import { router } from './procedures.ts'
import { staffRouter } from './staff/staff.router.ts'
import { currentProcedure } from './tenancy/current.procedure.ts'

/** Every door of the house, by the name it is called by; each opens in a file of its own. */
export const appRouter = router({
  bookings: router({
    acceptOffer: acceptOfferProcedure,
    attendance: attendanceProcedure,
    book: bookProcedure,
    byId: byIdProcedure,
    cancel: cancelProcedure,
    companions: companionsProcedure,
    declineOffer: declineOfferProcedure,
    excuse: excuseProcedure,
    leaveEarly: leaveEarlyProcedure,
    mine: mineProcedure,
    move: moveProcedure,
    myWaits: myWaitsProcedure,
    pools: poolsProcedure,
    repeat: repeatProcedure,
    stayLonger: stayLongerProcedure,
    stopWaiting: stopWaitingProcedure,
    waitFor: waitForProcedure,
    whatIsFree: whatIsFreeProcedure,
  }),
  desk: router({
    acceptOffer: deskAcceptOfferProcedure,
    applyImport: applyImportProcedure,
    bookFor: bookForProcedure,
    bookingById: deskByIdProcedure,
    cancel: deskCancelProcedure,
    checkIn: checkInProcedure,
    companions: deskCompanionsProcedure,
    close: closeProcedure,
    closures: closuresProcedure,
    declineOffer: deskDeclineOfferProcedure,
    excuse: deskExcuseProcedure,
    leaveEarly: deskLeaveEarlyProcedure,
    move: deskMoveProcedure,
    outages: outagesProcedure,
    previewClosure: previewClosureProcedure,
    reopen: reopenProcedure,
    present: presentProcedure,
    retentionProof: retentionProofProcedure,
    repeat: deskRepeatProcedure,
    restore: restoreProcedure,
    stayLonger: deskStayLongerProcedure,
    stopWaiting: deskStopWaitingProcedure,
    today: todayProcedure,
    tryImport: tryImportProcedure,
    undoCheckIn: undoCheckInProcedure,
    unitBackInOrder: unitBackInOrderProcedure,
    unitOutOfOrder: unitOutOfOrderProcedure,
    waitFor: deskWaitForProcedure,
    waitingList: waitingListProcedure,
    ...familyAtTheDesk,
    ...peopleAtTheDesk,
    ...wordAtTheDesk,
  }),
  dependants: dependantsRouter,
  identity: identityRouter,
  notifications: notificationsRouter,
  privacy: privacyRouter,
  secondFactor: secondFactorRouter,
  rules: router({ explained: explainedProcedure }),
  staff: staffRouter,
  town: router({ current: currentProcedure, now: nowProcedure }),
})

export type AppRouter = typeof appRouter
