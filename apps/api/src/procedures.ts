import { TRPCError, initTRPC } from '@trpc/server'
import {
  factorLastsMilliseconds,
  findMissingFactor,
  freshFactorMilliseconds,
} from '@officine/domain/identity/second-factor'
import { answerInTime } from './answer-in-time.ts'
import type { StaffRole } from './identity/find-signed-in.ts'
import type { Context } from './context.ts'
import { missingSecondFactor } from './missing-second-factor.ts'
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

type Roles = readonly [StaffRole, ...StaffRole[]]

/** For this town's staff in one of these roles, whatever their session lacks: where the second factor itself is connected and given, and nothing else. */
export function factorProcedure(...roles: Roles) {
  return citizenProcedure.use(({ ctx, next }) => {
    const held = ctx.citizen.roles.filter((role) => roles.includes(role))
    if (held.length === 0)
      throw new TRPCError({ code: 'FORBIDDEN', message: 'This needs a role at the desk of this town.' })
    return next({ ctx: { ...ctx, staff: ctx.citizen } })
  })
}

/** For this town's staff in one of these roles, with a second factor given within a working day. */
export function deskProcedure(...roles: Roles) {
  return withFactor(roles, factorLastsMilliseconds)
}

/** For deeds that give or take rights: the second factor must have been given in the last few minutes. */
export function freshDeskProcedure(...roles: Roles) {
  return withFactor(roles, freshFactorMilliseconds)
}

function withFactor(roles: Roles, atMost: number) {
  return factorProcedure(...roles).use(({ ctx, next }) => {
    const missing = findMissingFactor(ctx.staff, ctx.now, atMost)
    if (missing !== undefined) throw missingSecondFactor(missing)
    return next()
  })
}

/** An id that is not of this town is answered exactly as one that does not exist. */
export function notFound(what: string): TRPCError {
  return new TRPCError({ code: 'NOT_FOUND', message: `No such ${what} in this town.` })
}
