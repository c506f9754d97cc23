import { isCancellation } from '@officine/domain/word/decide-word'
import type { BookingTopic } from '@officine/domain/word/decide-word'
import { isReminder } from '@officine/domain/word/reminders'
import type { Town } from '../town.ts'
import { calendarEvent } from './calendar-event.ts'
import { htmlOf, plainTextOf } from './letter.ts'
import type { Letter } from './letter.ts'
import { bookingInWords, senderOf } from './letter-facts.ts'
import { letters } from './letters.ts'
import type { Mail } from './mailer.ts'
import { portalAddresses } from './portal-addresses.ts'
import type { PostOffice } from './post-office.ts'
import type { BookingWordFacts } from './tell-booking.ts'

type Office = Pick<PostOffice, 'mailFrom' | 'originOf' | 'now'>

/** The mail about a booking. Written twice from the same facts it has the same Message-ID, so that a mailbox may tell it is one. */
export function bookingMail(
  office: Office,
  town: Town,
  { word, booking, preference, sequence, link }: BookingWordFacts,
  text: 'whole' | 'reduced',
  returnPath: string,
): Mail {
  const language = preference?.language ?? 'it'
  const now = office.now()
  const sender = senderOf(town, language)
  const addresses = portalAddresses(office.originOf(town))
  const words = bookingInWords(booking, town, language, now)
  const texts = letters[language]
  const to = booking.email ?? ''
  const letter =
    text === 'whole'
      ? texts.whole(word.topic, words, booking.id, sender, addresses)
      : texts.reduced(word.topic, words, sender, addresses, addresses.verification(link?.secret ?? ''))
  // Another place changes nothing that a calendar shows, an absence is over, and an offer stands in no calendar before it is accepted.
  const isChange = !isReminder(word.topic) && !withoutCalendar.includes(word.topic)
  const carriesCalendar = text === 'whole' && isChange && preference?.calendarFile !== false
  const from = { name: `${sender.office}, ${sender.town}`, address: office.mailFrom }
  return {
    ...mailOf(letter),
    messageId: messageId(
      word.topic,
      `${booking.id}.${turnOf(word.topic, sequence, booking.startsAt)}`,
      office,
    ),
    from,
    to,
    returnPath,
    replyTo: town.config.contacts.email,
    now,
    calendar: carriesCalendar
      ? calendarEvent({
          bookingId: booking.id,
          sequence,
          isCancelled: isCancellation(word.topic),
          startsAt: booking.startsAt,
          endsAt: booking.endsAt,
          title: from.name, // shows on shared calendars: the office, never the desk
          place: words.place,
          description: texts.calendar(words),
          url: addresses.booking(booking.id),
          organizer: { name: from.name, email: office.mailFrom },
          attendee: { name: booking.givenName, email: to },
          now,
        })
      : undefined,
  }
}

const withoutCalendar: readonly BookingTopic[] = [
  'booking-no-show',
  'booking-reassigned',
  'place-offered',
  'offer-expired',
]

/** The parts of a mail that a letter decides. */
export function mailOf(letter: Letter): Pick<Mail, 'language' | 'subject' | 'text' | 'html'> {
  return {
    language: letter.language,
    subject: letter.subject,
    text: plainTextOf(letter),
    html: htmlOf(letter),
  }
}

/** An id that depends on what is told alone, never on when or how often. */
export function messageId(topic: string, about: string, { mailFrom }: Pick<PostOffice, 'mailFrom'>): string {
  return `<${topic}.${about}@${mailFrom.slice(mailFrom.lastIndexOf('@') + 1)}>`
}

/** A change has its place in the booking's story, a reminder the hour that it is about. */
function turnOf(topic: BookingTopic, sequence: number, startsAt: Date): number {
  return isReminder(topic) ? startsAt.getTime() : sequence
}
