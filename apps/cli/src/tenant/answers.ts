import type { Reading } from './town-questions.ts'

/** Asks whoever sits at the terminal; absent when nobody does. */
export type Ask = (question: string) => Promise<string>

/**
 * Answers out of flags, and out of the terminal for what no flag says. What is amiss in a flag, or missing with nobody to
 * ask, is kept as a fault, a line each, so that all of them are told at once; at the terminal the question is asked again.
 */
export class Answers {
  readonly faults: string[] = []
  readonly #flags: Readonly<Record<string, readonly string[] | undefined>>
  readonly #ask: Ask | undefined
  readonly #say: (line: string) => void

  constructor(
    flags: Readonly<Record<string, readonly string[] | undefined>>,
    ask: Ask | undefined,
    say: (line: string) => void,
  ) {
    this.#flags = flags
    this.#ask = ask
    this.#say = say
  }

  /** Whether a flag says it. */
  has(flag: string): boolean {
    return this.#flags[flag] !== undefined
  }

  /** One answer that must be there; undefined once a fault says that it is not. */
  async one<T>(flag: string, question: string, read: (text: string) => Reading<T>): Promise<T | undefined> {
    const [given] = this.#flags[flag] ?? []
    if (given !== undefined) return this.#readFlag(flag, given, read)
    if (this.#ask === undefined) {
      const needed = read('')
      this.faults.push(`--${flag}: missing; allowed: ${needed.ok ? 'any text' : needed.allowed}`)
      return undefined
    }
    return this.#asked(question, read)
  }

  /** One answer that may be left out, by an empty line at the terminal. */
  async maybe<T>(flag: string, question: string, read: (text: string) => Reading<T>): Promise<T | undefined> {
    const [given] = this.#flags[flag] ?? []
    if (given !== undefined) return this.#readFlag(flag, given, read)
    const blank: Reading<undefined> = { ok: true, value: undefined }
    return (
      this.#ask &&
      this.#asked(`${question} (Enter: none)`, (text) => (text.trim() === '' ? blank : read(text)))
    )
  }

  /** Any number of answers: a flag each, or a line each until an empty one. */
  async several<T>(
    flag: string,
    question: string,
    read: (text: string) => Reading<T>,
  ): Promise<readonly T[]> {
    const given = this.#flags[flag]
    if (given !== undefined) return given.flatMap((text) => this.#readFlag(flag, text, read) ?? [])
    const all: T[] = []
    while (this.#ask !== undefined) {
      const next = await this.maybe(flag, all.length > 0 ? `${question}, one more` : question, read)
      if (next === undefined) break
      all.push(next)
    }
    return all
  }

  #readFlag<T>(flag: string, text: string, read: (text: string) => Reading<T>): T | undefined {
    const reading = read(text)
    if (reading.ok) return reading.value
    this.faults.push(`--${flag}: found ${JSON.stringify(text)}; allowed: ${reading.allowed}`)
    return undefined
  }

  async #asked<T>(question: string, read: (text: string) => Reading<T>): Promise<T | undefined> {
    for (;;) {
      const reading = read((await this.#ask?.(`${question}: `)) ?? '')
      if (reading.ok) return reading.value
      this.#say(`  Allowed: ${reading.allowed}`)
    }
  }
}
