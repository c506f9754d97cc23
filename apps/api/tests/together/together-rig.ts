import { randomUUID } from 'node:crypto'
import { findBooking } from '@officine/db/bookings'
import type { BookingRecord } from '@officine/db/bookings'
import { closeDatabase, openDatabase } from '@officine/db/database'
import type { Database } from '@officine/db/database'
import { insertDependant } from '@officine/db/dependants'
import { withTenant } from '@officine/db/with-tenant'
import { hashOfJson } from '@officine/domain/allocation/hashes'
import type { PoolRules, TenantRules } from '@officine/domain/rules/tenant-rules'
import { tenantId } from '@officine/domain/tenant-id'
import { testDatabase } from '@officine/testing/test-database'
import { applyTowns, insertPeople, warmUp } from '@officine/testing/town-in-database'
import { romaMunicipioV } from '@officine/tenants/roma-municipio-v'
import type { TenantConfig } from '@officine/tenants/tenant-config'
import { book } from '../../src/bookings/book.ts'
import type { Book, BookOutcome } from '../../src/bookings/book.ts'
import type { AskedCompanion } from '../../src/bookings/plan-booking.ts'
import { townDirectory } from '../../src/town-directory.ts'
import type { TownDirectory } from '../../src/town-directory.ts'
import type { PoolOfTown, Town } from '../../src/town.ts'

export const municipioV = tenantId('roma-municipio-v')
/** A Friday afternoon: the week after is open for booking, and Monday's reserves for carers and under-35s have been released. */
export const now = new Date('2027-01-08T12:00:00Z')
export const monday = '2027-01-11'
export const morning = { from: '09:00', to: '14:00' } as const
export const afternoon = { from: '14:00', to: '19:00' } as const

export interface TogetherRig {
  readonly db: Database
  readonly towns: TownDirectory
  readonly town: Town
  readonly pool: (slug: string) => PoolOfTown
  readonly people: (howMany: number) => Promise<readonly string[]>
  readonly child: (personId: string, bornOn?: string) => Promise<string>
  readonly ask: (personId: string, day?: string, more?: Partial<Book>) => Promise<BookOutcome>
  readonly booked: (personId: string, day?: string, more?: Partial<Book>) => Promise<string>
  readonly care: (dependantId: string) => AskedCompanion
  readonly pet: (isAddOn?: boolean) => AskedCompanion
  readonly record: (bookingId: string) => Promise<BookingRecord>
  readonly end: () => Promise<void>
}

/** Municipio V with other rules for some pools, on real tables and warm connections. */
export async function togetherRig(
  pools: Readonly<Record<string, Partial<PoolRules>>> = {},
  connections = 12,
  otherRules: Partial<TenantRules> = {},
): Promise<TogetherRig> {
  const database = await testDatabase()
  const { rules } = romaMunicipioV as TenantConfig
  const changed = Object.fromEntries(
    Object.entries(rules.pools).map(([slug, pool]) => [slug, { ...pool, ...pools[slug] }]),
  )
  await applyTowns(database, [{ ...romaMunicipioV, rules: { ...rules, ...otherRules, pools: changed } }])
  const db = openDatabase(database.url('api'), { connections })
  const towns = townDirectory(db, hashOfJson)
  const town = await towns.atHost('roma-municipio-v.localhost')
  if (town === undefined) throw new Error('Municipio V is not there')
  await warmUp(db, connections)

  const pool = (slug: string): PoolOfTown => {
    const found = town.pools.find((each) => each.slug === slug)
    if (found === undefined) throw new Error(`No pool ${slug}`)
    return found
  }
  const ask: TogetherRig['ask'] = (personId, day = monday, more = {}) =>
    book(db, {
      town,
      pool: pool('seats'),
      personId,
      requestedBy: personId,
      channel: 'web',
      asked: { day, ...morning },
      wantedUnitId: undefined,
      idempotencyKey: randomUUID(),
      now,
      ...more,
    })
  return {
    db,
    towns,
    town,
    pool,
    ask,
    people: (howMany) => insertPeople(db, municipioV, howMany),
    child: async (personId, bornOn = '2020-05-01') => {
      const id = randomUUID()
      await withTenant(db, municipioV, (tx) =>
        insertDependant(tx, { id, personId, kind: 'child', givenName: 'Ugo', bornOn, createdAt: now }),
      )
      return id
    },
    booked: async (personId, day, more) => {
      const outcome = await ask(personId, day, more)
      if ('booked' in outcome && outcome.booked) return outcome.bookingId
      throw new Error(`Not booked: ${JSON.stringify(outcome)}`)
    },
    care: (dependantId) => ({ pool: pool('care'), dependantId, isAddOn: false }),
    pet: (isAddOn = false) => ({ pool: pool('pet'), dependantId: undefined, isAddOn }),
    record: async (bookingId) => {
      const found = await withTenant(db, municipioV, (tx) => findBooking(tx, bookingId, 'read'))
      if (found === undefined) throw new Error('No such booking')
      return found
    },
    end: async () => {
      await closeDatabase(db)
      await database.drop()
    },
  }
}

/** `booked`, or why not. */
export function reasonOf(outcome: BookOutcome): string {
  if ('booked' in outcome) return outcome.booked ? 'booked' : outcome.refusal.reason
  return 'neither'
}
