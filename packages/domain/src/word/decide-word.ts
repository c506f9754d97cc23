import { isReminder, isReminderLate, reminderAt } from './reminders.ts'
import type { ReminderTopic } from './reminders.ts'

/** What changes about a booking; what else there is to tell are reminders. */
const changes = [
  'booking-confirmed',
  'booking-moved',
  'booking-reassigned',
  'booking-cancelled',
  /** Cancelled because the place is shut then. */
  'booking-closed-out',
  /** What came along is shut: the rest stands. */
  'booking-reduced',
  'booking-no-show',
  'place-offered',
  'place-given',
  'offer-expired',
] as const

/** What a person is told about a booking. */
export type BookingTopic = (typeof changes)[number] | ReminderTopic

export function isBookingTopic(topic: string): topic is BookingTopic {
  return changes.some((change) => change === topic) || isReminder(topic)
}

/** Whether a word says that a booking is no more. */
export function isCancellation(topic: BookingTopic): boolean {
  return topic === 'booking-cancelled' || topic === 'booking-closed-out'
}

export interface WordFacts {
  readonly topic: BookingTopic
  /** When the word was due. */
  readonly runAt: Date
  readonly booking: {
    readonly status: 'offered' | 'confirmed' | 'checked-in' | 'completed' | 'cancelled' | 'no-show'
    readonly startsAt: Date
    readonly channel: 'web' | 'desk' | 'phone'
    /** Of an offer: until when it can be accepted. */
    readonly offerExpiresAt: Date | null
    /** Whether the town cancelled it: who cancels their own booking knows. */
    readonly isCancelledByDesk: boolean
    /** An absence whose holder has said why. */
    readonly isExcused?: boolean
    /** Invented use, made to show the product: nobody is behind it. */
    readonly isSample: boolean
  }
  readonly address: 'none' | 'verified' | 'unverified' | 'refused'
  readonly hasPhone: boolean
  readonly wants: Wishes
  /** An earlier word about the same booking has not left yet. */
  readonly isEarlierWaiting: boolean
}

/** What a person wants besides what everybody is told. */
export interface Wishes {
  readonly dayBefore: boolean
  readonly twoHoursBefore: boolean
  readonly prefersPhone: boolean
}

/** For who has said nothing. */
export const commonWishes: Wishes = { dayBefore: true, twoHoursBefore: false, prefersPhone: false }

export type CallReason = 'no-email' | 'prefers-phone' | 'address-refused'
export type DropReason =
  | 'sample'
  | 'begun'
  | 'not-active'
  | 'moved'
  | 'late'
  | 'not-wanted'
  | 'known-already'
  | 'no-email'
  | 'told-on-arrival'

export type WordDecision =
  /** `reduced`: to an address that nobody has answered from, without name, code and place. */
  | { readonly act: 'send'; readonly text: 'whole' | 'reduced' }
  | { readonly act: 'call'; readonly because: CallReason }
  | { readonly act: 'drop'; readonly because: DropReason }
  /** What happened first is told first. */
  | { readonly act: 'wait' }

/** What becomes of a word at the moment it would leave, on the facts of that moment: sent, given to the desk to tell, or left unsaid and why. */
export function decideWord(facts: WordFacts, now: Date): WordDecision {
  const unsaid = reasonToDrop(facts, now)
  if (unsaid !== undefined) return { act: 'drop', because: unsaid }
  if (facts.isEarlierWaiting) return { act: 'wait' }
  const call = reasonToCall(facts)
  // Who did not answer was asked by mail or by telephone; nobody is called to hear that it is over.
  if (facts.topic === 'offer-expired' && call !== undefined) return { act: 'drop', because: 'no-email' }
  if (call === undefined) return { act: 'send', text: facts.address === 'verified' ? 'whole' : 'reduced' }
  // Another number is said at the desk in passing: nobody is called for it.
  if (facts.topic === 'booking-reassigned') return { act: 'drop', because: 'told-on-arrival' }
  if (facts.topic === 'booking-reminder-soon') return { act: 'drop', because: 'no-email' } // two hours ahead nobody can be called in time
  if (knowsAlready(facts)) return { act: 'drop', because: 'known-already' }
  return { act: 'call', because: call }
}

function reasonToDrop({ topic, runAt, booking, wants }: WordFacts, now: Date): DropReason | undefined {
  if (booking.isSample) return 'sample'
  if (isCancellation(topic)) return booking.status === 'cancelled' ? undefined : 'not-active' // it stands again
  if (topic === 'booking-no-show') return reasonNotToTellAbsence(booking)
  if (now >= booking.startsAt) return 'begun'
  if (topic === 'place-offered') return reasonNotToOffer(booking, now)
  if (topic === 'place-given' && booking.status !== 'confirmed') return 'not-active'
  if ((topic === 'booking-reassigned' || topic === 'booking-reduced') && booking.status !== 'confirmed')
    return 'not-active'
  if (!isReminder(topic)) return undefined
  if (booking.status !== 'confirmed') return 'not-active'
  if (reminderAt(topic, booking.startsAt).getTime() !== runAt.getTime()) return 'moved'
  if (isReminderLate(runAt, now)) return 'late'
  const isWanted = topic === 'booking-reminder' ? wants.dayBefore : wants.twoHoursBefore
  return isWanted ? undefined : 'not-wanted'
}

/** An offer that was answered, or can be answered no more, is not announced. */
function reasonNotToOffer(
  { status, offerExpiresAt }: WordFacts['booking'],
  now: Date,
): DropReason | undefined {
  if (status !== 'offered') return 'not-active'
  return offerExpiresAt === null || now >= offerExpiresAt ? 'late' : undefined
}

/** Who came late after all, or has said why, need not hear that they were missed. */
function reasonNotToTellAbsence({ status, isExcused }: WordFacts['booking']): DropReason | undefined {
  if (status !== 'no-show') return 'not-active'
  return isExcused === true ? 'known-already' : undefined
}

function reasonToCall({ topic, address, hasPhone, wants }: WordFacts): CallReason | undefined {
  if (wants.prefersPhone && hasPhone) return 'prefers-phone'
  // An offer runs out: it is not left to an address that nobody has ever answered from.
  if (topic === 'place-offered' && address === 'unverified' && hasPhone) return 'no-email'
  if (address === 'none') return 'no-email'
  return address === 'refused' ? 'address-refused' : undefined
}

/** Told face to face or over the telephone when it happened, or their own doing. */
function knowsAlready({ topic, booking }: WordFacts): boolean {
  if (topic === 'booking-confirmed') return booking.channel !== 'web'
  return topic === 'booking-cancelled' && !booking.isCancelledByDesk
}
