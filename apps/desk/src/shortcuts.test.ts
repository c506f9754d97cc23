import { expect, test } from 'vitest'
import { pressedKey } from './shortcuts.ts'

const plain = { ctrlKey: false, metaKey: false, altKey: false }

test.each([
  ['a letter', 'n', 'n'],
  ['a letter with the capitals locked', 'N', 'n'],
  ['a slash, with or without Shift', '/', '/'],
])('%s is itself', (_what, key, pressed) => {
  expect(pressedKey({ ...plain, key })).toBe(pressed)
})

test('a combination belongs to the browser', () => {
  expect(pressedKey({ ...plain, ctrlKey: true, key: 'n' })).toBeUndefined()
  expect(pressedKey({ ...plain, metaKey: true, key: 'p' })).toBeUndefined()
})
