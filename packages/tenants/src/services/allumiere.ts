import type { Service } from '../tenant-config.ts'

const site = 'palazzo-camerale'
const free = { it: 'È gratuito.', en: 'It is free.' }

export const allumiereServices = [
  {
    slug: 'postazioni',
    kind: 'seats',
    site,
    pool: 'seats',
    texts: {
      it: {
        title: 'Prenota una postazione',
        summary: 'Mezza giornata di lavoro o di studio, con internet veloce e stampante.',
        audience: 'A chiunque, anche a chi non abita ad Allumiere. Tutti partono alla pari.',
        howTo:
          'Scegli il giorno, la mattina o il pomeriggio e, se vuoi, il posto. Puoi prenotare da qui, per telefono o allo sportello: le regole sono le stesse.',
        needed: 'SPID o carta d’identità elettronica. Se non li hai, un documento allo sportello.',
        obtained: 'Un posto numerato per mezza giornata e un codice da mostrare quando arrivi.',
        timing:
          'Si prenota da dieci giorni lavorativi prima, dalle 9, fino all’inizio del turno. Al massimo tre mezze giornate a settimana.',
        cost: free.it,
      },
      en: {
        title: 'Book a desk',
        summary: 'Half a day to work or study, with fast internet and a printer.',
        audience: 'Anyone, also people who do not live in Allumiere. Everybody starts level.',
        howTo:
          'Choose the day, the morning or the afternoon and, if you like, the desk. You can book here, by telephone or at the counter: the rules are the same.',
        needed: 'SPID or an electronic identity card. Without them, a document at the counter.',
        obtained: 'A numbered desk for half a day and a code to show when you arrive.',
        timing:
          'You can book from ten working days before, from 9:00, until the shift begins. At most three half days a week.',
        cost: free.en,
      },
    },
  },
  {
    slug: 'sportello-cittadini',
    kind: 'desk',
    site,
    pool: 'desk',
    texts: {
      it: {
        title: 'Sportello cittadini',
        summary: 'SPID, portali INPS e INAIL, PEC, domande per sussidi, incentivi e lavoro.',
        audience: 'A chi vuole una mano con i servizi in rete o con una domanda.',
        howTo: 'Prenota un appuntamento di mezz’ora, oppure chiedi allo sportello il primo orario libero.',
        needed:
          'Un documento, la tessera sanitaria e il telefono. Se hai già cominciato una domanda, porta quello che hai.',
        obtained:
          'SPID attivato, la domanda compilata con te e inviata, oppure l’indicazione esatta di chi può aiutarti.',
        timing: 'Martedì e giovedì dalle 9 alle 13. Ogni appuntamento dura mezz’ora.',
        cost: free.it,
      },
      en: {
        title: 'Citizens’ desk',
        summary: 'SPID, the INPS and INAIL portals, certified e-mail, applications for benefits and work.',
        audience: 'Anyone who would like a hand with online services or with an application.',
        howTo: 'Book a half-hour appointment, or ask at the counter for the first free time.',
        needed:
          'A document, your health card and your telephone. If you have begun an application, bring what you have.',
        obtained:
          'SPID activated, the application filled in with you and sent, or the exact name of who can help.',
        timing: 'Tuesdays and Thursdays from 9:00 to 13:00. Each appointment lasts half an hour.',
        cost: free.en,
      },
    },
  },
  {
    slug: 'sportello-imprese',
    kind: 'desk',
    site,
    pool: 'desk',
    texts: {
      it: {
        title: 'Sportello imprese',
        summary: 'Bandi, incentivi, fondi per la formazione, ricerca di personale, politiche attive.',
        audience: 'A imprese, artigiani, professionisti e a chi sta per aprire un’attività.',
        howTo: 'Prenota un appuntamento di mezz’ora, oppure chiedi allo sportello il primo orario libero.',
        needed:
          'Un documento e, se l’impresa esiste già, la partita IVA. Del bando che ti interessa basta il nome.',
        obtained:
          'Un quadro dei bandi e degli incentivi adatti, con le scadenze, e aiuto nel cercare personale.',
        timing: 'Martedì e giovedì dalle 9 alle 13. Ogni appuntamento dura mezz’ora.',
        cost: free.it,
      },
      en: {
        title: 'Companies’ desk',
        summary: 'Calls, incentives, training funds, recruitment, active labour policies.',
        audience: 'Companies, craftspeople, professionals, and whoever is about to start a business.',
        howTo: 'Book a half-hour appointment, or ask at the counter for the first free time.',
        needed:
          'A document and, if the company exists already, its VAT number. Of a call, the name is enough.',
        obtained: 'The calls and incentives that suit you, with their deadlines, and help in finding staff.',
        timing: 'Tuesdays and Thursdays from 9:00 to 13:00. Each appointment lasts half an hour.',
        cost: free.en,
      },
    },
  },
] satisfies readonly Service[]
