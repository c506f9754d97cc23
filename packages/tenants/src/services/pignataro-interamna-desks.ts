import type { Service } from '../tenant-config.ts'

const site = 'officina'
const free = { it: 'È gratuito.', en: 'It is free.' }
const coworkingHours = { it: 'Negli orari del coworking.', en: 'During coworking hours.' }
const byAppointment = {
  it: 'Chiama o passa dall’officina: ti diamo il primo orario libero.',
  en: 'Call or come by the workshop: we give you the first free time.',
}
// The same words for every desk where somebody may not want to be seen asking.
const inConfidence = {
  it: 'Il colloquio è riservato: a chi prenota chiediamo solo un recapito, non il motivo.',
  en: 'The talk is confidential: to book we ask for a contact only, not for the reason.',
}
/** Desks that the workshop hosts; their hours are not known yet, so they are told and not booked. */
export const pignataroInteramnaDesks = [
  {
    slug: 'supporto-digitale',
    kind: 'information',
    site,
    texts: {
      it: {
        title: 'Supporto digitale',
        summary: 'SPID, carta d’identità elettronica, PEC e servizi in rete, con qualcuno accanto.',
        audience: 'A chi si sente poco pratico, a qualunque età.',
        howTo: byAppointment.it,
        needed: 'Un documento, la tessera sanitaria e il telefono, se ne hai uno.',
        obtained: 'Quello che ti serviva, fatto insieme, e la prossima volta più facile.',
        timing: coworkingHours.it,
        cost: free.it,
      },
      en: {
        title: 'Digital help',
        summary:
          'SPID, electronic identity card, certified e-mail and online services, with somebody beside you.',
        audience: 'Whoever feels out of practice, at any age.',
        howTo: byAppointment.en,
        needed: 'A document, your health card and your telephone, if you have one.',
        obtained: 'What you needed, done together, and an easier next time.',
        timing: coworkingHours.en,
        cost: free.en,
      },
    },
  },
  {
    slug: 'sportelli-formazione',
    kind: 'information',
    site,
    texts: {
      it: {
        title: 'Sportelli di formazione',
        summary: 'Corsi, tirocini e formazione a distanza, con le scuole e l’Università di Cassino.',
        audience: 'A chi cerca un corso, vuole cambiare lavoro o tornare a studiare.',
        howTo: byAppointment.it,
        needed: 'Nulla. Se hai un curriculum, portalo.',
        obtained: 'I corsi adatti a te, con date, costi e modo di iscriversi.',
        timing: coworkingHours.it,
        cost: free.it,
      },
      en: {
        title: 'Training desks',
        summary: 'Courses, placements and distance learning, with schools and the University of Cassino.',
        audience: 'Whoever looks for a course, a change of work or a way back to study.',
        howTo: byAppointment.en,
        needed: 'Nothing. If you have a CV, bring it.',
        obtained: 'The courses that suit you, with dates, costs and how to enrol.',
        timing: coworkingHours.en,
        cost: free.en,
      },
    },
  },
  {
    slug: 'baby-sitting-studio-assistito',
    kind: 'information',
    site,
    texts: {
      it: {
        title: 'Baby-sitting e studio assistito',
        summary: 'Mentre lavori da noi, qualcuno sta con i tuoi figli o li segue nei compiti.',
        audience: 'A chi usa il coworking, per i propri bambini e ragazzi.',
        howTo: byAppointment.it,
        needed: 'La prenotazione di una postazione per lo stesso orario.',
        obtained: 'Un posto per tuo figlio nelle ore in cui lavori.',
        timing: 'Negli orari del coworking, secondo i posti.',
        cost: free.it,
      },
      en: {
        title: 'Babysitting and assisted study',
        summary: 'While you work here, somebody is with your children or helps with their homework.',
        audience: 'People who use the coworking, for their own children.',
        howTo: byAppointment.en,
        needed: 'A desk booked for the same time.',
        obtained: 'A place for your child during the hours you work.',
        timing: 'During coworking hours, as places allow.',
        cost: free.en,
      },
    },
  },
  {
    slug: 'caf-sportello-sociale',
    kind: 'information',
    site,
    texts: {
      it: {
        title: 'CAF e sportello sociale',
        summary: 'ISEE, dichiarazioni, bonus e aiuti per la famiglia e la casa.',
        audience: 'A tutti i cittadini.',
        howTo: byAppointment.it,
        needed: 'Un documento e la tessera sanitaria. Per l’ISEE ti diciamo prima quali carte portare.',
        obtained: 'La pratica avviata, o l’indicazione dell’ufficio che la segue.',
        timing: 'Su appuntamento.',
        cost: 'Il colloquio è gratuito. Se una pratica ha un costo, te lo diciamo prima.',
      },
      en: {
        title: 'Tax assistance and social desk',
        summary: 'ISEE, tax returns, benefits and help for family and home.',
        audience: 'All citizens.',
        howTo: byAppointment.en,
        needed: 'A document and your health card. For the ISEE we tell you beforehand which papers to bring.',
        obtained: 'Your case opened, or the office that follows it.',
        timing: 'By appointment.',
        cost: 'The talk is free. If a case has a cost, we say so first.',
      },
    },
  },
  {
    slug: 'consulenza-psicologica',
    kind: 'information',
    site,
    texts: {
      it: {
        title: 'Consulenza psicologica',
        summary: 'Uno spazio riservato per parlare con una psicologa o uno psicologo.',
        audience: 'A chi attraversa un momento difficile.',
        howTo: inConfidence.it,
        needed: 'Nulla.',
        obtained: 'Un primo ascolto e, se serve, il servizio giusto a cui rivolgersi.',
        timing: 'Su appuntamento.',
        cost: free.it,
      },
      en: {
        title: 'Psychological counselling',
        summary: 'A private space to talk with a psychologist.',
        audience: 'Whoever is going through a hard time.',
        howTo: inConfidence.en,
        needed: 'Nothing.',
        obtained: 'A first hearing and, if needed, the right service to turn to.',
        timing: 'By appointment.',
        cost: free.en,
      },
    },
  },
  {
    slug: 'sportello-donna',
    kind: 'information',
    site,
    texts: {
      it: {
        title: 'Sportello donna',
        summary: 'Ascolto e sostegno, con le associazioni e i professionisti del territorio.',
        audience: 'A tutte le donne.',
        howTo: inConfidence.it,
        needed: 'Nulla. Se sei in pericolo, chiama subito il 1522 o il 112: rispondono giorno e notte.',
        obtained: 'Qualcuno che ti ascolta e ti accompagna, anche da un legale o in un centro antiviolenza.',
        timing: 'Su appuntamento.',
        cost: free.it,
      },
      en: {
        title: 'Women’s desk',
        summary: 'Listening and support, with local associations and professionals.',
        audience: 'All women.',
        howTo: inConfidence.en,
        needed: 'Nothing. If you are in danger, call 1522 or 112 at once: they answer day and night.',
        obtained: 'Somebody who listens and goes with you, also to a lawyer or to an anti-violence centre.',
        timing: 'By appointment.',
        cost: free.en,
      },
    },
  },
] satisfies readonly Service[]
