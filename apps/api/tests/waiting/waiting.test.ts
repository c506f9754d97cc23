import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withTenant } from '@officine/db/with-tenant'
import { listDueWords } from '@officine/db/outbox'
import { acceptOffer, declineOffer, expireOffers } from '../../src/bookings/waiting/answer-offer.ts'
import { runWaitingRound } from '../../src/bookings/waiting/start-waiting-round.ts'
import { standingOf } from '../../src/bookings/waiting/wait-view.ts'
import { allumiere, morning, now, reasonOf, thursday, tomorrow, waitingRig } from './waiting-rig.ts'
import type { WaitingRig } from './waiting-rig.ts'

let rig: WaitingRig
beforeAll(async () => {
  rig = await waitingRig()
})
afterAll(() => rig.end())

const afternoon = { from: '14:00', to: '19:00' } as const
const at = (iso: string) => new Date(iso)
const someone = async (reach?: 'mail' | 'phone' | 'none') => (await rig.people(1, reach))[0] ?? ''
const topicsAbout = (bookingId: string, when: Date) =>
  withTenant(rig.workers[0], allumiere, async (tx) => {
    const due = await listDueWords(tx, when, 10_000)
    const rows = await tx.execute<{ id: string; topic: string }>(
      `select id, topic from officine.outbox where tenant_id = 'allumiere' and row_id = '${bookingId}' order by run_at, topic`,
    )
    return [...rows].filter(({ id }) => due.some((word) => word.id === id)).map(({ topic }) => topic)
  })
const accept = (bookingId: string, holderId: string, when: Date) =>
  withTenant(rig.api, allumiere, (tx) => acceptOffer(tx, { bookingId, by: { holderId }, now: when }))
const decline = (bookingId: string, holderId: string, when: Date) =>
  withTenant(rig.api, allumiere, (tx) => declineOffer(tx, { bookingId, by: { holderId }, now: when }))
/** A booking held for an answer: whose wait, which booking, until when. */
const anOffer = async (day: string, personId: string, more = {}) => {
  const [first = ''] = await rig.full(day)
  const waitId = await rig.waits(personId, day, more)
  await rig.free(first)
  await rig.round()
  const { bookingId } = await rig.waitRecord(waitId)
  const record = await rig.record(bookingId ?? '')
  return { waitId, bookingId: record.id, record }
}

describe('on the waiting list', () => {
  test('goes who found it full, once, and twice the same click is one wait', async () => {
    await rig.full('2026-12-09')
    const me = await someone()
    expect(reasonOf(await rig.ask(me, '2026-12-09'))).toBe('full')
    const key = randomUUID()
    const [one, two] = await Promise.all([
      rig.waits(me, '2026-12-09', { idempotencyKey: key }),
      rig.waits(me, '2026-12-09', { idempotencyKey: key }),
    ])
    expect(one).toBe(two)
    expect(reasonOf(await rig.wait(me, '2026-12-09'))).toBe('already-waiting')
  })

  test.each([
    ['who could book', '2026-12-10', morning, 'free-now'],
    ['for a day gone by', '2026-11-27', morning, 'past'],
    ['for a holiday', '2026-12-08', morning, 'closed-day'],
    ['for hours that are not on the grid', '2026-12-10', { from: '10:00', to: '14:00' }, 'off-grid'],
  ] as const)('goes nobody %s', async (_who, day, hours, reason) => {
    expect(reasonOf(await rig.wait(await someone(), day, { asked: { day, ...hours } }))).toBe(reason)
  })

  test('goes nobody who has a place in those hours, or whose cap is used up', async () => {
    const [booked, capped] = (await rig.people(2)) as [string, string]
    const later = { asked: { day: '2026-12-14', ...afternoon } }
    await rig.booked(booked, '2026-12-14', later)
    expect(reasonOf(await rig.wait(booked, '2026-12-14', later))).toBe('already-booked')
    for (const day of ['2026-12-09', '2026-12-10', '2026-12-11'])
      await rig.booked(capped, day, { asked: { day, ...afternoon } })
    expect(reasonOf(await rig.wait(capped, '2026-12-09'))).toBe('cap-reached')
  })

  test('goes nobody three hours before', async () => {
    await rig.full('2026-12-14')
    const late = at('2026-12-14T05:00:00Z')
    expect(reasonOf(await rig.wait(await someone(), '2026-12-14', { now: late }))).toBe('too-late-to-wait')
  })
})

describe('who is next', () => {
  test('is who came less often in the last weeks, then who asked first, and each is told so', async () => {
    const day = '2026-12-04'
    const [often, early, late] = (await rig.people(3)) as [string, string, string]
    await rig.booked(often, '2026-12-02', { asked: { day: '2026-12-02', ...afternoon } })
    const bookings = await rig.full(day)
    const first = await rig.waits(often, day)
    const second = await rig.waits(early, day, { now: at('2026-11-30T08:01:00Z') })
    const third = await rig.waits(late, day, { now: at('2026-11-30T08:02:00Z') })
    const places = await withTenant(rig.api, allumiere, async (tx) => {
      const records = await Promise.all([first, second, third].map(rig.waitRecord))
      return standingOf(tx, rig.town, records, now)
    })
    expect(places.map(({ place }) => place)).toEqual([
      { position: 3, aheadWithFewerUses: 2, aheadByAsking: 0, firstWithUses: 0, recentUse: 1 },
      { position: 1, aheadWithFewerUses: 0, aheadByAsking: 0, recentUse: 0 },
      { position: 2, aheadWithFewerUses: 0, aheadByAsking: 1, recentUse: 0 },
    ])
    await rig.free(bookings[0] ?? '')
    expect(await rig.round()).toBe(1)
    expect(await rig.waitRecord(second)).toMatchObject({ status: 'given' })
    const { bookingId } = await rig.waitRecord(second)
    expect(await rig.record(bookingId ?? '')).toMatchObject({ status: 'confirmed', personId: early })
    expect(await topicsAbout(bookingId ?? '', at('2026-12-04T07:30:00Z'))).toEqual([
      'place-given',
      'booking-reminder',
      'booking-reminder-soon',
    ])
  })

  test('is not who could not have it: a place that the list cannot use is anybody’s', async () => {
    const day = '2026-12-11'
    const [capped, other] = (await rig.people(2)) as [string, string]
    const [one = ''] = await rig.full(day)
    const waitId = await rig.waits(capped, day)
    // Booked elsewhere meanwhile: the week's cap is used up.
    for (const each of ['2026-12-07', '2026-12-09', '2026-12-10'])
      await rig.booked(capped, each, { asked: { day: each, ...afternoon } })
    await rig.free(one)
    expect(reasonOf(await rig.ask(other, day))).toBe('full')
    expect(await rig.round()).toBe(0)
    expect(await rig.waitRecord(waitId)).toMatchObject({ status: 'waiting', passedOverAt: now })
    expect(reasonOf(await rig.ask(other, day))).toBe('booked')
  })
})

describe('a place that came free a moment ago', () => {
  test('is not of who asks first while somebody waits for it', async () => {
    const day = '2026-12-10'
    const [one = ''] = await rig.full(day)
    const waiting = await someone()
    const waitId = await rig.waits(waiting, day)
    await rig.free(one)
    const quick = await someone()
    expect(reasonOf(await rig.ask(quick, day))).toBe('full')
    expect(reasonOf(await rig.wait(quick, day, { now: at('2026-11-30T08:01:00Z') }))).toBe('waits')
    expect(await rig.round()).toBe(1)
    expect(await rig.waitRecord(waitId)).toMatchObject({ status: 'given' })
  })

  test('is of who comes when it is too late to offer it', async () => {
    const day = '2026-12-02'
    const [one = ''] = await rig.full(day)
    await rig.waits(await someone(), day)
    await rig.free(one)
    const late = at('2026-12-02T06:00:00Z')
    expect(await rig.round(late)).toBe(0)
    expect(reasonOf(await rig.ask(await someone(), day, { now: late }))).toBe('booked')
  })
})

describe('an offer', () => {
  test('holds the place, counts as taken, and is accepted until the instant of expiry', async () => {
    const me = await someone()
    const { bookingId, waitId, record } = await anOffer(tomorrow, me)
    expect(record).toMatchObject({ status: 'offered', offerExpiresAt: at('2026-11-30T12:00:00Z') })
    expect(await topicsAbout(bookingId, now)).toEqual(['place-offered'])
    expect(reasonOf(await rig.ask(await someone(), tomorrow))).toBe('full')
    expect(reasonOf(await rig.ask(me, tomorrow))).toBe('already-booked')

    expect(await accept(bookingId, await someone(), now)).toBeUndefined()
    expect(await accept(bookingId, me, at('2026-11-30T12:00:00Z'))).toEqual({
      answered: false,
      refusal: { reason: 'offer-expired' },
    })
    const inTime = at('2026-11-30T11:59:59.999Z')
    expect(await accept(bookingId, me, inTime)).toEqual({ answered: true })
    expect(await accept(bookingId, me, at('2026-11-30T13:00:00Z'))).toEqual({ answered: true })
    expect(await rig.record(bookingId)).toMatchObject({ status: 'confirmed', acceptedAt: inTime })
    expect(await rig.waitRecord(waitId)).toMatchObject({ status: 'given' })
    expect(await topicsAbout(bookingId, at('2026-12-01T07:00:00Z'))).toEqual([
      'place-offered',
      'booking-confirmed',
      'booking-reminder-soon',
    ])
    for (const { id } of (await rig.record(bookingId)).units.map(({ placeId }) => ({ id: placeId })))
      expect(id).toBeDefined()
  })

  test('that is answered by telephone is written down with who took the call', async () => {
    const day = '2026-12-01'
    const hours = { asked: { day, ...morning } }
    const [me, staffId] = (await rig.people(2, 'phone')) as [string, string]
    const waitId = await rig.waits(me, day, { ...hours, now: at('2026-11-30T08:03:00Z') })
    const [held] = await withTenant(rig.api, allumiere, (tx) =>
      tx.execute<{ id: string }>(
        `select id from officine.booking where tenant_id = 'allumiere' and day = '${day}' and status = 'confirmed' and starts_at = '2026-12-01T08:00:00Z'`,
      ),
    )
    await rig.free(held?.id ?? '')
    await rig.round()
    const bookingId = (await rig.waitRecord(waitId)).bookingId ?? ''
    const answer = await withTenant(rig.api, allumiere, (tx) =>
      acceptOffer(tx, { bookingId, by: { staffId, why: null }, now }),
    )
    expect(answer).toEqual({ answered: true })
    const rows = await withTenant(rig.api, allumiere, (tx) =>
      tx.execute<{ action: string; actor_id: string }>(
        `select action, actor_id from officine.audit_event where tenant_id = 'allumiere' and subject_id = '${bookingId}'`,
      ),
    )
    expect([...rows]).toEqual([{ action: 'offer.accept', actor_id: staffId }])
  })

  test('that is declined goes to the next person, and that runs out too; whoever had it stays on other lists', async () => {
    const day = tomorrow
    const hours = { asked: { day, ...afternoon } }
    const holders = await rig.people(10)
    const [one = ''] = await Promise.all(holders.map((personId) => rig.booked(personId, day, hours)))
    const [first, second, third] = (await rig.people(3)) as [string, string, string]
    const ids = [
      await rig.waits(first, day, hours),
      await rig.waits(second, day, { ...hours, now: at('2026-11-30T08:01:00Z') }),
      await rig.waits(third, day, { ...hours, now: at('2026-11-30T08:02:00Z') }),
    ] as const
    await rig.full('2026-12-07')
    const other = await rig.waits(first, '2026-12-07')
    await rig.free(one)
    // Tomorrow at two is more than a day ahead until two today.
    const begins = at('2026-11-30T13:00:00Z')
    await rig.round(begins)
    const offered = (await rig.waitRecord(ids[0])).bookingId ?? ''
    expect(await decline(offered, first, begins)).toEqual({ answered: true })
    expect(await decline(offered, first, begins)).toEqual({ answered: true })
    expect(await rig.waitRecord(other)).toMatchObject({ status: 'waiting' })

    await rig.round(begins)
    const again = await rig.record((await rig.waitRecord(ids[1])).bookingId ?? '')
    expect(again).toMatchObject({ personId: second, offerExpiresAt: at('2026-11-30T17:00:00Z') })
    const over = at('2026-11-30T17:00:00Z')
    expect(await expireOffers(rig.workers[0], allumiere, at('2026-11-30T16:59:59Z'))).toBe(0)
    await runWaitingRound(rig.workers[0], rig.town, over)
    expect(await rig.waitRecord(ids[1])).toMatchObject({ status: 'expired', closedAt: over })
    expect(await topicsAbout(again.id, over)).toEqual(['place-offered', 'offer-expired'])
    expect(await rig.waitRecord(ids[2])).toMatchObject({ status: 'offered' })
  })

  test('is made to who can be called, and not to who cannot be reached: they are given a place or none', async () => {
    const day = tomorrow
    const hours = { asked: { day, ...afternoon } }
    const [silent, called] = [await someone('none'), await someone('phone')]
    // Those who hold it from the test before.
    const last = await rig.waits(silent, day, { ...hours, now: at('2026-11-30T18:00:00Z') })
    const next = await rig.waits(called, day, { ...hours, now: at('2026-11-30T18:01:00Z') })
    const evening = at('2026-11-30T18:05:00Z')
    await rig.round(evening)
    expect(await rig.waitRecord(last)).toMatchObject({ status: 'waiting' })
    const holders = await withTenant(rig.api, allumiere, (tx) =>
      tx.execute<{ id: string }>(
        `select id from officine.booking where tenant_id = 'allumiere' and day = '${day}' and status = 'confirmed' and starts_at = '2026-12-01T13:00:00Z'`,
      ),
    )
    await rig.free([...holders][0]?.id ?? '', evening)
    await rig.round(evening)
    expect(await rig.waitRecord(last)).toMatchObject({ status: 'waiting', passedOverAt: evening })
    expect(await rig.waitRecord(next)).toMatchObject({ status: 'offered' })
  })
})

test('when the hours of a list are over, so are its waits', async () => {
  const day = thursday
  await rig.full(day)
  const waitId = await rig.waits(await someone(), day)
  await runWaitingRound(rig.workers[0], rig.town, at('2026-12-03T04:59:59Z'))
  expect(await rig.waitRecord(waitId)).toMatchObject({ status: 'waiting' })
  await runWaitingRound(rig.workers[0], rig.town, at('2026-12-03T05:00:00Z'))
  expect(await rig.waitRecord(waitId)).toMatchObject({ status: 'over' })
})
