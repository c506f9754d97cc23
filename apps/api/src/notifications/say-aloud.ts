import type { BookingToTell } from '@officine/db/word-booking'
import { isBookingTopic } from '@officine/domain/word/decide-word'
import type { TextLanguage } from '../local-text.ts'
import type { Town } from '../town.ts'
import type { LetterPart } from './letter.ts'
import { bookingInWords, senderOf } from './letter-facts.ts'
import { letters } from './letters.ts'
import { portalAddresses } from './portal-addresses.ts'

export type SpokenPart = Exclude<LetterPart, { readonly kind: 'link' }>

/** What the desk says on the telephone: the sentences of the letter as it would be written now, without the greeting and without what can only be clicked. */
export function sayAloud(
  topic: string,
  booking: BookingToTell,
  town: Town,
  language: TextLanguage,
  now: Date,
): readonly SpokenPart[] {
  if (!isBookingTopic(topic)) throw new Error(`Nobody is called about ${topic}`)
  const [_greeting, ...parts] = letters[language].whole(
    topic,
    bookingInWords(booking, town, language, now),
    booking.id,
    senderOf(town, language),
    portalAddresses(''), // where links lead matters to nobody who hears
  ).parts
  return parts.filter((part) => part.kind !== 'link')
}
