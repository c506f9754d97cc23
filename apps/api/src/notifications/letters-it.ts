import type { BookingTopic } from '@officine/domain/word/decide-word'
import { absenceIt, absentEnd } from './letters-absence.ts'
import { expiredEnd, offeredEnd, waitingIt } from './letters-waiting.ts'
import type { Letter, LetterPart } from './letter.ts'
import type { BookingInWords, PortalAddresses, Sender } from './letter-facts.ts'
import type { LettersOfLanguage } from './letters.ts'

const text = (said: string): LetterPart => ({ kind: 'text', text: said })
const near = { today: 'oggi, ', tomorrow: 'domani, ', later: '' } as const

/** The letters in Italian: *tu*, short sentences, the thing to do first. */
export const lettersIt: LettersOfLanguage = {
  whole(topic, booking, bookingId, sender, addresses) {
    return letter(subjectOf(topic, booking, sender), sender, addresses, [
      text(`Ciao ${booking.givenName},`),
      text(openingOf(topic, booking)),
      factsOf(topic, booking),
      ...endOf(topic, booking, bookingId, sender, addresses),
    ])
  },

  reduced(topic, booking, sender, addresses, verifyUrl) {
    return letter(`${sender.town}: ${reducedSubject[topic]}`, sender, addresses, [
      text('Ciao,'),
      text(reducedOpening(topic, booking)),
      text(
        'Questo indirizzo non è ancora confermato, perciò qui non scriviamo nome, luogo e codice. Se è tuo, confermalo: i prossimi messaggi saranno completi.',
      ),
      { kind: 'link', label: 'Conferma l’indirizzo', url: verifyUrl },
      text('Se non hai prenotato tu, qualcuno ha scritto questo indirizzo per sbaglio: ignora il messaggio.'),
    ])
  },

  verification(expires, sender, addresses, verifyUrl) {
    return letter(`${sender.town}: conferma il tuo indirizzo e-mail`, sender, addresses, [
      text('Ciao,'),
      text(
        `hai indicato questo indirizzo a: ${sender.office}, ${sender.institution}. Confermalo, così ti scriviamo qui le notizie sulle tue prenotazioni.`,
      ),
      { kind: 'link', label: 'Conferma l’indirizzo', url: verifyUrl },
      text(`Il collegamento vale fino a ${expires}. Se non lo hai chiesto tu, ignora il messaggio.`),
    ])
  },

  calendar: (booking) => `Codice: ${booking.code}`,
}

function letter(
  subject: string,
  { office, institution, phone }: Sender,
  { messages }: PortalAddresses,
  parts: readonly LetterPart[],
): Letter {
  const reach = phone === undefined ? '' : ` Telefono: ${phone}.`
  return {
    language: 'it',
    subject,
    parts,
    signature: [
      text(`${office}, ${institution}.${reach}`),
      text('Questo messaggio parte da solo.'),
      { kind: 'link', label: 'Scegli quali promemoria ricevere', url: messages },
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
      return `${town}: prenotazione confermata, ${day}, ore ${from}`
    case 'booking-moved':
      return `${town}: prenotazione spostata a ${day}, ore ${from}`
    case 'booking-reassigned':
      return `${town}: un altro posto per te, ${day}, ore ${from}`
    case 'booking-cancelled':
      return `${town}: prenotazione annullata, ${day}, ore ${from}`
    case 'booking-closed-out':
      return `${town}: siamo chiusi, prenotazione annullata, ${day}, ore ${from}`
    case 'booking-reduced':
      return `${town}: la prenotazione cambia, ${day}, ore ${from}`
    case 'booking-no-show':
      return `${town}: assenza, ${day}, ore ${from}`
    case 'place-given':
      return `${town}: si è liberato un posto, è tuo: ${day}, ore ${from}`
    case 'place-offered':
      return `${town}: si è liberato un posto, rispondi entro ${offerUntil ?? ''}`
    case 'offer-expired':
      return `${town}: il posto è passato alla persona dopo, ${day}, ore ${from}`
    case 'booking-reminder':
    case 'booking-reminder-soon':
      return `${town}: promemoria per ${near[nearness]}${day}, ore ${from}`
  }
}

function openingOf(topic: BookingTopic, { nearness, absence }: BookingInWords): string {
  switch (topic) {
    case 'booking-confirmed':
      return 'la tua prenotazione è confermata.'
    case 'booking-moved':
      return 'la tua prenotazione ha un nuovo orario. Eccolo.'
    case 'booking-reassigned':
      return 'ti abbiamo dato un altro posto. Giorno, orario e codice restano gli stessi.'
    case 'booking-cancelled':
      return 'la prenotazione qui sotto è annullata: non hai più un posto a tuo nome.'
    case 'booking-closed-out':
      return 'a quell’ora siamo chiusi e abbiamo dovuto annullare la tua prenotazione. Non ti conta come assenza. Ci scusiamo.'
    case 'booking-reduced':
      return 'un servizio che avevi prenotato insieme al posto è chiuso. Il posto resta tuo: qui sotto trovi quello che vale. Se così non ti serve, annulla: non ha conseguenze.'
    case 'booking-no-show':
      return `avevi una prenotazione e il tuo arrivo non ci risulta. Dopo ${absence?.graceMinutes ?? 0} minuti il posto è tornato libero.`
    case 'place-given':
      return 'si è liberato il posto che aspettavi ed è tuo: la prenotazione è confermata.'
    case 'place-offered':
      return 'si è liberato il posto che aspettavi. Lo teniamo per te.'
    case 'offer-expired':
      return 'il tempo per rispondere è finito e il posto è passato alla persona dopo.'
    case 'booking-reminder':
      return nearness === 'tomorrow'
        ? 'ti ricordiamo la tua prenotazione di domani.'
        : 'ti ricordiamo la tua prenotazione.'
    case 'booking-reminder-soon':
      return 'la tua prenotazione comincia tra due ore.'
  }
}

function factsOf(
  topic: BookingTopic,
  { day, period, place, unit, extras, code }: BookingInWords,
): LetterPart {
  const rows: readonly (readonly [string, string] | undefined)[] = [
    ['Quando', `${day}, ${period}`],
    ['Dove', place],
    unit === undefined ? undefined : ['Posto', unit],
    extras === undefined ? undefined : ['Insieme', extras],
    topic === 'place-offered' || topic === 'offer-expired' ? undefined : ['Codice', code],
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
      return absentEnd(booking.absence, sender, addresses.booking(bookingId), absenceIt)
    case 'place-offered':
      return offeredEnd(booking, sender, addresses.booking(bookingId), waitingIt)
    case 'offer-expired':
      return expiredEnd(addresses, waitingIt)
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
  const until = freeCancelUntil === undefined ? '' : ` Fino a ${freeCancelUntil} non ha conseguenze.`
  const call = phone === undefined ? '' : ` Puoi anche chiamare il ${phone}.`
  return [
    text('All’arrivo di’ o mostra il codice.'),
    text(
      `Non puoi venire? Annulla dalla pagina della prenotazione: il posto torna subito libero.${until}${call}`,
    ),
    { kind: 'link', label: 'La tua prenotazione', url: booking(bookingId) },
  ]
}

function cancelledEnd({ cancelReason }: BookingInWords, { seats }: PortalAddresses): readonly LetterPart[] {
  return [
    ...(cancelReason === undefined ? [] : [text(`Il motivo: ${cancelReason}`)]),
    { kind: 'link', label: 'Prenota un altro orario', url: seats },
  ]
}

const reducedSubject: Readonly<Record<BookingTopic, string>> = {
  'booking-confirmed': 'prenotazione confermata',
  'booking-moved': 'prenotazione spostata',
  'booking-reassigned': 'un altro posto',
  'booking-cancelled': 'prenotazione annullata',
  'booking-closed-out': 'siamo chiusi, prenotazione annullata',
  'booking-reduced': 'la prenotazione cambia',
  'booking-no-show': 'assenza a una prenotazione',
  'place-offered': 'si è liberato un posto',
  'place-given': 'si è liberato un posto',
  'offer-expired': 'un posto non è più disponibile',
  'booking-reminder': 'promemoria di una prenotazione',
  'booking-reminder-soon': 'promemoria di una prenotazione',
}

function reducedOpening(topic: BookingTopic, { day, from, nearness }: BookingInWords): string {
  const when = `${near[nearness]}${day}, ore ${from}`
  switch (topic) {
    case 'booking-confirmed':
      return `una prenotazione è confermata: ${when}.`
    case 'booking-moved':
      return `una prenotazione ha un nuovo orario: ${when}.`
    case 'booking-reassigned':
      return `una prenotazione ha un altro posto: ${when}.`
    case 'booking-cancelled':
      return `una prenotazione è annullata: ${when}.`
    case 'booking-closed-out':
      return `siamo chiusi e una prenotazione è annullata: ${when}.`
    case 'booking-reduced':
      return `una prenotazione cambia, ne resta una parte: ${when}.`
    case 'booking-no-show':
      return `nessuno è venuto a una prenotazione: ${when}.`
    case 'place-offered':
      return `si è liberato un posto e lo teniamo per te, se rispondi in tempo: ${when}.`
    case 'place-given':
      return `si è liberato un posto e la prenotazione è confermata: ${when}.`
    case 'offer-expired':
      return `il tempo per rispondere è finito e un posto è passato alla persona dopo: ${when}.`
    case 'booking-reminder':
    case 'booking-reminder-soon':
      return `una prenotazione si avvicina: ${when}.`
  }
}
