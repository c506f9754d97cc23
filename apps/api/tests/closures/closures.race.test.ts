import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listBookingsOn } from '@officine/db/bookings'
import { listOpeningChanges } from '@officine/db/opening-changes'
import { insertPoolDays, lockPersons, lockPoolDays } from '@officine/db/pools'
import { withTenant } from '@officine/db/with-tenant'
import type { TenantTransaction } from '@officine/db/with-tenant'
import { municipioV, reasonOf } from '../together/together-rig.ts'
import { closing, closuresRig, idOf, shut } from './closures-rig.ts'
import type { ClosuresRig } from './closures-rig.ts'

let rig: ClosuresRig
beforeAll(async () => {
  rig = await closuresRig()
})
afterAll(() => rig.end())

/** Holds locks until it is let go. */
async function holding(lock: (tx: TenantTransaction) => Promise<unknown>): Promise<() => Promise<void>> {
  const held = Promise.withResolvers<void>()
  const letGo = Promise.withResolvers<void>()
  const done = withTenant(rig.db, municipioV, async (tx) => {
    await lock(tx)
    held.resolve()
    await letGo.promise
  })
  await held.promise
  return () => {
    letGo.resolve()
    return done
  }
}

/** Comes back when as many wait for a lock, or when one of them need not wait at all. */
async function untilWaiting(howMany: number, work: readonly Promise<unknown>[]): Promise<void> {
  let isDone = false
  for (const each of work) void each.then(() => (isDone = true))
  for (;;) {
    const [row] = await rig.db.$client<{ waiting: number }[]>`
      select count(*)::int as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`
    if (isDone || (row?.waiting ?? 0) >= howMany) return
  }
}

const standingOn = (day: string) => withTenant(rig.db, municipioV, (tx) => listBookingsOn(tx, day))

/** A booking that has decided and cannot write yet, because the clerk's own row is held. */
async function bookingHalfWay(day: string, more = {}) {
  const [person = '', clerk = ''] = await rig.people(2)
  await withTenant(rig.db, municipioV, (tx) =>
    insertPoolDays(
      tx,
      rig.town.pools.map(({ poolId }) => ({ poolId, day })),
    ),
  )
  const release = await holding((tx) => lockPersons(tx, [clerk]))
  const booked = rig.ask(person, day, { requestedBy: clerk, channel: 'desk', ...more })
  await untilWaiting(1, [booked])
  return { booked, release }
}

describe('at the same moment', () => {
  test('a closure waits for who is about to book, and finds them on its list', async () => {
    const day = '2027-01-11'
    const seen = await rig.seenOf(shut(day))
    const { booked, release } = await bookingHalfWay(day)
    const closed = rig.close(shut(day), {}, { seen })
    await untilWaiting(2, [closed])
    await release()
    expect([reasonOf(await booked), closing(await closed)]).toEqual(['booked', 'touched-changed'])
    expect(closing(await rig.close(shut(day)))).toBe('closed')
    expect(await standingOn(day)).toEqual([])
  })

  test('who planned a booking before a closure was written is told that it is shut', async () => {
    const day = '2027-01-12'
    const { poolId } = rig.pool('seats')
    await withTenant(rig.db, municipioV, (tx) => insertPoolDays(tx, [{ poolId, day }]))
    const [person = ''] = await rig.people(1)
    const seen = await rig.seenOf(shut(day, { poolId }))
    const release = await holding((tx) => lockPoolDays(tx, [{ poolId, day }]))
    const closed = rig.close(shut(day, { poolId }), {}, { seen })
    await untilWaiting(1, [closed])
    const booked = rig.ask(person, day)
    await untilWaiting(2, [booked, closed])
    await release()
    expect([closing(await closed), reasonOf(await booked)]).toEqual(['closed', 'closed-day'])
    expect(await standingOn(day)).toEqual([])
  })

  test('hours that are lifted wait for who is about to book them, and stay', async () => {
    const day = '2027-01-13'
    const open = { kind: 'hours' as const, hours: ['09:00', '22:00'] as const }
    const changeId = idOf(await rig.close(shut(day, open)))
    const evening = { asked: { day, from: '19:00' as const, to: '22:00' as const } }
    const { booked, release } = await bookingHalfWay(day, evening)
    const lifted = rig.lift(changeId)
    await untilWaiting(2, [lifted])
    await release()
    expect(reasonOf(await booked)).toBe('booked')
    expect(await lifted).toMatchObject({ reopened: false, refusal: { reason: 'has-bookings', howMany: 1 } })
  })

  test('of many who book while it shuts, each is booked and told, or finds it shut', async () => {
    const day = '2027-01-14'
    const people = await rig.people(24)
    const asked = Promise.all(people.map(async (personId) => reasonOf(await rig.ask(personId, day))))
    // As a clerk who gets a new list does: decides again, until the list is the one that they saw.
    const said: string[] = []
    while (said.at(-1) !== 'closed') said.push(closing(await rig.close(shut(day))))
    const reasons = new Set(await asked)
    expect(reasons.difference(new Set(['booked', 'closed-day', 'full']))).toEqual(new Set())
    expect(new Set(said).difference(new Set(['closed', 'touched-changed']))).toEqual(new Set())
    expect(await standingOn(day)).toEqual([])
  })

  test('two who close the same day make one closure', async () => {
    const day = '2027-01-15'
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => rig.close(shut(day))))
    expect(outcomes.map(closing).toSorted()).toEqual(['closed', ...Array(5).fill('overlaps')])
  })

  test('one press that arrives six times is one closure, and each time the same answer', async () => {
    const day = '2027-01-22'
    const [person = ''] = await rig.people(1)
    await rig.booked(person, day)
    const [seen, requestKey] = [await rig.seenOf(shut(day)), randomUUID()]
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, () => rig.close(shut(day), {}, { seen, requestKey })),
    )
    expect(new Set(outcomes.map(idOf)).size).toBe(1)
    expect(await withTenant(rig.db, municipioV, (tx) => listOpeningChanges(tx, day, day))).toHaveLength(1)
  })
})
