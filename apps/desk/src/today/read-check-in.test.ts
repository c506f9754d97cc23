import { expect, test } from 'vitest'
import { matchesName, readCheckIn } from './read-check-in.ts'

test.each([
  ['a code with its hyphen', 'K7QM-3XWP', 'code'],
  ['a code in small letters, with a space', 'k7qm 3xwp', 'code'],
  ['a code whose zero was written as O', 'K7QM-3XWO', 'code'],
  ['what a scanner reads', 'K7QM3XWP.dGhpcyBpcyAxMjggYml0cw', 'qr'],
  ['a surname', 'Colantoni', 'name'],
  ['a name and surname', 'Marta Colantoni', 'name'],
  ['a code cut short', 'K7QM-3X', 'name'],
  ['a name with a full stop', 'D. Orsini', 'name'],
  ['nothing', '   ', 'nothing'],
])('%s is recognised', (_what, text, kind) => {
  expect(readCheckIn(text).kind).toBe(kind)
})

test('eight letters are tried as a code, and may be a name', () => {
  expect(readCheckIn('Giovanni')).toEqual({ kind: 'code', code: 'Giovanni', mayBeName: true })
  expect(readCheckIn('K7QM-3XWP')).toEqual({ kind: 'code', code: 'K7QM-3XWP', mayBeName: false })
})

test.each([
  ['by surname', 'Marta Colantoni', 'colantoni', true],
  ['by the beginning of a surname', 'Marta Colantoni', 'cola', true],
  ['by both, in any order', 'Marta Colantoni', 'col mar', true],
  ['without its accent', 'Niccolò D’Amè', 'niccolo ame', true],
  ['by half of a double surname', 'Ada Rossi-Neri', 'neri', true],
  ['not by the middle of a word', 'Marta Colantoni', 'toni', false],
  ['not when a word is of somebody else', 'Marta Colantoni', 'marta orsini', false],
])('a person is found %s', (_how, name, typed, isFound) => {
  expect(matchesName(name, typed)).toBe(isFound)
})
