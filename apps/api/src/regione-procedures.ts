import { TRPCError, initTRPC } from '@trpc/server'
import { answerInTime } from './answer-in-time.ts'
import type { RegioneContext } from './regione-context.ts'
import { toldShape } from './told-shape.ts'

const t = initTRPC.context<RegioneContext>().create({
  errorFormatter: ({ shape, error, ctx }) => toldShape(shape, error, ctx?.request.id),
})

export const regioneRouterOf = t.router

/** For anyone at the Region's host: whether one is signed in, and no more. */
export const regioneOpenProcedure = t.procedure.use(({ next }) => answerInTime(next))

/** For who holds a role at the Region. With the open one in its place, `officer` may be nobody and the file stops compiling. */
export const regioneProcedure = regioneOpenProcedure.use(({ ctx, next }) => {
  if (ctx.officer === undefined) throw new TRPCError({ code: 'UNAUTHORIZED', message: 'Sign in first.' })
  return next({ ctx: { ...ctx, officer: ctx.officer } })
})
