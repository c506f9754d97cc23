import type { Messages } from '../messages/it.ts'

/** The extras that could not be had, in a line to be read out; none when all were. */
export function droppedLines(
  dropped: readonly { readonly poolName: string }[],
  words: Messages['deeds'],
): readonly string[] {
  return dropped.length === 0 ? [] : [words.dropped(dropped.map(({ poolName }) => poolName).join(', '))]
}
