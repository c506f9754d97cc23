import type { Messages } from './messages/it.ts'

/** What a word is about, as people at a counter say it; a topic of tomorrow is still about a booking. */
export function describeTopic(topic: string, words: Messages['topics']): string {
  return Object.hasOwn(words.of, topic) ? words.of[topic as keyof typeof words.of] : words.other
}
