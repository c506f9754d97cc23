import { describe, expect, test } from 'vitest'
import { allumiere } from './allumiere.ts'
import { findReasonShut, holidaysOf } from './holidays-of.ts'

describe('the holidays of Allumiere', () => {
  test('in 2027 are the twelve national days besides Easter Sunday, and the patron saint', () => {
    expect(holidaysOf(allumiere, [2027]).map(({ day, name }) => `${day} ${name.it}`)).toEqual([
      '2027-01-01 Capodanno',
      '2027-01-06 Epifania',
      '2027-03-28 Pasqua',
      '2027-03-29 Lunedì dell’Angelo',
      '2027-04-25 Festa della Liberazione',
      '2027-05-01 Festa dei lavoratori',
      '2027-06-02 Festa della Repubblica',
      '2027-08-15 Ferragosto',
      '2027-09-08 Madonna delle Grazie, patrona',
      '2027-10-04 San Francesco d’Assisi',
      '2027-11-01 Ognissanti',
      '2027-12-08 Immacolata Concezione',
      '2027-12-25 Natale',
      '2027-12-26 Santo Stefano',
    ])
  })

  test('hold Saint Francis from 2026 and not before', () => {
    const named = holidaysOf(allumiere, [2026, 2025]).filter(({ name }) => name.en.includes('Francis'))
    expect(named.map(({ day }) => day)).toEqual(['2026-10-04'])
  })

  test('name a day once when the patron saint is a national holiday', () => {
    const assumption = { ...allumiere.patronSaint, day: '08-15' }
    const days = holidaysOf({ patronSaint: assumption }, [2027]).map(({ day }) => day)
    expect(days).toEqual([...new Set(days)])
  })
})

describe('the workshop is shut', () => {
  test.each([
    ['on the patron saint', '2027-09-08', 'holiday', 'Madonna delle Grazie, patrona'],
    ['on the first day of a closure', '2026-12-24', 'closure', 'chiusura per le feste di fine anno'],
    ['on its last day', '2026-12-31', 'closure', 'chiusura per le feste di fine anno'],
    ['for Christmas, although a closure covers it', '2026-12-25', 'holiday', 'Natale'],
  ])('%s', (_when, day, because, text) => {
    expect(findReasonShut(allumiere, 'palazzo-camerale', day)).toMatchObject({ because, text: { it: text } })
  })

  test('on no other day', () => {
    expect(findReasonShut(allumiere, 'palazzo-camerale', '2026-11-24')).toBeUndefined()
  })

  test('at one site and not at another when the closure says so', () => {
    const works = {
      from: '2027-02-01',
      to: '2027-02-01',
      site: 'biblioteca',
      because: { it: 'lavori', en: 'works' },
    }
    const town = { ...allumiere, closures: [works] }
    expect(findReasonShut(town, 'palazzo-camerale', '2027-02-01')).toBeUndefined()
    expect(findReasonShut(town, 'biblioteca', '2027-02-01')).toMatchObject({ because: 'closure' })
  })
})
