import fc from 'fast-check'
import { expect, test } from 'vitest'
import { returnPath } from './return-path.ts'

test.each([
  ['/prenota?pool=postazioni&giorno=2026-11-23', '/prenota?pool=postazioni&giorno=2026-11-23'],
  ['/gestione/', '/gestione/'],
  ['/area#accessi', '/area'],
  ['/a/../area', '/area'],
])('signing in comes back to %s', (asked, path) => {
  expect(returnPath(asked)).toBe(path)
})

test.each([
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/.//evil.example',
  '/a/..//evil.example',
  'https://evil.example',
  'https:evil.example',
  'javascript:alert(1)',
  'evil.example',
  '',
  ' /area',
  undefined,
  ['/area', '/x'],
  `/${'a'.repeat(500)}`,
  '/accedi',
  '/accedi?ritorno=/accedi',
  '/accedi/esito?code=x',
])('signing in with %j comes back to the home', (asked) => {
  expect(returnPath(asked)).toBe('/')
})

test('whatever is asked, a browser stays on the town’s own site', () => {
  const pieces = fc.constantFrom(
    '/',
    '\\',
    '\t',
    '\n',
    '.',
    '..',
    '@',
    ':',
    '?',
    '#',
    'evil.example',
    'https',
    'accedi',
    '%2f',
    '%5c',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 8 }), (text) => {
      expect(new URL(returnPath(`/${text.join('')}`), 'http://allumiere.localhost').origin).toBe(
        'http://allumiere.localhost',
      )
    }),
    { numRuns: 2_000 },
  )
})
