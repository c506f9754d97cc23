import { englishWords } from '@officine/domain/rules/english-words'
import { italianWords } from '@officine/domain/rules/italian-words'
import { describe, expect, test } from 'vitest'
import { messages as english } from './messages/en.ts'
import { messages as italian } from './messages/it.ts'

/** Every sentence of a language; a sentence with a gap is read as its source, which holds the same words. */
function sentencesOf(words: unknown): string[] {
  if (typeof words === 'string') return [words]
  if (typeof words === 'function') return [String(words).replaceAll('!==', '').replaceAll('!', '')]
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(sentencesOf) : []
}

describe.each([
  ['Italian', italian],
  ['English', english],
])('the %s of the portal', (_language, messages) => {
  const sentences = sentencesOf(messages)

  test('never shouts, and never says “gentile utente”', () => {
    expect(sentences.filter((sentence) => /!|gentile|dear user/i.test(sentence))).toEqual([])
  })

  test('has a word for everything', () => {
    expect(sentences.filter((sentence) => sentence.trim() === '')).toEqual([])
  })

  test('uses the typographic apostrophe', () => {
    const plain = Object.values(messages)
      .flatMap(sentencesOf)
      .filter((sentence) => !sentence.includes('=>'))
    expect(plain.filter((sentence) => /[a-zàèéìòù]'[a-zàèéìòù]/i.test(sentence))).toEqual([])
  })
})

test.each([
  ['Italian', italian, italianWords],
  ['English', english, englishWords],
])('the home tells rules that the explanation really has, in %s', (_language, messages, rules) => {
  expect(Object.values(rules.title)).toEqual(expect.arrayContaining(messages.home.ruleTitles))
})
