import { expect, test } from 'vitest'
import { paths, readBack, readChoice } from './paths.ts'

test('a choice survives the way to sign in and back', () => {
  const choice = { pool: 'p-1', day: '2026-11-25', time: '09:00-14:00', unit: 'u-5', isWeek: false }
  const signIn = new URL(paths.signIn(paths.summary(choice)), 'https://example.it')
  const back = new URL(readBack(Object.fromEntries(signIn.searchParams)), 'https://example.it')
  expect(back.pathname).toBe('/prenota/riepilogo')
  expect(readChoice(Object.fromEntries(back.searchParams))).toEqual(choice)
})

test.each([
  ['https://altrove.example'],
  ['//altrove.example'],
  ['/\\altrove.example'],
  ['javascript:alert(1)'],
  [''],
])('nobody is sent to %j after a form of ours', (ritorno) => {
  expect(readBack({ ritorno })).toBe('/area')
})

test('a day or a time that makes no sense is left out of the choice', () => {
  expect(readChoice({ giorno: 'domani', ora: '9-14', posto: '<b>' })).toEqual({
    pool: undefined,
    day: undefined,
    time: undefined,
    unit: undefined,
    isWeek: false,
  })
})
