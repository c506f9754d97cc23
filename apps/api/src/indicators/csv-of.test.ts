import { expect, test } from 'vitest'
import { csvOf } from './csv-of.ts'

test.each(['=1+1', '+1', '-1', '@sum', '\tx'])('the cell %s runs no formula', (cell) => {
  expect(csvOf([[cell]])).toBe(`\uFEFF'${cell}\r\n`)
})

test('a negative number stays a number, and what holds a semicolon or a quote is quoted', () => {
  expect(csvOf([[-3, 'a;b', 'say "yes"']])).toBe('\uFEFF-3;"a;b";"say ""yes"""\r\n')
})
