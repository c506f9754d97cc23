import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withTenant } from '@officine/db/with-tenant'
import type { TenantTransaction } from '@officine/db/with-tenant'
import { bookIn } from '../../src/bookings/book.ts'
import { acceptOffer, expireOffers } from '../../src/bookings/waiting/answer-offer.ts'
import { giveFreedPlaces } from '../../src/bookings/waiting/give-freed.ts'
import { stopWaiting } from '../../src/bookings/waiting/stop-waiting.ts'
import { allumiere, now, reasonOf, waitingRig } from './waiting-rig.ts'
import type { WaitingRig } from './waiting-rig.ts'

let rig: WaitingRig
beforeAll(async () => {
  rig = await waitingRig(16)
})
afterAll(() => rig.end())

/** Both workers at once, as often as it takes for their steps to cross. */
const bothWorkers = (at = now) =>
  Promise.all(rig.workers.flatMap((worker) => [1, 2].map(() => giveFreedPlaces(worker, rig.town, at))))
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
const takenOn = async (day: string) => {
  const rows = await withTenant(rig.api, allumiere, (tx) =>
    tx.execute<{ status: string; person_id: string }>(
      `select status, person_id from officine.booking where tenant_id = 'allumiere' and day = '${day}' and status in ('offered', 'confirmed')`,
    ),
  )
  return [...rows]
}

describe('at the same moment', () => {
  test('two workers, fifty who wait, ten places that come free: the first ten of the list have one each', async () => {
    const day = '2026-12-03'
    const bookings = await rig.full(day)
    const people = await rig.people(50)
    const waits: string[] = []
    for (const [at, personId] of people.entries())
      waits.push(await rig.waits(personId, day, { now: new Date(now.getTime() + at * 1000) }))
    await Promise.all(bookings.map((bookingId) => rig.free(bookingId)))

    expect(sum(await bothWorkers())).toBe(10)
    expect((await takenOn(day)).map(({ person_id: id }) => id).toSorted()).toEqual(
      people.slice(0, 10).toSorted(),
    )
    const given = await Promise.all(waits.map(rig.waitRecord))
    expect(given.map(({ status }) => status)).toEqual([
      ...Array.from({ length: 10 }, () => 'given'),
      ...Array.from({ length: 40 }, () => 'waiting'),
    ])
  })

  test('two workers and the last place, twenty times: one person has it, once', async () => {
    const day = '2026-12-04'
    let [last = ''] = await rig.full(day)
    const people = await rig.people(22)
    for (const [at, personId] of people.entries())
      await rig.waits(personId, day, { now: new Date(now.getTime() + at * 1000) })
    const winners: number[] = []
    for (let round = 0; round < 20; round += 1) {
      await rig.free(last)
      winners.push(sum(await bothWorkers()))
      const [given] = (await takenOn(day)).filter(({ person_id: id }) => id === people[round])
      expect(given?.status).toBe('confirmed')
      const rows = await withTenant(rig.api, allumiere, (tx) =>
        tx.execute<{ id: string }>(
          `select id from officine.booking where tenant_id = 'allumiere' and day = '${day}' and person_id = '${people[round]}'`,
        ),
      )
      expect(rows).toHaveLength(1)
      last = [...rows][0]?.id ?? ''
    }
    expect(winners).toEqual(Array.from({ length: 20 }, () => 1))
  })

  test('the list and twenty who book for themselves: the place is of who waited', async () => {
    const day = '2026-12-07'
    const [one = ''] = await rig.full(day)
    const [waiting = ''] = await rig.people(1)
    await rig.waits(waiting, day)
    await rig.free(one)
    const others = await rig.people(20)
    const [given, ...outcomes] = await Promise.all([
      bothWorkers(),
      ...others.map((personId) => rig.ask(personId, day)),
    ])
    expect(sum(given)).toBe(1)
    expect(outcomes.map(reasonOf)).toEqual(others.map(() => 'full'))
  })

  test('a person books elsewhere while the list gives them a place: their weekly cap holds', async () => {
    const day = '2026-12-09'
    const afternoon = { from: '14:00', to: '19:00' } as const
    const [freed = ''] = await rig.full(day)
    const [personId = '', somebody = ''] = await rig.people(2)
    const waitId = await rig.waits(personId, day)
    for (const each of ['2026-12-07', '2026-12-10'])
      await rig.booked(personId, each, { asked: { day: each, ...afternoon } })
    await rig.free(freed)
    const third = { asked: { day: '2026-12-11', ...afternoon } }
    await rig.booked(somebody, '2026-12-11', third) // the day has its lock row
    await meanwhile((tx) => bookIn(tx, rig.request(personId, '2026-12-11', third)), bothWorkers)
    expect(await countOf(personId)).toBe(3)
    expect(await rig.waitRecord(waitId)).toMatchObject({ status: 'waiting', bookingId: null })
  })

  test('somebody leaves the list while the place is given: it goes to the next person, and nobody meets a fault', async () => {
    const day = '2026-12-10'
    const [freed = ''] = await rig.full(day)
    const [leaving = '', next = ''] = await rig.people(2)
    const waitId = await rig.waits(leaving, day)
    const nextId = await rig.waits(next, day, { now: new Date(now.getTime() + 1000) })
    await rig.free(freed)
    await meanwhile((tx) => stopWaiting(tx, waitId, leaving, now), bothWorkers)
    expect(await rig.waitRecord(waitId)).toMatchObject({ status: 'left', bookingId: null })
    expect(await rig.waitRecord(nextId)).toMatchObject({ status: 'given' })
  })

  test('an answer and the expiry, ten times: accepted or run out, never both', async () => {
    const day = '2026-12-01'
    const bookings = await rig.full(day)
    const people = await rig.people(10)
    const expiry = new Date('2026-11-30T12:00:00Z')
    for (const [at, personId] of people.entries()) {
      await rig.waits(personId, day)
      await rig.free(bookings[at] ?? '')
      await rig.round()
    }
    const offers = await withTenant(rig.api, allumiere, (tx) =>
      tx.execute<{ id: string; person_id: string }>(
        `select id, person_id from officine.booking where tenant_id = 'allumiere' and day = '${day}' and status = 'offered'`,
      ),
    )
    expect(offers).toHaveLength(10)
    const beforeIt = new Date(expiry.getTime() - 1)
    for (const { id, person_id: holderId } of offers) {
      const [answer, ...closed] = await Promise.all([
        withTenant(rig.api, allumiere, (tx) =>
          acceptOffer(tx, { bookingId: id, by: { holderId }, now: beforeIt }),
        ),
        ...rig.workers.map((worker) => expireOffers(worker, allumiere, expiry)),
      ])
      const { status, units } = await rig.record(id)
      const isAccepted = answer?.answered === true
      expect(status).toBe(isAccepted ? 'confirmed' : 'cancelled')
      expect(units).toHaveLength(1)
      expect(sum(closed)).toBeLessThanOrEqual(10)
    }
    const standing = await takenOn(day)
    expect(standing.every(({ status }) => status === 'confirmed')).toBe(true)
  })
})

/** Does the first deed, and before it is committed starts the second: committed only when the second waits for its locks, or is over. */
async function meanwhile(
  first: (tx: TenantTransaction) => Promise<unknown>,
  second: () => Promise<unknown>,
): Promise<void> {
  let other: Promise<unknown> = Promise.resolve()
  await withTenant(rig.api, allumiere, async (tx) => {
    await first(tx)
    let isOver = false
    other = second().finally(() => {
      isOver = true
    })
    // A role sees what its own connections wait for.
    while (!isOver) {
      const [row] = await rig.workers[0].execute<{ waiting: string }>(
        "select count(*) as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      )
      if (Number(row?.waiting) > 0) break
    }
  })
  await other
}

async function countOf(personId: string): Promise<number> {
  const [row] = await withTenant(rig.api, allumiere, (tx) =>
    tx.execute<{ count: string }>(
      `select count(*) from officine.booking where tenant_id = 'allumiere' and person_id = '${personId}' and status <> 'cancelled'`,
    ),
  )
  return Number(row?.count)
}
