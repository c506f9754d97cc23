import { setTimeout as pause } from 'node:timers/promises'
import { TRPCError, initTRPC } from '@trpc/server'
import { isDatabaseAway } from '@officine/db/database-away'
import type { StaffRole } from './identity/find-signed-in.ts'
import type { Context } from './context.ts'

const t = initTRPC.context<Context>().create({
  errorFormatter({ shape, error, ctx }) {
    // A defect's own message may hold anything: the caller reads a sentence and the id under which it was logged.
    const isDefect = shape.data.code === 'INTERNAL_SERVER_ERROR'
    const message = isDefect
      ? 'Something went wrong on our side.'
      : error.code === 'BAD_REQUEST'
        ? firstFault(error)
        : shape.message
    return {
      ...shape,
      message,
      data: {
        code: shape.data.code,
        httpStatus: shape.data.httpStatus,
        path: shape.data.path,
        requestId: ctx?.request.id,
      },
    }
  },
})

export const router = t.router
export const createCaller = t.createCallerFactory

/** Longer than any honest wait for a lock: past it the database is frozen, and a sentence is better than silence. */
const deadlineMilliseconds = 20_000

export const databaseAway = () =>
  new TRPCError({
    code: 'SERVICE_UNAVAILABLE',
    message: 'The archive does not answer at the moment. Nothing is lost: try again in a minute.',
  })

/** Every door: a database that went away is told as such, quickly, and a retry with the same key is safe. */
const door = t.procedure.use(async ({ next }) => {
  const waiting = new AbortController()
  const deadline = pause(deadlineMilliseconds, undefined, { signal: waiting.signal, ref: false }).then(
    () => Promise.reject(databaseAway()),
    () => new Promise<never>(() => {}), // answered in time: this arm of the race never ends
  )
  const result = await Promise.race([next(), deadline])
  waiting.abort()
  if (!result.ok && isDatabaseAway(result.error)) throw databaseAway()
  return result
})

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

function firstFault(error: TRPCError): string {
  const { cause } = error
  if (cause === undefined || !('issues' in cause) || !Array.isArray(cause.issues))
    return 'The request has not the expected shape.'
  const [issue] = cause.issues as { path: (string | number)[]; message: string }[]
  return issue === undefined
    ? 'The request has not the expected shape.'
    : `${issue.path.join('.') || 'input'}: ${issue.message}`
}
