// D.M. 23 December 1976: letters and digits of the code, its check character and the letters that replace digits in an omocodia.
const FISCAL_CODE = /^[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]$/
const DIGIT_POSITIONS: readonly number[] = [6, 7, 9, 10, 12, 13, 14]
const OMOCODIA_LETTERS = 'LMNPQRSTUV'
const MONTH_LETTERS = 'ABCDEHLMPRST'
const ODD_VALUES: readonly number[] = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
]

/** What a fiscal code says of its holder; the century of birth is not in it. */
export interface FiscalCode {
  /** The code with every omocodia undone and without its check character. */
  readonly base: string
  readonly checkHolds: boolean
  readonly sex: 'F' | 'M'
  /** Birth as YY-MM-DD. */
  readonly bornOn: string
}

/** Reads a personal fiscal code, in any case, spaces around it ignored; undefined when the text is not shaped like one. */
export function findFiscalCode(text: string): FiscalCode | undefined {
  const code = text.trim().toUpperCase()
  if (!FISCAL_CODE.test(code)) return undefined

  const letters = code.slice(0, 15).split('')
  for (const position of DIGIT_POSITIONS) {
    const digit = OMOCODIA_LETTERS.indexOf(letters[position] ?? '')
    if (digit >= 0) letters[position] = String(digit)
  }
  const base = letters.join('')
  const day = Number(base.slice(9, 11))
  const month = MONTH_LETTERS.indexOf(base.slice(8, 9)) + 1
  return {
    base,
    checkHolds: checkCharacter(code.slice(0, 15)) === code.slice(15),
    sex: day > 40 ? 'F' : 'M',
    bornOn: `${base.slice(6, 8)}-${String(month).padStart(2, '0')}-${String(day % 40).padStart(2, '0')}`,
  }
}

/** The sixteenth character of a fiscal code, from its first fifteen. */
export function checkCharacter(fifteen: string): string {
  let sum = 0
  for (let position = 0; position < 15; position += 1) {
    const code = fifteen.charCodeAt(position)
    const value = code < 65 ? code - 48 : code - 65
    // Positions are counted from one in the decree, so the first is odd.
    sum += position % 2 === 0 ? (ODD_VALUES[value] ?? 0) : value
  }
  return String.fromCharCode(65 + (sum % 26))
}

/** Under what name two references are one person: fiscal codes are compared without case and omocodia, pseudonyms as they are. */
export function personKey(person: string): string {
  return findFiscalCode(person)?.base ?? person
}
