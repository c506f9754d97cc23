import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { changeBooking } from '@officine/db/bookings'
import { closeDatabase, openDatabase } from '@officine/db/database'
import type { Database } from '@officine/db/database'
import { withTenant } from '@officine/db/with-tenant'
import { addDays } from '@officine/domain/calendar/local-day'
import { hashOfJson } from '@officine/domain/allocation/hashes'
import { tenantId } from '@officine/domain/tenant-id'
import { testDatabase } from '@officine/testing/test-database'
import type { TestDatabase } from '@officine/testing/test-database'
import { applyTowns, insertPeople, warmUp } from '@officine/testing/town-in-database'
import { townDirectory } from '../town-directory.ts'
import type { PoolOfTown, Town } from '../town.ts'
import { book } from './book.ts'
import type { Book } from './book.ts'

const connections = 16
const allumiere = tenantId('allumiere')
const pignataro = tenantId('pignataro-interamna')
// A Monday morning two weeks before Christmas: both following weeks are open for booking.
const now = new Date('2026-11-30T08:00:00Z')

let database: TestDatabase
let db: Database
interface Room {
  readonly town: Town
  readonly pool: PoolOfTown
}
let seats: Room
let seatsWithReserves: Room

beforeAll(async () => {
  database = await testDatabase()
  await applyTowns(database)
  db = openDatabase(database.url('api'), { connections })
  seats = await seatsAt('allumiere.localhost')
  seatsWithReserves = await seatsAt('pignataro-interamna.localhost')
  await warmUp(db, connections)
})
afterAll(async () => {
  await closeDatabase(db)
  await database.drop()
})

async function seatsAt(host: string): Promise<Room> {
  const town = await townDirectory(db, hashOfJson).atHost(host)
  const pool = town?.pools.find(({ slug }) => slug === 'seats')
  if (town === undefined || pool === undefined) throw new Error(`No seats at ${host}`)
  return { town, pool }
}

function ask(personId: string, day: string, more: Partial<Book> = {}) {
  return book(db, {
    ...seats,
    personId,
    requestedBy: personId,
    channel: 'web',
    asked: { day, from: '09:00', to: '14:00' },
    wantedUnitId: undefined,
    idempotencyKey: randomUUID(),
    now,
    ...more,
  })
}

const reasonOf = (outcome: Awaited<ReturnType<typeof ask>>) => {
  if ('booked' in outcome) return outcome.booked ? 'booked' : outcome.refusal.reason
  return 'neither'
}

describe('many at the same moment', () => {
  test('three hundred citizens, ten seats: ten are booked and the others are told it is full', async () => {
    const people = await insertPeople(db, allumiere, 300)
    const reasons = (await Promise.all(people.map((personId) => ask(personId, '2026-12-01')))).map(reasonOf)
    expect(
      Object.fromEntries(
        Map.groupBy(reasons, String)
          .entries()
          .map(([reason, all]) => [reason, all.length]),
      ),
    ).toEqual({ booked: 10, full: 290 })
  })

  test('ten who each want another seat: six have it, and the four held for the agreements stay free', async () => {
    const people = await insertPeople(db, pignataro, 10)
    const asked = { day: '2026-12-03', from: '08:30', to: '13:30' } as const
    const outcomes = await Promise.all(
      people.map((personId, at) =>
        ask(personId, asked.day, {
          ...seatsWithReserves,
          asked,
          wantedUnitId: seatsWithReserves.pool.places[at]?.unitId,
        }),
      ),
    )
    const reasons = outcomes.map(reasonOf)
    expect(reasons.filter((reason) => reason === 'booked')).toHaveLength(6)
    expect(reasons.filter((reason) => reason === 'held-for-reserve')).toHaveLength(4)
  })

  test('sixty rounds of two clicks for the last seat: exactly one has it, sixty times', async () => {
    const winners: number[] = []
    const people = await insertPeople(db, allumiere, 9 + 60 * 2)
    for (let at = 0; at < 9; at += 1) await ask(people[at] ?? '', '2026-12-02')
    for (let round = 0; round < 60; round += 1) {
      const two = people.slice(9 + round * 2, 11 + round * 2)
      const outcomes = await Promise.all(two.map((personId) => ask(personId, '2026-12-02')))
      const booked = outcomes.filter((outcome) => reasonOf(outcome) === 'booked')
      winners.push(booked.length)
      await freeTheSeat(booked)
    }
    expect(winners).toEqual(Array.from({ length: 60 }, () => 1))
  })

  test('a weekly cap holds when one person books fifty times at once on different days', async () => {
    const [personId = ''] = await insertPeople(db, allumiere, 1)
    const days = ['2026-12-07', '2026-12-09', '2026-12-10', '2026-12-11'] // the 8th is a holiday
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, at) => ask(personId, days[at % 4] ?? '')),
    )
    const reasons = outcomes.map(reasonOf)
    expect(reasons.filter((reason) => reason === 'booked')).toHaveLength(3)
    expect(reasons.filter((reason) => reason === 'cap-reached' || reason === 'already-booked')).toHaveLength(
      47,
    )
  })

  test('the same click ten times is one booking, told ten times', async () => {
    const [personId = ''] = await insertPeople(db, allumiere, 1)
    const key = randomUUID()
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => ask(personId, '2026-12-03', { idempotencyKey: key })),
    )
    const ids = new Set(
      outcomes.map((outcome) => ('booked' in outcome && outcome.booked ? outcome.bookingId : 'none')),
    )
    expect(ids.size).toBe(1)
    expect(ids.has('none')).toBe(false)
  })

  test('the same key with another day is refused, and the first booking stands', async () => {
    const [personId = ''] = await insertPeople(db, allumiere, 1)
    const key = randomUUID()
    expect(reasonOf(await ask(personId, '2026-12-03', { idempotencyKey: key }))).toBe('booked')
    expect(reasonOf(await ask(personId, addDays('2026-12-03', 1), { idempotencyKey: key }))).toBe(
      'different-request',
    )
  })

  async function freeTheSeat(booked: Awaited<ReturnType<typeof ask>>[]) {
    for (const outcome of booked) {
      if ('booked' in outcome && outcome.booked) {
        const { bookingId } = outcome
        await withTenant(db, allumiere, (tx) =>
          changeBooking(tx, bookingId, 'confirmed', { status: 'cancelled', cancelledAt: now }),
        )
      }
    }
  }
})
