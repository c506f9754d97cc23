import { expect, test } from 'vitest'
import { shortcutOf } from './shortcuts.ts'

const plain = { ctrlKey: false, metaKey: false, altKey: false }

test.each([
  ['a slash goes to check-in', '/', 'check-in'],
  ['n starts a new booking', 'n', 'new-booking'],
  ['so does N, with the capitals locked', 'N', 'new-booking'],
  ['p goes to people', 'p', 'people'],
  ['a question mark asks for help', '?', 'help'],
  ['another letter does nothing', 'x', undefined],
])('%s', (_what, key, shortcut) => {
  expect(shortcutOf({ ...plain, key })).toBe(shortcut)
})

test('a combination belongs to the browser', () => {
  expect(shortcutOf({ ...plain, ctrlKey: true, key: 'n' })).toBeUndefined()
  expect(shortcutOf({ ...plain, metaKey: true, key: 'p' })).toBeUndefined()
})
