import { ageOn } from '../calendar/age.ts'
import type { LocalDay } from '../rules/tenant-rules.ts'

export type DependantKind = 'child' | 'adult'

/** More than these are a typing error, or a class: that is a workshop's list, not a family. */
export const mostDependants = 12

const ofAge = 18

export type DependantRefusal =
  | { readonly reason: 'not-a-child' }
  | { readonly reason: 'not-an-adult' }
  | { readonly reason: 'born-in-the-future' }
  | { readonly reason: 'too-many'; readonly max: number }

/** Why somebody cannot be entered as a child, or as an adult in somebody's care; undefined when they can. Of age at eighteen (Codice civile, art. 2). */
export function refusalOfDependant(
  { kind, bornOn }: { readonly kind: DependantKind; readonly bornOn: LocalDay },
  others: number,
  today: LocalDay,
): DependantRefusal | undefined {
  if (bornOn > today) return { reason: 'born-in-the-future' }
  const isOfAge = ageOn(bornOn, today) >= ofAge
  if (kind === 'child' && isOfAge) return { reason: 'not-a-child' }
  if (kind === 'adult' && !isOfAge) return { reason: 'not-an-adult' }
  return others >= mostDependants ? { reason: 'too-many', max: mostDependants } : undefined
}
