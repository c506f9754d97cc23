/**
 * A place in the file, as people read it: an element of a list goes by its slug or number, `pools[seats].units[3].x`,
 * so that the path stays true when somebody adds an element before it.
 */
export function pathText(root: unknown, segments: readonly PropertyKey[]): string {
  let text = ''
  let value = root
  for (const segment of segments) {
    const within = value
    value = memberOf(within, segment)
    if (Array.isArray(within) && typeof segment === 'number') text += `[${nameOf(value) ?? String(segment)}]`
    else text += text === '' ? String(segment) : `.${String(segment)}`
  }
  return text
}

/** Whether a path written as `pathText` writes it leads to something in the file. */
export function leadsSomewhere(root: unknown, path: string): boolean {
  let value = root
  for (const segment of path.split(/\.|(?=\[)/)) {
    const name = /^\[(.+)\]$/.exec(segment)?.[1]
    if (name === undefined) value = memberOf(value, segment)
    else if (!Array.isArray(value)) return false
    else value = value.find((element, index) => (nameOf(element) ?? String(index)) === name)
    if (value === undefined) return false
  }
  return true
}

/** The value at a place, `undefined` when there is none. */
export function findValue(root: unknown, segments: readonly PropertyKey[]): unknown {
  return segments.reduce(memberOf, root)
}

/** The name by which an element of a list is known, `undefined` when it has none. */
export function nameOf(element: unknown): string | undefined {
  const name = memberOf(element, 'slug') ?? memberOf(element, 'number')
  return typeof name === 'string' || typeof name === 'number' ? String(name) : undefined
}

function memberOf(value: unknown, key: PropertyKey): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
  return (value as Readonly<Record<PropertyKey, unknown>>)[key] // its own key, just asked
}
