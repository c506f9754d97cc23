import type { Lookalike } from '@officine/db/lookalikes'
import { calendarDayText } from '../local-text.ts'
import type { TextLanguage } from '../local-text.ts'

/** Somebody known who may be the one described: what a search by name shows too, and what they have in common. */
export function lookalikeView(each: Lookalike, language: TextLanguage) {
  const { personId, givenName, familyName, bornOn, madeAtCounter, alike } = each
  return {
    personId,
    name: `${givenName} ${familyName}`,
    bornOnLabel: bornOn === null ? undefined : calendarDayText(bornOn, language),
    madeAtCounter,
    alike,
  }
}
