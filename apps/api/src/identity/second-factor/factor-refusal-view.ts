import type { FactorRefusal } from '@officine/domain/identity/second-factor'
import type { TextLanguage } from '../../local-text.ts'
import { timeText } from '../../local-text.ts'

export type FactorRefusalView =
  | Exclude<FactorRefusal, { readonly reason: 'too-many' }>
  | { readonly reason: 'too-many'; readonly untilLabel: string; readonly minutes: number }
  | { readonly reason: 'malformed' }

/** A refusal as a screen can say it: until what o'clock, and how long that is. */
export function factorRefusalView(
  refusal: FactorRefusal,
  language: TextLanguage,
  now: Date,
): FactorRefusalView {
  if (refusal.reason !== 'too-many') return refusal
  const minutes = Math.ceil((refusal.until.getTime() - now.getTime()) / 60_000)
  return { reason: 'too-many', untilLabel: timeText(refusal.until, language), minutes }
}
