import type { LetterPart } from './letter.ts'
import type { AbsenceInWords, Sender } from './letter-facts.ts'

/** What is said to who did not come, in one language. */
interface AbsenceWords {
  readonly onTheWay: string
  readonly excuse: (until: string, phone: string | undefined) => string
  readonly meaning: (absence: Pick<AbsenceInWords, 'strikes' | 'strikeDays' | 'pauseDays'>) => string
  readonly sayWhy: string
  readonly look: string
}

export const absenceIt: AbsenceWords = {
  onTheWay: 'Stai arrivando? Vieni e di’ il codice: se il posto è ancora libero, è tuo.',
  excuse: (until, phone) =>
    `Non potevi venire? Dillo entro ${until}: scegli il motivo (ricovero, nascita, lutto, malattia, incidente, sciopero dei trasporti, allerta meteo), senza certificato. Così l’assenza non conta.${
      phone === undefined ? '' : ` Puoi dirlo anche al telefono: ${phone}.`
    }`,
  meaning: ({ strikes, strikeDays, pauseDays }) =>
    `Che cosa cambia: con ${strikes} assenze senza motivo in ${strikeDays} giorni, per ${pauseDays} giorni prenoti solo in giornata. Puoi sempre venire anche senza prenotazione.`,
  sayWhy: 'Di’ perché non potevi venire',
  look: 'La tua prenotazione',
}

export const absenceEn: AbsenceWords = {
  onTheWay: 'On your way? Come and say the code: if the place is still free, it is yours.',
  excuse: (until, phone) =>
    `Could you not come? Say so by ${until}: choose the reason (hospital, birth, bereavement, illness, accident, transport strike, weather alert), no certificate needed. Then the absence does not count.${
      phone === undefined ? '' : ` You can also say it by telephone: ${phone}.`
    }`,
  meaning: ({ strikes, strikeDays, pauseDays }) =>
    `What changes: after ${strikes} absences without a reason in ${strikeDays} days, for ${pauseDays} days you book for the same day only. You can always come without a booking too.`,
  sayWhy: 'Say why you could not come',
  look: 'Your booking',
}

/** Still on the way, could not come, what it means: in this order, because the first can still be used. */
export function absentEnd(
  absence: AbsenceInWords | undefined,
  { phone }: Sender,
  url: string,
  words: AbsenceWords,
): readonly LetterPart[] {
  const said = absence === undefined ? [] : sentencesOf(absence, phone, words)
  const label = absence?.excuseUntil === undefined ? words.look : words.sayWhy
  return [...said.map((text) => ({ kind: 'text' as const, text })), { kind: 'link', label, url }]
}

function sentencesOf(
  absence: AbsenceInWords,
  phone: string | undefined,
  { onTheWay, excuse, meaning }: AbsenceWords,
): readonly string[] {
  const { isRunning, excuseUntil, strikes } = absence
  return [
    ...(isRunning ? [onTheWay] : []),
    ...(excuseUntil === undefined ? [] : [excuse(excuseUntil, phone)]),
    ...(strikes === 0 ? [] : [meaning(absence)]),
  ]
}
