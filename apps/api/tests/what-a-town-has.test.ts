import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeDatabase, openDatabase } from '@officine/db/database'
import type { Database } from '@officine/db/database'
import { hashOfJson } from '@officine/domain/allocation/hashes'
import { tenantId } from '@officine/domain/tenant-id'
import { allumiere } from '@officine/tenants/allumiere'
import type { TenantConfig } from '@officine/tenants/tenant-config'
import { towns, townsWithSeats } from '@officine/tenants/towns'
import { testDatabase } from '@officine/testing/test-database'
import type { TestDatabase } from '@officine/testing/test-database'
import { applyTowns } from '@officine/testing/town-in-database'
import type { Context } from '../src/context.ts'
import { createCaller } from '../src/procedures.ts'
import { appRouter } from '../src/router.ts'
import { townDirectory } from '../src/town-directory.ts'
import type { TownDirectory } from '../src/town-directory.ts'

// The Monday of a week with a holiday on its Tuesday.
const now = new Date('2026-12-07T09:00:00Z')
const callerOf = createCaller(appRouter)
const withoutPlaces = towns.filter((town) => !townsWithSeats.includes(town)).map(({ id }) => id)

/** A town that speaks French too, by its file alone. */
const bilingual: TenantConfig = {
  ...allumiere,
  id: tenantId('aosta'),
  languages: ['it', 'en', 'fr'],
  rules: { ...allumiere.rules, tenant: 'aosta' },
  portal: { ...allumiere.portal, fr: { ...allumiere.portal.it, tagline: 'Un lieu pour travailler' } },
  funding: { ...allumiere.funding, fr: 'Cofinancé par l’Union européenne' },
} as TenantConfig // a third language is the file's own: the type names the two that every town speaks

let database: TestDatabase
let db: Database
let directory: TownDirectory

beforeAll(async () => {
  database = await testDatabase()
  await applyTowns(database, [...towns, bilingual])
  db = openDatabase(database.url('api'), { connections: 4 })
  directory = townDirectory(db, hashOfJson)
})
afterAll(async () => {
  await closeDatabase(db)
  await database.drop()
})

async function visitor(town: string) {
  const found = await directory.atHost(`${town}.localhost`)
  return callerOf({
    db,
    town: found,
    towns: directory,
    now,
    signedIn: undefined,
    isDevelopment: true,
  } as unknown as Context) // a visitor's questions touch no more of it
}

describe.each(withoutPlaces)('%s, which gives out no place', (slug) => {
  test('answers what its portal asks, and offers nothing to book', async () => {
    const { town, bookings } = await visitor(slug)
    const current = await town.current({})
    expect(current.services.length).toBeGreaterThanOrEqual(3)
    expect(current.services.filter(({ poolId }) => poolId !== undefined)).toEqual([])
    expect(await bookings.pools({})).toEqual([])
    expect(current).toMatchObject({ isEuFunded: false, site: { hasHours: false } })
  })

  test('says neither open nor shut, nor on which days, since no hours are known', async () => {
    const { town } = await visitor(slug)
    expect(await town.now({})).toMatchObject({
      isOpen: false,
      pools: [],
      openingHours: [],
      upcomingClosures: [],
    })
  })
})

test('a holiday of the week is told by every town that has hours', async () => {
  const { town } = await visitor('roma-municipio-v')
  const { isOpen, upcomingClosures } = await town.now({})
  expect([isOpen, upcomingClosures[0]]).toEqual([
    true,
    { day: '2026-12-08', dayLabel: 'martedì 8 dicembre', because: 'giorno festivo' },
  ])
})

describe('a language that only the town speaks', () => {
  test('is answered with what the town wrote in it, and in Italian where it wrote nothing', async () => {
    const { town } = await visitor('aosta')
    expect(await town.current({ language: 'fr' })).toMatchObject({
      languages: ['it', 'en', 'fr'],
      portal: { tagline: 'Un lieu pour travailler' },
      funding: 'Cofinancé par l’Union européenne',
      institutionName: allumiere.institutionName.it,
      services: [{ title: allumiere.services[0]?.texts.it.title }, {}, {}],
    })
  })

  test('has our own sentences in Italian', async () => {
    const { town, rules } = await visitor('aosta')
    expect(await town.now({ language: 'fr' })).toMatchObject({ nowLabel: 'lunedì 7 dicembre, ore 10:00' })
    const [italian, french] = [await rules.explained({}), await rules.explained({ language: 'fr' })]
    expect(french).toEqual(italian)
  })

  test('is refused when no town could speak it', async () => {
    const { town } = await visitor('aosta')
    await expect(town.current({ language: 'xx' as 'fr' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})
