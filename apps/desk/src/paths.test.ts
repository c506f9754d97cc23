import { expect, test } from 'vitest'
import { isDay, paths, readChoice, readDay } from './paths.ts'

test('a choice survives a reload of its address', () => {
  const choice = { pool: 'p-1', day: '2026-11-25', time: '09:00-14:00', unit: 'u-5' }
  const address = new URL(paths.newBooking(choice), 'https://example.it')
  expect(address.pathname).toBe('/gestione/prenota')
  expect(readChoice(Object.fromEntries(address.searchParams))).toEqual(choice)
})

test('the way back from sign-in is a page of the desk', () => {
  const signIn = new URL(paths.signIn(paths.today('2026-11-25')), 'https://example.it')
  expect(signIn.searchParams.get('ritorno')).toBe('/gestione/?giorno=2026-11-25')
})

test('a day or a time that makes no sense is left out', () => {
  expect(readDay({ giorno: 'domani' })).toBeUndefined()
  expect(readChoice({ giorno: '25/11', ora: '9-14', posto: '<b>', pool: 3 })).toEqual({
    pool: undefined,
    day: undefined,
    time: undefined,
    unit: undefined,
  })
})

test('a year half typed in the date field is not yet a day', () => {
  expect(isDay('0202-11-25')).toBe(false)
  expect(isDay('')).toBe(false)
  expect(isDay('2026-11-25')).toBe(true)
})
