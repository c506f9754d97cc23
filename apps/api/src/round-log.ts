/** When each round of the worker last went through, since the process began. A round adds itself by its name when it is through. */
export interface RoundLog {
  /** Names are ours and few: they become labels. */
  readonly succeeded: (round: string, at: Date) => void
  readonly last: () => ReadonlyMap<string, Date>
}

export function roundLog(): RoundLog {
  const last = new Map<string, Date>()
  return { succeeded: (round, at) => void last.set(round, at), last: () => last }
}
