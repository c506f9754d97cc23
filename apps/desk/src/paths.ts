/** What is being booked so far. It lives in the address, so that it survives a reload; the person never does. */
export type BookingChoice = {
  readonly pool?: string | undefined
  /** `YYYY-MM-DD`. */
  readonly day?: string | undefined
  /** `HH:MM-HH:MM`. */
  readonly time?: string | undefined
  readonly unit?: string | undefined
}

/** Where the desk lives on the town's host. */
export const base = '/gestione'

/** The addresses of the pages as the router knows them, below the base. */
export const patterns = {
  today: '/',
  newBooking: '/prenota',
  people: '/persone',
  present: '/presenti',
  places: '/posti',
  closures: '/chiusure',
  person: '/persone/$personId',
  waiting: '/attesa',
  calls: '/telefonate',
  unsent: '/invii',
  staff: '/personale',
  import: '/importa',
  access: '/accesso',
} as const

/** The addresses of the pages as a link needs them. */
export const paths = {
  /** A day, with one of its bookings open, and what is being asked about it. */
  today: (day?: string, bookingId?: string, deed?: LinkedDeed) =>
    `${base}/${query({ giorno: day, prenotazione: bookingId, atto: deed && deedNames[deed] })}`,
  newBooking: (choice: BookingChoice = {}) =>
    base +
    patterns.newBooking +
    query({ pool: choice.pool, giorno: choice.day, ora: choice.time, posto: choice.unit }),
  people: () => base + patterns.people,
  person: (personId: string) => `${base}/persone/${encodeURIComponent(personId)}`,
  closures: () => base + patterns.closures,
  waiting: () => base + patterns.waiting,
  calls: () => base + patterns.calls,
  unsent: () => base + patterns.unsent,
  staff: () => base + patterns.staff,
  access: () => base + patterns.access,
  /** The portal of the citizens, an application of its own. */
  portal: () => '/',
  privacy: () => '/privacy',
  /** Answered by the API: the browser leaves for the identity provider and comes back to `back`, signed in. */
  signIn: (back: string) => `/accedi${query({ ritorno: back })}`,
}

/** Deeds that another page sends somebody to, by the word that their address has. */
const deedNames = { move: 'sposta', cancel: 'annulla' } as const
type LinkedDeed = keyof typeof deedNames

/** The booking that an address opens, and the deed it asks about; undefined for none. */
export function readOpened(
  search: Readonly<Record<string, unknown>>,
): { readonly bookingId: string; readonly asking?: LinkedDeed } | undefined {
  const bookingId = text(search['prenotazione'], /^[\w-]{1,64}$/)
  if (bookingId === undefined) return undefined
  const asking = linkedDeeds.find((deed) => deedNames[deed] === search['atto'])
  return { bookingId, ...(asking && { asking }) }
}

const linkedDeeds = ['move', 'cancel'] as const satisfies readonly LinkedDeed[]

/** The day that an address asks for; none means today. */
export function readDay(search: Readonly<Record<string, unknown>>): string | undefined {
  return text(search['giorno'], dayShape)
}

/** The choice that an address carries; what is malformed is left out, and the page asks again. */
export function readChoice(search: Readonly<Record<string, unknown>>): BookingChoice {
  return {
    pool: text(search['pool'], /^[\w-]{1,64}$/),
    day: readDay(search),
    time: text(search['ora'], /^\d{2}:\d{2}-\d{2}:\d{2}$/),
    unit: text(search['posto'], /^[\w-]{1,64}$/),
  }
}

/** A day as a date field gives it while somebody types: only a whole one of this century is a day. */
export function isDay(typed: string): boolean {
  return dayShape.test(typed)
}

const dayShape = /^20\d{2}-\d{2}-\d{2}$/

function query(values: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  )
  return given.length > 0 ? `?${new URLSearchParams(given)}` : ''
}

function text(value: unknown, shape: RegExp): string | undefined {
  return typeof value === 'string' && shape.test(value) ? value : undefined
}
