/** One value of a tree of data and the way that leads to it. */
export type Line = { readonly name: string; readonly value: string }

/** Everything in an export, line by line, so that nothing is left out of the paper that a later field adds. What is not known has no line. */
export function linesOf(data: unknown, name = ''): readonly Line[] {
  if (data === null || data === undefined || data === '') return []
  if (Array.isArray(data)) return data.flatMap((each, at) => linesOf(each, join(name, String(at + 1))))
  if (typeof data === 'object')
    return Object.entries(data).flatMap(([key, value]) => linesOf(value, join(name, key)))
  return [{ name, value: typeof data === 'string' ? data : JSON.stringify(data) }]
}

function join(name: string, key: string): string {
  return name === '' ? key : `${name} ${key}`
}
