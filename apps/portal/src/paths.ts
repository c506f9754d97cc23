import type { AlongPlace } from '@officine/ui/along'

/** What a citizen has chosen so far. It lives in the address, so that it survives sign-in, reload and a shared link. */
export type SeatChoice = {
  readonly pool?: string | undefined
  /** `YYYY-MM-DD`. */
  readonly day?: string | undefined
  /** `HH:MM-HH:MM`. */
  readonly time?: string | undefined
  readonly unit?: string | undefined
  /** How many come together, who books included. */
  readonly people?: number | undefined
  readonly along?: readonly AlongPlace[] | undefined
  readonly isWeek?: boolean | undefined
}

/** The addresses of the pages as the router knows them. */
export const patterns = {
  home: '/',
  seats: '/prenota',
  summary: '/prenota/riepilogo',
  booking: '/prenotazioni/$bookingId',
  move: '/prenotazioni/$bookingId/sposta',
  repeat: '/prenotazioni/$bookingId/ripeti',
  waitFor: '/prenota/attesa',
  wait: '/attese/$waitId',
  area: '/area',
  family: '/area/famiglia',
  messages: '/area/messaggi',
  myData: '/area/dati',
  contacts: '/area/contatti',
  sessions: '/area/accessi',
  firstAccess: '/primo-accesso',
  /** Where the link in a letter leads: the API writes this address. */
  confirmEmail: '/conferma-indirizzo',
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
  booking: (bookingId: string, news: BookingNews = {}) =>
    bookingPath(bookingId) +
    query({
      nuova: news.isNew ? '1' : undefined,
      spostata: news.isMoved ? '1' : undefined,
      senza: joined(news.without ?? []),
    }),
  move: (bookingId: string, time: SeatChoice & { readonly isSummary?: boolean } = {}) =>
    `${bookingPath(bookingId)}/sposta${query({
      giorno: time.day,
      ora: time.time,
      riepilogo: time.isSummary ? '1' : undefined,
    })}`,
  waitFor: (choice: SeatChoice) => patterns.waitFor + choiceQuery(choice),
  wait: (waitId: string) => `/attese/${encodeURIComponent(waitId)}`,
  repeat: (bookingId: string) => `${bookingPath(bookingId)}/ripeti`,
  area: () => patterns.area,
  family: () => patterns.family,
  messages: () => patterns.messages,
  myData: () => patterns.myData,
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
    people: readPeople(search['persone']),
    along: readAlong(search),
    isWeek: search['vista'] === 'settimana',
  }
}

/** Where to go back to: a page of ours, never another site's (an open redirect would lend our name to a thief). */
export function readBack(search: Readonly<Record<string, unknown>>): string {
  return text(search['ritorno'], /^\/(?![/\\])[^\s\\]*$/) ?? paths.area()
}

/** What a booking has just been through, said once on its page. */
export type BookingNews = {
  readonly isNew?: boolean
  readonly isMoved?: boolean
  /** The pools whose place was left out because there was none. */
  readonly without?: readonly string[]
}

export function readNews(search: Readonly<Record<string, unknown>>): Required<BookingNews> {
  const without = text(search['senza'], /^[\w-]{1,900}$/)
  return {
    isNew: 'nuova' in search,
    isMoved: 'spostata' in search,
    without: without?.split(between) ?? [],
  }
}

function bookingPath(bookingId: string): string {
  return `/prenotazioni/${encodeURIComponent(bookingId)}`
}

// Identifiers have neither, and neither is escaped in an address.
const between = '_'
const forChild = '.'

function joined(parts: readonly string[]): string | undefined {
  return parts.length > 0 ? parts.join(between) : undefined
}

function writeAlong(along: readonly AlongPlace[], isExtra: boolean): string | undefined {
  const wanted = along.filter((place) => place.isExtra === isExtra)
  return joined(
    wanted.map(({ poolId, dependantId }) =>
      dependantId === undefined ? poolId : `${poolId}${forChild}${dependantId}`,
    ),
  )
}

function readAlong(search: Readonly<Record<string, unknown>>): readonly AlongPlace[] | undefined {
  const read = (name: string, isExtra: boolean) =>
    (text(search[name], /^[\w.-]{1,1000}$/)?.split(between) ?? []).flatMap((part) => {
      const [, poolId, dependantId] = /^([A-Za-z0-9-]{1,64})(?:\.([A-Za-z0-9-]{1,64}))?$/.exec(part) ?? []
      if (poolId === undefined) return []
      return [{ poolId, ...(dependantId === undefined ? {} : { dependantId }), isExtra }]
    })
  const along = [...read('con', false), ...read('extra', true)]
  return along.length > 0 ? along : undefined
}

function readPeople(value: unknown): number | undefined {
  const people = Number(text(value, /^[1-9]\d?$/) ?? 1)
  return people > 1 ? people : undefined
}

function choiceQuery(choice: SeatChoice): string {
  return query({
    pool: choice.pool,
    giorno: choice.day,
    ora: choice.time,
    posto: choice.unit,
    persone: choice.people === undefined || choice.people < 2 ? undefined : String(choice.people),
    con: writeAlong(choice.along ?? [], false),
    extra: writeAlong(choice.along ?? [], true),
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
