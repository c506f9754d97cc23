import { expect, test } from 'vitest'
import { readNotes } from './read-notes.ts'

test('an emptied note is deleted, a note on two lines becomes one', () => {
  const typed = new FormData()
  typed.set('allergies', 'latte\n  e uova ')
  typed.set('emergencyContact', '   ')
  expect(readNotes(typed)).toEqual({ allergies: 'latte e uova', emergencyContact: null, mayCollect: null })
})
