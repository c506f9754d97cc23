import type { Service } from '../tenant-config.ts'
import { pignataroInteramnaDesks } from './pignataro-interamna-desks.ts'

const site = 'officina'
const free = { it: 'È gratuito.', en: 'It is free.' }
const hall = {
  it: {
    summary: 'Riunioni in rete, convegni, formazione a distanza, collegi dei docenti.',
    audience: 'A enti, scuole, ordini, sindacati, associazioni e cittadini che organizzano un incontro.',
    howTo:
      'Chiedi la sala per un giorno, dicendo che cosa organizzi. Le richieste di un mese si raccolgono insieme e ricevono risposta quattordici giorni lavorativi prima.',
    needed: 'SPID o carta d’identità elettronica, il nome di chi è responsabile e il numero di persone.',
    obtained: 'La sala per la giornata, con mezz’ora prima e dopo per allestire e riordinare.',
    timing: 'Da lunedì a sabato, dalle 8 alle 22. Al massimo quattro giornate al mese per organizzazione.',
    cost: free.it,
  },
  en: {
    summary: 'Online meetings, conferences, distance training, teachers’ councils.',
    audience:
      'Public bodies, schools, professional orders, unions, associations and citizens who hold a meeting.',
    howTo:
      'Ask for the hall for a day and say what you are organising. The requests for a month are gathered and answered fourteen working days before.',
    needed: 'SPID or an electronic identity card, the name of the person in charge and the number of people.',
    obtained: 'The hall for the day, with half an hour before and after to set up and tidy.',
    timing: 'Monday to Saturday, 8:00 to 22:00. At most four days a month for each organisation.',
    cost: free.en,
  },
}

export const pignataroInteramnaServices = [
  {
    slug: 'coworking',
    kind: 'seats',
    site,
    pool: 'seats',
    texts: {
      it: {
        title: 'Prenota una postazione',
        summary: 'Lavora o studia vicino a casa, senza la strada per Roma o Frosinone.',
        audience: 'A chi lavora a distanza, a professionisti e studenti, anche di altri comuni.',
        howTo:
          'Scegli il giorno, la mattina o il pomeriggio e, se vuoi, il posto. Puoi prenotare da qui, per telefono o allo sportello: le regole sono le stesse.',
        needed: 'SPID o carta d’identità elettronica. Se non li hai, un documento allo sportello.',
        obtained: 'Un posto numerato per mezza giornata e un codice da mostrare quando arrivi.',
        timing:
          'La mattina dalle 8:30 alle 13:30, il pomeriggio dalle 14 alle 18:30. Al massimo sei mezze giornate a settimana.',
        cost: free.it,
      },
      en: {
        title: 'Book a desk',
        summary: 'Work or study near home, without the road to Rome or Frosinone.',
        audience: 'Remote workers, professionals and students, from other towns too.',
        howTo:
          'Choose the day, the morning or the afternoon and, if you like, the desk. You can book here, by telephone or at the counter: the rules are the same.',
        needed: 'SPID or an electronic identity card. Without them, a document at the counter.',
        obtained: 'A numbered desk for half a day and a code to show when you arrive.',
        timing: 'Mornings 8:30 to 13:30, afternoons 14:00 to 18:30. At most six half days a week.',
        cost: free.en,
      },
    },
  },
  {
    slug: 'sala-conferenze-a',
    kind: 'room',
    site,
    pool: 'hallA',
    texts: {
      it: { title: 'Sala Conferenze A', ...hall.it },
      en: { title: 'Conference room A', ...hall.en },
    },
  },
  {
    slug: 'sala-conferenze-b',
    kind: 'room',
    site,
    pool: 'hallB',
    texts: {
      it: { title: 'Sala Conferenze B', ...hall.it },
      en: { title: 'Conference room B', ...hall.en },
    },
  },
  ...pignataroInteramnaDesks,
] satisfies readonly Service[]
