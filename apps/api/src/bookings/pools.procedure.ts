import { z } from 'zod'
import { openProcedure } from '../procedures.ts'
import { textIn } from '../town.ts'
import { townLanguage } from '../inputs.ts'

export const poolsProcedure = openProcedure
  .input(z.object({ language: townLanguage }).prefault({}))
  .query(({ ctx: { town }, input }) =>
    town.pools
      .filter(({ pool }) => pool.kind === 'seats' || pool.kind === 'desk')
      .map(({ poolId, slug, pool, presentation, places }) => ({
        poolId,
        slug,
        kind: pool.kind,
        name: textIn(presentation.name, input.language),
        description: textIn(presentation.description, input.language),
        equipment: textIn(presentation.equipment, input.language),
        capacity: places.length,
        /** How many may come together in one booking, and whether they are kept side by side. */
        groupMax: Math.min(pool.group?.max ?? 1, places.length),
        sitsTogether: pool.group?.adjacency ?? 'none',
        units: places.map(({ unitId, number, label, isAccessible }) => {
          const drawn = presentation.units.find((unit) => unit.number === number)
          return { unitId, number, label, isAccessible, x: drawn?.x ?? number - 1, y: drawn?.y ?? 0 }
        }),
      })),
  )
