/** Says why on standard error, one line a fault, and answers the status of bad input. */
export function refuse(lines: readonly string[]): 2 {
  process.stderr.write(lines.map((line) => `${line}\n`).join(''))
  return 2
}
