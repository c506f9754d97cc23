import { TRPCError, initTRPC } from '@trpc/server'
import { answerInTime } from './answer-in-time.ts'
import type { StaffRole } from './identity/find-signed-in.ts'
import type { Context } from './context.ts'
import { toldShape } from './told-shape.ts'

const t = initTRPC.context<Context>().create({
  errorFormatter: ({ shape, error, ctx }) => toldShape(shape, error, ctx?.request.id),
})

export const router = t.router
export const createCaller = t.createCallerFactory

const door = t.procedure.use(({ next }) => answerInTime(next))

/** For anyone at the town's host: what is printed on its walls. */
export const openProcedure = door

/** For who is signed in at this town. With the open one in its place, `citizen` does not exist and the file stops compiling. */
export const citizenProcedure = door.use(({ ctx, next }) => {
  if (ctx.signedIn === undefined) throw new TRPCError({ code: 'UNAUTHORIZED', message: 'Sign in first.' })
  return next({ ctx: { ...ctx, citizen: ctx.signedIn } })
})

/** For this town's staff in one of these roles. */
export function deskProcedure(...roles: readonly [StaffRole, ...StaffRole[]]) {
  return citizenProcedure.use(({ ctx, next }) => {
    const held = ctx.citizen.roles.filter((role) => roles.includes(role))
    if (held.length === 0)
      throw new TRPCError({ code: 'FORBIDDEN', message: 'This needs a role at the desk of this town.' })
    return next({ ctx: { ...ctx, staff: ctx.citizen } })
  })
}

/** An id that is not of this town is answered exactly as one that does not exist. */
export function notFound(what: string): TRPCError {
  return new TRPCError({ code: 'NOT_FOUND', message: `No such ${what} in this town.` })
}
