import { createHash, randomBytes } from 'node:crypto'

/** A secret of 256 random bits that a browser keeps: 43 characters. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Whether a text can be a token of ours: what cannot is not worth a question to the database. */
export function isToken(text: string | undefined): text is string {
  return text !== undefined && /^[A-Za-z0-9_-]{43}$/.test(text)
}

/** What the database keeps of tokens: who reads it cannot use them. */
export function hashOfTokens(...tokens: readonly string[]): string {
  return createHash('sha256').update(tokens.join('.')).digest('base64url')
}
