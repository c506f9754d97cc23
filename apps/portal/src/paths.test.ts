import { expect, test } from 'vitest'
import { paths, readBack, readChoice, readNews } from './paths.ts'

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

test('who comes along, for which child, and how many we are stay in the address', () => {
  const choice = {
    pool: 'p-1',
    day: '2026-11-25',
    time: '09:00-14:00',
    people: 3,
    along: [
      { poolId: 'p-2', dependantId: 'd-1', isExtra: false },
      { poolId: 'p-2', dependantId: 'd-2', isExtra: false },
      { poolId: 'p-3', isExtra: true },
    ],
  }
  const address = paths.summary(choice)
  expect(address).toContain('con=p-2.d-1_p-2.d-2&extra=p-3')
  const back = new URL(address, 'https://example.it')
  expect(readChoice(Object.fromEntries(back.searchParams))).toMatchObject(choice)
})

test.each([['0'], ['1'], ['-2'], ['molte'], ['1000']])('%j people are one', (persone) => {
  expect(readChoice({ persone }).people).toBeUndefined()
})

test('a booking says once that it is new and what it had to do without', () => {
  const address = new URL(
    paths.booking('b-1', { isNew: true, without: ['p-3', 'p-4'] }),
    'https://example.it',
  )
  expect(readNews(Object.fromEntries(address.searchParams))).toEqual({
    isNew: true,
    isMoved: false,
    without: ['p-3', 'p-4'],
  })
})
