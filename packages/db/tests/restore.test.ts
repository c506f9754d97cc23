import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertPeople } from '@officine/testing/town-in-database'
import { allumiere } from '@officine/tenants/allumiere'
import { tenantToApply } from '@officine/tenants/tenant-to-apply'
import { applyTenant } from '../src/apply-tenant.ts'
import { insertBooking, listBookingsOn } from '../src/bookings.ts'
import { closeDatabase, openDatabase } from '../src/database.ts'
import type { Database } from '../src/database.ts'
import { baseBackup } from '../src/embedded/base-backup.ts'
import { readCredentials, roleUrl } from '../src/embedded/credentials.ts'
import { startEmbeddedCluster } from '../src/embedded/embedded-cluster.ts'
import type { EmbeddedCluster } from '../src/embedded/embedded-cluster.ts'
import { restoreCluster } from '../src/embedded/restore-cluster.ts'
import { keyringInFile, makeKeyringFile } from '../src/keyring.ts'
import { migrate } from '../src/migrate.ts'
import { newBookingCode, newQrSecret } from '../src/new-booking-code.ts'
import { newId } from '../src/new-id.ts'
import { listPlaces } from '../src/towns.ts'
import { withTenant } from '../src/with-tenant.ts'
import { nobodyStranded } from '../src/settle-bookings.ts'

const town = allumiere.id
const silent = () => {}
const shelf = mkdtempSync(join(tmpdir(), 'officine-restore-'))
const [data, backup, log] = [join(shelf, 'data'), join(shelf, 'backup'), join(shelf, 'log, with a blank')]
const survived = join(shelf, 'survived')
const sealed = 'a text under the key'
let cluster: EmbeddedCluster | undefined
let seal: string
let person: string

/** Bookings of the morning, one a seat, written one after the other; each is on record when its call comes back. */
const days = { before: '2026-10-05', after: '2026-10-06', late: '2026-10-07' } as const
let lateFrom: Date

beforeAll(async () => {
  chmodSync(shelf, 0o755) // the account that runs PostgreSQL walks through it
  cluster = await startEmbeddedCluster({ dataDirectory: data, say: silent, logFolder: log })
  makeKeyringFile(join(data, 'keyring.json'), new Date())
  seal = keyringInFile(join(data, 'keyring.json')).encrypt(sealed, 'here')
  const ownerUrl = roleUrl(cluster.credentials, 'owner')
  await migrate(ownerUrl)
  const owner = openDatabase(ownerUrl, { connections: 1 })
  await applyTenant(
    owner,
    tenantToApply(allumiere, true),
    new Date('2026-01-01T00:00:00Z'),
    () => newId(new Date()),
    () => nobodyStranded,
  )
  await closeDatabase(owner)

  await inTown(data, async (db) => {
    person = (await insertPeople(db, town, 1))[0] ?? ''
    await book(db, days.before)
    await baseBackup({ dataDirectory: data, destination: backup, logFolder: log, withKeys: true })
    await book(db, days.after)
    await pause(1_500)
    lateFrom = new Date()
    await book(db, days.late)
  })
  await pause(1_500) // longer than what a lost machine may lose
  // The machine is lost in the middle of its work: what survives is the log as it lies on the other disk.
  cpSync(log, survived, { recursive: true })
  await cluster.stop()
  cluster = undefined
}, 120_000)
afterAll(async () => {
  await cluster?.stop()
  rmSync(shelf, { recursive: true, force: true })
})

async function inTown<Result>(
  dataDirectory: string,
  work: (db: Database) => Promise<Result>,
): Promise<Result> {
  const kept = readCredentials(join(dataDirectory, 'database.json'))
  if (kept === undefined) throw new Error('no credentials')
  const db = openDatabase(roleUrl(kept, 'api'), { connections: 1 })
  try {
    return await work(db)
  } finally {
    await closeDatabase(db)
  }
}

async function book(db: Database, day: string): Promise<void> {
  const places = (await withTenant(db, town, (tx) => listPlaces(tx))).filter(({ slug }) => slug === 'seats')
  const [startsAt, endsAt] = [new Date(`${day}T07:00:00Z`), new Date(`${day}T11:00:00Z`)]
  for (const { poolId, unitId } of places) {
    const [id, now] = [newId(new Date()), new Date()]
    const made = {
      id,
      personId: person,
      poolId,
      day,
      startsAt,
      endsAt,
      slots: 1,
      status: 'confirmed' as const,
      channel: 'web' as const,
      code: newBookingCode(),
      qrSecret: newQrSecret(),
      requestedBy: person,
      idempotencyKey: id,
      requestHash: 'test',
      bookedAt: now,
    }
    const because = {
      id: newId(now),
      outcome: 'ACCEPTED_OPEN',
      configVersion: 1,
      rulesHash: 'test',
      inputsHash: 'test',
      facts: {},
    }
    await withTenant(db, town, (tx) =>
      insertBooking(tx, made, [{ id: newId(now), poolId, unitId, startsAt, endsAt }], because, []),
    )
  }
}

async function bookingsIn(dataDirectory: string): Promise<Readonly<Record<string, number>>> {
  cluster = await startEmbeddedCluster({ dataDirectory, say: silent, logFolder: log })
  const counted = await inTown(dataDirectory, async (db) => {
    const found = Object.values(days).map(
      async (day) => [day, (await withTenant(db, town, (tx) => listBookingsOn(tx, day))).length] as const,
    )
    return Object.fromEntries(await Promise.all(found))
  })
  await cluster.stop()
  cluster = undefined
  return counted
}

const restored = (name: string, options: Partial<Parameters<typeof restoreCluster>[0]> = {}) =>
  restoreCluster({
    source: backup,
    dataDirectory: join(shelf, name),
    logFolders: [survived],
    until: undefined,
    keysFolder: undefined,
    say: silent,
    ...options,
  })

test('on an empty folder, last night’s backup and the log bring every booking back, to the second before the machine was lost', async () => {
  const lastAt = await restored('whole')
  expect(lastAt?.getTime()).toBeGreaterThanOrEqual(lateFrom.getTime())
  expect(await bookingsIn(join(shelf, 'whole'))).toEqual({
    [days.before]: 10,
    [days.after]: 10,
    [days.late]: 10,
  })
  expect(keyringInFile(join(shelf, 'whole', 'keyring.json')).decrypt(seal, 'here')).toBe(sealed)
  expect(existsSync(join(shelf, 'whole', 'log-to-replay'))).toBe(false)
}, 120_000)

test('a moment may be named: what was booked before it is there, what came after is not', async () => {
  await restored('until', { until: lateFrom })
  expect(await bookingsIn(join(shelf, 'until'))).toEqual({
    [days.before]: 10,
    [days.after]: 10,
    [days.late]: 0,
  })
}, 120_000)

test('the backup alone brings back what was there when it was taken', async () => {
  await restored('alone', { logFolders: [] })
  expect(await bookingsIn(join(shelf, 'alone'))).toEqual({
    [days.before]: 10,
    [days.after]: 0,
    [days.late]: 0,
  })
}, 120_000)

test('a moment that the log does not reach is refused, with what to do', async () => {
  await expect(restored('beyond', { until: new Date(Date.now() + 3_600_000) })).rejects.toThrow(
    'The log ends before',
  )
  expect(readdirSync(join(shelf, 'beyond'))).toEqual([])
}, 120_000)

test('a folder in use, half a backup and a backup without its keys are refused before anything is written', async () => {
  await expect(restored('data')).rejects.toThrow('never overwrites')
  await expect(restored('new', { source: survived })).rejects.toThrow('no finished backup')
  await expect(restored('new', { keysFolder: survived })).rejects.toThrow(
    'keyring.json and database.json are not in',
  )
  expect(readdirSync(shelf)).not.toContain('new')
})
