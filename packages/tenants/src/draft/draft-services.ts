import type { PoolRules } from '@officine/domain/rules/tenant-rules'
import type { Service, ServiceKind, ServiceTexts } from '../tenant-config.ts'
import type { DraftedPools } from './draft-pools.ts'

const bookedAs: Readonly<Record<PoolRules['kind'], ServiceKind>> = {
  seats: 'seats',
  room: 'room',
  desk: 'desk',
  care: 'activity',
  pet: 'activity',
  workshop: 'activity',
  equipment: 'activity',
}

interface Told {
  readonly it: Pick<ServiceTexts, 'title' | 'summary' | 'obtained'>
  readonly en: Pick<ServiceTexts, 'title' | 'summary' | 'obtained'>
}

const told: Readonly<Record<PoolRules['kind'], Told>> = {
  seats: {
    it: {
      title: 'Prenota una postazione',
      summary: 'Un posto per lavorare o studiare, per mezza giornata.',
      obtained: 'Un posto numerato e un codice da mostrare quando arrivi.',
    },
    en: {
      title: 'Book a desk',
      summary: 'A place to work or study, for half a day.',
      obtained: 'A numbered desk and a code to show when you arrive.',
    },
  },
  room: {
    it: {
      title: 'Chiedi la sala',
      summary: 'Una sala per riunioni, incontri e formazione.',
      obtained: 'La sala per il tempo che hai chiesto.',
    },
    en: {
      title: 'Ask for the room',
      summary: 'A room for meetings and training.',
      obtained: 'The room for the time you asked for.',
    },
  },
  desk: {
    it: {
      title: 'Sportello',
      summary: 'Mezz’ora con un operatore che ti segue.',
      obtained: 'La pratica avviata, o l’indicazione di chi può aiutarti.',
    },
    en: {
      title: 'Help desk',
      summary: 'Half an hour with an operator who helps you.',
      obtained: 'Your request under way, or the name of who can help.',
    },
  },
  care: {
    it: {
      title: 'Spazio bimbi',
      summary: 'Tuo figlio sta accanto a te mentre lavori.',
      obtained: 'Un posto per la stessa mezza giornata della postazione.',
    },
    en: {
      title: 'Children’s space',
      summary: 'Your child is next door while you work.',
      obtained: 'A place for the same half day as your desk.',
    },
  },
  pet: {
    it: {
      title: 'Area per piccoli animali',
      summary: 'Un posto per il tuo animale mentre lavori.',
      obtained: 'Un posto per la stessa mezza giornata della postazione.',
    },
    en: {
      title: 'Area for small pets',
      summary: 'A place for your pet while you work.',
      obtained: 'A place for the same half day as your desk.',
    },
  },
  workshop: {
    it: {
      title: 'Laboratorio',
      summary: 'Incontri per bambini e ragazzi.',
      obtained: 'Un posto nel gruppo.',
    },
    en: {
      title: 'Lab',
      summary: 'Meetings for children and young people.',
      obtained: 'A place in the group.',
    },
  },
  equipment: {
    it: {
      title: 'Computer portatili',
      summary: 'Un portatile in prestito, insieme alla postazione.',
      obtained: 'Un portatile per la stessa mezza giornata della postazione.',
    },
    en: {
      title: 'Laptops',
      summary: 'A laptop on loan, together with your desk.',
      obtained: 'A laptop for the same half day as your desk.',
    },
  },
}

const common = {
  it: {
    audience: 'A chiunque. Tutti partono alla pari.',
    howTo:
      'Da qui quando si può prenotare in rete, oppure per telefono o al banco: le regole sono le stesse.',
    needed: 'SPID o carta d’identità elettronica. Se non li hai, un documento al banco.',
    timing: 'Negli orari pubblicati in questo portale.',
    cost: 'È gratuito.',
  },
  en: {
    audience: 'Anyone. Everybody starts level.',
    howTo: 'Here where it can be booked online, or by telephone or at the counter: the rules are the same.',
    needed: 'SPID or an electronic identity card. Without them, a document at the counter.',
    timing: 'At the times published in this portal.',
    cost: 'It is free.',
  },
}

/** A sheet for each pool; a town without pools has one that tells how to ask. */
export function draftServices({ pools, rules }: DraftedPools, site: string): readonly Service[] {
  const sheets = pools.flatMap(({ slug }): Service[] => {
    const kind = rules[slug]?.kind
    if (kind === undefined) return []
    const number = slug.slice(kind.length)
    const numbered = (title: string) => (number === '' ? title : `${title} ${number}`)
    const { it, en } = told[kind]
    return [
      {
        slug: number === '' ? serviceSlugs[kind] : `${serviceSlugs[kind]}-${number}`,
        kind: bookedAs[kind],
        site,
        pool: slug,
        texts: {
          it: { ...common.it, ...it, title: numbered(it.title) },
          en: { ...common.en, ...en, title: numbered(en.title) },
        },
      },
    ]
  })
  return sheets.length > 0 ? sheets : [information(site)]
}

const serviceSlugs: Readonly<Record<PoolRules['kind'], string>> = {
  seats: 'postazioni',
  room: 'sala',
  desk: 'sportello',
  care: 'spazio-bimbi',
  pet: 'area-animali',
  workshop: 'laboratorio',
  equipment: 'portatili',
}

function information(site: string): Service {
  return {
    slug: 'informazioni',
    kind: 'information',
    site,
    texts: {
      it: {
        ...common.it,
        title: 'Informazioni',
        summary: 'Che cosa offre l’officina, e a chi chiedere.',
        howTo: 'Chiama, scrivi o vieni a trovarci.',
        needed: 'Niente: basta la domanda.',
        obtained: 'La risposta, o il nome di chi può darla.',
      },
      en: {
        ...common.en,
        title: 'Information',
        summary: 'What the workshop offers, and whom to ask.',
        howTo: 'Call, write or come and see us.',
        needed: 'Nothing: your question is enough.',
        obtained: 'The answer, or the name of who can give it.',
      },
    },
  }
}
