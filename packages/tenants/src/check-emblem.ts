const shapes = [
  'svg',
  'g',
  'title',
  'desc',
  'path',
  'circle',
  'ellipse',
  'rect',
  'line',
  'polyline',
  'polygon',
]

const attributes = new Set(
  `xmlns viewBox width height role aria-label aria-hidden focusable
   d points x y x1 y1 x2 y2 cx cy r rx ry transform
   fill fill-rule fill-opacity stroke stroke-width stroke-linecap stroke-linejoin
   stroke-dasharray stroke-opacity stroke-miterlimit opacity clip-rule`.split(/\s+/),
)

const largestCharacters = 8_000

/**
 * The first thing in a drawing that a portal must not serve, `undefined` when there is none. The emblem is shown on every
 * page of the town: a list of what is allowed holds where a list of what is dangerous would miss the next trick.
 */
export function findEmblemFault(svg: string): string | undefined {
  if (svg.length > largestCharacters) return `${svg.length} characters`
  const open: string[] = []
  let rest = svg.trim()
  if (!rest.startsWith('<svg ')) return 'a text that does not begin with <svg …>'
  while (rest !== '') {
    const text = /^[^<]+/.exec(rest)?.[0]
    if (text !== undefined) {
      if (text.includes('&')) return 'an entity (&…;)'
      if (text.trim() !== '' && !['title', 'desc'].includes(open.at(-1) ?? ''))
        return `loose text: ${text.trim()}`
      rest = rest.slice(text.length)
      continue
    }
    const tag = /^<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+\s*=\s*"[^"<>]*")*)\s*(\/?)>/.exec(rest)
    if (tag === null) return `something that is not a plain tag: ${rest.slice(0, 30)}`
    const [whole, closing, name = '', written = '', selfClosing] = tag
    const fault = shapes.includes(name) ? findAttributeFault(written) : `the element <${name}>`
    if (fault !== undefined) return fault
    if (closing === '/' && open.pop() !== name) return `a </${name}> that closes nothing`
    if (closing === '' && open.length === 0 && rest !== svg.trim())
      return `a second <${name}> beside the drawing`
    if (closing === '' && selfClosing === '') open.push(name)
    rest = rest.slice(whole.length)
  }
  if (open.length > 0) return `a <${open.at(-1)}> left open`
  if (!/^<svg [^>]*\bviewBox="[-\d. ]+"/.test(svg.trim())) return 'an <svg> without viewBox'
  return undefined
}

function findAttributeFault(written: string): string | undefined {
  for (const [, name = '', value = ''] of written.matchAll(/([\w:-]+)\s*=\s*"([^"]*)"/g)) {
    if (!attributes.has(name)) return `the attribute ${name}`
    const isNamespace = name === 'xmlns' && value === 'http://www.w3.org/2000/svg'
    if (!isNamespace && /[&\\]|url\s*\(|:/i.test(value))
      return `a reference in ${name}: ${value.slice(0, 40)}`
  }
  return undefined
}
