import { randomUUID } from 'node:crypto'
import { closeDatabase, openDatabase } from '@officine/db/database'
import type { Database } from '@officine/db/database'
import { fiscalCodeColumns } from '@officine/db/identity-seals'
import { keyringOf, newKeyring } from '@officine/db/keyring'
import type { Keyring } from '@officine/db/keyring'
import { findPerson, insertPerson } from '@officine/db/people'
import type { NewPerson, PersonRow } from '@officine/db/people'
import { withTenant } from '@officine/db/with-tenant'
import { hashOfJson } from '@officine/domain/allocation/hashes'
import { findCheckedFiscalCode } from '@officine/domain/identity/fiscal-code'
import { tenantId } from '@officine/domain/tenant-id'
import { testDatabase } from '@officine/testing/test-database'
import type { TestDatabase } from '@officine/testing/test-database'
import { applyTowns, insertPeople, warmUp } from '@officine/testing/town-in-database'
import { book } from '../../src/bookings/book.ts'
import type { Book, BookOutcome } from '../../src/bookings/book.ts'
import type { Context } from '../../src/context.ts'
import { appRouter } from '../../src/router.ts'
import { townDirectory } from '../../src/town-directory.ts'
import type { PoolOfTown, Town } from '../../src/town.ts'

export const allumiere = tenantId('allumiere')
/** A Monday morning: this week and the next are open for booking. */
export const now = new Date('2026-11-30T08:00:00Z')
export const tuesday = '2026-12-01'
export const wednesday = '2026-12-02'
export const why = 'si presenta al banco con un documento'

type Caller = ReturnType<typeof appRouter.createCaller>

export interface PeopleRig {
  readonly database: TestDatabase
  readonly db: Database
  readonly keyring: Keyring
  readonly town: Town
  readonly seats: PoolOfTown
  readonly staffId: string
  /** The desk, as whoever works there calls it. */
  readonly desk: Caller['desk']
  readonly as: (personId: string) => Caller
  readonly person: (facts?: Partial<NewPerson>, fiscalCode?: string) => Promise<string>
  readonly row: (personId: string) => Promise<PersonRow | undefined>
  readonly ask: (personId: string, day?: string, more?: Partial<Book>) => Promise<BookOutcome>
  readonly booked: (personId: string, day?: string, more?: Partial<Book>) => Promise<string>
  readonly end: () => Promise<void>
}

/** Allumiere with somebody at its desk, on real tables and warm connections. */
export async function peopleRig(slug = 'allumiere', connections = 12): Promise<PeopleRig> {
  const database = await testDatabase()
  await applyTowns(database)
  const db = openDatabase(database.url('api'), { connections })
  const towns = townDirectory(db, hashOfJson)
  const town = await towns.atHost(`${slug}.localhost`)
  const seats = town?.pools.find((pool) => pool.slug === 'seats')
  if (town === undefined || seats === undefined) throw new Error(`${slug} has no seats`)
  const keyring = keyringOf(newKeyring(now))
  const [staffId = ''] = await insertPeople(db, town.id, 1)
  await warmUp(db, connections)

  const callerOf = (personId: string, roles: readonly string[]) =>
    appRouter.createCaller({
      db,
      towns,
      town,
      now,
      keyring,
      isDevelopment: true,
      cookieName: 'c',
      signedIn: {
        sessionId: randomUUID(),
        person: {
          id: personId,
          givenName: 'Ada',
          familyName: 'Riva',
          bornOn: null,
          residence: null,
          email: null,
          phone: null,
          noticeVersion: '1',
        },
        roles,
        expiresAt: new Date('2027-12-01'),
        secondFactorAt: now,
        hasSecondFactor: true,
      },
      request: { id: 'r' },
      reply: {},
    } as unknown as Context)
  const ask: PeopleRig['ask'] = (personId, day = tuesday, more = {}) =>
    book(db, {
      town,
      pool: seats,
      personId,
      requestedBy: personId,
      channel: 'web',
      asked: { day, from: '09:00', to: '14:00' },
      wantedUnitId: undefined,
      idempotencyKey: randomUUID(),
      now,
      ...more,
    })
  return {
    database,
    db,
    keyring,
    town,
    seats,
    staffId,
    desk: callerOf(staffId, ['front-desk', 'operator', 'manager']).desk,
    as: (personId) => callerOf(personId, []),
    person: async (facts = {}, fiscalCode) => {
      const id = randomUUID()
      const code = fiscalCode === undefined ? undefined : findCheckedFiscalCode(fiscalCode)
      const made = await withTenant(db, town.id, (tx) =>
        insertPerson(tx, {
          id,
          givenName: 'Rosa',
          familyName: 'Ferri',
          madeAtCounter: true,
          noticeVersion: '1',
          noticeAcceptedAt: now,
          createdAt: now,
          ...(code !== undefined && fiscalCodeColumns(keyring, town.id, id, code)),
          ...facts,
        }),
      )
      if (made === undefined) throw new Error('Two people with one fiscal code')
      return id
    },
    row: (personId) => withTenant(db, town.id, (tx) => findPerson(tx, personId)),
    ask,
    booked: async (personId, day, more) => {
      const outcome = await ask(personId, day, more)
      if ('booked' in outcome && outcome.booked) return outcome.bookingId
      throw new Error(`Not booked: ${JSON.stringify(outcome)}`)
    },
    end: async () => {
      await closeDatabase(db)
      await database.drop()
    },
  }
}
