import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase, closeDatabase } from '@officine/db/database'
import type { Database } from '@officine/db/database'
import { expireOffers } from '../../src/bookings/waiting/answer-offer.ts'
import { allumiere, morning, now, reasonOf, waitingRig } from './waiting-rig.ts'
import type { WaitingRig } from './waiting-rig.ts'

let rig: WaitingRig
let beyond: Database
beforeAll(async () => {
  rig = await waitingRig()
  beyond = openDatabase(rig.database.superuserUrl, { connections: 1 })
})
afterAll(async () => {
  await closeDatabase(beyond)
  await rig.end()
})

const afternoon = { from: '14:00', to: '19:00' } as const

describe('what is wrong with one', () => {
  test('a booking that carries the key of a wait costs that wait its place, and nobody else theirs', async () => {
    const [odd = '', next = ''] = await rig.people(2)
    const [one = '', other = ''] = await rig.full('2026-12-03')
    const oddId = await rig.waits(odd, '2026-12-03')
    const nextId = await rig.waits(next, '2026-12-03', { now: new Date(now.getTime() + 1000) })
    await rig.booked(odd, '2026-12-07', { idempotencyKey: oddId })
    await rig.free(one)
    await rig.free(other)

    expect(await rig.round()).toBe(1)
    expect(await rig.waitRecord(oddId)).toMatchObject({ status: 'waiting', passedOverAt: now })
    expect(await rig.waitRecord(nextId)).toMatchObject({ status: 'given' })
  })

  test('a wait that cannot be given keeps no later day waiting, and the fault is told', async () => {
    const [broken = '', later = ''] = await rig.people(2)
    const [one = ''] = await rig.full('2026-12-10')
    const [other = ''] = await rig.full('2026-12-11')
    const brokenId = await rig.waits(broken, '2026-12-10')
    const laterId = await rig.waits(later, '2026-12-11')
    await rig.free(one)
    await rig.free(other)
    const refuse = `create function refuse_it() returns trigger language plpgsql as
      $$ begin if new.person_id = '${broken}' then raise exception 'broken'; end if; return new; end $$`
    await beyond.$client.unsafe(refuse)
    await beyond.$client.unsafe(
      'create trigger refuse_it before insert on officine.booking for each row execute function refuse_it()',
    )
    await expect(rig.round()).rejects.toThrow(AggregateError)
    expect(await rig.waitRecord(laterId)).toMatchObject({ status: 'given' })
    expect(await rig.waitRecord(brokenId)).toMatchObject({ status: 'waiting', passedOverAt: null })

    await beyond.$client.unsafe('drop function refuse_it cascade')
    expect(await rig.round()).toBe(1)
    expect(await rig.waitRecord(brokenId)).toMatchObject({ status: 'given' })
  })

  test('an offer that cannot be closed keeps no other one open', async () => {
    const [first = '', second = ''] = await rig.people(2)
    const [one = '', other = ''] = await rig.full('2026-12-01')
    const ids = [await rig.waits(first, '2026-12-01'), await rig.waits(second, '2026-12-01')] as const
    await rig.free(one)
    await rig.free(other)
    await rig.round()
    const [brokenId, laterId] = await Promise.all(
      ids.map(async (id) => (await rig.waitRecord(id)).bookingId ?? ''),
    )
    await beyond.$client.unsafe(
      `update officine.wait set status = 'declined', closed_at = now() where id = '${ids[0]}'`,
    )
    const expiry = new Date('2026-11-30T12:00:00Z')
    await expect(expireOffers(rig.workers[0], allumiere, expiry)).rejects.toThrow(AggregateError)
    expect((await rig.record(brokenId ?? '')).status).toBe('offered')
    expect((await rig.record(laterId ?? '')).status).toBe('cancelled')
    expect(await rig.waitRecord(ids[1])).toMatchObject({ status: 'expired' })
  })
})

describe('a key that comes twice', () => {
  test.each([
    ['other hours', { asked: { day: '2026-12-14', ...afternoon } }],
    ['more people', { people: 2 }],
    ['one place alone', { needsUnit: true }],
  ])('with %s is another request', async (_what, change) => {
    const [me = ''] = await rig.people(1)
    await rig.full('2026-12-14').catch(() => undefined)
    const key = randomUUID()
    const same = { asked: { day: '2026-12-14', ...morning }, idempotencyKey: key }
    const waitId = await rig.waits(me, '2026-12-14', same)
    expect(await rig.waits(me, '2026-12-14', same)).toBe(waitId)
    const place = rig.seats.places[0]?.unitId
    const again = { ...same, wantedUnitId: place, ...change }
    expect(reasonOf(await rig.wait(me, '2026-12-14', again))).toBe('different-request')
  })
})
