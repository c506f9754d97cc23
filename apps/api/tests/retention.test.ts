import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listRetentionRuns } from '@officine/db/retention'
import { withTenant } from '@officine/db/with-tenant'
import { pignataroInteramna } from '@officine/tenants/pignataro-interamna'
import { dumpTown } from '@officine/testing/dump-town'
import { retentionDays } from '../src/retention/retention-periods.ts'
import { runRetention } from '../src/retention/run-retention.ts'
import { startRetention } from '../src/retention/start-retention.ts'
import { bookMorning, privacyRig, said, somebody, town } from './privacy-rig.ts'
import type { PrivacyRig } from './privacy-rig.ts'

const day = 86_400_000
const now = new Date('2027-10-18T02:00:00Z')
const ago = (days: number) => new Date(now.getTime() - days * day)
let rig: PrivacyRig

beforeAll(async () => {
  rig = await privacyRig()
})
afterAll(() => rig.end())

const run = (at: Date) => runRetention(rig.worker, town, at)
const proofs = async (at: Date) =>
  (await withTenant(rig.api, town, (tx) => listRetentionRuns(tx, 500))).filter(
    ({ ranAt }) => ranAt.getTime() === at.getTime(),
  )

describe('a night’s round', () => {
  test('erases who was not seen for a year, and nobody who was', async () => {
    const gone = await somebody(rig, ago(500))
    await bookMorning(rig, gone, '2026-09-14', ago(450), 'completed')
    const here = await somebody(rig, ago(500), null)
    await bookMorning(rig, here, '2027-03-15', ago(300), 'completed')
    const young = await somebody(rig, ago(20), null)
    const other = await dumpTown(rig.database, pignataroInteramna.id)

    // The one at the desk was made on the first of January of the year before, and has no role in this test.
    expect(await run(now)).toMatchObject({ ran: true, letGo: { people: 2 } })
    const dump = await dumpTown(rig.database, town)
    const person = (id: string) =>
      dump.split('\n').find((line) => line.startsWith('person ') && line.includes(id))
    expect(person(gone)).toContain('cancellata')
    expect(person(here)).toContain(said.familyName)
    expect(person(young)).toContain(said.familyName)
    expect(await dumpTown(rig.database, pignataroInteramna.id)).toBe(other)
  })

  test('lets go of what is told and done, and leaves what is not yet', async () => {
    const at = new Date(now.getTime() + 400 * day)
    const someone = await somebody(rig, new Date(at.getTime() - 100 * day), null)
    await bookMorning(rig, someone, '2028-08-14', new Date('2028-08-10T08:00:00Z'), 'cancelled')
    const lately = await somebody(rig, new Date(at.getTime() - 10 * day), null)
    await bookMorning(rig, lately, '2028-11-20', new Date(at.getTime() - 9 * day), 'cancelled')
    const outcome = await run(at)
    expect(outcome).toMatchObject({ ran: true, letGo: { 'cancel-reasons': 1, 'jobs-done': 1 } })
    if (!outcome.ran) return
    expect(outcome.letGo.sessions).toBeGreaterThan(0)
    const dump = await dumpTown(rig.database, town)
    const reasons = dump
      .split('\n')
      .filter((line) => line.startsWith('booking ') && line.includes(said.whyCancelled))
    expect(reasons).toHaveLength(1)
    expect(
      dump.split('\n').filter((line) => line.startsWith('session ') && line.includes(lately)),
    ).toHaveLength(1)
  })

  test('writes down each kind of thing, those too of which there was nothing', async () => {
    const at = new Date(now.getTime() + 401 * day)
    const outcome = await run(at)
    if (!outcome.ran) throw new Error('it did not run')
    const written = await proofs(at)
    expect(new Map(written.map(({ what, affected }) => [what, affected]))).toEqual(
      new Map(Object.entries(outcome.letGo)),
    )
    expect(new Map(written.map(({ what, keptDays }) => [what, keptDays]))).toEqual(
      new Map(Object.entries(retentionDays)),
    )
    for (const { beforeAt, keptDays } of written)
      expect(beforeAt.getTime()).toBe(at.getTime() - keptDays * day)
  })

  test('is made once a day, however many workers ask', async () => {
    const at = new Date(now.getTime() + 402 * day)
    const outcomes = await Promise.all([run(at), run(at), run(new Date(at.getTime() + 3_600_000))])
    expect(outcomes.filter(({ ran }) => ran)).toHaveLength(1)
    expect(await proofs(at)).toHaveLength(Object.keys(retentionDays).length)
  })

  test('leaves a proof that nobody takes back: neither the worker nor a request', async () => {
    for (const db of [rig.worker, rig.api]) {
      const deleting = db.$client.begin(async (tx) => {
        await tx.unsafe(`set local app.tenant_id = '${town}'`)
        await tx.unsafe('delete from officine.retention_run')
      })
      await expect(deleting).rejects.toMatchObject({ code: '42501' })
    }
  })
})

test('the worker makes the round when the clock of the installation passes half past three, across both changes of the clock', async () => {
  let at = new Date('2029-03-25T01:20:00Z') // 03:20 in Rome: the hour before was skipped
  const faults: unknown[] = []
  const retention = startRetention({
    db: rig.worker,
    now: () => at,
    onError: (error) => faults.push(error),
    everyMilliseconds: 20,
  })
  const ranAt = async (moment: Date) => {
    at = moment
    await pause(400)
    return (await proofs(moment)).length > 0
  }
  expect(await ranAt(at)).toBe(false)
  expect(await ranAt(new Date('2029-03-25T01:31:00Z'))).toBe(true)
  // The night of October shows 02:30 twice and 03:30 once.
  expect(await ranAt(new Date('2029-10-28T00:31:00Z'))).toBe(false)
  expect(await ranAt(new Date('2029-10-28T01:31:00Z'))).toBe(false)
  expect(await ranAt(new Date('2029-10-28T02:31:00Z'))).toBe(true)
  await retention.stop()
  expect(faults).toEqual([])
})
