/** Throws what went wrong with some once all had their turn; nothing when nothing did. */
export function throwAll(faults: readonly unknown[], what: string): void {
  if (faults.length > 0) throw new AggregateError(faults, what, { cause: faults[0] }) // logs tell a cause, never a message
}
