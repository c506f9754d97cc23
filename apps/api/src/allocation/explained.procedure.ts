import { z } from 'zod'
import { explainRules } from '@officine/domain/rules/explain-rules'
import { language } from '../inputs.ts'
import { calendarDayText } from '../local-text.ts'
import { openProcedure } from '../procedures.ts'
import { textIn } from '../town.ts'

/** How places are assigned here, in words made from the very rules that decide. */
export const explainedProcedure = openProcedure
  .input(z.object({ language }).prefault({}))
  .query(({ ctx: { town }, input }) => {
    const { rules, pools } = town.config
    const poolNames = Object.fromEntries(pools.map(({ slug, name }) => [slug, textIn(name, input.language)]))
    return {
      version: rules.version,
      effectiveFrom: rules.effectiveFrom,
      effectiveFromLabel: calendarDayText(rules.effectiveFrom, input.language),
      rulesHash: town.rulesHash,
      sections: explainRules(rules, input.language, poolNames),
    }
  })
