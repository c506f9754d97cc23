import type { Theme } from './tenant-config.ts'

/** Seven rows of five squares a letter, a bit a square: the first letter of a name, without any font. */
const letters: Readonly<Record<string, readonly number[]>> = {
  A: [14, 17, 17, 31, 17, 17, 17],
  B: [30, 17, 17, 30, 17, 17, 30],
  C: [14, 17, 16, 16, 16, 17, 14],
  D: [30, 17, 17, 17, 17, 17, 30],
  E: [31, 16, 16, 30, 16, 16, 31],
  F: [31, 16, 16, 30, 16, 16, 16],
  G: [14, 17, 16, 23, 17, 17, 14],
  H: [17, 17, 17, 31, 17, 17, 17],
  I: [14, 4, 4, 4, 4, 4, 14],
  J: [7, 2, 2, 2, 2, 18, 12],
  K: [17, 18, 20, 24, 20, 18, 17],
  L: [16, 16, 16, 16, 16, 16, 31],
  M: [17, 27, 21, 21, 17, 17, 17],
  N: [17, 25, 21, 19, 17, 17, 17],
  O: [14, 17, 17, 17, 17, 17, 14],
  P: [30, 17, 17, 30, 16, 16, 16],
  Q: [14, 17, 17, 17, 21, 18, 13],
  R: [30, 17, 17, 30, 20, 18, 17],
  S: [15, 16, 16, 14, 1, 1, 30],
  T: [31, 4, 4, 4, 4, 4, 4],
  U: [17, 17, 17, 17, 17, 17, 14],
  V: [17, 17, 17, 17, 10, 10, 4],
  W: [17, 17, 17, 21, 21, 27, 17],
  X: [17, 17, 10, 4, 10, 17, 17],
  Y: [17, 17, 10, 4, 4, 4, 4],
  Z: [31, 1, 2, 4, 8, 16, 31],
}
/** A door under a roof, for a name that begins with no Latin letter. */
const house = [4, 14, 31, 17, 21, 21, 21]

/** An emblem for a town that has none of its own yet: the initial of its name in squares, on a disc in its colours, with a tower's base. */
export function drawEmblem(name: string, { accent, accentMid }: Theme): string {
  const initial = name.normalize('NFD').slice(0, 1).toUpperCase()
  const rows = letters[initial] ?? house
  const squares = rows.flatMap((row, y) =>
    [0, 1, 2, 3, 4].flatMap((x) => ((row >> (4 - x)) & 1 ? [`M${18 + x * 4} ${12 + y * 4}h4v4h-4z`] : [])),
  )
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 56 56">',
    `<circle cx="28" cy="28" r="26" fill="${accent}"/>`,
    `<path d="M9 45h38v3H9z" fill="${accentMid}"/>`,
    `<path d="${squares.join('')}" fill="#fff"/>`,
    '</svg>',
  ].join('')
}
