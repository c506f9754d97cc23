import type { Service } from '../tenant-config.ts'
import { romaMunicipioVNeighbourhood } from './roma-municipio-v-neighbourhood.ts'

const site = 'via-dameta'
const free = { it: 'È gratuito.', en: 'It is free.' }

export const romaMunicipioVServices = [
  {
    slug: 'coworking',
    kind: 'seats',
    site,
    pool: 'seats',
    texts: {
      it: {
        title: 'Prenota una postazione',
        summary: 'Dieci postazioni per lavorare o studiare, da soli o in un piccolo gruppo.',
        audience:
          'A chi ha almeno 16 anni. Una parte dei posti è tenuta da parte per chi lavora e ha figli o familiari da curare, per chi ha meno di 35 anni e per chi è in una condizione di fragilità.',
        howTo:
          'Scegli il giorno, la mattina o il pomeriggio e, se vuoi, il posto. Puoi prenotare da qui, per telefono o al banco: le regole sono le stesse.',
        needed: 'SPID o carta d’identità elettronica. Se non li hai, un documento al banco.',
        obtained: 'Un posto numerato per mezza giornata e un codice da mostrare quando arrivi.',
        timing:
          'Da lunedì a venerdì, dalle 9 alle 14 e dalle 14 alle 19. I posti liberi di una settimana si prenotano dalle 13 del giovedì prima. Al massimo quattro mezze giornate a settimana.',
        cost: free.it,
      },
      en: {
        title: 'Book a desk',
        summary: 'Ten desks to work or study, alone or in a small group.',
        audience:
          'Anyone aged 16 or over. Some desks are kept for people who work and care for children or relatives, for under-35s and for people in a fragile condition.',
        howTo:
          'Choose the day, the morning or the afternoon and, if you like, the desk. You can book here, by telephone or at the counter: the rules are the same.',
        needed: 'SPID or an electronic identity card. Without them, a document at the counter.',
        obtained: 'A numbered desk for half a day and a code to show when you arrive.',
        timing:
          'Monday to Friday, 9:00 to 14:00 and 14:00 to 19:00. The free desks of a week can be booked from 13:00 on the Thursday before. At most four half days a week.',
        cost: free.en,
      },
    },
  },
  {
    slug: 'spazio-bimbi',
    kind: 'activity',
    site,
    pool: 'care',
    texts: {
      it: {
        title: 'Spazio bimbi',
        summary: 'Tuo figlio sta qui accanto mentre lavori: sei posti, insieme alla postazione.',
        audience: 'A chi prenota una postazione e ha con sé una bambina o un bambino da 3 a 10 anni.',
        howTo:
          'Chiedi il posto insieme alla postazione: o ci sono tutti e due, o non prenoti niente. Puoi farlo anche per telefono o al banco.',
        needed: 'L’età del bambino. Allergie e un numero da chiamare li dici a chi lo accoglie.',
        obtained: 'Un posto nello spazio bimbi per la stessa mezza giornata della postazione.',
        timing:
          'Negli orari delle postazioni. Al massimo sei mezze giornate a settimana per nucleo familiare.',
        cost: free.it,
      },
      en: {
        title: 'Children’s space',
        summary: 'Your child is next door while you work: six places, together with your desk.',
        audience: 'Anyone who books a desk and brings a child aged 3 to 10.',
        howTo:
          'Ask for the place together with the desk: you get both or book nothing. You can also do it by telephone or at the counter.',
        needed: 'The child’s age. You tell allergies and a number to call to the person who welcomes them.',
        obtained: 'A place in the children’s space for the same half day as your desk.',
        timing: 'At the times of the desks. At most six half days a week for each household.',
        cost: free.en,
      },
    },
  },
  {
    slug: 'area-animali',
    kind: 'activity',
    site,
    pool: 'pet',
    texts: {
      it: {
        title: 'Area per piccoli animali',
        summary: 'Un posto per il tuo piccolo animale, mentre sei alla postazione.',
        audience: 'A chi prenota una postazione e non vuole separarsi dal suo animale.',
        howTo: 'Chiedi il posto insieme alla postazione: ce ne sono due per ogni mezza giornata.',
        needed: 'Un animale piccolo per ogni posto, con il guinzaglio o il trasportino.',
        obtained: 'Un posto nell’area per la stessa mezza giornata della postazione.',
        timing: 'Negli orari delle postazioni.',
        cost: free.it,
      },
      en: {
        title: 'Area for small pets',
        summary: 'A place for your small pet while you are at your desk.',
        audience: 'Anyone who books a desk and would rather not leave their pet at home.',
        howTo: 'Ask for the place together with the desk: there are two for each half day.',
        needed: 'One small animal for each place, with its lead or carrier.',
        obtained: 'A place in the area for the same half day as your desk.',
        timing: 'At the times of the desks.',
        cost: free.en,
      },
    },
  },
  {
    slug: 'computer-portatili',
    kind: 'activity',
    site,
    pool: 'laptop',
    texts: {
      it: {
        title: 'Computer portatili',
        summary: 'Un portatile in prestito mentre sei alla postazione.',
        audience: 'A chi prenota una postazione e non ha un computer con sé.',
        howTo:
          'Chiedilo insieme alla postazione: ce ne sono tre per ogni mezza giornata. Se sono finiti, la postazione resta tua.',
        needed: 'Un documento da mostrare al banco quando lo ritiri.',
        obtained: 'Un portatile per la stessa mezza giornata della postazione, da ridare al banco.',
        timing: 'Negli orari delle postazioni.',
        cost: free.it,
      },
      en: {
        title: 'Laptops',
        summary: 'A laptop on loan while you are at your desk.',
        audience: 'Anyone who books a desk and has no computer with them.',
        howTo:
          'Ask for it together with the desk: there are three for each half day. If none is left, the desk stays yours.',
        needed: 'A document to show at the counter when you collect it.',
        obtained: 'A laptop for the same half day as your desk, to give back at the counter.',
        timing: 'At the times of the desks.',
        cost: free.en,
      },
    },
  },
  {
    slug: 'laboratori-creativi',
    kind: 'activity',
    site,
    pool: 'lab',
    texts: {
      it: {
        title: 'Laboratori creativi',
        summary: 'Per bambini e ragazzi dai 6 ai 18 anni, con strumenti innovativi e tecnologici.',
        audience: 'A bambine, bambini, ragazze e ragazzi da 6 a 18 anni. Fratelli e sorelle entrano insieme.',
        howTo: 'Un genitore o chi ne fa le veci lo chiede al banco o per telefono.',
        needed: 'Nome e data di nascita di chi partecipa, e un numero da chiamare.',
        obtained: 'Un posto nel gruppo: sono dodici per incontro.',
        timing: 'Il mercoledì dalle 16:30 alle 18:30.',
        cost: free.it,
      },
      en: {
        title: 'Creative labs',
        summary: 'For children and young people aged 6 to 18, with new and technological tools.',
        audience: 'Children and young people aged 6 to 18. Brothers and sisters join together.',
        howTo: 'A parent or guardian asks at the counter or by telephone.',
        needed: 'Name and date of birth of who takes part, and a number to call.',
        obtained: 'A place in the group: twelve for each meeting.',
        timing: 'Wednesdays from 16:30 to 18:30.',
        cost: free.en,
      },
    },
  },
  {
    slug: 'doposcuola',
    kind: 'information',
    site,
    isAnnounced: true,
    texts: {
      it: {
        title: 'Doposcuola',
        summary: 'Compiti e studio in compagnia, dopo la scuola, dai 6 ai 18 anni.',
        audience: 'A bambine, bambini, ragazze e ragazzi da 6 a 18 anni del quartiere.',
        howTo: 'Un genitore o chi ne fa le veci lascia un recapito al banco o per telefono.',
        needed: 'Nome, età e scuola di chi partecipa.',
        obtained: 'Una risposta con giorni, gruppo e chi lo segue.',
        timing: 'I giorni si comunicano all’apertura delle iscrizioni.',
        cost: free.it,
      },
      en: {
        title: 'After-school',
        summary: 'Homework and study in company, after school, from 6 to 18 years.',
        audience: 'Children and young people aged 6 to 18 from the neighbourhood.',
        howTo: 'A parent or guardian leaves a contact at the counter or by telephone.',
        needed: 'Name, age and school of who takes part.',
        obtained: 'An answer with the days, the group and who follows it.',
        timing: 'The days are announced when enrolment opens.',
        cost: free.en,
      },
    },
  },
  ...romaMunicipioVNeighbourhood,
] satisfies readonly Service[]
