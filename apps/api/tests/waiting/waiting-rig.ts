import { randomUUID } from 'node:crypto'
import { findBooking } from '@officine/db/bookings'
import type { BookingRecord } from '@officine/db/bookings'
import { closeDatabase, openDatabase } from '@officine/db/database'
import type { Database } from '@officine/db/database'
import { insertAttestedAddress } from '@officine/db/email-verifications'
import { updateContacts } from '@officine/db/people'
import { findWait } from '@officine/db/waits'
import type { WaitRecord } from '@officine/db/waits'
import { withTenant } from '@officine/db/with-tenant'
import { hashOfJson } from '@officine/domain/allocation/hashes'
import { tenantId } from '@officine/domain/tenant-id'
import { testDatabase } from '@officine/testing/test-database'
import type { TestDatabase } from '@officine/testing/test-database'
import { applyTowns, insertPeople, warmUp } from '@officine/testing/town-in-database'
import { allumiere as allumiereConfig } from '@officine/tenants/allumiere'
import type { TenantConfig } from '@officine/tenants/tenant-config'
import { book } from '../../src/bookings/book.ts'
import type { Book, BookOutcome } from '../../src/bookings/book.ts'
import { cancelBooking } from '../../src/bookings/cancel.ts'
import { giveFreedPlaces } from '../../src/bookings/waiting/give-freed.ts'
import { waitFor } from '../../src/bookings/waiting/wait-for.ts'
import type { WaitOutcome } from '../../src/bookings/waiting/wait-for.ts'
import { townDirectory } from '../../src/town-directory.ts'
import type { PoolOfTown, Town } from '../../src/town.ts'

export const allumiere = tenantId('allumiere')
/** A Monday at nine in Rome: from Wednesday on a place is given at once, tomorrow's are offered. */
export const now = new Date('2026-11-30T08:00:00Z')
export const thursday = '2026-12-03'
export const tomorrow = '2026-12-01'
export const morning = { from: '09:00', to: '14:00' } as const

export interface WaitingRig {
  readonly database: TestDatabase
  readonly api: Database
  /** Two workers, each with connections of its own, under the role that the worker has. */
  readonly workers: readonly [Database, Database]
  readonly town: Town
  readonly seats: PoolOfTown
  readonly people: (howMany: number, reach?: 'mail' | 'phone' | 'none') => Promise<readonly string[]>
  readonly request: (personId: string, day: string, more?: Partial<Book>) => Book
  readonly ask: (personId: string, day: string, more?: Partial<Book>) => Promise<BookOutcome>
  readonly booked: (personId: string, day: string, more?: Partial<Book>) => Promise<string>
  /** Fills a morning: the bookings, in order. */
  readonly full: (day: string) => Promise<readonly string[]>
  readonly wait: (personId: string, day: string, more?: Partial<Book>) => Promise<WaitOutcome>
  readonly waits: (personId: string, day: string, more?: Partial<Book>) => Promise<string>
  readonly free: (bookingId: string, at?: Date) => Promise<void>
  readonly round: (at?: Date) => Promise<number>
  readonly record: (bookingId: string) => Promise<BookingRecord>
  readonly waitRecord: (waitId: string) => Promise<WaitRecord>
  readonly end: () => Promise<void>
}

/** Allumiere with a list that takes everybody, on real tables and warm connections. */
export async function waitingRig(connections = 12): Promise<WaitingRig> {
  const database = await testDatabase()
  const config = allumiereConfig as TenantConfig
  const { rules } = config
  await applyTowns(database, [{ ...config, rules: { ...rules, waitlist: { ...rules.waitlist, max: 60 } } }])
  const api = openDatabase(database.url('api'), { connections })
  const workers = [
    openDatabase(database.url('worker'), { connections: 4 }),
    openDatabase(database.url('worker'), { connections: 4 }),
  ] as const
  const town = await townDirectory(api, hashOfJson).atHost('allumiere.localhost')
  const seats = town?.pools.find(({ slug }) => slug === 'seats')
  if (town === undefined || seats === undefined) throw new Error('Allumiere is not there')
  await Promise.all([warmUp(api, connections), ...workers.map((worker) => warmUp(worker, 4))])

  const request: WaitingRig['request'] = (personId, day, more = {}) => ({
    town,
    pool: seats,
    personId,
    requestedBy: personId,
    channel: 'web',
    asked: { day, ...morning },
    wantedUnitId: undefined,
    idempotencyKey: randomUUID(),
    now,
    ...more,
  })
  const people: WaitingRig['people'] = async (howMany, reach = 'mail') => {
    const ids = await insertPeople(api, allumiere, howMany)
    for (const id of ids) await giveReach(api, id, reach)
    return ids
  }
  const ask: WaitingRig['ask'] = (personId, day, more = {}) => book(api, request(personId, day, more))
  const booked: WaitingRig['booked'] = async (personId, day, more) => {
    const outcome = await ask(personId, day, more)
    if ('booked' in outcome && outcome.booked) return outcome.bookingId
    throw new Error(`Not booked: ${JSON.stringify(outcome)}`)
  }
  const wait: WaitingRig['wait'] = (personId, day, more = {}) => waitFor(api, request(personId, day, more))
  return {
    database,
    api,
    workers,
    town,
    seats,
    people,
    request,
    ask,
    booked,
    wait,
    full: async (day) => {
      const holders = await insertPeople(api, allumiere, seats.places.length)
      return Promise.all(holders.map((personId) => booked(personId, day)))
    },
    waits: async (personId, day, more) => {
      const outcome = await wait(personId, day, more)
      if ('waits' in outcome && outcome.waits) return outcome.waitId
      throw new Error(`Not waiting: ${JSON.stringify(outcome)}`)
    },
    free: async (bookingId, at = now) => {
      const given = await withTenant(api, allumiere, (tx) =>
        cancelBooking(tx, { bookingId, holderId: undefined, why: 'prova', lateCancelHours: 12, now: at }),
      )
      if (given?.cancelled !== true) throw new Error('Not cancelled')
    },
    round: (at = now) => giveFreedPlaces(workers[0], town, at),
    record: async (bookingId) => {
      const found = await withTenant(api, allumiere, (tx) => findBooking(tx, bookingId, 'read'))
      if (found === undefined) throw new Error('No such booking')
      return found
    },
    waitRecord: async (waitId) => {
      const found = await withTenant(api, allumiere, (tx) => findWait(tx, waitId))
      if (found === undefined) throw new Error('No such wait')
      return found
    },
    end: async () => {
      await Promise.all([api, ...workers].map(closeDatabase))
      await database.drop()
    },
  }
}

async function giveReach(api: Database, personId: string, reach: 'mail' | 'phone' | 'none'): Promise<void> {
  const email = reach === 'mail' ? `p${personId}@example.org` : null
  const phone = reach === 'phone' ? '0766000000' : null
  await withTenant(api, allumiere, async (tx) => {
    await updateContacts(tx, personId, { email, phone })
    if (email !== null) await insertAttestedAddress(tx, personId, email, now)
  })
}

/** `booked`, `waits`, or why not. */
export function reasonOf(outcome: BookOutcome | WaitOutcome): string {
  if ('waits' in outcome) return outcome.waits ? 'waits' : outcome.refusal.reason
  if ('booked' in outcome) return outcome.booked ? 'booked' : outcome.refusal.reason
  return 'neither'
}
