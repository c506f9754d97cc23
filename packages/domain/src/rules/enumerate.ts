/** `a, b e c`: parts of a sentence, the last after the language's "and" or "or". */
export function enumerate(parts: readonly string[], last: string): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1) ?? ''}`
}
