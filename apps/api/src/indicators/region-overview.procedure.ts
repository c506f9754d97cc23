import { z } from 'zod'
import { regioneProcedure } from '../regione-procedures.ts'
import { quarterInput } from './quarter-input.ts'
import { readOverview } from './read-overview.ts'

/** How the towns' public seats were used in a quarter, side by side. */
export const regionOverviewProcedure = regioneProcedure
  .input(z.object({ quarter: quarterInput.optional() }).prefault({}))
  .query(async ({ ctx, input: { quarter } }) => {
    const overview = await readOverview(ctx, quarter, ctx.now)
    return overview === undefined
      ? ({ isPublished: false } as const)
      : ({ isPublished: true, ...overview } as const)
  })
