/** What a citizen has chosen so far. It lives in the address, so that it survives sign-in, reload and a shared link. */
export type SeatChoice = {
  readonly pool?: string | undefined
  /** `YYYY-MM-DD`. */
  readonly day?: string | undefined
  /** `HH:MM-HH:MM`. */
  readonly time?: string | undefined
  readonly unit?: string | undefined
  readonly isWeek?: boolean | undefined
}

/** The addresses of the pages as the router knows them. */
export const patterns = {
  home: '/',
  seats: '/prenota',
  summary: '/prenota/riepilogo',
  booking: '/prenotazioni/$bookingId',
  area: '/area',
  contacts: '/area/contatti',
  sessions: '/area/accessi',
  firstAccess: '/primo-accesso',
  rules: '/come-si-assegnano',
  service: '/servizi/$slug',
  questions: '/domande-frequenti',
  privacy: '/privacy',
  accessibility: '/accessibilita',
  legalNotes: '/note-legali',
} as const

/** The addresses of the pages as a link needs them. */
export const paths = {
  home: () => patterns.home,
  seats: (choice: SeatChoice = {}) => patterns.seats + choiceQuery(choice),
  summary: (choice: SeatChoice) => patterns.summary + choiceQuery(choice),
  booking: (bookingId: string, isNew = false) =>
    `/prenotazioni/${encodeURIComponent(bookingId)}${isNew ? '?nuova=1' : ''}`,
  area: () => patterns.area,
  contacts: (back?: string) => patterns.contacts + query({ ritorno: back }),
  sessions: () => patterns.sessions,
  firstAccess: (back: string) => patterns.firstAccess + query({ ritorno: back }),
  rules: () => patterns.rules,
  service: (slug: string) => `/servizi/${encodeURIComponent(slug)}`,
  questions: () => patterns.questions,
  privacy: () => patterns.privacy,
  accessibility: () => patterns.accessibility,
  legalNotes: () => patterns.legalNotes,
  /** Answered by the API: the browser leaves for the identity provider and comes back to `back`, signed in. */
  signIn: (back: string) => `/accedi${query({ ritorno: back })}`,
  /** The desk of the town's staff, an application of its own. */
  desk: () => '/gestione/',
}

/** The choice that an address carries; what is malformed is left out, and the page asks again. */
export function readChoice(search: Readonly<Record<string, unknown>>): SeatChoice {
  return {
    pool: text(search['pool'], /^[\w-]{1,64}$/),
    day: text(search['giorno'], /^\d{4}-\d{2}-\d{2}$/),
    time: text(search['ora'], /^\d{2}:\d{2}-\d{2}:\d{2}$/),
    unit: text(search['posto'], /^[\w-]{1,64}$/),
    isWeek: search['vista'] === 'settimana',
  }
}

/** Where to go back to: a page of ours, never another site's (an open redirect would lend our name to a thief). */
export function readBack(search: Readonly<Record<string, unknown>>): string {
  return text(search['ritorno'], /^\/(?![/\\])[^\s\\]*$/) ?? paths.area()
}

function choiceQuery(choice: SeatChoice): string {
  return query({
    pool: choice.pool,
    giorno: choice.day,
    ora: choice.time,
    posto: choice.unit,
    vista: choice.isWeek ? 'settimana' : undefined,
  })
}

function query(values: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  )
  return given.length > 0 ? `?${new URLSearchParams(given)}` : ''
}

function text(value: unknown, shape: RegExp): string | undefined {
  return typeof value === 'string' && shape.test(value) ? value : undefined
}
