import type { PortalAddresses } from './letter-facts.ts'

/** The pages that letters lead to, at a town's own host. The portal's `paths.ts` knows the same ones. */
export function portalAddresses(origin: string): PortalAddresses {
  return {
    booking: (bookingId) => `${origin}/prenotazioni/${bookingId}`,
    seats: `${origin}/prenota`,
    messages: `${origin}/area/messaggi`,
    verification: (secret) => `${origin}/conferma-indirizzo?codice=${secret}`,
  }
}
