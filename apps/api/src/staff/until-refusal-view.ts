import type { UntilRefusal } from '@officine/domain/identity/decide-staff'
import { calendarDayText } from '../local-text.ts'
import type { TextLanguage } from '../local-text.ts'

export type UntilRefusalView =
  | { readonly reason: 'until-past' }
  | { readonly reason: 'until-too-far'; readonly latestLabel: string }

/** Why a last day cannot be, with the day that could in words. */
export function untilRefusalView(refusal: UntilRefusal, language: TextLanguage): UntilRefusalView {
  return refusal.reason === 'until-past'
    ? refusal
    : { reason: refusal.reason, latestLabel: calendarDayText(refusal.latest, language) }
}
