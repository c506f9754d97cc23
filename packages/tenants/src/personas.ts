import { checkCharacter } from '@officine/domain/indicators/fiscal-code'
import type { TenantId } from '@officine/domain/tenant-id'
import { towns } from './towns.ts'

/** An invented person to sign in as, in development only. */
export interface Persona {
  readonly slug: string
  readonly givenName: string
  readonly familyName: string
  /** Who this is, in a line, for whoever chooses. */
  readonly describes: string
  readonly bornOn: string
  /** Absent for an EU citizen who signs in without one. */
  readonly fiscalCode?: string
  /** What the identity provider tells the town of how to reach them. */
  readonly email?: string
  readonly phone?: string
  /** The town or municipio of residence, as rules name it. */
  readonly residence?: string
  /** A role in one town; elsewhere this person is a citizen like any other. */
  readonly staff?: { readonly town: TenantId; readonly role: 'front-desk' | 'operator' | 'manager' }
}

const citizens: readonly Persona[] = [
  {
    slug: 'working-mother',
    givenName: 'Elena',
    familyName: 'Marchetti',
    describes: 'Lavora da casa, ha due figli piccoli e vive a La Rustica, Roma',
    bornOn: '1988-03-14',
    fiscalCode: inventedFiscalCode('MRCLNE', '1988-03-14', 'F'),
    email: 'elena.marchetti@example.org',
    phone: '+393330000001',
    residence: 'roma-municipio-v',
  },
  {
    slug: 'man-30',
    givenName: 'Davide',
    familyName: 'Ferri',
    describes: 'Uomo di 30 anni; la sua identità digitale non dice come raggiungerlo',
    bornOn: '1996-05-20',
    fiscalCode: inventedFiscalCode('FRRDVD', '1996-05-20', 'M'),
  },
  {
    slug: 'pensioner-no-email',
    givenName: 'Teresa',
    familyName: 'Lombardi',
    describes: 'Pensionata, ha il telefono di casa e nessuna e-mail',
    bornOn: '1949-10-02',
    fiscalCode: inventedFiscalCode('LMBTRS', '1949-10-02', 'F'),
    phone: '+390766000002',
  },
  {
    slug: 'eu-citizen',
    givenName: 'Anneliese',
    familyName: 'Vogel',
    describes: 'Cittadina tedesca, entra con eIDAS e non ha codice fiscale',
    bornOn: '1991-08-30',
    email: 'anneliese.vogel@example.org',
  },
  {
    slug: 'student',
    givenName: 'Yasmine',
    familyName: 'Haddad',
    describes: 'Studentessa di 21 anni',
    bornOn: '2005-02-11',
    fiscalCode: inventedFiscalCode('HDDYMN', '2005-02-11', 'F'),
    email: 'yasmine.haddad@example.org',
  },
  {
    slug: 'freelancer',
    givenName: 'Luca',
    familyName: 'Moretti',
    describes: 'Partita IVA, cerca una postazione qualche giorno a settimana',
    bornOn: '1984-12-01',
    fiscalCode: inventedFiscalCode('MRTLCU', '1984-12-01', 'M'),
    email: 'luca.moretti@example.org',
    phone: '+393330000003',
  },
  {
    slug: 'regione-officer',
    givenName: 'Paola',
    familyName: 'Serra',
    describes: 'Funzionaria della Regione; nei portali dei Comuni è una cittadina',
    bornOn: '1979-06-18',
    fiscalCode: inventedFiscalCode('SRRPLA', '1979-06-18', 'F'),
    email: 'paola.serra@example.org',
  },
]

const staffNames = [
  ['front-desk', 'Sportello', ['Marta', 'Sara', 'Nadia'], ['Galli', 'Fontana', 'Costa'], 'F'],
  ['operator', 'Operatore', ['Marco', 'Ivan', 'Omar'], ['Riva', 'Neri', 'Bassi'], 'M'],
  ['manager', 'Responsabile', ['Anna', 'Livia', 'Carla'], ['Bianchi', 'Villa', 'Leone'], 'F'],
] as const

const staff: readonly Persona[] = towns.flatMap(({ id, name }, at) =>
  staffNames.map(([role, title, givenNames, familyNames, sex]): Persona => {
    const givenName = givenNames[at % givenNames.length] ?? givenNames[0]
    const familyName = familyNames[at % familyNames.length] ?? familyNames[0]
    const bornOn = `19${70 + (at % 25)}-04-0${sex === 'F' ? 3 : 7}`
    const letters = `${familyName.slice(0, 3)}${givenName.slice(0, 2)}${role.slice(0, 1)}`.toUpperCase()
    return {
      slug: `${role}-${id}`,
      givenName,
      familyName,
      describes: `${title} dell’officina di ${name}`,
      bornOn,
      fiscalCode: inventedFiscalCode(letters, bornOn, sex),
      email: `${givenName}.${familyName}@example.org`.toLowerCase(),
      staff: { town: id, role },
    }
  }),
)

const loadPersonas = 2_000

/** The invented people that have a story, in the order in which they are offered. */
export const personas: readonly Persona[] = [...citizens, ...staff]

/** Every slug of `load-0001` … `load-2000`: people without a story, for trials under load. */
export const loadSlugs: readonly string[] = Array.from(
  { length: loadPersonas },
  (_, at) => `load-${String(at + 1).padStart(4, '0')}`,
)

/** The invented person of this slug, if there is one. */
export function findPersona(slug: string): Persona | undefined {
  const number = /^load-(\d{4})$/.exec(slug)?.[1]
  return number === undefined
    ? personas.find((persona) => persona.slug === slug)
    : findLoadPersona(slug, Number(number))
}

function findLoadPersona(slug: string, number: number): Persona | undefined {
  if (number < 1 || number > loadPersonas) return undefined
  // Three letters count the person: 20 consonants to the third power are enough for 8,000.
  const consonants = 'BCDFGHJKLMNPQRSTVWXZ'
  const letterAt = (place: number) => consonants[Math.floor(number / 20 ** place) % 20] ?? 'B'
  const bornOn = `19${60 + (number % 40)}-0${1 + (number % 9)}-1${number % 10}`
  return {
    slug,
    givenName: 'Prova',
    familyName: `Carico ${slug.slice(5)}`,
    describes: 'Persona inventata per le prove di carico',
    bornOn,
    fiscalCode: inventedFiscalCode(`${letterAt(2)}${letterAt(1)}${letterAt(0)}PRV`, bornOn, 'M'),
    email: `${slug}@example.org`,
  }
}

/** A code whose check holds and that is nobody's: no place has ever had the code Z999. */
function inventedFiscalCode(letters: string, bornOn: string, sex: 'F' | 'M'): string {
  const day = Number(bornOn.slice(8)) + (sex === 'F' ? 40 : 0)
  const month = 'ABCDEHLMPRST'[Number(bornOn.slice(5, 7)) - 1] ?? 'A'
  const fifteen = `${letters}${bornOn.slice(2, 4)}${month}${String(day).padStart(2, '0')}Z999`
  return `${fifteen}${checkCharacter(fifteen)}`
}
