import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { insertPeople } from '@officine/testing/town-in-database'
import { allumiere } from '@officine/tenants/allumiere'
import { tenantToApply } from '@officine/tenants/tenant-to-apply'
import { applyTenant } from '../src/apply-tenant.ts'
import { closeDatabase, openDatabase } from '../src/database.ts'
import { baseBackup } from '../src/embedded/base-backup.ts'
import type { BackupLabel } from '../src/embedded/base-backup.ts'
import { databaseName, readCredentials, roleUrl } from '../src/embedded/credentials.ts'
import { startEmbeddedCluster } from '../src/embedded/embedded-cluster.ts'
import type { EmbeddedCluster } from '../src/embedded/embedded-cluster.ts'
import { journalIn, readErasures } from '../src/embedded/erasure-journal.ts'
import { isSegment } from '../src/embedded/log-archive.ts'
import { pruneBackups } from '../src/embedded/prune-backups.ts'
import { restoreCluster } from '../src/embedded/restore-cluster.ts'
import { superuserClient } from '../src/embedded/server-program.ts'
import { erasePerson } from '../src/erase-person.ts'
import { makeKeyringFile } from '../src/keyring.ts'
import { migrate } from '../src/migrate.ts'
import { newId } from '../src/new-id.ts'
import { nobodyStranded } from '../src/settle-bookings.ts'
import { insertSession } from '../src/sessions.ts'
import { withTenant } from '../src/with-tenant.ts'

const town = allumiere.id
const shelf = mkdtempSync(join(tmpdir(), 'officine-prune-'))
const [data, backups, log] = [join(shelf, 'data'), join(shelf, 'backups'), join(shelf, 'log')]
const names = ['20260101-000000', '20260102-000000', '20260103-000000'] as const
const half = '20260101-120000'
let cluster: EmbeddedCluster | undefined
const labels: BackupLabel[] = []
/** After the second backup and before the third: who came until then is three. */
let between: Date
let erased: string
let said: string[] = []

const restored = (
  name: string,
  backup: string,
  options: Partial<Parameters<typeof restoreCluster>[0]> = {},
) =>
  restoreCluster({
    source: join(backups, backup),
    dataDirectory: join(shelf, name),
    logFolders: [log],
    until: undefined,
    keysFolder: undefined,
    say: (line) => said.push(line),
    ...options,
  })

beforeAll(async () => {
  chmodSync(shelf, 0o755) // the account that runs PostgreSQL walks through it
  cluster = await startEmbeddedCluster({ dataDirectory: data, say: () => {}, logFolder: log })
  makeKeyringFile(join(data, 'keyring.json'), new Date())
  await migrate(roleUrl(cluster.credentials, 'owner'))
  const owner = openDatabase(roleUrl(cluster.credentials, 'owner'), { connections: 1 })
  const api = openDatabase(roleUrl(cluster.credentials, 'api'), { connections: 1 })
  const now = new Date('2026-01-01T00:00:00Z')
  await applyTenant(
    owner,
    tenantToApply(allumiere, true),
    now,
    () => newId(new Date()),
    () => nobodyStranded,
  )
  const backUp = async (name: string) =>
    labels.push(
      await baseBackup({
        dataDirectory: data,
        destination: join(backups, name),
        logFolder: log,
        withKeys: true,
      }),
    )

  mkdirSync(backups)
  erased = (await insertPeople(api, town, 1))[0] ?? ''
  await withTenant(api, town, (tx) =>
    insertSession(tx, {
      id: newId(now),
      tokenHash: 'stolen',
      personId: erased,
      device: '',
      startedAt: now,
      expiresAt: new Date('2100-01-01T00:00:00Z'),
    }),
  )
  await backUp(names[0])
  mkdirSync(join(backups, half)) // the disk was full
  await insertPeople(api, town, 1)
  await backUp(names[1])
  await insertPeople(api, town, 1)
  between = await serverTime()
  await insertPeople(api, town, 1)
  await backUp(names[2])
  await withTenant(api, town, (tx) => erasePerson(tx, erased, new Date('2026-02-01T10:00:00Z')))
  await insertPeople(api, town, 1)
  await vi.waitFor(() => expect(readErasures([log])).toHaveLength(1), { timeout: 20_000 })
  await Promise.all([owner, api].map((db) => closeDatabase(db)))
  await cluster.stop() // ships the end of the log
  cluster = undefined
}, 120_000)
afterAll(async () => {
  await cluster?.stop()
  rmSync(shelf, { recursive: true, force: true })
})

async function serverTime(): Promise<Date> {
  const kept = readCredentials(join(data, 'database.json'))
  if (kept === undefined) throw new Error('no credentials')
  const client = superuserClient(kept)
  const [row] = await client<{ at: Date }[]>`select clock_timestamp() as at`
  await client.end()
  if (row === undefined) throw new Error('no time')
  return row.at
}

/** How many people an installation knows, who of them is erased, and how many are signed in. */
async function peopleIn(
  name: string,
): Promise<{ readonly people: number; readonly erased: readonly string[]; readonly signedIn: number }> {
  const dataDirectory = join(shelf, name)
  cluster = await startEmbeddedCluster({ dataDirectory, say: () => {} })
  const client = superuserClient(cluster.credentials, databaseName)
  const rows = await client<{ id: string; isErased: boolean }[]>`
    select id::text as id, erased_at is not null as "isErased" from officine.person`
  const sessions = await client`select from officine.session where ended_at is null`
  await client.end()
  await cluster.stop()
  cluster = undefined
  const gone = rows.filter(({ isErased }) => isErased).map(({ id }) => id)
  return { people: rows.length, erased: gone, signedIn: sessions.length }
}

const segmentsIn = (folder: string) => readdirSync(folder).filter(isSegment)

test('whoever asked to be erased is erased in an older copy too, though it never knew of it', async () => {
  said = []
  await restored('older', names[1], { until: between })
  expect(await peopleIn('older')).toEqual({ people: 3, erased: [erased], signedIn: 0 })
  expect(said.join()).toContain('Erased again, as they had asked: 1 people')
}, 120_000)

test('without the journal nobody knows who they were, and the restore says so', async () => {
  const bare = join(shelf, 'bare-log')
  cpSync(log, bare, { recursive: true })
  rmSync(journalIn(bare))
  said = []
  await restored('unknowing', names[1], { until: between, logFolders: [bare] })
  expect(await peopleIn('unknowing')).toEqual({ people: 3, erased: [], signedIn: 0 })
  expect(said.join()).toContain('No journal of erasures')
}, 120_000)

test('a line that the machine was lost in the middle of is left out, and the others count', () => {
  const cut = join(shelf, 'cut')
  mkdirSync(cut)
  writeFileSync(journalIn(cut), `${readFileSync(journalIn(log), 'utf8')}{"town":"allumiere","per`)
  expect(readErasures([cut])).toEqual([{ town, person: erased, at: expect.stringContaining('2026-02-01') }])
})

test('pruning keeps what every moment of the kept days needs, log and backup, and a restore to the first of them works', async () => {
  const before = segmentsIn(log).length
  const pruned = pruneBackups({ folder: backups, from: between })
  expect(pruned).toMatchObject({
    kept: [names[1], names[2]],
    removed: expect.arrayContaining([names[0]]),
    heldFor: [],
  })
  expect(existsSync(join(backups, names[0]))).toBe(false)
  expect(pruned.segments).toBeGreaterThan(0)
  expect(segmentsIn(log).length).toBeLessThan(before)
  expect(segmentsIn(log).every((name) => name >= (labels[1]?.firstSegment ?? ''))).toBe(true)
  expect(existsSync(journalIn(log))).toBe(true)

  await restored('pruned', names[1], { until: between })
  expect(await peopleIn('pruned')).toEqual({ people: 3, erased: [erased], signedIn: 0 })
}, 120_000)

test('log that a backup in another place needs stays, until that backup is deleted', () => {
  const elsewhere = join(shelf, 'elsewhere', '20251231-000000')
  mkdirSync(elsewhere, { recursive: true })
  const register = join(log, 'backups', '20251231-000000.json')
  writeFileSync(register, JSON.stringify({ destination: elsewhere, firstSegment: labels[1]?.firstSegment }))
  const all = segmentsIn(log)
  expect(pruneBackups({ folder: backups, from: new Date() })).toMatchObject({
    kept: [names[2]],
    segments: 0,
    heldFor: [elsewhere],
  })
  expect(segmentsIn(log)).toEqual(all)
  rmSync(elsewhere, { recursive: true })
  expect(pruneBackups({ folder: backups, from: new Date() }).segments).toBeGreaterThan(0)
  expect(existsSync(register)).toBe(false)
})

test('the last good backup stays, however old, and brings everybody back to the end', async () => {
  expect(pruneBackups({ folder: backups, from: new Date(Date.now() + 1e12) }).kept).toEqual([names[2]])
  await restored('last', names[2])
  expect(await peopleIn('last')).toEqual({ people: 5, erased: [erased], signedIn: 0 })
}, 120_000)

test('where there is no good one, and beside folders that no backup made, nothing is deleted', () => {
  const odd = join(shelf, 'odd')
  for (const name of [half, 'letters', '2026']) mkdirSync(join(odd, name), { recursive: true })
  expect(pruneBackups({ folder: odd, from: new Date(Date.now() + 1e12) })).toMatchObject({
    kept: [half],
    removed: [],
    segments: 0,
  })
  expect(readdirSync(odd).sort()).toEqual(['2026', half, 'letters'].sort())
})
