import { describe, expect, test } from 'vitest'
import { themeCss, themeHash } from './theme-css.ts'
import { hostsOf } from './tenant-config.ts'
import { tenantToApply } from './tenant-to-apply.ts'
import { allumiere } from './allumiere.ts'
import { seats } from './testing/pools-of-allumiere.ts'
import { pignataroInteramna } from './pignataro-interamna.ts'
import { romaMunicipioV } from './roma-municipio-v.ts'
import { towns, townsWithSeats } from './towns.ts'

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

describe('Municipio V, as it announced La Rustica', () => {
  test('has ten seats in via Dameta, open Monday to Friday from 9 to 19, for groups too', () => {
    expect(romaMunicipioV.sites).toMatchObject([
      { address: 'Via Dameta', openingHours: [{ days: [1, 2, 3, 4, 5], periods: [['09:00', '19:00']] }] },
    ])
    expect(romaMunicipioV.rules.pools.seats).toMatchObject({ kind: 'seats', capacity: 10, group: { max: 4 } })
  })

  test('keeps seats for working parents, under-35s and people in a fragile condition', () => {
    expect(romaMunicipioV.rules.pools.seats.reserves.map(({ id }) => id)).toEqual(['care', 'u35', 'fragile'])
  })

  test('has places for children and small pets to go with a seat, and labs from 6 to 18 years', () => {
    expect(romaMunicipioV.pools.map(({ slug }) => slug)).toEqual(['seats', 'care', 'pet', 'laptop', 'lab'])
    expect(romaMunicipioV.rules.pools.lab.eligibility).toEqual({ age: { gte: 6, lt: 19, at: 'slotStart' } })
  })

  test('tells what its neighbourhood operator does', () => {
    expect(romaMunicipioV.services.map(({ slug }) => slug)).toEqual(
      expect.arrayContaining([
        'doposcuola',
        'piccole-riparazioni',
        'servizi-del-quartiere',
        'mobilita-condivisa',
      ]),
    )
  })
})

describe('towns where nothing can be booked yet', () => {
  const without = towns.filter((town) => !townsWithSeats.includes(town))

  test('are the city and the four municipi of the Poli Civici', () => {
    expect(without.map(({ id }) => id)).toEqual([
      'roma-capitale',
      'roma-municipio-ix',
      'roma-municipio-vii',
      'roma-municipio-viii',
      'roma-municipio-xii',
    ])
  })

  test.each(without.map((town) => [town.name, town]))(
    '%s tells at least three services and promises no place',
    (_name, town) => {
      expect(town.services.length).toBeGreaterThanOrEqual(3)
      expect([town.pools, town.rules.pools, town.services.filter(({ pool }) => pool !== undefined)]).toEqual([
        [],
        {},
        [],
      ])
    },
  )

  test.each(without.map((town) => [town.name, town]))(
    '%s shows no emblem of the Union: no source says that it pays',
    (_name, town) => {
      expect(town.isEuFunded).toBe(false)
    },
  )
})

test('the emblem of the Union is shown where the fund pays', () => {
  expect(towns.filter(({ isEuFunded }) => isEuFunded)).toEqual(townsWithSeats)
})

test('colours have a fingerprint that changes with them, and with nothing else', () => {
  expect(themeHash({ ...allumiere, theme: { ...allumiere.theme } })).toBe(themeHash(allumiere))
  expect(new Set(towns.map(themeHash)).size).toBe(towns.length)
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
