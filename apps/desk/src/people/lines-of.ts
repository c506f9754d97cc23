/** One value of a tree of data and the way that leads to it. */
export type Line = { readonly name: string; readonly value: string }

/** How the paper says what a program calls by its name. */
export type PaperWords = {
  /** The fields; one without a word keeps its own name, so that nothing is left out that a later field adds. */
  readonly fields: Readonly<Record<string, string>>
  readonly answers: { readonly true: string; readonly false: string }
  readonly locale: string
}

/** Everything in an export, line by line, in the words of the paper and on the clocks of Rome. What is not known has no line. */
export function linesOf(data: unknown, words: PaperWords, name = ''): readonly Line[] {
  if (data === null || data === undefined || data === '') return []
  const below = (key: string) => (name === '' ? key : `${name} ${key}`)
  if (Array.isArray(data)) return data.flatMap((each, at) => linesOf(each, words, below(String(at + 1))))
  if (typeof data === 'object')
    return Object.entries(data).flatMap(([key, value]) =>
      linesOf(value, words, below(words.fields[key] ?? key)),
    )
  return [{ name, value: typeof data === 'string' ? textOf(data, words) : answerOf(data, words) }]
}

function answerOf(data: unknown, { answers }: PaperWords): string {
  return typeof data === 'boolean' ? answers[`${data}`] : JSON.stringify(data)
}

/** Instants as people read them; every other text as it is. */
function textOf(text: string, { locale }: PaperWords): string {
  if (!/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) return text
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Rome',
  }).format(new Date(text))
}
