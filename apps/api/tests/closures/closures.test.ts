import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findWord, listDueWords } from '@officine/db/outbox'
import { listOpeningChanges } from '@officine/db/opening-changes'
import { withTenant } from '@officine/db/with-tenant'
import { cancelBooking } from '../../src/bookings/cancel.ts'
import { checkIn } from '../../src/bookings/check-in.ts'
import { repeatBooking } from '../../src/bookings/repeat.ts'
import { restoreBooking } from '../../src/bookings/restore.ts'
import { stayLonger } from '../../src/bookings/stay-longer.ts'
import { afternoon, morning, municipioV, now, reasonOf } from '../together/together-rig.ts'
import { closing, closuresRig, idOf, shut } from './closures-rig.ts'
import type { ClosuresRig } from './closures-rig.ts'

let rig: ClosuresRig
beforeAll(async () => {
  rig = await closuresRig()
})
afterAll(() => rig.end())

const person = async () => (await rig.people(1))[0] ?? ''
const bookAt = async (day: string, more = {}) => rig.booked(await person(), day, more)
const toldOf = async (bookingId: string) => {
  const due = await withTenant(rig.db, municipioV, async (tx) => {
    const words = await listDueWords(tx, new Date('2027-12-31'), 10_000)
    return Promise.all(words.map(({ id }) => findWord(tx, id)))
  })
  return due.filter((word) => word?.rowId === bookingId).map((word) => word?.topic)
}
const changesOn = (day: string) => withTenant(rig.db, municipioV, (tx) => listOpeningChanges(tx, day, day))

describe('a closure', () => {
  test('cancels who booked, tells them why, and lets nobody else in', async () => {
    const day = '2027-01-11'
    const bookingId = await bookAt(day)
    const outcome = await rig.close(shut(day))
    expect(outcome).toMatchObject({ closed: true, settled: [{ bookingId, how: 'cancelled' }] })
    expect(await rig.record(bookingId)).toMatchObject({ status: 'cancelled', cancelReason: 'caldaia rotta' })
    expect(await toldOf(bookingId)).toContain('booking-closed-out')
    expect(await rig.ask(await person(), day)).toEqual({
      booked: false,
      refusal: {
        reason: 'closed-day',
        because: 'closure',
        texts: { it: 'caldaia rotta', en: 'broken boiler' },
      },
    })
    expect(reasonOf(await rig.ask(await person(), '2027-01-12'))).toBe('booked')
  })

  test('of some hours touches who is there then, and nobody else', async () => {
    const day = '2027-01-13'
    const early = await bookAt(day)
    const late = await bookAt(day, { asked: { day, ...afternoon } })
    expect(closing(await rig.close(shut(day, { hours: ['16:00', '17:00'] })))).toBe('closed')
    expect((await rig.record(early)).status).toBe('confirmed')
    expect((await rig.record(late)).status).toBe('cancelled')
    expect(reasonOf(await rig.ask(await person(), day))).toBe('booked')
    expect(await rig.ask(await person(), day, { asked: { day, ...afternoon } })).toMatchObject({
      refusal: { reason: 'closed-day', hours: ['16:00', '17:00'] },
    })
  })

  test('asked twice with one key is made once', async () => {
    const day = '2027-01-14'
    await bookAt(day)
    const [seen, requestKey] = [await rig.seenOf(shut(day)), randomUUID()]
    const [first, second] = [
      await rig.close(shut(day), {}, { seen, requestKey }),
      await rig.close(shut(day), {}, { seen, requestKey }),
    ]
    expect(second).toEqual(first)
    expect(await changesOn(day)).toHaveLength(1)
    const other = await rig.close(shut(day, { because: { it: 'altro' } }), {}, { seen, requestKey })
    expect(closing(other)).toBe('different-request')
  })

  test('is refused with nothing done when somebody booked since the list was made', async () => {
    const day = '2027-01-15'
    const before = await bookAt(day)
    const seen = await rig.seenOf(shut(day))
    const after = await bookAt(day)
    expect(closing(await rig.close(shut(day), {}, { seen }))).toBe('touched-changed')
    expect((await rig.record(before)).status).toBe('confirmed')
    expect((await rig.record(after)).status).toBe('confirmed')
    expect(await changesOn(day)).toEqual([])
  })

  test('asks about who is here, keeps them or ends their visit as the clerk says', async () => {
    const day = '2027-01-18'
    const nine = new Date(`${day}T08:30:00Z`)
    const [kept, ended] = [await bookAt(day), await bookAt(day)]
    for (const bookingId of [kept, ended])
      await withTenant(rig.db, municipioV, (tx) => checkIn(tx, { bookingId }, rig.staffId, nine))
    const at = { now: new Date(`${day}T09:00:00Z`) }
    expect(await rig.close(shut(day), {}, at)).toMatchObject({ refusal: { reason: 'answer-missing' } })
    const impossible = { [kept]: { how: 'cancel' as const }, [ended]: { how: 'end' as const } }
    expect(closing(await rig.close(shut(day), impossible, at))).toBe('answer-impossible')
    const decided = { [kept]: { how: 'keep' as const }, [ended]: { how: 'end' as const } }
    expect(closing(await rig.close(shut(day), decided, at))).toBe('closed')
    expect((await rig.record(kept)).status).toBe('checked-in')
    expect(await rig.record(ended)).toMatchObject({ status: 'completed', endsAt: at.now })
  })
})

describe('who can be moved', () => {
  test('goes to the time that the clerk chose, in the same transaction', async () => {
    const [day, to] = ['2027-01-19', '2027-01-20']
    const bookingId = await bookAt(day)
    const answer = { how: 'move' as const, to: { poolId: rig.pool('seats').poolId, day: to, ...morning } }
    expect(await rig.close(shut(day), { [bookingId]: answer })).toMatchObject({
      closed: true,
      settled: [{ how: 'moved' }],
    })
    expect(await rig.record(bookingId)).toMatchObject({ status: 'confirmed', day: to })
    expect(await toldOf(bookingId)).toContain('booking-moved')
  })

  test('cannot go into the closure itself: then nothing at all is done', async () => {
    const day = '2027-01-21'
    const [moved, other] = [await bookAt(day), await bookAt(day)]
    const into = { how: 'move' as const, to: { poolId: rig.pool('seats').poolId, day, ...afternoon } }
    expect(await rig.close(shut(day), { [moved]: into })).toMatchObject({
      refusal: { reason: 'cannot-move', bookingId: moved, refusal: { reason: 'closed-day' } },
    })
    expect((await rig.record(moved)).day).toBe(day)
    expect((await rig.record(other)).status).toBe('confirmed')
    expect(await toldOf(other)).not.toContain('booking-closed-out')
    expect(await changesOn(day)).toEqual([])
  })
})

describe('a companion pool that closes', () => {
  const care = () => ({ poolId: rig.pool('care').poolId })

  test('leaves the seat without it, and the holder is told (rule 25)', async () => {
    const day = '2027-01-12'
    const parent = await person()
    const child = await rig.child(parent)
    const bookingId = await rig.booked(parent, day, { companions: [rig.care(child)] })
    const alone = await bookAt(day)
    expect(await rig.close(shut(day, care()))).toMatchObject({ settled: [{ bookingId, how: 'dropped' }] })
    const { status, units } = await rig.record(bookingId)
    expect(status).toBe('confirmed')
    expect(units.map(({ poolId }) => poolId)).toEqual([rig.pool('seats').poolId])
    expect(await toldOf(bookingId)).toContain('booking-reduced')
    expect((await rig.record(alone)).status).toBe('confirmed')

    const other = await person()
    const asked = await rig.ask(other, day, { companions: [rig.care(await rig.child(other))] })
    expect(reasonOf(asked)).toBe('component-closed')
  })

  test('takes the whole booking when the clerk says so', async () => {
    const day = '2027-01-22'
    const parent = await person()
    const bookingId = await rig.booked(parent, day, { companions: [rig.care(await rig.child(parent))] })
    expect(closing(await rig.close(shut(day, care()), { [bookingId]: { how: 'cancel' } }))).toBe('closed')
    expect((await rig.record(bookingId)).status).toBe('cancelled')
  })
})

describe('exceptional hours', () => {
  const saturday = '2027-01-16'
  const open = { kind: 'hours' as const, hours: ['09:00', '14:00'] as const, opensShutDays: true }

  test('open a Saturday, which closes again only with an answer for each booking', async () => {
    expect(reasonOf(await rig.ask(await person(), saturday))).toBe('closed-day')
    const changeId = idOf(await rig.close(shut(saturday, open)))
    const bookingId = await bookAt(saturday)
    expect(await rig.lift(changeId)).toEqual({
      reopened: false,
      refusal: { reason: 'has-bookings', howMany: 1 },
    })
    expect(closing(await rig.close(shut(saturday)))).toBe('closed')
    expect((await rig.record(bookingId)).status).toBe('cancelled')
    expect(await rig.lift(changeId)).toMatchObject({ reopened: true })
  })

  test('longer than usual add a cell of their own', async () => {
    const day = '2027-01-25'
    const until = (to: `${number}:${number}`) => shut(day, { ...open, hours: ['09:00', to] })
    const long = idOf(await rig.close(until('22:00')))
    const evening = { asked: { day, from: '19:00' as const, to: '22:00' as const } }
    expect(reasonOf(await rig.ask(await person(), day, evening))).toBe('booked')
    expect(await rig.lift(long)).toMatchObject({ reopened: false })
  })
})

describe('a closure that is lifted', () => {
  test('lets people book again, and brings nobody back', async () => {
    const day = '2027-01-20'
    const bookingId = await bookAt(day, { asked: { day, ...afternoon } })
    const changeId = idOf(await rig.close(shut(day, { hours: ['14:00', '19:00'] })))
    expect(await rig.lift(changeId)).toEqual({ reopened: true, settled: 1 })
    expect(await rig.lift(changeId)).toEqual({ reopened: true, settled: 1 })
    expect((await rig.record(bookingId)).status).toBe('cancelled')
    expect(reasonOf(await rig.ask(await person(), day, { asked: { day, ...afternoon } }))).toBe('booked')
  })

  test('of another town is not there', async () => {
    expect(await rig.lift(randomUUID())).toEqual({ unknown: 'closure' })
  })
})

describe('while it is shut', () => {
  test('nobody repeats, stays longer or comes back into it', async () => {
    const day = '2027-01-19'
    const ofMonday = await bookAt('2027-01-12')
    const repeated = await repeatBooking(rig.db, {
      town: rig.town,
      bookingId: ofMonday,
      holderId: undefined,
      requestedBy: rig.staffId,
      channel: 'desk',
      weeks: 1,
      mode: 'each',
      idempotencyKey: randomUUID(),
      now,
    })
    expect(repeated).toMatchObject({ dates: [{ day, answer: { refusal: { reason: 'closed-day' } } }] })

    const shortDay = '2027-01-13'
    const early = await bookAt(shortDay)
    const by = { staffId: rig.staffId, why: null }
    const longer = { town: rig.town, bookingId: early, by, changeKey: randomUUID(), now }
    expect(await stayLonger(rig.db, longer)).toMatchObject({ refusal: { reason: 'closed-day' } })

    const cancelled = await bookAt('2027-01-22')
    await withTenant(rig.db, municipioV, (tx) =>
      cancelBooking(tx, {
        bookingId: cancelled,
        holderId: undefined,
        why: 'per sbaglio',
        lateCancelHours: 12,
        now,
      }),
    )
    expect(closing(await rig.close(shut('2027-01-22')))).toBe('closed')
    const restore = { town: rig.town, bookingId: cancelled, staffId: rig.staffId, why: 'era un errore' }
    expect(
      await restoreBooking(rig.db, { ...restore, isHere: false, onlySamePlaces: false, now }),
    ).toMatchObject({ restored: false, refusal: { reason: 'closed-day' } })
  })
})
