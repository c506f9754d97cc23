/** The words of a name without case, accents and marks. */
export function nameWords(name: string): ReadonlySet<string> {
  const plain = name.normalize('NFD').replace(/[\p{M}'’`.]/gu, '')
  return new Set(
    plain
      .toLowerCase()
      .split(/[\s-]+/)
      .filter((word) => word !== ''),
  )
}

/** Whether two names have a word in common: somebody who married, or who is called by a second name, keeps one. */
export function shareNameWord(one: string, other: string): boolean {
  return !nameWords(one).isDisjointFrom(nameWords(other))
}
