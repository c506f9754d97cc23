import { codeAlphabet, normaliseCode } from '@officine/domain/booking/booking-code'

/** What was put into the one field of the desk. */
export type Typed =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'qr'; readonly qr: string }
  /** `mayBeName`: eight letters with no figure are a code one time in twenty, and a name all the others. */
  | { readonly kind: 'code'; readonly code: string; readonly mayBeName: boolean }
  | { readonly kind: 'name'; readonly name: string }

/** Tells a scanned QR code and a typed code from a name. */
export function readCheckIn(text: string): Typed {
  const typed = text.trim()
  if (typed === '') return { kind: 'nothing' }
  if (qrShape.test(typed)) return { kind: 'qr', qr: typed }
  const code = normaliseCode(typed)
  const isCode = codeShape.test(code)
  return isCode ? { kind: 'code', code: typed, mayBeName: !/\d/.test(typed) } : { kind: 'name', name: typed }
}

const codeShape = new RegExp(`^[${codeAlphabet}]{8}$`)

// The code, a point, and 128 random bits: what the API draws.
const qrShape = /^[0-9A-Z-]{8,9}\.[\w-]{20,}$/i

/** Whether a name answers to what was typed: every word is the beginning of one of its words, accents aside. */
export function matchesName(name: string, typed: string): boolean {
  const parts = wordsOf(name)
  return wordsOf(typed).every((word) => parts.some((part) => part.startsWith(word)))
}

function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[\s'’-]+/)
    .filter(Boolean)
}
