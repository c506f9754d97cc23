import { z } from 'zod'
import { searchPeople } from '@officine/db/search-people'
import { withTenant } from '@officine/db/with-tenant'
import { language, plainText } from '../inputs.ts'
import { calendarDayText } from '../local-text.ts'
import { deskProcedure } from '../procedures.ts'

/** A mutation in name only: what the desk searches for travels in a body, never in an address that logs keep. */
export const findPeopleProcedure = deskProcedure('front-desk', 'operator', 'manager')
  .input(z.object({ text: plainText(80), language }))
  .mutation(async ({ ctx: { db, town }, input }) => {
    const words = input.text.split(/\s+/).filter((word) => word.length >= 2)
    if (words.length === 0) return []
    const found = await withTenant(db, town.id, (tx) => searchPeople(tx, words))
    return found.map(({ personId, givenName, familyName, bornOn, madeAtCounter }) => ({
      personId,
      name: `${givenName} ${familyName}`,
      bornOnLabel: bornOn === null ? undefined : calendarDayText(bornOn, input.language),
      madeAtCounter,
    }))
  })
