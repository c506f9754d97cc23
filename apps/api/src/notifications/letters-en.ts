import type { BookingTopic } from '@officine/domain/word/decide-word'
import { absenceEn, absentEnd } from './letters-absence.ts'
import { expiredEnd, offeredEnd, waitingEn } from './letters-waiting.ts'
import type { Letter, LetterPart } from './letter.ts'
import type { BookingInWords, PortalAddresses, Sender } from './letter-facts.ts'
import type { LettersOfLanguage } from './letters.ts'

const text = (said: string): LetterPart => ({ kind: 'text', text: said })
const near = { today: 'today, ', tomorrow: 'tomorrow, ', later: '' } as const

/** The letters in English. */
export const lettersEn: LettersOfLanguage = {
  whole(topic, booking, bookingId, sender, addresses) {
    return letter(subjectOf(topic, booking, sender), sender, addresses, [
      text(`Hello ${booking.givenName},`),
      text(openingOf(topic, booking)),
      factsOf(topic, booking),
      ...endOf(topic, booking, bookingId, sender, addresses),
    ])
  },

  reduced(topic, booking, sender, addresses, verifyUrl) {
    return letter(`${sender.town}: ${reducedSubject[topic]}`, sender, addresses, [
      text('Hello,'),
      text(reducedOpening(topic, booking)),
      text(
        'This address is not confirmed yet, so we write no name, place or code here. If it is yours, confirm it: the next messages will be complete.',
      ),
      { kind: 'link', label: 'Confirm the address', url: verifyUrl },
      text('If you have not booked, somebody wrote this address by mistake: ignore the message.'),
    ])
  },

  verification(expires, sender, addresses, verifyUrl) {
    return letter(`${sender.town}: confirm your e-mail address`, sender, addresses, [
      text('Hello,'),
      text(
        `you gave this address to: ${sender.office}, ${sender.institution}. Confirm it, and we will send you word about your bookings here.`,
      ),
      { kind: 'link', label: 'Confirm the address', url: verifyUrl },
      text(`The link is good until ${expires}. If it was not you, ignore the message.`),
    ])
  },

  calendar: (booking) => `Code: ${booking.code}`,
}

function letter(
  subject: string,
  { office, institution, phone }: Sender,
  { messages }: PortalAddresses,
  parts: readonly LetterPart[],
): Letter {
  const reach = phone === undefined ? '' : ` Telephone: ${phone}.`
  return {
    language: 'en',
    subject,
    parts,
    signature: [
      text(`${office}, ${institution}.${reach}`),
      text('This message was sent automatically.'),
      { kind: 'link', label: 'Choose which reminders you get', url: messages },
    ],
  }
}

function subjectOf(
  topic: BookingTopic,
  { day, from, nearness, offerUntil }: BookingInWords,
  { town }: Sender,
): string {
  switch (topic) {
    case 'booking-confirmed':
      return `${town}: booking confirmed, ${day}, ${from}`
    case 'booking-moved':
      return `${town}: booking moved to ${day}, ${from}`
    case 'booking-reassigned':
      return `${town}: another place for you, ${day}, ${from}`
    case 'booking-cancelled':
      return `${town}: booking cancelled, ${day}, ${from}`
    case 'booking-closed-out':
      return `${town}: we are closed, booking cancelled, ${day}, ${from}`
    case 'booking-reduced':
      return `${town}: your booking changes, ${day}, ${from}`
    case 'booking-no-show':
      return `${town}: absence, ${day}, ${from}`
    case 'place-given':
      return `${town}: a place came free and is yours: ${day}, ${from}`
    case 'place-offered':
      return `${town}: a place came free, answer by ${offerUntil ?? ''}`
    case 'offer-expired':
      return `${town}: the place went to the next person, ${day}, ${from}`
    case 'booking-reminder':
    case 'booking-reminder-soon':
      return `${town}: reminder for ${near[nearness]}${day}, ${from}`
  }
}

function openingOf(topic: BookingTopic, { nearness, absence }: BookingInWords): string {
  switch (topic) {
    case 'booking-confirmed':
      return 'your booking is confirmed.'
    case 'booking-moved':
      return 'your booking was moved. This is the new time.'
    case 'booking-reassigned':
      return 'you have another place. Day, time and code stay the same.'
    case 'booking-cancelled':
      return 'the booking below is cancelled: no place is held in your name any more.'
    case 'booking-closed-out':
      return 'we are closed at that time and had to cancel your booking. It does not count as an absence. We are sorry.'
    case 'booking-reduced':
      return 'a service that you had booked with the place is closed. The place stays yours: below is what holds. If it is of no use to you like this, cancel: that has no consequences.'
    case 'booking-no-show':
      return `you had a booking and we did not see you. After ${absence?.graceMinutes ?? 0} minutes the place was free again.`
    case 'place-given':
      return 'the place you were waiting for came free and is yours: the booking is confirmed.'
    case 'place-offered':
      return 'the place you were waiting for came free. We are holding it for you.'
    case 'offer-expired':
      return 'the time to answer is over and the place went to the next person.'
    case 'booking-reminder':
      return nearness === 'tomorrow' ? 'this is about your booking tomorrow.' : 'this is about your booking.'
    case 'booking-reminder-soon':
      return 'your booking begins in two hours.'
  }
}

function factsOf(
  topic: BookingTopic,
  { day, period, place, unit, extras, code }: BookingInWords,
): LetterPart {
  const rows: readonly (readonly [string, string] | undefined)[] = [
    ['When', `${day}, ${period}`],
    ['Where', place],
    unit === undefined ? undefined : ['Place', unit],
    extras === undefined ? undefined : ['Together with', extras],
    topic === 'place-offered' || topic === 'offer-expired' ? undefined : ['Code', code],
  ]
  return { kind: 'facts', rows: rows.filter((row) => row !== undefined) }
}

function endOf(
  topic: BookingTopic,
  booking: BookingInWords,
  bookingId: string,
  sender: Sender,
  addresses: PortalAddresses,
): readonly LetterPart[] {
  switch (topic) {
    case 'booking-cancelled':
    case 'booking-closed-out':
      return cancelledEnd(booking, addresses)
    case 'booking-no-show':
      return absentEnd(booking.absence, sender, addresses.booking(bookingId), absenceEn)
    case 'place-offered':
      return offeredEnd(booking, sender, addresses.booking(bookingId), waitingEn)
    case 'offer-expired':
      return expiredEnd(addresses, waitingEn)
    case 'place-given':
    case 'booking-confirmed':
    case 'booking-moved':
    case 'booking-reassigned':
    case 'booking-reduced':
    case 'booking-reminder':
    case 'booking-reminder-soon':
      return activeEnd(booking, bookingId, sender, addresses)
  }
}

function activeEnd(
  { freeCancelUntil }: BookingInWords,
  bookingId: string,
  { phone }: Sender,
  { booking }: PortalAddresses,
): readonly LetterPart[] {
  const until = freeCancelUntil === undefined ? '' : ` Until ${freeCancelUntil} this has no consequences.`
  const call = phone === undefined ? '' : ` You can also call ${phone}.`
  return [
    text('When you arrive, say or show the code.'),
    text(
      `You cannot come? Cancel on the page of the booking: the place is free again at once.${until}${call}`,
    ),
    { kind: 'link', label: 'Your booking', url: booking(bookingId) },
  ]
}

function cancelledEnd({ cancelReason }: BookingInWords, { seats }: PortalAddresses): readonly LetterPart[] {
  return [
    ...(cancelReason === undefined ? [] : [text(`The reason: ${cancelReason}`)]),
    { kind: 'link', label: 'Book another time', url: seats },
  ]
}

const reducedSubject: Readonly<Record<BookingTopic, string>> = {
  'booking-confirmed': 'booking confirmed',
  'booking-moved': 'booking moved',
  'booking-reassigned': 'another place',
  'booking-cancelled': 'booking cancelled',
  'booking-closed-out': 'we are closed, booking cancelled',
  'booking-reduced': 'your booking changes',
  'booking-no-show': 'absence from a booking',
  'place-offered': 'a place came free',
  'place-given': 'a place came free',
  'offer-expired': 'a place is no longer held',
  'booking-reminder': 'reminder of a booking',
  'booking-reminder-soon': 'reminder of a booking',
}

function reducedOpening(topic: BookingTopic, { day, from, nearness }: BookingInWords): string {
  const when = `${near[nearness]}${day}, ${from}`
  switch (topic) {
    case 'booking-confirmed':
      return `a booking is confirmed: ${when}.`
    case 'booking-moved':
      return `a booking was moved. The new time: ${when}.`
    case 'booking-reassigned':
      return `a booking has another place: ${when}.`
    case 'booking-cancelled':
      return `a booking is cancelled: ${when}.`
    case 'booking-closed-out':
      return `we are closed and a booking is cancelled: ${when}.`
    case 'booking-reduced':
      return `of a booking a part holds: ${when}.`
    case 'booking-no-show':
      return `nobody came to a booking: ${when}.`
    case 'place-offered':
      return `a place came free and is held for you, if you answer in time: ${when}.`
    case 'place-given':
      return `a place came free and the booking is confirmed: ${when}.`
    case 'offer-expired':
      return `the time to answer is over and a place went to the next person: ${when}.`
    case 'booking-reminder':
    case 'booking-reminder-soon':
      return `a booking is coming up: ${when}.`
  }
}
