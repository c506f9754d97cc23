import type { Messages } from '../messages/it.ts'
import type { Outputs } from '../trpc.ts'

export type Compared = Outputs['desk']['comparePeople']
export type MergeRefusal = NonNullable<Compared['refusal']>

/** Why two records stay two, sentence by sentence. */
export function describeMergeRefusal(refusal: MergeRefusal, words: Messages['merge']): readonly string[] {
  if (refusal.reason !== 'overlapping-bookings') return [words.refusals[refusal.reason]]
  const said = (booking: (typeof refusal.pairs)[number]['first']) =>
    `${booking.when}, ${booking.poolName} (${booking.code})`
  return [
    words.overlapping,
    ...refusal.pairs.map(({ first, second }) => words.pair(said(first), said(second))),
  ]
}

/** A limit that both records together pass. */
export function capWords(
  { used, max, unit, per, dayLabel }: Compared['capsPassed'][number],
  { merge, refusals }: Messages,
): string {
  const amount = (count: number) =>
    unit === 'slots' ? refusals.capSlots(count) : refusals.capHours(String(count / 60))
  return merge.caps(amount(used), amount(max), refusals.capPer[per], dayLabel)
}

/** What stands side by side: what tells two people apart, and what would move. */
export function rowsOf(
  { first, second }: Compared,
  words: Messages['merge'],
): readonly { readonly term: string; readonly sides: readonly [string, string] }[] {
  const row = (term: string, said: (side: Compared['first']) => string | undefined) => ({
    term,
    sides: [said(first) ?? words.unknown, said(second) ?? words.unknown] as const,
  })
  return [
    row(words.facts.name, ({ name }) => name),
    row(words.facts.bornOn, ({ bornOn }) => bornOn),
    row(words.fiscalCode, ({ fiscalCode }) => fiscalCode),
    row(words.facts.phone, ({ phone }) => phone),
    row(words.facts.email, ({ email }) => email),
    row(words.known, ({ isAttested }) => (isAttested ? words.attested : words.said)),
    row(words.ahead, ({ ahead }) => String(ahead)),
    row(words.past, ({ past }) => String(past)),
    row(words.dependants, ({ dependants }) => dependants.join(', ') || words.none),
  ]
}
