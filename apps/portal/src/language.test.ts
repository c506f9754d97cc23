import { expect, test } from 'vitest'
import { isSpoken, keptLanguage, languageNames } from './language.tsx'
import { isAnythingBookable, type Town } from './town.ts'

const files = Object.keys(import.meta.glob('./messages/*.ts'))

test('the portal speaks the languages that have a file, and no other', () => {
  const spoken = Object.keys(languageNames).filter(isSpoken)
  expect(spoken.map((language) => `./messages/${language}.ts`).sort()).toEqual(files.sort())
})

test.each([
  ['lingua=en', 'en'],
  ['altro=1; lingua=en', 'en'],
  ['lingua=xx', 'it'],
  ['lingua=__', 'it'],
  ['', 'it'],
])('with the cookie %j it is read in %s', (cookies, language) => {
  expect(keptLanguage(cookies)).toBe(language)
})

test.each([
  ['a seat', [{ kind: 'seats', poolId: 'p' }], true],
  ['an appointment', [{ kind: 'desk', poolId: 'p' }], true],
  ['a desk that is told only', [{ kind: 'desk', poolId: undefined }], false],
  ['a place that goes with a seat, and no seat', [{ kind: 'activity', poolId: 'p' }], false],
  ['no service', [], false],
])('a town with %s: whether there is anything to book is %s', (_what, services, answer) => {
  expect(isAnythingBookable({ services } as unknown as Town)).toBe(answer) // the two fields that decide
})
