import type { Service } from '../tenant-config.ts'

const free = { it: 'È gratuito.', en: 'It is free.' }
const timing = {
  it: 'Giorni e orari si sanno chiamando o scrivendo.',
  en: 'Call or write to know the days and times.',
}

/** The three things that every Polo Civico begins with, at this site. */
export function poloCivicoServices(site: string): readonly Service[] {
  return [
    {
      slug: 'sportello-sociale',
      kind: 'information',
      site,
      texts: {
        it: {
          title: 'Sportello sociale',
          summary: 'Mutualismo e casa: chi ti ascolta, e chi nel quartiere può darti una mano.',
          audience: 'A chi ha un problema di casa o un bisogno in famiglia, e a chi vuole dare una mano.',
          howTo: 'Chiama o scrivi: ti diciamo quando puoi venire.',
          needed: 'Niente per cominciare. Se hai già una lettera o una domanda, portala.',
          obtained: 'Un colloquio riservato e la strada da fare, con chi può accompagnarti.',
          timing: timing.it,
          cost: free.it,
        },
        en: {
          title: 'Social desk',
          summary: 'Mutual aid and housing: who listens to you, and who nearby can lend a hand.',
          audience:
            'Anyone with a housing problem or a need in the family, and anyone who would like to help.',
          howTo: 'Call or write: we tell you when you can come.',
          needed: 'Nothing to begin with. If you have a letter or an application, bring it.',
          obtained: 'A confidential talk and the way ahead, with who can go along with you.',
          timing: timing.en,
          cost: free.en,
        },
      },
    },
    {
      slug: 'sviluppo-locale',
      kind: 'information',
      site,
      texts: {
        it: {
          title: 'Sviluppo locale',
          summary: 'Formazione professionale, aiuto ai progetti d’impresa, attività artigianali.',
          audience:
            'A chi cerca un mestiere, a chi vuole aprire un’attività, ad artigiani e imprese della zona.',
          howTo: 'Chiama o scrivi, e racconta che cosa hai in mente.',
          needed: 'La tua idea, anche appena abbozzata.',
          obtained: 'Un corso adatto, un parere sul progetto o il contatto giusto.',
          timing: timing.it,
          cost: free.it,
        },
        en: {
          title: 'Local development',
          summary: 'Vocational training, support for business projects, crafts.',
          audience:
            'Anyone who looks for a trade or would like to open a business, craftspeople and companies nearby.',
          howTo: 'Call or write, and tell what you have in mind.',
          needed: 'Your idea, even a rough one.',
          obtained: 'A course that suits you, an opinion on your project or the right contact.',
          timing: timing.en,
          cost: free.en,
        },
      },
    },
    {
      slug: 'laboratorio-di-partecipazione',
      kind: 'information',
      site,
      texts: {
        it: {
          title: 'Laboratorio di partecipazione',
          summary: 'Incontri e formazione con il terzo settore, per decidere insieme che cosa fare qui.',
          audience:
            'A chi abita, lavora o studia nel municipio, ai comitati di quartiere e alle associazioni.',
          howTo: 'Chiama o scrivi per sapere del prossimo incontro, o per proporne uno.',
          needed: 'Niente: si entra e si prende parola.',
          obtained: 'Un posto al tavolo, e il resoconto di che cosa si è deciso.',
          timing: timing.it,
          cost: free.it,
        },
        en: {
          title: 'Participation lab',
          summary: 'Meetings and training with the third sector, to decide together what to do here.',
          audience:
            'Anyone who lives, works or studies in the municipio, neighbourhood committees and associations.',
          howTo: 'Call or write to hear of the next meeting, or to propose one.',
          needed: 'Nothing: come in and speak.',
          obtained: 'A place at the table, and an account of what was decided.',
          timing: timing.en,
          cost: free.en,
        },
      },
    },
  ]
}
