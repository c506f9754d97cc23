import type { Messages } from '../messages/it.ts'

/** What was done with a record, in words; a deed that is not known by name was still done, and is told. */
export function describeDeed(action: string, words: Messages['myData']): string {
  return words.deeds.find((deed) => deed.action === action)?.says ?? words.otherDeed
}
