import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { instantOf } from '@officine/domain/calendar/local-time'
import { tenantId } from '@officine/domain/tenant-id'
import type { TenantId } from '@officine/domain/tenant-id'
import { testDatabase } from '@officine/testing/test-database'
import type { TestDatabase } from '@officine/testing/test-database'
import { applyTowns, insertPeople } from '@officine/testing/town-in-database'
import { closeDatabase, openDatabase } from '../src/database.ts'
import type { Database } from '../src/database.ts'
import { recordInstallationFact } from '../src/installation-facts.ts'
import { publishUsage } from '../src/publish-usage.ts'
import {
  findEdition,
  listHoursOf,
  listQuartersOf,
  listRegionQuarters,
  listRevisions,
  listTownsInQuarter,
  listWeeksOf,
} from '../src/read-released.ts'
import { insertSampleBookings } from '../src/sample-use.ts'
import type { SampleBooking } from '../src/sample-use.ts'
import { listPlaces } from '../src/towns.ts'
import { replaceUsage } from '../src/usage-roll-up.ts'
import { withTenant } from '../src/with-tenant.ts'

const allumiere = tenantId('allumiere')
const pignataro = tenantId('pignataro-interamna')
const now = new Date('2026-10-14T10:00:00Z')

let database: TestDatabase
let owner: Database
let publisher: Database
let regione: Database
let statements: string[] = []

beforeAll(async () => {
  database = await testDatabase()
  await applyTowns(database)
  owner = openDatabase(database.url('owner'), { connections: 1 })
  publisher = openDatabase(database.url('publisher'), {
    connections: 1,
    onStatement: (statement) => statements.push(statement.trim()),
  })
  regione = openDatabase(database.url('regione'), { connections: 1 })
  await book(allumiere, 'seats', [
    { day: '2026-10-05', from: '09:00', to: '11:00', status: 'completed' },
    { day: '2026-10-05', from: '09:00', to: '10:00', status: 'no-show' },
    { day: '2026-10-06', from: '09:00', to: '10:00', status: 'cancelled' },
    { day: '2026-10-14', from: '09:00', to: '10:00', status: 'checked-in' }, // today: not over yet
  ])
  await book(allumiere, 'desk', [{ day: '2026-10-05', from: '09:00', to: '09:30', status: 'completed' }])
  await book(pignataro, 'seats', [{ day: '2026-10-05', from: '09:00', to: '10:00', status: 'completed' }])
})
afterAll(async () => {
  await Promise.all([owner, publisher, regione].map((db) => closeDatabase(db)))
  await database.drop()
})

interface Made {
  readonly day: string
  readonly from: `${number}:${number}`
  readonly to: `${number}:${number}`
  readonly status: SampleBooking['status']
}

let codes = 0
async function book(town: TenantId, kind: string, made: readonly Made[]): Promise<void> {
  const [person = ''] = await insertPeople(owner, town, 1)
  await withTenant(owner, town, async (tx) => {
    const places = (await listPlaces(tx)).filter((place) => place.kind === kind)
    await insertSampleBookings(
      tx,
      made.map(({ day, from, to, status }, at): SampleBooking => {
        const place = places[at]
        if (place === undefined) throw new Error(`${town} has no ${kind} ${at}`)
        const { poolId, unitId } = place
        codes += 1
        return {
          id: randomUUID(),
          personId: person,
          poolId,
          day,
          startsAt: instantOf(day, from),
          endsAt: instantOf(day, to),
          slots: 1,
          status,
          channel: 'web',
          code: `AAAA${String(codes).padStart(4, '0')}`,
          qrSecret: 'q'.repeat(22),
          requestedBy: person,
          idempotencyKey: randomUUID(),
          requestHash: 'sample',
          bookedAt: instantOf(day, '08:00'),
          units: [{ id: randomUUID(), poolId, unitId }],
        }
      }),
    )
  })
}

test('a day’s use reaches the Region as sums: who was absent and who came to a desk are not among them', async () => {
  expect(await publishUsage(publisher, now)).toMatchObject({ lastDay: '2026-10-13' })
  expect(await listQuartersOf(regione, allumiere)).toEqual([
    {
      quarter: '2026-Q4',
      kind: 'seats',
      town: allumiere,
      places: 10,
      bookings: 3, // the cancelled one too: what is missing from those present may have been called off
      peoplePresent: 1,
      minutesOffered: 7 * 10 * 10 * 60, // the seven working days from the first use to yesterday, ten seats, ten hours
      minutesBooked: 3 * 60,
    },
  ])
  expect((await listHoursOf(regione, allumiere, 'seats', '2026-Q4')).slice(0, 2)).toMatchObject([
    { weekday: 1, hour: 9, minutesBooked: 120 },
    { weekday: 1, hour: 10, minutesBooked: 60 },
  ])
  expect(await listWeeksOf(regione, allumiere, 'seats', '2026-10-05', '2026-10-12')).toMatchObject([
    { week: '2026-10-05', peoplePresent: 1 },
    { week: '2026-10-12', peoplePresent: 0 },
  ])
  expect(await listRegionQuarters(regione, 'seats')).toMatchObject([
    { quarter: '2026-Q4', towns: 2, bookings: 4, peoplePresent: 2 },
  ])
  expect((await listTownsInQuarter(regione, 'seats', '2026-Q4', '2026-Q3')).map(({ town }) => town)).toEqual(
    expect.arrayContaining([allumiere, pignataro]),
  )
})

test('each town is counted in a transaction of its own, which stands in it alone', async () => {
  statements = []
  await publishUsage(publisher, now)
  const towns = new Set<string>()
  let standing: string | undefined
  for (const statement of statements) {
    if (statement.startsWith('begin')) standing = undefined
    const [, town] = /^SET LOCAL app\.tenant_id = '([^']+)'/.exec(statement) ?? []
    if (town !== undefined) {
      expect(standing).toBeUndefined()
      expect(towns.has(town)).toBe(false)
      standing = town
      towns.add(town)
    }
    // Whoever stands in no town touches nothing of a town.
    if (standing === undefined) expect(statement).not.toMatch(/"(booking|booking_unit|pool|unit|usage_\w+)"/)
  }
  expect(towns).toEqual(
    new Set((await listTownsInQuarter(regione, 'seats', '2026-Q4', '2026-Q3')).map(({ town }) => town)),
  )
})

test('publishing twice changes nothing but the time; a day put right is told anew', async () => {
  const before = await listQuartersOf(regione, allumiere)
  await publishUsage(publisher, now)
  expect(await listQuartersOf(regione, allumiere)).toEqual(before)
  await withTenant(owner, allumiere, (tx) =>
    tx
      .execute("update booking set status = 'completed' where tenant_id = 'allumiere' and status = 'no-show'")
      .then(() =>
        tx.execute(
          "update booking_unit set status = 'completed' where tenant_id = 'allumiere' and status = 'no-show'",
        ),
      ),
  )
  await publishUsage(publisher, now)
  expect(await listQuartersOf(regione, allumiere)).toMatchObject([{ bookings: 3, peoplePresent: 2 }])
})

test('a clock set back takes back what had not happened yet', async () => {
  await publishUsage(publisher, new Date('2026-10-06T10:00:00Z'))
  expect(await findEdition(regione)).toMatchObject({ lastDay: '2026-10-05' })
  expect(await listQuartersOf(regione, allumiere)).toMatchObject([
    { bookings: 2, minutesOffered: 10 * 10 * 60 },
  ])
  await publishUsage(publisher, now, { whole: { because: 'Orari corretti' } })
  expect(await listQuartersOf(regione, allumiere)).toMatchObject([{ bookings: 3 }])
})

test('an edition of invented people says so', async () => {
  expect(await findEdition(regione)).toMatchObject({ isSample: false })
  await recordInstallationFact(owner, 'sample-use', 'loaded', now)
  await publishUsage(publisher, now)
  expect(await findEdition(regione)).toMatchObject({ isSample: true, publishedAt: now })
})

test('two publishers at once wait for each other, and both find the same', async () => {
  const another = openDatabase(database.url('publisher'), { connections: 2 })
  try {
    await another.$client`select 1`
    const before = await listQuartersOf(regione, allumiere)
    const rounds = Array.from({ length: 4 }, (_, at) => publishUsage(at % 2 === 0 ? publisher : another, now))
    for (const round of await Promise.all(rounds)) expect(round.lastDay).toBe('2026-10-13')
    expect(await listQuartersOf(regione, allumiere)).toEqual(before)
  } finally {
    await closeDatabase(another)
  }
})

test('after days away one round catches up, and the days between are there', async () => {
  const later = new Date('2026-10-24T10:00:00Z')
  await publishUsage(publisher, later)
  expect(await findEdition(regione)).toMatchObject({ lastDay: '2026-10-23' })
  // The 14th is over by now, and the arrival of that morning counts.
  expect(await listQuartersOf(regione, allumiere)).toMatchObject([
    { bookings: 4, peoplePresent: 3, minutesOffered: 15 * 10 * 10 * 60 },
  ])
})

describe('a quarter that was closed', () => {
  const closed = new Date('2027-03-01T10:00:00Z')
  const quarter = () =>
    listQuartersOf(regione, allumiere).then((rows) => rows.find((row) => row.quarter === '2026-Q4'))

  test('stays as it was told when a town writes into its past', async () => {
    await publishUsage(publisher, closed)
    const told = await quarter()
    await book(allumiere, 'seats', [{ day: '2026-10-19', from: '09:00', to: '10:00', status: 'completed' }])
    await publishUsage(publisher, new Date('2027-03-02T10:00:00Z'))
    expect(await quarter()).toEqual(told)
    expect(await listRevisions(regione, 'seats', '2026-Q4')).toEqual([])
  })

  test('changes when somebody counts everything again, and says what it said before, when and why', async () => {
    const told = await quarter()
    await publishUsage(publisher, new Date('2027-03-03T10:00:00Z'), {
      whole: { because: 'Un ingresso ritrovato' },
    })
    expect(await quarter()).toMatchObject({ bookings: 5, peoplePresent: 4 })
    expect(await listRevisions(regione, 'seats', '2026-Q4')).toMatchObject([
      {
        town: allumiere,
        revisedAt: new Date('2027-03-03T10:00:00Z'),
        cause: 'counted-again',
        note: 'Un ingresso ritrovato',
        bookingsBefore: told?.bookings,
        bookings: 5,
        peoplePresentBefore: 3,
        peoplePresent: 4,
      },
    ])
  })

  test('is added to in the open when a town is counted for the first time', async () => {
    await book(pignataro, 'seats', [{ day: '2026-10-06', from: '09:00', to: '10:00', status: 'completed' }])
    await withTenant(publisher, pignataro, (tx) => replaceUsage(tx, '2026-01-01', [], [])) // as if never counted
    await publishUsage(publisher, new Date('2027-03-04T10:00:00Z'))
    expect((await listRevisions(regione, 'seats', '2026-Q4'))[0]).toMatchObject({
      town: pignataro,
      cause: 'counted-late',
      note: null,
      bookingsBefore: 1,
      bookings: 2,
    })
  })

  test('keeps its revisions: the publisher cannot take one back', async () => {
    await expect(publisher.$client`delete from released.revision`).rejects.toMatchObject({ code: '42501' })
    await expect(publisher.$client`update released.revision set note = null`).rejects.toMatchObject({
      code: '42501',
    })
  })
})

test('a town that cannot be counted leaves the others counted and the edition undated, and is named', async () => {
  await owner.$client.begin(async (tx) => {
    await tx`set local app.tenant_id = 'allumiere'`
    await tx`update tenant_config set config = '{}' where tenant_id = 'allumiere'`
  })
  const faults: string[] = []
  const before = await findEdition(regione)
  await expect(
    publishUsage(publisher, new Date('2027-03-05T10:00:00Z'), { onFault: (town) => faults.push(town) }),
  ).rejects.toThrow('allumiere could not be counted')
  expect(faults).toEqual([allumiere])
  expect(await findEdition(regione)).toEqual(before)
})
