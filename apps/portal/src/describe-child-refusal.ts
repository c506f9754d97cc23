import type { FieldError } from '@officine/ui/error-summary'
import type { Messages } from './messages/it.ts'
import type { Outputs } from './trpc.ts'

/** Of adding and of changing, which are refused for the same reasons. */
export type ChildRefusal = Extract<Outputs['dependants']['add'], { added: false }>['refusal']

export const childFieldIds = { givenName: 'nome-bambino', bornOn: 'nato-il' } as const

/** Which field to mend, and what to write in it. */
export function describeChildRefusal(refusal: ChildRefusal, words: Messages['family']): FieldError {
  switch (refusal.reason) {
    case 'not-a-child':
      return { fieldId: childFieldIds.bornOn, message: words.notAChild }
    case 'not-an-adult':
      return { fieldId: childFieldIds.bornOn, message: words.notAnAdult }
    case 'born-in-the-future':
      return { fieldId: childFieldIds.bornOn, message: words.bornInTheFuture }
    case 'too-many':
      return { fieldId: childFieldIds.givenName, message: words.tooMany(refusal.max) }
  }
}
