import type { Service } from '../tenant-config.ts'

const site = 'campidoglio'
const free = { it: 'È gratuito.', en: 'It is free.' }
const toCome = {
  it: 'Le date si pubblicano qui.',
  en: 'The dates are published here.',
}

export const romaCapitaleServices = [
  {
    slug: 'albo-coworking',
    kind: 'information',
    site,
    isAnnounced: true,
    texts: {
      it: {
        title: 'Albo dei coworking cittadini',
        summary:
          'Un elenco pubblico degli spazi di lavoro condiviso, da chi ha cento posti all’internet café.',
        audience: 'A chi gestisce uno spazio di coworking a Roma, e a chi ne cerca uno vicino a casa.',
        howTo:
          'Se gestisci uno spazio, scrivi: raccogliamo gli indirizzi di chi vuole esserci dal principio.',
        needed: 'Nome e indirizzo dello spazio, numero di posti, orari.',
        obtained: 'L’avviso appena si apre la domanda di iscrizione.',
        timing: toCome.it,
        cost: free.it,
      },
      en: {
        title: 'Register of coworking spaces',
        summary: 'A public list of shared workplaces, from a hundred desks to the internet café.',
        audience: 'People who run a coworking space in Rome, and people who look for one near home.',
        howTo:
          'If you run a space, write: we gather the addresses of who would like to be in from the start.',
        needed: 'Name and address of the space, number of desks, opening hours.',
        obtained: 'Word as soon as applications open.',
        timing: toCome.en,
        cost: free.en,
      },
    },
  },
  {
    slug: 'voucher-coworking',
    kind: 'information',
    site,
    isAnnounced: true,
    texts: {
      it: {
        title: 'Voucher per freelance e precari',
        summary: 'Un aiuto per entrare in uno spazio di coworking, a chi lavora senza un posto fisso.',
        audience: 'A freelance e a chi ha un lavoro precario.',
        howTo: 'La misura è in progettazione: quando c’è il bando, la domanda si fa da qui.',
        needed: 'Per ora niente.',
        obtained: 'L’avviso con requisiti, importo e scadenza.',
        timing: toCome.it,
        cost: free.it,
      },
      en: {
        title: 'Vouchers for freelancers and precarious workers',
        summary: 'Help to enter a coworking space, for people who work without a steady job.',
        audience: 'Freelancers and people in precarious work.',
        howTo: 'The measure is being designed: when the call is out, you apply from here.',
        needed: 'Nothing for now.',
        obtained: 'The notice with conditions, amount and deadline.',
        timing: toCome.en,
        cost: free.en,
      },
    },
  },
  {
    slug: 'poli-civici',
    kind: 'information',
    site,
    texts: {
      it: {
        title: 'Poli Civici',
        summary: 'Mutualismo, lavoro e partecipazione: si comincia nei municipi VII, VIII, IX e XII.',
        audience: 'A chi abita in uno dei quattro municipi; poi, passo dopo passo, in tutti e quindici.',
        howTo: 'Rivolgiti al Polo Civico del tuo municipio.',
        needed: 'Niente.',
        obtained:
          'Uno sportello sociale, un centro per lo sviluppo locale, un laboratorio di partecipazione.',
        timing: 'Giorni e orari li dice ogni municipio.',
        cost: free.it,
      },
      en: {
        title: 'Poli Civici',
        summary: 'Mutual aid, work and participation: it begins in municipi VII, VIII, IX and XII.',
        audience: 'People who live in one of the four municipi; then, step by step, in all fifteen.',
        howTo: 'Turn to the Polo Civico of your municipio.',
        needed: 'Nothing.',
        obtained: 'A social desk, a hub for local development, a participation lab.',
        timing: 'Each municipio tells its days and times.',
        cost: free.en,
      },
    },
  },
] satisfies readonly Service[]
