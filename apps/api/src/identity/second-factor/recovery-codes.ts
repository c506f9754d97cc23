import { randomInt } from 'node:crypto'

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const howMany = 10
const length = 10

/** Ten codes of fifty random bits, good once each, without the letters that are read wrong from paper. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: howMany }, () =>
    Array.from({ length }, () => crockford[randomInt(crockford.length)]).join(''),
  )
}

/** `K7QM3-XWP2D`, as it is shown and copied. */
export function shownCode(code: string): string {
  return `${code.slice(0, length / 2)}-${code.slice(length / 2)}`
}

/** What somebody typed: a code of the phone, a recovery code, or neither. Spaces, dashes and letters that look like digits are forgiven. */
export function readCode(
  typed: string,
): { readonly kind: 'phone' | 'recovery'; readonly code: string } | undefined {
  const code = typed.replace(/[\s-]/g, '').toUpperCase()
  if (/^\d{6}$/.test(code)) return { kind: 'phone', code }
  const meant = code.replace(/O/g, '0').replace(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{10}$/.test(meant) ? { kind: 'recovery', code: meant } : undefined
}
