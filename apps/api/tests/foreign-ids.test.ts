import { randomUUID } from 'node:crypto'
import type { AnyProcedure } from '@trpc/server'
import { callTRPCProcedure, getErrorShape } from '@trpc/server'
import { z } from 'zod'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBooking } from '@officine/db/bookings'
import { insertCall } from '@officine/db/call-list'
import { closeDatabase, openDatabase } from '@officine/db/database'
import type { Database } from '@officine/db/database'
import { keyringOf, newKeyring } from '@officine/db/keyring'
import { insertDependant } from '@officine/db/dependants'
import { newId } from '@officine/db/new-id'
import { insertOpeningChange } from '@officine/db/opening-changes'
import { insertOutage } from '@officine/db/outages'
import { listDueWords } from '@officine/db/outbox'
import { insertSession } from '@officine/db/sessions'
import { insertStaffRole } from '@officine/db/staff-roles'
import { insertWait } from '@officine/db/waits'
import { withTenant } from '@officine/db/with-tenant'
import { hashOfJson } from '@officine/domain/allocation/hashes'
import { tenantId } from '@officine/domain/tenant-id'
import { dumpTown } from '@officine/testing/dump-town'
import { testDatabase } from '@officine/testing/test-database'
import type { TestDatabase } from '@officine/testing/test-database'
import { applyTowns, insertPeople } from '@officine/testing/town-in-database'
import { book } from '../src/bookings/book.ts'
import type { Context } from '../src/context.ts'
import { appRouter } from '../src/router.ts'
import { townDirectory } from '../src/town-directory.ts'
import type { PoolOfTown, Town } from '../src/town.ts'

const now = new Date('2026-11-30T08:00:00Z')
const day = '2026-12-03'
const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, AnyProcedure>)

/** Ids that a caller may name, read from the inputs themselves; a key of the caller's own making names nothing. */
const namesAnId = procedures.flatMap(([path, procedure]) => {
  const [input] = procedure._def.inputs as unknown as readonly z.ZodType[]
  const { properties = {} } =
    input === undefined ? {} : z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })
  return Object.entries(properties)
    .filter(
      ([name, schema]) => typeof schema === 'object' && schema.format === 'uuid' && name !== 'idempotencyKey',
    )
    .map(([name]) => ({ path, name, type: procedure._def.type }))
})

interface Ids {
  readonly poolId: string
  readonly unitId: string
  readonly personId: string
  /** Somebody else of the same town. */
  readonly otherId: string
  readonly bookingId: string
  readonly sessionId: string
  readonly callId: string
  readonly wordId: string
  readonly dependantId: string
  readonly waitId: string
  readonly outageId: string
  readonly closureId: string
  readonly staffRoleId: string
}

let database: TestDatabase
let db: Database
let ours: Ids
let theirs: Ids
let staff: Context

beforeAll(async () => {
  database = await testDatabase()
  await applyTowns(database)
  db = openDatabase(database.url('api'), { connections: 4 })
  const towns = townDirectory(db, hashOfJson)
  const [here, there] = await Promise.all([
    towns.atHost('allumiere.localhost'),
    towns.atHost('pignataro-interamna.localhost'),
  ])
  if (here === undefined || there === undefined) throw new Error('The towns are not there')
  ours = await fill(here)
  theirs = await fill(there)
  staff = {
    db,
    towns,
    now,
    town: here,
    keyring: keyringOf(newKeyring(now)),
    isDevelopment: true,
    cookieName: 'c',
    signedIn: {
      sessionId: ours.sessionId,
      person: {
        id: ours.personId,
        givenName: 'Ada',
        familyName: 'Riva',
        bornOn: null,
        residence: null,
        email: null,
        phone: null,
        noticeVersion: '1',
      },
      roles: ['front-desk', 'operator', 'manager'],
      expiresAt: new Date('2027-01-01'),
      secondFactorAt: now,
      hasSecondFactor: true,
    },
    request: { id: 'r' },
    reply: {},
  } as unknown as Context
})
afterAll(async () => {
  await closeDatabase(db)
  await database.drop()
})

async function fill(town: Town): Promise<Ids> {
  const [personId = '', otherId = ''] = await insertPeople(db, tenantId(town.id), 2)
  const pool = town.pools.find(({ slug }) => slug === 'seats')
  const [from, to] = pool?.pool.open.slots[0] ?? ['09:00', '14:00']
  if (pool === undefined) throw new Error('No seats')
  const outcome = await book(db, {
    town,
    pool,
    personId,
    requestedBy: personId,
    channel: 'web',
    asked: { day, from, to },
    wantedUnitId: undefined,
    idempotencyKey: randomUUID(),
    now,
  })
  if (!('booked' in outcome) || !outcome.booked) throw new Error('The sample booking was refused')
  const sessionId = newId(now)
  const record = await withTenant(db, town.id, async (tx) => {
    await insertSession(tx, {
      id: sessionId,
      tokenHash: randomUUID(),
      personId,
      device: 'prova',
      startedAt: now,
      expiresAt: new Date('2027-01-01'),
    })
    return findBooking(tx, outcome.bookingId, 'read')
  })
  return {
    poolId: pool.poolId,
    unitId: record?.units[0]?.unitId ?? '',
    personId,
    otherId,
    bookingId: outcome.bookingId,
    sessionId,
    waitId: await addWait(town, pool, personId),
    ...(await tellThrough(town, { personId, bookingId: outcome.bookingId })),
    ...(await addChildAndOutage(town, pool, personId)),
    staffRoleId: await makeManager(town, personId),
  }
}

/** The person manages the town: deeds about staff are not refused for want of that. */
async function makeManager(town: Town, personId: string): Promise<string> {
  const staffRoleId = newId(now)
  const expiresAt = new Date('2027-01-01')
  await withTenant(db, town.id, (tx) =>
    insertStaffRole(tx, {
      id: staffRoleId,
      personId,
      role: 'manager',
      grantedAt: now,
      grantedBy: 'test',
      expiresAt,
    }),
  )
  return staffRoleId
}

/** A wait for a day long after everything else. */
async function addWait(town: Town, { poolId }: PoolOfTown, personId: string): Promise<string> {
  const id = newId(now)
  await withTenant(db, town.id, (tx) =>
    insertWait(
      tx,
      {
        id,
        personId,
        poolId,
        day: '2027-11-04',
        startsAt: new Date('2027-11-04T08:00:00Z'),
        endsAt: new Date('2027-11-04T13:00:00Z'),
        people: 1,
        unitId: null,
        channel: 'web',
        requestedBy: personId,
        idempotencyKey: randomUUID(),
        askedAt: now,
      },
      [],
    ),
  )
  return id
}

/** A child of the person, and a place out of order and a day of closure long after everything else. */
async function addChildAndOutage(
  town: Town,
  { poolId, places }: PoolOfTown,
  personId: string,
): Promise<Pick<Ids, 'dependantId' | 'outageId' | 'closureId'>> {
  const [dependantId, outageId, closureId] = [newId(now), newId(now), newId(now)]
  const kind = 'child' as const
  await withTenant(db, town.id, async (tx) => {
    await insertDependant(tx, {
      id: dependantId,
      personId,
      kind,
      givenName: 'Ugo',
      bornOn: '2020-05-01',
      createdAt: now,
    })
    await insertOutage(tx, {
      id: outageId,
      poolId,
      unitId: places[0]?.unitId ?? '',
      startsAt: new Date('2027-11-01T00:00:00Z'),
      endsAt: new Date('2027-11-02T00:00:00Z'),
      because: 'presa senza corrente',
      declaredBy: personId,
      declaredAt: now,
    })
    await insertOpeningChange(tx, {
      id: closureId,
      kind: 'closed',
      site: undefined,
      poolId: undefined,
      fromDay: '2027-11-03',
      toDay: '2027-11-03',
      because: { it: 'lavori' },
      decidedBy: personId,
      requestKey: randomUUID(),
      decidedAt: now,
      settled: [],
    })
  })
  return { dependantId, outageId, closureId }
}

/** A call to make and a word to send, as the worker leaves them. */
async function tellThrough(
  town: Town,
  about: { readonly personId: string; readonly bookingId: string },
): Promise<Pick<Ids, 'callId' | 'wordId'>> {
  const worker = openDatabase(database.url('worker'), { connections: 1 })
  const callId = newId(now)
  const wordId = await withTenant(worker, town.id, async (tx) => {
    await insertCall(tx, {
      ...about,
      id: callId,
      topic: 'booking-confirmed',
      because: 'no-email',
      listedAt: now,
    })
    const [word] = await listDueWords(tx, now, 1)
    return word?.id ?? ''
  })
  await closeDatabase(worker)
  return { callId, wordId }
}

/** Everything else that the inputs ask for, so that the id is the only thing wrong. */
function inputWith(ids: Ids) {
  return {
    ...ids,
    day,
    from: '09:00',
    to: '14:00',
    days: 1,
    fromDay: day,
    toDay: day,
    weeks: 1,
    mode: 'each',
    role: 'front-desk',
    until: '2027-01-01',
    givenName: 'Ugo',
    bornOn: '2020-05-01',
    code: 'AAAA-BBBB',
    language: 'it',
    why: 'una verifica dei test',
    because: 'illness',
    channel: 'desk',
    outcome: 'reached',
    text: 'prova',
    idempotencyKey: randomUUID(),
    kind: 'closed',
    reason: { it: 'una prova' },
    seen: 'un elenco di prima',
    answers: [],
    rest: 'usual',
  }
}

async function answerOf(
  path: string,
  type: 'query' | 'mutation' | 'subscription',
  rawInput: unknown,
): Promise<unknown> {
  try {
    return await callTRPCProcedure({
      router: appRouter,
      path,
      ctx: staff,
      type,
      getRawInput: async () => rawInput,
      signal: undefined,
      batchIndex: 0,
    })
  } catch (error) {
    return getErrorShape({
      config: appRouter._def._config,
      error: error as never,
      type,
      path,
      input: rawInput,
      ctx: staff,
    })
  }
}

describe('an id of another town', () => {
  test('can be tried in many places', () => {
    expect(namesAnId.length).toBeGreaterThanOrEqual(10)
  })

  test.each(namesAnId)(
    'is answered by $path ($name) exactly as an id of nobody',
    async ({ path, name, type }) => {
      const foreign = await answerOf(path, type, inputWith({ ...ours, [name]: theirs[name as keyof Ids] }))
      const unknown = await answerOf(path, type, inputWith({ ...ours, [name]: randomUUID() }))
      expect(theirs).toHaveProperty(name)
      expect(foreign).toEqual(unknown)
    },
  )

  test('changes nothing over there, whatever was tried', async () => {
    const before = await dumpTown(database, 'pignataro-interamna')
    for (const { path, name, type } of namesAnId)
      await answerOf(path, type, inputWith({ ...ours, [name]: theirs[name as keyof Ids] }))
    for (const { path, type } of namesAnId) await answerOf(path, type, inputWith(theirs))
    expect(await dumpTown(database, 'pignataro-interamna')).toEqual(before)
    expect(before.split('\n').length).toBeGreaterThan(20)
  })
})
