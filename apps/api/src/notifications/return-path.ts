import { createHash, randomBytes } from 'node:crypto'
import type { TenantId } from '@officine/domain/tenant-id'

// Small letters and digits without those that look alike: mail systems may change the case of what stands before the @.
const alphabet = 'abcdefghjkmnpqrstvwxyz0123456789'
const tokenLength = 24
const townLength = 8

/** What may stand before the `@` of the address that return paths are made from: the whole has 64 characters at most (RFC 5321, 4.5.3.1.1). */
export const longestReturnName = 64 - 1 - townLength - tokenLength

/** A token that nobody guesses: 120 bits. */
export function newReturnToken(): string {
  return [...randomBytes(tokenLength)].map((byte) => alphabet[byte % alphabet.length]).join('')
}

/** Where one mail comes back to when it cannot be delivered: `posta+<town><token>@…`. It names nobody, and the town by a short hash, which only says where to look. */
export function returnPath(mailReturn: string, town: TenantId, token: string): string {
  const at = mailReturn.lastIndexOf('@')
  return `${mailReturn.slice(0, at)}+${townTag(town)}${token}${mailReturn.slice(at)}`
}

export interface ReturnTag {
  readonly townTag: string
  readonly token: string
}

/** What an address says, when it has the shape of a return path. */
export function readReturnPath(address: string): ReturnTag | undefined {
  const shape = new RegExp(`\\+([0-9a-f]{${townLength}})([${alphabet}]{${tokenLength}})@`)
  const [, tag, token] = shape.exec(address.toLowerCase()) ?? []
  return tag === undefined || token === undefined ? undefined : { townTag: tag, token }
}

/** A town's slug as return paths carry it: slugs may be longer than an address has room for. */
export function townTag(town: TenantId): string {
  return createHash('sha256').update(town).digest('hex').slice(0, townLength)
}
