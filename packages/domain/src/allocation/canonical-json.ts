/** The canonical text of a JSON value (RFC 8785): members sorted by UTF-16 code units, numbers and texts as ECMAScript writes them. Members that are undefined are left out, instants are their ISO text; throws on what JSON cannot say. */
export function canonicalJson(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`)
    return `{${members.join(',')}}`
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`Not a JSON number: ${value}`)
  const text = JSON.stringify(value)
  if (text === undefined) throw new TypeError(`Not a JSON value: ${typeof value}`)
  return text
}
