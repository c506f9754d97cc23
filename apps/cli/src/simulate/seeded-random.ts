/** Numbers in [0, 1), the same every time for a seed. */
export interface Random {
  readonly next: () => number
  /** A whole number in `[0, below)`. */
  readonly below: (below: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <Item>(items: readonly [Item, ...Item[]]) => Item
  /** A UUID of version 7 at an instant: rows of a simulation stand together in every index, and are the same in every run. */
  readonly id: (at: number) => string
}

/** A source of numbers (sfc32, seeded through mulberry32): two runs with one seed make the same use. */
export function seededRandom(seed: number): Random {
  let state = seed | 0
  const scatter = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) | 0
  }
  let [a, b, c, counter] = [scatter(), scatter(), scatter(), 1]
  const word = () => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return sum >>> 0
  }
  const next = () => word() / 4_294_967_296
  return {
    next,
    below: (below) => Math.floor(next() * below),
    chance: (probability) => next() < probability,
    pick: (items) => items[Math.floor(next() * items.length)] ?? items[0],
    id: (at) => {
      // Half of what a simulation works out are ids: four digits at a time, from a table.
      const [high, middle, low] = [Math.floor(at / 0x1_0000_0000), (at >>> 16) & 0xffff, at & 0xffff]
      const variant = 0x8000 | (word() & 0x3fff)
      const version = 0x7000 | (word() & 0xfff)
      const [node, tail] = [word(), word() & 0xffff]
      return `${digits(high)}${digits(middle)}-${digits(low)}-${digits(version)}-${digits(variant)}-${digits(node >>> 16)}${digits(node & 0xffff)}${digits(tail)}`
    },
  }
}

/** A seed made of a text: each town, each booking its own numbers, whatever the others are (FNV-1a, 32 bits). */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return hash
}

const hexadecimal = Array.from({ length: 0x1_0000 }, (_, value) => value.toString(16).padStart(4, '0'))
const digits = (value: number): string => hexadecimal[value] ?? ''
