import { findFiscalCode } from '../indicators/fiscal-code.ts'

declare const fiscalCodeBrand: unique symbol

/** A personal fiscal code: sixteen upper-case characters whose check character holds. */
export type FiscalCode = string & { readonly [fiscalCodeBrand]: true }

/**
 * The text as a fiscal code, in any case, spaces anywhere; undefined when its shape or check character is wrong (D.M. 23 December 1976).
 * Letters of an omocodia stay: they are what tells apart two people whose codes would be equal.
 */
export function findCheckedFiscalCode(text: string): FiscalCode | undefined {
  const code = text.replace(/\s/g, '').toUpperCase()
  const hasCheck = findFiscalCode(code)?.checkHolds === true
  return hasCheck ? (code as FiscalCode) : undefined // the line above is what the brand claims
}

/** What a person is shown of their own code: enough to recognise it, nothing that tells birth or sex. */
export function maskedFiscalCode(code: FiscalCode): string {
  return `${code.slice(0, 6)}${'•'.repeat(10)}`
}

/** Whether a code can be of someone born on this day (`YYYY-MM-DD`): its two digits of the year, its month and its day are. */
export function agreesWithBirth(code: FiscalCode, bornOn: string): boolean {
  return findFiscalCode(code)?.bornOn === bornOn.slice(2)
}
