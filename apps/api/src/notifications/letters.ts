import type { BookingTopic } from '@officine/domain/word/decide-word'
import type { TextLanguage } from '../local-text.ts'
import type { Letter } from './letter.ts'
import type { BookingInWords, PortalAddresses, Sender } from './letter-facts.ts'
import { lettersEn } from './letters-en.ts'
import { lettersIt } from './letters-it.ts'

/** Every letter in one language. */
export interface LettersOfLanguage {
  readonly whole: (
    topic: BookingTopic,
    booking: BookingInWords,
    bookingId: string,
    sender: Sender,
    addresses: PortalAddresses,
  ) => Letter
  /** To an address that nobody has answered from: no name, no place, no code. */
  readonly reduced: (
    topic: BookingTopic,
    booking: BookingInWords,
    sender: Sender,
    addresses: PortalAddresses,
    verifyUrl: string,
  ) => Letter
  readonly verification: (
    expires: string,
    sender: Sender,
    addresses: PortalAddresses,
    verifyUrl: string,
  ) => Letter
  /** What the calendar shows inside the entry, whose title names the office only. */
  readonly calendar: (booking: BookingInWords) => string
}

export const letters: Readonly<Record<TextLanguage, LettersOfLanguage>> = { it: lettersIt, en: lettersEn }
