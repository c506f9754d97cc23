import { randomBytes } from 'node:crypto'
import { codeAlphabet } from '@officine/domain/booking/booking-code'

/** Eight letters and digits to say at the counter; 40 bits, unique in the town. Knowing one opens nothing without a desk's role. */
export function newBookingCode(): string {
  return Array.from(randomBytes(8), (byte) => codeAlphabet[byte & 31]).join('')
}

/** 128 random bits behind the QR code. */
export function newQrSecret(): string {
  return randomBytes(16).toString('base64url')
}
