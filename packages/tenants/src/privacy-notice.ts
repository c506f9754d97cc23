import type { LocalDay } from '@officine/domain/rules/tenant-rules'
import type { PrivacyNotice, Texts } from './tenant-config.ts'

/** Who answers for a town's data, and where a citizen writes. */
export interface Controller {
  readonly institutionName: Texts
  readonly address: string
  readonly email: string
}

/**
 * The notice that towns start from, with the contents that GDPR art. 13 asks for; a draft until the controller and its
 * data protection officer adopt it. A town changes `version` whenever a word of it changes.
 */
export function privacyNotice(
  controller: Controller,
  version: string,
  effectiveFrom: LocalDay,
): PrivacyNotice {
  const { address, email } = controller
  return {
    version,
    effectiveFrom,
    texts: {
      it: [
        {
          title: 'Chi tratta i tuoi dati',
          paragraphs: [
            `Il titolare è il ${controller.institutionName.it}, ${address}. Per qualsiasi domanda, anche al responsabile della protezione dei dati, scrivi a ${email}.`,
          ],
        },
        {
          title: 'Quali dati e perché',
          paragraphs: [
            'Nome, cognome, data di nascita e codice fiscale arrivano dalla tua identità digitale, oppure li dai tu allo sportello. Ci servono per sapere a chi va il posto e per applicare a tutti le stesse regole.',
            'Telefono o e-mail servono solo per avvisarti delle tue prenotazioni. Ne basta uno dei due.',
            'Delle prenotazioni teniamo giorno, ora, posto, esito e presenza. Se una regola chiede una condizione, registriamo soltanto se c’è e fino a quando vale, mai il documento che la prova.',
            'Lo facciamo per un compito di interesse pubblico (regolamento UE 2016/679, articolo 6, paragrafo 1, lettera e): dare i posti dell’officina municipale in modo trasparente.',
          ],
        },
        {
          title: 'Chi li vede',
          paragraphs: [
            'Li vede il personale dell’officina, solo per il proprio compito. Ogni volta che qualcuno apre la tua scheda lo registriamo, con il motivo: lo trovi nella tua area.',
            'La Regione Lazio riceve conteggi, mai nomi. Nessun altro Comune può vedere i tuoi dati. Non li cediamo, non li portiamo fuori dall’Unione europea e non li usiamo per farti pubblicità.',
          ],
        },
        {
          title: 'Per quanto tempo',
          paragraphs: [
            'Contatti e codice fiscale restano finché usi il servizio e per un anno dopo l’ultima prenotazione. Poi cancelliamo la persona e teniamo i fatti senza nome, per poter dimostrare come sono stati dati i posti.',
          ],
        },
        {
          title: 'I tuoi diritti',
          paragraphs: [
            `Puoi chiedere di vedere i tuoi dati, correggerli, cancellarli, limitarne l’uso o opporti: scrivi a ${email} o vieni allo sportello. Rispondiamo entro un mese.`,
            'Nessuna decisione sui posti si fonda su un profilo. Se un esito non ti convince, risponde una persona. Puoi sempre rivolgerti al Garante per la protezione dei dati personali, www.garanteprivacy.it.',
          ],
        },
      ],
      en: [
        {
          title: 'Who handles your data',
          paragraphs: [
            `The controller is the ${controller.institutionName.en}, ${address}. For any question, also to the data protection officer, write to ${email}.`,
          ],
        },
        {
          title: 'Which data, and why',
          paragraphs: [
            'Your name, date of birth and tax code come from your digital identity, or you give them at the counter. We need them to know whose place it is and to apply the same rules to everyone.',
            'A telephone number or an e-mail address is used only to tell you about your bookings. One of the two is enough.',
            'Of each booking we keep the day, time, place, outcome and attendance. When a rule asks for a condition, we record only whether it holds and until when, never the document that proves it.',
            'We do this to carry out a task in the public interest (Regulation (EU) 2016/679, Article 6(1)(e)): giving out the places of the municipal workshop in the open.',
          ],
        },
        {
          title: 'Who sees them',
          paragraphs: [
            'The workshop’s staff see them, each for their own task. Every time somebody opens your record we note it, with the reason: you find it in your area.',
            'The Lazio Region receives counts, never names. No other municipality can see your data. We do not pass them on, take them outside the European Union or use them for advertising.',
          ],
        },
        {
          title: 'For how long',
          paragraphs: [
            'Contacts and tax code stay while you use the service and for one year after your last booking. Then we erase the person and keep the facts without a name, to be able to show how places were given.',
          ],
        },
        {
          title: 'Your rights',
          paragraphs: [
            `You may ask to see your data, correct them, erase them, restrict their use or object: write to ${email} or come to the counter. We answer within a month.`,
            'No decision about places rests on a profile. If an outcome does not convince you, a person answers. You can always turn to the Italian data protection authority, www.garanteprivacy.it.',
          ],
        },
      ],
    },
  }
}
