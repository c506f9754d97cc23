import type { Context } from '../context.ts'
import { notFound } from '../procedures.ts'
import type { Town } from '../town.ts'

/** Runs a use case with the town's configuration in force, again when a newer one was applied meanwhile. What is not of this town is told as such. */
export async function atCurrentTown<Outcome extends object>(
  ctx: Pick<Context, 'town' | 'towns'>,
  work: (town: Town) => Promise<Outcome>,
): Promise<{
  readonly town: Town
  readonly outcome: Exclude<Outcome, { readonly stale: true } | { readonly unknown: string }>
}> {
  let town = ctx.town
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await work(town)
    if ('unknown' in outcome) throw notFound(String(outcome.unknown))
    if (!('stale' in outcome)) {
      // Both were answered above, which the compiler does not carry over to a type parameter.
      return { town, outcome: outcome as Exclude<Outcome, { stale: true } | { unknown: string }> }
    }
    if (attempt === 3) throw new Error('The configuration kept changing while a booking was decided')
    town = (await ctx.towns.current(town.id)) ?? town
  }
}
