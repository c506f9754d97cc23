import { randomUUID } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { lockStanding } from '@officine/db/attendance'
import { findBooking } from '@officine/db/bookings'
import type { BookingRecord } from '@officine/db/bookings'
import { closeDatabase, openDatabase } from '@officine/db/database'
import type { Database } from '@officine/db/database'
import { withTenant } from '@officine/db/with-tenant'
import { hashOfJson } from '@officine/domain/allocation/hashes'
import { localDayOf, localTimeOf } from '@officine/domain/calendar/local-time'
import type { TenantRules } from '@officine/domain/rules/tenant-rules'
import { allumiere } from '@officine/tenants/allumiere'
import type { TenantConfig } from '@officine/tenants/tenant-config'
import { testDatabase } from '@officine/testing/test-database'
import type { TestDatabase } from '@officine/testing/test-database'
import { applyTowns, insertPeople, warmUp } from '@officine/testing/town-in-database'
import { overdueIn, settleAttendance } from '../src/attendance/settle-attendance.ts'
import { book } from '../src/bookings/book.ts'
import type { Book, BookOutcome } from '../src/bookings/book.ts'
import { letIn } from '../src/bookings/let-in.ts'
import { restoreBooking } from '../src/bookings/restore.ts'
import type { Restore, RestoreOutcome } from '../src/bookings/restore.ts'
import type { Context } from '../src/context.ts'
import { townDirectory } from '../src/town-directory.ts'
import type { TownDirectory } from '../src/town-directory.ts'
import type { PoolOfTown, Town } from '../src/town.ts'

/** A town open as somebody says, on real tables and warm connections: the requests' role and the worker's. */
export interface AttendanceRig {
  readonly database: TestDatabase
  readonly db: Database
  readonly worker: Database
  readonly towns: TownDirectory
  readonly town: Town
  readonly seats: PoolOfTown
  readonly people: (howMany: number) => Promise<readonly string[]>
  readonly ask: (personId: string, day: string, now: Date, more?: Partial<Book>) => Promise<BookOutcome>
  readonly booked: (personId: string, day: string, now: Date, more?: Partial<Book>) => Promise<string>
  /** One round of the worker; answers what it settled. */
  readonly round: (now: Date) => Promise<readonly string[]>
  readonly restore: (bookingId: string, now: Date, more?: Partial<Restore>) => Promise<RestoreOutcome>
  readonly letIn: (bookingId: string, now: Date) => ReturnType<typeof letIn>
  readonly record: (bookingId: string) => Promise<BookingRecord>
  readonly statusOf: (bookingId: string) => Promise<string>
  /** Rows that a question of ours finds, past every policy. */
  readonly rows: (question: string) => Promise<readonly Record<string, unknown>[]>
  /** Until who was asked waits for a lock, or has answered without: a race that is not awaited never happens. */
  readonly waitsForLock: (asked: Promise<unknown>) => Promise<void>
  /** A transaction of somebody who keeps to none of the house’s locks. */
  readonly outside: (work: (sql: Pick<Database['$client'], 'unsafe'>) => Promise<void>) => Promise<void>
  readonly end: () => Promise<void>
}

export const staffId = '01900000-0000-7000-8000-00000000d35c'

export async function attendanceRig(
  rules: Partial<TenantRules> = {},
  connections = 8,
): Promise<AttendanceRig> {
  const database = await testDatabase()
  const config: TenantConfig = allumiere
  await applyTowns(database, [{ ...config, rules: { ...config.rules, ...rules } }])
  const db = openDatabase(database.url('api'), { connections })
  const worker = openDatabase(database.url('worker'), { connections: 4 })
  const beyond = openDatabase(database.superuserUrl, { connections: 2 })
  const towns = townDirectory(db, hashOfJson)
  const town = await towns.atHost('allumiere.localhost')
  const seats = town?.pools.find(({ slug }) => slug === 'seats')
  if (town === undefined || seats === undefined) throw new Error('Allumiere is not there')
  await Promise.all([warmUp(db, connections), warmUp(worker, 4)])
  await beyond.$client.unsafe(
    `insert into officine.person (tenant_id, id, given_name, family_name, made_at_counter, created_at)
     values ('allumiere', '${staffId}', 'Ada', 'Riva', true, now())`,
  )
  const [first] = seats.pool.open.slots
  if (first === undefined) throw new Error('No hours')
  const [from, to] = first

  const rig: AttendanceRig = {
    database,
    db,
    worker,
    towns,
    town,
    seats,
    people: (howMany) => insertPeople(db, town.id, howMany),
    ask: (personId, day, now, more = {}) =>
      book(db, {
        town,
        pool: seats,
        personId,
        requestedBy: personId,
        channel: 'web',
        asked: { day, from, to },
        wantedUnitId: undefined,
        idempotencyKey: randomUUID(),
        now,
        ...more,
      }),
    booked: async (personId, day, now, more) => {
      const outcome = await rig.ask(personId, day, now, more)
      if ('booked' in outcome && outcome.booked) return outcome.bookingId
      throw new Error(`Not booked: ${JSON.stringify(outcome)}`)
    },
    round: async (now) => {
      const settled: string[] = []
      for (const overdue of await overdueIn(worker, town, now))
        settled.push(`${await settleAttendance(worker, town, overdue, now)}`)
      return settled
    },
    restore: (bookingId, now, more = {}) =>
      restoreBooking(db, {
        town,
        bookingId,
        staffId,
        why: 'annullata per errore',
        isHere: false,
        onlySamePlaces: false,
        now,
        ...more,
      }),
    letIn: (bookingId, now) => letIn({ db, town, towns, now } satisfies LetInContext, { bookingId }, staffId),
    record: async (bookingId) => {
      const found = await withTenant(db, town.id, (tx) => findBooking(tx, bookingId, 'read'))
      if (found === undefined) throw new Error('No such booking')
      return found
    },
    statusOf: async (bookingId) =>
      (await withTenant(worker, town.id, (tx) => lockStanding(tx, bookingId)))?.status ?? 'none',
    rows: (question) => beyond.$client.unsafe(question),
    waitsForLock: async (asked) => {
      let isAnswered = false
      const answered = asked.finally(() => {
        isAnswered = true
      })
      answered.catch(() => undefined) // whoever asked hears of it
      while (!isAnswered && (await rig.rows(whoWaits)).length === 0) await nextTurn()
    },
    outside: async (work) => {
      await beyond.$client.begin((sql) => work(sql as Pick<Database['$client'], 'unsafe'>))
    },
    end: async () => {
      await Promise.all([closeDatabase(db), closeDatabase(worker), closeDatabase(beyond)])
      await database.drop()
    },
  }
  return rig
}

const whoWaits =
  "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"

type LetInContext = Pick<Context, 'db' | 'town' | 'towns' | 'now'>

/** `booked` or `restored`, or why not. */
export function reasonOf(outcome: BookOutcome | RestoreOutcome): string {
  if ('booked' in outcome) return outcome.booked ? 'booked' : outcome.refusal.reason
  if ('restored' in outcome) return outcome.restored ? 'restored' : outcome.refusal.reason
  return 'neither'
}

/** What the town's clock shows at an instant: `2026-10-25 09:30`. */
export function wallClock(instant: Date): string {
  return `${localDayOf(instant)} ${localTimeOf(instant)}`
}
