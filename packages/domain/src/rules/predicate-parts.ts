import type { Predicate } from './tenant-rules.ts'

/** A condition without parts: what it finally asks of a person. */
export type Atom = Exclude<
  Predicate,
  { readonly all: unknown } | { readonly any: unknown } | { readonly not: unknown }
>

/** Every atom of a condition with its path below `path`, in the order written. */
export function* atomsOf(predicate: Predicate, path: string): Generator<{ atom: Atom; path: string }> {
  if ('all' in predicate) yield* atomsOfList(predicate.all, `${path}.all`)
  else if ('any' in predicate) yield* atomsOfList(predicate.any, `${path}.any`)
  else if ('not' in predicate) yield* atomsOf(predicate.not, `${path}.not`)
  else yield { atom: predicate, path }
}

function* atomsOfList(parts: readonly Predicate[], path: string): Generator<{ atom: Atom; path: string }> {
  for (const [position, part] of parts.entries()) yield* atomsOf(part, `${path}[${position}]`)
}
