import type { Messages } from '../messages/it.ts'
import type { Outputs } from '../trpc.ts'

type RefusalOf<Answer> = Answer extends { readonly refusal: infer Refusal } ? Refusal : never
export type FamilyRefusal =
  | RefusalOf<Outputs['desk']['addDependant']>
  | RefusalOf<Outputs['desk']['removeDependant']>
  | RefusalOf<Outputs['desk']['joinDependant']>

/** A sentence for each thing that cannot be done in a family. */
export function describeFamilyRefusal(refusal: FamilyRefusal, words: Messages['household']): string {
  return refusal.reason === 'too-many' ? words.tooMany(refusal.max) : words.refusals[refusal.reason]
}
