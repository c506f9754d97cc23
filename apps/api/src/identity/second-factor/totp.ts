import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

// RFC 6238 over RFC 4226 with the values that every authenticator takes: SHA-1, six digits, thirty seconds. A library would be a dependency for these lines.
const stepMilliseconds = 30_000
const digits = 6
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** A new shared secret of 160 bits (RFC 4226, R6), in base32 as people type it. */
export function newSecret(): string {
  return base32Of(randomBytes(20))
}

/** The code of a secret at a time step. */
export function codeAt(secret: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const hash = createHmac('sha1', bytesOf(secret)).update(counter).digest()
  const offset = (hash.at(-1) ?? 0) & 0x0f
  const number = (hash.readUInt32BE(offset) & 0x7fff_ffff) % 10 ** digits
  return String(number).padStart(digits, '0')
}

/** The time step that an instant falls in. */
export function stepOf(now: Date): number {
  return Math.floor(now.getTime() / stepMilliseconds)
}

/** The step whose code this is, one to either side of now (RFC 6238, section 5.2); undefined for a wrong code. Every step is compared, each in constant time. */
export function findStep(secret: string, code: string, now: Date): number | undefined {
  const given = Buffer.from(code)
  const current = stepOf(now)
  let found: number | undefined
  for (const step of [current - 1, current, current + 1]) {
    const expected = Buffer.from(codeAt(secret, step))
    if (given.length === expected.length && timingSafeEqual(given, expected)) found = step
  }
  return found
}

/** What a phone reads from the QR: the secret, with the names under which the authenticator lists it. */
export function keyUri({
  secret,
  issuer,
  account,
}: {
  readonly secret: string
  readonly issuer: string
  readonly account: string
}): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=${digits}&period=${stepMilliseconds / 1000}`
}

/** RFC 4648 without padding: 20 bytes are 32 characters whole. */
export function base32Of(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('')
}

function bytesOf(base32: string): Buffer {
  const fives = Array.from(base32, (character) => alphabet.indexOf(character).toString(2).padStart(5, '0'))
  const eights = fives.join('').match(/.{8}/g) ?? []
  return Buffer.from(eights.map((byte) => Number.parseInt(byte, 2)))
}
