import { describe, expect, test } from 'vitest'
import { themeCss } from './theme-css.ts'
import { hostsOf } from './tenant-config.ts'
import { tenantToApply } from './tenant-to-apply.ts'
import { allumiere } from './allumiere.ts'
import { seats } from './testing/pools-of-allumiere.ts'
import { pignataroInteramna } from './pignataro-interamna.ts'
import { towns } from './towns.ts'

describe('Allumiere, as the town announced it', () => {
  test('has ten seats with fast internet and a shared printer', () => {
    expect(seats.units).toHaveLength(10)
    expect(seats.equipment.it).toEqual(['connessione internet veloce', 'stampante condivisa'])
  })

  test('is on the top floor of the Palazzo della Reverenda Camera Apostolica', () => {
    expect(allumiere.sites).toMatchObject([
      { name: { it: 'Palazzo della Reverenda Camera Apostolica' }, floor: { it: 'Ultimo piano' } },
    ])
  })

  test('offers seats, a citizens’ desk and a companies’ desk', () => {
    expect(allumiere.services.map(({ slug }) => slug)).toEqual([
      'postazioni',
      'sportello-cittadini',
      'sportello-imprese',
    ])
  })
})

describe('Pignataro Interamna, as its project says', () => {
  test('has a coworking space and two conference rooms', () => {
    expect(pignataroInteramna.pools.map(({ name }) => name.it)).toEqual([
      'Postazioni',
      'Sala Conferenze A',
      'Sala Conferenze B',
    ])
  })

  test('tells all the services it hosts', () => {
    expect(pignataroInteramna.services.map(({ slug }) => slug)).toEqual(
      expect.arrayContaining([
        'supporto-digitale',
        'sportelli-formazione',
        'baby-sitting-studio-assistito',
        'caf-sportello-sociale',
        'consulenza-psicologica',
        'sportello-donna',
      ]),
    )
  })
})

test('no two towns look alike', () => {
  expect(new Set(towns.map(({ theme }) => theme.accent)).size).toBe(towns.length)
  expect(new Set(towns.map(({ emblem }) => emblem.svg)).size).toBe(towns.length)
})

test('no text shouts or calls anybody a user', () => {
  const said = JSON.stringify(
    towns.map(({ portal, services, privacyNotice }) => [portal, services, privacyNotice]),
  )
  expect(said).not.toMatch(/!|gentile utente|\butent[ei]\b|\busers?\b/i)
})

test('a town is live without hosts of its own in development, and there only', () => {
  expect(hostsOf(allumiere, true)).toEqual(['allumiere.localhost'])
  expect(hostsOf(allumiere, false)).toEqual([])
})

test('its colours are four properties and nothing else', () => {
  expect(themeCss(allumiere)).toBe(
    ':root{--accent:#1b5a45;--accent-dark:#113b2d;--accent-tint:#eaf2ee;--accent-mid:#9cc0b1}\n',
  )
})

test('what is applied changes its hash with any word of it', () => {
  const applied = tenantToApply(allumiere, false)
  const renamed = tenantToApply({ ...allumiere, name: 'Allumière' }, false)
  expect(renamed.hash).not.toBe(applied.hash)
  expect(renamed.rulesHash).toBe(applied.rulesHash)
})
