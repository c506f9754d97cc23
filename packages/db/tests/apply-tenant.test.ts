import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashOfJson } from '@officine/domain/allocation/hashes'
import { allumiere } from '@officine/tenants/allumiere'
import { pignataroInteramna } from '@officine/tenants/pignataro-interamna'
import { romaCapitale } from '@officine/tenants/roma-capitale'
import { romaMunicipioV } from '@officine/tenants/roma-municipio-v'
import { settleStranded } from '@officine/tenants/settle-stranded'
import type { StrandedTreatment } from '@officine/tenants/settle-stranded'
import { tenantToApply } from '@officine/tenants/tenant-to-apply'
import type { TenantConfig } from '@officine/tenants/tenant-config'
import { testDatabase } from '@officine/testing/test-database'
import type { TestDatabase } from '@officine/testing/test-database'
import { applyTenant } from '../src/apply-tenant.ts'
import { changeBooking } from '../src/bookings.ts'
import { closeDatabase, openDatabase } from '../src/database.ts'
import type { Database } from '../src/database.ts'
import { findConfig, findConfigVersion, listHosts, listPlaces } from '../src/towns.ts'
import { withTenant } from '../src/with-tenant.ts'

const now = new Date('2026-11-23T08:00:00Z')
const tomorrowMorning = { startsAt: '2026-11-24T08:00:00Z', endsAt: '2026-11-24T13:00:00Z' }

let database: TestDatabase
let owner: Database
let api: Database

beforeAll(async () => {
  database = await testDatabase()
  owner = openDatabase(database.url('owner'), { connections: 4 })
  api = openDatabase(database.url('api'), { connections: 2 })
})
afterAll(async () => {
  await Promise.all([closeDatabase(owner), closeDatabase(api)])
  await database.drop()
})

const apply = (config: TenantConfig, treatment: StrandedTreatment = { how: 'refuse' }) =>
  applyTenant(owner, tenantToApply(config, true), now, randomUUID, (held, outOfOrder) =>
    settleStranded(config, held, outOfOrder, treatment),
  )
/** A town put in force whose bookings all kept their place. */
const inVersion = (version: number) => ({ applied: true, version, moved: 0, cancelled: 0 })
const inForce = (config: TenantConfig) =>
  withTenant(api, config.id, async (tx) => findConfig(tx, (await findConfigVersion(tx)) ?? 0))
const places = (config: TenantConfig) => withTenant(api, config.id, listPlaces)

const withoutSeat = (...numbers: readonly number[]): TenantConfig => ({
  ...allumiere,
  pools: allumiere.pools.map((pool) =>
    pool.slug === 'seats'
      ? { ...pool, units: pool.units.filter(({ number }) => !numbers.includes(number)) }
      : pool,
  ),
  rules: {
    ...allumiere.rules,
    pools: {
      ...allumiere.rules.pools,
      seats: { ...allumiere.rules.pools.seats, capacity: 10 - numbers.length },
    },
  },
})
const withoutSeatTen = withoutSeat(10)

describe('applying a town', () => {
  test('the first time makes the portal’s host, its places and version 1', async () => {
    expect(await apply(allumiere)).toEqual(inVersion(1))
    expect(await listHosts(api)).toEqual([{ host: 'allumiere.localhost', id: 'allumiere', configVersion: 1 }])
    expect(await inForce(allumiere)).toEqual(JSON.parse(JSON.stringify(allumiere)))
    expect((await places(allumiere)).map(({ slug, number }) => `${slug} ${number}`)).toEqual([
      'desk 1',
      ...Array.from({ length: 10 }, (_, index) => `seats ${index + 1}`),
    ])
  })

  test('twice changes nothing', async () => {
    expect(await apply(allumiere)).toEqual({ applied: false, reason: 'nothing-to-do', version: 1 })
  })

  test('that came out of the database changes nothing either: the order of keys means nothing', async () => {
    const stored = await inForce(allumiere)
    expect(hashOfJson(stored)).toBe(tenantToApply(allumiere, true).hash)
  })

  test('with a new name makes version 2, and its places keep their ids', async () => {
    const before = await places(allumiere)
    const renamed = { ...allumiere, name: 'Allumiere in festa' }
    expect(await apply(renamed)).toEqual(inVersion(2))
    expect(await places(allumiere)).toEqual(before)
    expect(await apply(allumiere)).toEqual(inVersion(3))
  })

  test('is refused as a whole when its host belongs to another town', async () => {
    const greedy = { ...pignataroInteramna, hosts: ['allumiere.localhost'] }
    expect(await apply(greedy)).toEqual({
      applied: false,
      reason: 'host-taken',
      host: 'allumiere.localhost',
      by: 'allumiere',
    })
    expect(await places(pignataroInteramna)).toEqual([])
  })

  test('touches no row of another town', async () => {
    const before = await places(allumiere)
    expect(await apply(pignataroInteramna)).toEqual(inVersion(1))
    expect(await places(allumiere)).toEqual(before)
    expect(await places(pignataroInteramna)).toHaveLength(12)
  })

  test('at the same moment from two places makes one version', async () => {
    const renamed = { ...pignataroInteramna, name: 'Pignataro' }
    const outcomes = await Promise.all([apply(renamed), apply(renamed)])
    expect(outcomes.filter(({ applied }) => applied)).toHaveLength(1)
    expect(outcomes.map((outcome) => ('version' in outcome ? outcome.version : undefined))).toEqual([2, 2])
  })
})

describe('a seat that is taken away', () => {
  test('is refused while somebody holds it, and nothing changes', async () => {
    const bookingId = await bookSeat(10)
    expect(await apply(withoutSeatTen)).toMatchObject({
      applied: false,
      reason: 'would-strand-bookings',
      stranded: [{ bookingId, pool: 'seats', unit: 10, because: 'no-such-unit' }],
    })
    expect(await places(allumiere)).toHaveLength(11)
    expect(await inForce(allumiere)).toMatchObject({ name: 'Allumiere' })
    await cancel(bookingId)
  })

  test('is retired when nobody holds it, and comes back with the same id', async () => {
    const before = await places(allumiere)
    expect(await apply(withoutSeatTen)).toMatchObject({ applied: true })
    expect(await places(allumiere)).toHaveLength(10)
    expect(await apply(allumiere)).toMatchObject({ applied: true })
    expect(await places(allumiere)).toEqual(before)
  })
})

describe('who would lose a seat', () => {
  const held = (bookingId: string) =>
    withTenant(owner, allumiere.id, async (tx) => {
      const [row] = await tx.execute<{ status: string; number: number; cancel_reason: string | null }>(
        sql`select b.status, u.number, b.cancel_reason from booking b
            join booking_unit bu on bu.tenant_id = b.tenant_id and bu.booking_id = b.id
            join unit u on u.tenant_id = bu.tenant_id and u.id = bu.unit_id
            where b.tenant_id = 'allumiere' and b.id = ${bookingId}`,
      )
      return row
    })
  const told = (bookingId: string) =>
    withTenant(owner, allumiere.id, async (tx) => {
      const rows = await tx.execute<{ topic: string; action: string }>(
        sql`select o.topic, a.action from outbox o
            join audit_event a on a.tenant_id = o.tenant_id and a.subject_id = o.row_id
            where o.tenant_id = 'allumiere' and o.row_id = ${bookingId}`,
      )
      return rows.map(({ topic, action }) => [topic, action])
    })

  test('is moved to a free one at the same time, told so, and the register says it', async () => {
    const [bookingId, neighbour] = [await bookSeat(9), await bookSeat(1)]
    const withoutNine = withoutSeat(9)
    expect(await apply(withoutNine, { how: 'move' })).toMatchObject({ applied: true, moved: 1 })
    expect(await held(bookingId)).toMatchObject({ status: 'confirmed', number: 2 })
    expect(await held(neighbour)).toMatchObject({ number: 1 })
    expect([await told(bookingId), await told(neighbour)]).toEqual([
      [['booking-reassigned', 'booking.move']],
      [],
    ])
    expect(await apply(allumiere)).toMatchObject({ applied: true })
    await cancel(bookingId)
    await cancel(neighbour)
  })

  test('keeps it when one of the others cannot be moved: all or nothing', async () => {
    const [movable, pinned] = [await bookSeat(8), await bookSeat(9)]
    await withTenant(owner, allumiere.id, (tx) =>
      tx.execute(
        sql`update booking_unit set is_pinned = true where tenant_id = 'allumiere' and booking_id = ${pinned}`,
      ),
    )
    const version = await withTenant(api, allumiere.id, findConfigVersion)
    expect(await apply(withoutSeat(8, 9), { how: 'move' })).toMatchObject({
      applied: false,
      stranded: [{ bookingId: pinned }],
    })
    expect([await held(movable), await told(movable)]).toMatchObject([{ number: 8 }, []])
    expect(await withTenant(api, allumiere.id, findConfigVersion)).toBe(version)
    await cancel(movable)
    await cancel(pinned)
  })

  test('is cancelled with the reason, told so, and the seat is gone', async () => {
    const bookingId = await bookSeat(10)
    expect(await apply(withoutSeatTen, { how: 'cancel', because: 'Lavori in sala' })).toMatchObject({
      applied: true,
      cancelled: 1,
    })
    expect(await held(bookingId)).toMatchObject({ status: 'cancelled', cancel_reason: 'Lavori in sala' })
    expect(await told(bookingId)).toEqual([['booking-cancelled', 'booking.cancel']])
    expect(await apply(allumiere)).toMatchObject({ applied: true })
  })
})

test('a town without any place is put in force, and one that had some retires them', async () => {
  const empty = {
    ...pignataroInteramna,
    pools: [],
    services: pignataroInteramna.services.filter((service) => !('pool' in service)),
    rules: { ...pignataroInteramna.rules, pools: {}, caps: [] },
  }
  expect(await apply(empty)).toMatchObject({ applied: true })
  expect(await places(pignataroInteramna)).toEqual([])
  expect(await apply(romaCapitale)).toEqual(inVersion(1))
})

test('of two towns that take one host at the same moment, one is refused whole', async () => {
  const host = 'officina.comune.example.it'
  const towns = [romaCapitale, romaMunicipioV].map((town) => ({ ...town, hosts: [host] }))
  const outcomes = await Promise.all(towns.map((town) => apply(town)))
  expect(outcomes.filter(({ applied }) => applied)).toHaveLength(1)
  const refused = outcomes.find(({ applied }) => !applied)
  expect(refused).toMatchObject({ reason: 'host-taken', host })
  const loser = outcomes.findIndex(({ applied }) => !applied)
  expect((await listHosts(api)).filter(({ host: each }) => each === host)).not.toMatchObject([
    { id: towns[loser]?.id },
  ])
})

test('a closure over a booked day is refused', async () => {
  const bookingId = await bookSeat(3)
  const shut = {
    ...allumiere,
    closures: [{ from: '2026-11-24', to: '2026-11-24', because: { it: 'lavori', en: 'works' } }],
  }
  expect(await apply(shut)).toMatchObject({ applied: false, stranded: [{ bookingId, because: 'shut' }] })
  await cancel(bookingId)
  expect(await apply(shut)).toMatchObject({ applied: true })
})

test('waits for a booking that is under way, and then sees it', async () => {
  expect(await apply(allumiere)).toMatchObject({ applied: true })
  const locked = Promise.withResolvers<void>()
  const decided = Promise.withResolvers<void>()
  const underWay = bookSeat(10, () => {
    locked.resolve()
    return decided.promise
  })
  await locked.promise
  const application = apply(withoutSeatTen)
  await new Promise((resolve) => setTimeout(resolve, 300))
  decided.resolve()
  const bookingId = await underWay
  expect(await application).toMatchObject({ applied: false, stranded: [{ bookingId }] })
})

/** A booking as the booking core writes it: the day's lock first, then the rows. */
async function bookSeat(number: number, decided: () => Promise<void> = async () => {}): Promise<string> {
  const [place] = (await places(allumiere)).filter((each) => each.slug === 'seats' && each.number === number)
  const [bookingId, personId] = [randomUUID(), randomUUID()]
  const { startsAt, endsAt } = tomorrowMorning
  await withTenant(owner, allumiere.id, async (tx) => {
    await tx.execute(
      sql`insert into pool_day (tenant_id, pool_id, day) values ('allumiere', ${place?.poolId}, '2026-11-24') on conflict do nothing`,
    )
    await tx.execute(
      sql`select 1 from pool_day where tenant_id = 'allumiere' and pool_id = ${place?.poolId} and day = '2026-11-24' for update`,
    )
    await decided()
    await tx.execute(sql`insert into person (tenant_id, id, given_name, family_name, made_at_counter, created_at)
      values ('allumiere', ${personId}, 'Nina', 'Prova', true, ${now.toISOString()})`)
    await tx.execute(sql`insert into booking (tenant_id, id, person_id, pool_id, day, starts_at, ends_at, slots, status, channel, code, qr_secret, requested_by, idempotency_key, request_hash, booked_at)
      values ('allumiere', ${bookingId}, ${personId}, ${place?.poolId}, '2026-11-24', ${startsAt}, ${endsAt}, 1, 'confirmed', 'desk', ${code()}, 'qr-secret-of-22-letters', ${personId}, ${randomUUID()}, 'hash', ${now.toISOString()})`)
    await tx.execute(sql`insert into booking_unit (tenant_id, id, booking_id, pool_id, unit_id, starts_at, ends_at, status)
      values ('allumiere', ${randomUUID()}, ${bookingId}, ${place?.poolId}, ${place?.unitId}, ${startsAt}, ${endsAt}, 'confirmed')`)
  })
  return bookingId
}

let codes = 0
function code(): string {
  codes += 1
  return `TEST000${codes}`
}

async function cancel(bookingId: string): Promise<void> {
  await withTenant(owner, allumiere.id, (tx) =>
    changeBooking(tx, bookingId, 'confirmed', { status: 'cancelled' }),
  )
}
