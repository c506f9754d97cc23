import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeDatabase, openDatabase } from '@officine/db/database'
import type { Database } from '@officine/db/database'
import { findPerson } from '@officine/db/people'
import { withTenant } from '@officine/db/with-tenant'
import { hashOfJson } from '@officine/domain/allocation/hashes'
import { tenantId } from '@officine/domain/tenant-id'
import { testDatabase } from '@officine/testing/test-database'
import type { TestDatabase } from '@officine/testing/test-database'
import { applyTowns, insertPeople, warmUp } from '@officine/testing/town-in-database'
import { book } from '../../src/bookings/book.ts'
import type { Book } from '../../src/bookings/book.ts'
import type { Context } from '../../src/context.ts'
import type { StaffRole } from '../../src/identity/find-signed-in.ts'
import { createCaller } from '../../src/procedures.ts'
import { appRouter } from '../../src/router.ts'
import { townDirectory } from '../../src/town-directory.ts'
import type { PoolOfTown, Town } from '../../src/town.ts'
import { reasonOf } from './together-rig.ts'

const connections = 16
const allumiere = tenantId('allumiere')
// A Monday morning: this week and the next are open for booking, three half days a week for each person, ten seats.
const now = new Date('2026-11-30T06:00:00Z')
const why = { why: 'Colloquio di lavoro a distanza, sentita la direzione' }

let database: TestDatabase
let db: Database
let town: Town
let pool: PoolOfTown
let manager = ''

beforeAll(async () => {
  database = await testDatabase()
  await applyTowns(database)
  db = openDatabase(database.url('api'), { connections })
  const found = await townDirectory(db, hashOfJson).atHost('allumiere.localhost')
  const seats = found?.pools.find(({ slug }) => slug === 'seats')
  if (found === undefined || seats === undefined) throw new Error('No seats at Allumiere')
  town = found
  pool = seats
  manager = (await insertPeople(db, allumiere, 1))[0] ?? ''
  await warmUp(db, connections)
})
afterAll(async () => {
  await closeDatabase(db)
  await database.drop()
})

const morning = { from: '09:00', to: '14:00' } as const

function ask(personId: string, day: string, more: Partial<Book> = {}) {
  return book(db, {
    town,
    pool,
    personId,
    requestedBy: manager,
    channel: 'desk',
    asked: { day, ...morning },
    wantedUnitId: undefined,
    idempotencyKey: randomUUID(),
    now,
    ...more,
  })
}

/** Somebody who has used up this week's half days, in the afternoons. */
async function atTheCap(howMany: number): Promise<readonly string[]> {
  const people = await insertPeople(db, allumiere, howMany)
  const afternoon = { from: '14:00', to: '19:00' } as const
  for (const person of people) {
    for (const day of ['2026-11-30', '2026-12-01', '2026-12-02']) {
      const outcome = await ask(person, day, { asked: { day, ...afternoon } })
      if (reasonOf(outcome) !== 'booked') throw new Error(`Not at the cap: ${JSON.stringify(outcome)}`)
    }
  }
  return people
}

/** What the town's own role reads with a statement of ours. */
async function rows(statement: string): Promise<readonly Record<string, unknown>[]> {
  return db.$client.begin(async (tx) => {
    await tx.unsafe(`set local app.tenant_id = 'allumiere'`)
    return tx.unsafe(statement)
  })
}

async function toldOf(bookingId: string) {
  const [decision] = await rows(
    `select outcome, facts from decision where tenant_id = 'allumiere' and booking_id = '${bookingId}'`,
  )
  const audit = await rows(
    `select actor_id, reason, details from audit_event
      where tenant_id = 'allumiere' and subject_id = '${bookingId}' and action = 'booking.override'`,
  )
  return { decision, audit: [...audit] }
}

function idOf(outcome: Awaited<ReturnType<typeof ask>>): string {
  if ('booked' in outcome && outcome.booked) return outcome.bookingId
  throw new Error(`Not booked: ${JSON.stringify(outcome)}`)
}

describe('a manager books past a rule of the town', () => {
  test('who reached the cap is refused, and booked with a reason that stays written', async () => {
    const [person = ''] = await atTheCap(1)
    expect(reasonOf(await ask(person, '2026-12-03'))).toBe('cap-reached')
    const bookingId = idOf(await ask(person, '2026-12-03', { override: why }))
    const { decision, audit } = await toldOf(bookingId)
    expect(decision).toMatchObject({
      outcome: 'OVERRIDDEN',
      facts: { inputs: { setAside: ['cap-reached'] } },
    })
    expect(audit).toEqual([{ actor_id: manager, reason: why.why, details: { setAside: ['cap-reached'] } }])
  })

  test('a day that does not open yet is booked, and the record says what was set aside', async () => {
    const [person = ''] = await insertPeople(db, allumiere, 1)
    expect(reasonOf(await ask(person, '2027-02-01'))).toBe('not-yet-open')
    const bookingId = idOf(await ask(person, '2027-02-01', { override: why }))
    expect((await toldOf(bookingId)).audit).toMatchObject([{ details: { setAside: ['not-yet-open'] } }])
  })

  test('where no rule stands in the way the booking is an ordinary one, and nothing is told of an override', async () => {
    const [person = ''] = await insertPeople(db, allumiere, 1)
    const bookingId = idOf(await ask(person, '2026-12-04', { override: why }))
    const { decision, audit } = await toldOf(bookingId)
    expect(decision).toMatchObject({ outcome: 'ACCEPTED_OPEN' })
    expect(audit).toEqual([])
  })

  test('a lost answer asked again gives the same booking; the key without the override is another request', async () => {
    const [person = ''] = await insertPeople(db, allumiere, 1)
    const idempotencyKey = randomUUID()
    const first = idOf(await ask(person, '2027-02-02', { override: why, idempotencyKey }))
    expect(idOf(await ask(person, '2027-02-02', { override: why, idempotencyKey }))).toBe(first)
    expect((await toldOf(first)).audit).toHaveLength(1)
    expect(reasonOf(await ask(person, '2027-02-02', { idempotencyKey }))).toBe('different-request')
  })
})

describe('a fact of the place is never set aside', () => {
  test('the last free place, wanted by who is overridden and by who is not: one has it, and there is never an eleventh', async () => {
    const day = '2026-12-04'
    const capped = await atTheCap(3)
    const others = await insertPeople(db, allumiere, 8 + 3)
    for (const person of others.slice(0, 8)) await ask(person, day)
    const outcomes = await Promise.all([
      ...capped.map((person) => ask(person, day, { override: why })),
      ...others.slice(8).map((person) => ask(person, day, { channel: 'web', requestedBy: person })),
    ])
    expect(outcomes.map(reasonOf).toSorted()).toEqual(['booked', ...Array<string>(5).fill('full')])
    const held = await rows(
      `select u.id from booking_unit u join booking b on b.tenant_id = u.tenant_id and b.id = u.booking_id
        where u.tenant_id = 'allumiere' and b.day = '${day}' and b.pool_id = '${pool.poolId}' and u.status = 'confirmed'`,
    )
    expect(held).toHaveLength(10)
  })

  test('a closed day and a time that is over stay refused', async () => {
    const [person = ''] = await insertPeople(db, allumiere, 1)
    expect(reasonOf(await ask(person, '2026-12-08', { override: why }))).toBe('closed-day')
    expect(reasonOf(await ask(person, '2026-11-27', { override: why }))).toBe('past')
  })
})

describe('at the door', () => {
  async function deskOf(...roles: readonly StaffRole[]) {
    const person = await withTenant(db, allumiere, (tx) => findPerson(tx, manager))
    return createCaller(appRouter)({
      db,
      town,
      towns: townDirectory(db, hashOfJson),
      now,
      signedIn: {
        sessionId: 's',
        person,
        roles,
        expiresAt: new Date('2027-01-01'),
        secondFactorAt: now,
        hasSecondFactor: true,
      },
      request: { id: 'r' },
    } as unknown as Context).desk
  }
  const asked = (personId: string) => ({
    poolId: pool.poolId,
    personId,
    channel: 'desk' as const,
    day: '2027-02-03',
    ...morning,
    idempotencyKey: randomUUID(),
  })

  test('who works at the desk is told that a rule may be set aside, and may not do it', async () => {
    const desk = await deskOf('front-desk', 'operator')
    const [person = ''] = await insertPeople(db, allumiere, 1)
    expect(await desk.bookFor(asked(person))).toMatchObject({
      booked: false,
      refusal: { reason: 'not-yet-open' },
      canBeSetAside: true,
    })
    await expect(desk.bookFor({ ...asked(person), override: why })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  })

  test('a manager may, with a reason that somebody can read', async () => {
    const desk = await deskOf('manager')
    const [person = ''] = await insertPeople(db, allumiere, 1)
    await expect(desk.bookFor({ ...asked(person), override: { why: 'ok' } })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
    expect(await desk.bookFor({ ...asked(person), override: why })).toMatchObject({ booked: true })
  })
})
