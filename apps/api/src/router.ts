import { bookingsRouter } from './bookings/bookings.router.ts'
import { deskRouter } from './desk/desk.router.ts'
import { identityRouter } from './identity/identity.router.ts'
import { router } from './procedures.ts'
import { townRouter } from './town/town.router.ts'

/** Every door of the house, by name; each opens in a file of its own. */
export const appRouter = router({
  bookings: bookingsRouter,
  desk: deskRouter,
  identity: identityRouter,
  town: townRouter,
})

export type AppRouter = typeof appRouter
