import type { Service } from '../tenant-config.ts'

const site = 'via-dameta'
const free = { it: 'È gratuito.', en: 'It is free.' }
const whenOpen = {
  it: 'Da lunedì a venerdì, negli orari dell’officina.',
  en: 'Monday to Friday, at the times of the workshop.',
}

/** What the neighbourhood operator does: told here, asked at the counter or by telephone. */
export const romaMunicipioVNeighbourhood = [
  {
    slug: 'piccole-riparazioni',
    kind: 'information',
    site,
    texts: {
      it: {
        title: 'Piccole riparazioni in casa',
        summary:
          'L’operatore di quartiere ti trova un artigiano della zona: idraulico, elettricista, falegname.',
        audience: 'A chi abita nel quartiere e ha un piccolo guasto in casa.',
        howTo: 'Racconta il guasto al banco o per telefono. L’operatore sceglie a turno fra gli artigiani.',
        needed:
          'Che cosa si è rotto e quando sei in casa. L’indirizzo serve solo quando accetti la proposta.',
        obtained: 'La proposta di un artigiano e un appuntamento. Dopo, ti chiediamo com’è andata.',
        timing: whenOpen.it,
        cost: 'Il servizio è gratuito; il lavoro lo paghi all’artigiano, al prezzo che ti dice prima.',
      },
      en: {
        title: 'Small repairs at home',
        summary: 'The neighbourhood operator finds you a local plumber, electrician or carpenter.',
        audience: 'People of the neighbourhood with something small to repair at home.',
        howTo:
          'Tell what happened at the counter or by telephone. The operator chooses among craftspeople by turns.',
        needed:
          'What broke and when you are at home. Your address is needed only once you accept the proposal.',
        obtained: 'A craftsperson’s proposal and an appointment. Afterwards we ask how it went.',
        timing: whenOpen.en,
        cost: 'The service is free; you pay the craftsperson for the work, at the price told beforehand.',
      },
    },
  },
  {
    slug: 'servizi-del-quartiere',
    kind: 'information',
    site,
    texts: {
      it: {
        title: 'I servizi del quartiere',
        summary: 'L’operatore di quartiere sa che cosa c’è a La Rustica, e a chi rivolgersi.',
        audience: 'A chiunque cerchi un servizio, un ufficio o un’associazione della zona.',
        howTo: 'Chiedi al banco o per telefono.',
        needed: 'Niente: basta la domanda.',
        obtained: 'Il servizio giusto, con indirizzo, orari e chi chiamare.',
        timing: whenOpen.it,
        cost: free.it,
      },
      en: {
        title: 'Services of the neighbourhood',
        summary: 'The neighbourhood operator knows what there is in La Rustica, and whom to ask.',
        audience: 'Anyone who looks for a service, an office or an association nearby.',
        howTo: 'Ask at the counter or by telephone.',
        needed: 'Nothing: your question is enough.',
        obtained: 'The right service, with its address, hours and whom to call.',
        timing: whenOpen.en,
        cost: free.en,
      },
    },
  },
  {
    slug: 'mobilita-condivisa',
    kind: 'information',
    site,
    texts: {
      it: {
        title: 'Bici, auto e monopattini condivisi',
        summary: 'Ti mostriamo come si usano, dal telefono alla prima corsa.',
        audience: 'A chi vuole muoversi senza un’auto propria e non sa da dove cominciare.',
        howTo: 'Vieni al banco con il telefono, oppure chiama.',
        needed: 'Un telefono. Per le auto anche la patente.',
        obtained: 'L’iscrizione fatta insieme e quello che serve per la prima corsa.',
        timing: whenOpen.it,
        cost: 'L’aiuto è gratuito; le corse si pagano a chi gestisce i mezzi.',
      },
      en: {
        title: 'Shared bikes, cars and e-scooters',
        summary: 'We show you how they work, from your telephone to your first ride.',
        audience: 'Anyone who would like to move without a car of their own and knows not where to begin.',
        howTo: 'Come to the counter with your telephone, or call.',
        needed: 'A telephone. For cars, your driving licence too.',
        obtained: 'The registration, done together, and what you need for your first ride.',
        timing: whenOpen.en,
        cost: 'Our help is free; rides are paid to whoever runs the vehicles.',
      },
    },
  },
] satisfies readonly Service[]
