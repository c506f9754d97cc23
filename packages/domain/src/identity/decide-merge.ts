import { capsPassed } from '../booking/count-caps.ts'
import type { CapPassed, CountedBooking } from '../booking/count-caps.ts'
import type { Cap } from '../rules/tenant-rules.ts'
import { nameWords, shareNameWord } from './name-words.ts'

/** What may differ between two rows of one person, and somebody must choose. */
export const mergedFacts = ['name', 'bornOn', 'phone', 'email', 'residence'] as const
export type MergedFact = (typeof mergedFacts)[number]

export type Side = 'first' | 'second'

export interface ActiveBooking {
  readonly bookingId: string
  readonly startsAt: Date
  readonly endsAt: Date
}

/** One of two rows, as the decision looks at it. */
export interface MergeSide {
  readonly personId: string
  /** An identity provider vouched for it. */
  readonly isAttested: boolean
  readonly isErased: boolean
  readonly holdsRole: boolean
  readonly fiscalCode: string | null
  readonly facts: Readonly<Record<MergedFact, string | null>>
  /** Bookings that hold a place and are not over. */
  readonly active: readonly ActiveBooking[]
  readonly counted: readonly CountedBooking[]
}

export type MergeRefusal =
  | { readonly reason: 'same-person' }
  | { readonly reason: 'erased'; readonly personId: string }
  /** A role is never given by the way: it ends first. */
  | { readonly reason: 'holds-a-role'; readonly personId: string }
  | { readonly reason: 'different-codes' }
  /** Neither a name nor a birth day nor a contact: nothing says that they are one, and there is no way back. */
  | { readonly reason: 'nothing-in-common' }
  | {
      readonly reason: 'overlapping-bookings'
      readonly pairs: readonly (readonly [first: string, second: string])[]
    }

export interface MergePlan {
  /** Whose row stays: the attested one, else the first. */
  readonly survivor: Side
  readonly wins: Readonly<Record<MergedFact | 'fiscalCode', Side>>
  /** What differs and nobody vouches for: the choice is the clerk's. */
  readonly toChoose: readonly MergedFact[]
  /** Caps that both together pass: told, and no reason to refuse. */
  readonly capsPassed: readonly CapPassed[]
}

/** Why two rows cannot become one; undefined when they can. Refusals in the order in which somebody can act on them. */
export function refusalOfMerge(first: MergeSide, second: MergeSide): MergeRefusal | undefined {
  if (first.personId === second.personId) return { reason: 'same-person' }
  const both = [first, second]
  const erased = both.find(({ isErased }) => isErased)
  if (erased !== undefined) return { reason: 'erased', personId: erased.personId }
  const working = both.find(({ holdsRole }) => holdsRole)
  if (working !== undefined) return { reason: 'holds-a-role', personId: working.personId }
  const differ =
    first.fiscalCode !== null && second.fiscalCode !== null && first.fiscalCode !== second.fiscalCode
  // A code that somebody typed gives way to one that was vouched for, where the rest is the same person's; between two of a kind there is no telling.
  if (differ && (first.isAttested === second.isAttested || !isSamePerson(first.facts, second.facts)))
    return { reason: 'different-codes' }
  const isOneCode = first.fiscalCode !== null && first.fiscalCode === second.fiscalCode
  if (!isOneCode && !haveInCommon(first.facts, second.facts)) return { reason: 'nothing-in-common' }
  const pairs = first.active.flatMap((mine) =>
    second.active
      .filter((theirs) => mine.startsAt < theirs.endsAt && theirs.startsAt < mine.endsAt)
      .map((theirs) => [mine.bookingId, theirs.bookingId] as const),
  )
  return pairs.length === 0 ? undefined : { reason: 'overlapping-bookings', pairs }
}

/** Which row stays and which facts win: what is known over what is not, name and birth as vouched for, then the clerk's choice, then the row that stays. */
export function planMerge(
  first: MergeSide,
  second: MergeSide,
  chosen: Partial<Record<MergedFact, Side>>,
  caps: readonly Cap[],
): MergePlan {
  const sides = { first, second }
  const vouched = first.isAttested === second.isAttested ? undefined : sideOf(first.isAttested)
  const survivor = vouched ?? 'first'
  const settled = (fact: MergedFact): Side | undefined => {
    const [mine, theirs] = [first.facts[fact], second.facts[fact]]
    if (mine === theirs) return survivor
    if (mine === null || theirs === null) return sideOf(theirs === null)
    const isVouchedFor = (fact === 'name' || fact === 'bornOn') && vouched !== undefined
    return isVouchedFor ? vouched : undefined
  }
  const winner = (fact: MergedFact): Side => settled(fact) ?? chosen[fact] ?? survivor
  return {
    survivor,
    wins: {
      name: winner('name'),
      bornOn: winner('bornOn'),
      phone: winner('phone'),
      email: winner('email'),
      residence: winner('residence'),
      fiscalCode: sides[survivor].fiscalCode === null ? otherSide(survivor) : survivor,
    },
    toChoose: mergedFacts.filter((fact) => settled(fact) === undefined),
    capsPassed: capsPassed(caps, [...first.counted, ...second.counted]),
  }
}

type Facts = MergeSide['facts']

/** The same name, in whatever order, and no two birth days. */
function isSamePerson(mine: Facts, theirs: Facts): boolean {
  const names = [mine, theirs].map(({ name }) => [...nameWords(name ?? '')].sort().join(' '))
  return names[0] === names[1] && (mine.bornOn ?? theirs.bornOn) === (theirs.bornOn ?? mine.bornOn)
}

/** A word of the name, the birth day, the telephone or the e-mail. */
function haveInCommon(mine: Facts, theirs: Facts): boolean {
  const isSame = (fact: 'bornOn' | 'phone') => mine[fact] !== null && mine[fact] === theirs[fact]
  const isOneEmail = mine.email !== null && mine.email.toLowerCase() === theirs.email?.toLowerCase()
  const isNamed = shareNameWord(mine.name ?? '', theirs.name ?? '')
  return isSame('bornOn') || isSame('phone') || isOneEmail || isNamed
}

export function otherSide(side: Side): Side {
  return side === 'first' ? 'second' : 'first'
}

function sideOf(isFirst: boolean): Side {
  return isFirst ? 'first' : 'second'
}
