import { isReminder, isReminderLate, reminderAt } from './reminders.ts'
import type { ReminderTopic } from './reminders.ts'

/** What a person is told about a booking. */
export type BookingTopic = 'booking-confirmed' | 'booking-moved' | 'booking-cancelled' | ReminderTopic

export function isBookingTopic(topic: string): topic is BookingTopic {
  return ['booking-confirmed', 'booking-moved', 'booking-cancelled'].includes(topic) || isReminder(topic)
}

export interface WordFacts {
  readonly topic: BookingTopic
  /** When the word was due. */
  readonly runAt: Date
  readonly booking: {
    readonly status: 'confirmed' | 'checked-in' | 'completed' | 'cancelled' | 'no-show'
    readonly startsAt: Date
    readonly channel: 'web' | 'desk' | 'phone'
    /** Whether the town cancelled it: who cancels their own booking knows. */
    readonly isCancelledByDesk: boolean
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
  if (call === undefined) return { act: 'send', text: facts.address === 'verified' ? 'whole' : 'reduced' }
  if (facts.topic === 'booking-reminder-soon') return { act: 'drop', because: 'no-email' } // two hours ahead nobody can be called in time
  if (knowsAlready(facts)) return { act: 'drop', because: 'known-already' }
  return { act: 'call', because: call }
}

function reasonToDrop({ topic, runAt, booking, wants }: WordFacts, now: Date): DropReason | undefined {
  if (booking.isSample) return 'sample'
  if (topic === 'booking-cancelled') return undefined
  if (now >= booking.startsAt) return 'begun'
  if (!isReminder(topic)) return undefined
  if (booking.status !== 'confirmed') return 'not-active'
  if (reminderAt(topic, booking.startsAt).getTime() !== runAt.getTime()) return 'moved'
  if (isReminderLate(runAt, now)) return 'late'
  const isWanted = topic === 'booking-reminder' ? wants.dayBefore : wants.twoHoursBefore
  return isWanted ? undefined : 'not-wanted'
}

function reasonToCall({ address, hasPhone, wants }: WordFacts): CallReason | undefined {
  if (wants.prefersPhone && hasPhone) return 'prefers-phone'
  if (address === 'none') return 'no-email'
  return address === 'refused' ? 'address-refused' : undefined
}

/** Told face to face or over the telephone when it happened, or their own doing. */
function knowsAlready({ topic, booking }: WordFacts): boolean {
  if (topic === 'booking-confirmed') return booking.channel !== 'web'
  return topic === 'booking-cancelled' && !booking.isCancelledByDesk
}
