import type { Messages } from '../messages/it.ts'
import type { Outputs } from '../trpc.ts'

type Asked = Outputs['notifications']['askVerification']
type Confirmed = Outputs['notifications']['confirmEmail']

/** What became of asking for the link again. */
export function describeVerification(answer: Asked, words: Messages['messages']): string {
  if (answer.asked) return words.linkSent(answer.address)
  switch (answer.refusal.reason) {
    case 'no-email':
      return words.noEmail
    case 'verified-already':
      return words.verifiedAlready
    case 'too-soon':
      return words.tooSoon(answer.refusal.waitSeconds)
  }
}

/** What became of following the link. */
export function describeConfirmation(answer: Confirmed, words: Messages['messages']): string {
  if (answer.confirmed) return words.confirmed
  switch (answer.refusal.reason) {
    case 'unknown-link':
      return words.unknownLink
    case 'expired-link':
      return words.expiredLink
  }
}
