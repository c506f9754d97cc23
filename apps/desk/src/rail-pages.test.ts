import { expect, test } from 'vitest'
import { hrefOf, isCurrent, type RailPage, railPages, railPagesFor } from './rail-pages.ts'

const people: RailPage = {
  group: 'counter',
  pattern: '/persone',
  label: () => 'Persone',
  hasPagesBelow: true,
}
const staff: RailPage = { group: 'managers', pattern: '/personale', label: () => 'Personale' }

test('the pages of managers are listed for managers only', () => {
  expect(railPagesFor({ roles: ['front-desk', 'operator'] }, [people, staff])).toEqual([people])
  expect(railPagesFor({ roles: ['manager'] }, [people, staff])).toEqual([people, staff])
})

test.each([
  ['its own address', '/persone', true],
  ['an address below it', '/persone/0190', true],
  ['another page that begins alike', '/personale', false],
])('a page is the current one at %s', (_where, pathname, current) => {
  expect(isCurrent(people, pathname)).toBe(current)
})

test('a page without pages below is current at its own address only', () => {
  expect(isCurrent(staff, '/personale/0190')).toBe(false)
})

test('one page, one address and one key', () => {
  const keys = railPages.flatMap(({ key }) => key ?? [])
  expect(new Set(keys).size).toBe(keys.length)
  expect(new Set(railPages.map(hrefOf)).size).toBe(railPages.length)
})
