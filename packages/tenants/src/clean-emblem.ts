import { findEmblemFault } from './check-emblem.ts'

export type CleanedEmblem =
  | { readonly clean: true; readonly svg: string }
  | { readonly clean: false; readonly found: string }

/**
 * A drawing as a program saves it, without what is not part of the picture: prolog, comments, ids and editors' notes. What is
 * left must pass the list of plain shapes; a script is refused, never cut out, since half a trick may still be one.
 */
export function cleanEmblem(file: string): CleanedEmblem {
  const svg = file
    .replace(/^\uFEFF/, '')
    .replace(/<\?xml[^>]*\?>/, '')
    .replace(/<!DOCTYPE[^>[]*>/i, '')
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .replaceAll(/\s(?:id|class|version|data-[\w-]+|xml:space|xmlns:[\w-]+)="[^"<>]*"/g, '')
    .replaceAll(/>\s+</g, '><')
    .trim()
  const found = findEmblemFault(svg)
  return found === undefined ? { clean: true, svg } : { clean: false, found }
}
