import type { Letter, LetterPart } from './letter.ts'
import type { BookingInWords, PortalAddresses, Sender } from './letter-facts.ts'

/** What is said to who waited for a place, in one language. */
interface WaitingWords {
  readonly answer: (until: string, phone: string | undefined) => string
  readonly noAnswer: string
  readonly answerLink: string
  readonly next: string
  readonly look: string
}

export const waitingIt: WaitingWords = {
  answer: (until, phone) =>
    `Hai tempo fino a ${until}. Apri la pagina e scegli «Lo prendo» o «No, grazie».${
      phone === undefined ? '' : ` Puoi rispondere anche al telefono: ${phone}.`
    }`,
  noAnswer: 'Se non rispondi, il posto passa alla persona dopo. Per te non cambia niente.',
  answerLink: 'Rispondi',
  next: 'Per te non cambia niente: negli altri orari resti dove sei nella lista d’attesa.',
  look: 'Prenota un altro orario',
}

export const waitingEn: WaitingWords = {
  answer: (until, phone) =>
    `You have until ${until}. Open the page and choose “I take it” or “No, thank you”.${
      phone === undefined ? '' : ` You can also answer by telephone: ${phone}.`
    }`,
  noAnswer: 'If you do not answer, the place goes to the next person. Nothing changes for you.',
  answerLink: 'Answer',
  next: 'Nothing changes for you: your order for other times stays.',
  look: 'Book another time',
}

/** Until when first, then the way to answer: following the link only opens the page, since programs that scan mail follow links. */
export function offeredEnd(
  { offerUntil }: BookingInWords,
  { phone }: Sender,
  url: string,
  words: WaitingWords,
): readonly LetterPart[] {
  return [
    ...(offerUntil === undefined ? [] : [said(words.answer(offerUntil, phone))]),
    said(words.noAnswer),
    { kind: 'link', label: words.answerLink, url },
  ]
}

export function expiredEnd({ seats }: PortalAddresses, words: WaitingWords): Letter['parts'] {
  return [said(words.next), { kind: 'link', label: words.look, url: seats }]
}

function said(text: string): LetterPart {
  return { kind: 'text', text }
}
