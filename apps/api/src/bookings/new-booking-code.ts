import { randomBytes } from 'node:crypto'

/** Crockford's base 32: no I, L, O, U, so that nothing is misheard or misread. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Eight letters and digits to say at the counter; 40 bits, unique in the town. Knowing one opens nothing without a desk's role. */
export function newBookingCode(): string {
  return Array.from(randomBytes(8), (byte) => alphabet[byte & 31]).join('')
}

/** 128 random bits behind the QR code. */
export function newQrSecret(): string {
  return randomBytes(16).toString('base64url')
}

/** A code as people type it: any case, with or without hyphen and spaces, O for 0, I or L for 1. */
export function normaliseCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
}
