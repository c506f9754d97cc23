import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findPerson } from '@officine/db/people'
import { withTenant } from '@officine/db/with-tenant'
import { checkIn } from '../../src/bookings/check-in.ts'
import { leaveEarly } from '../../src/bookings/leave-early.ts'
import { unitOutOfOrder } from '../../src/bookings/unit-out-of-order.ts'
import type { Context } from '../../src/context.ts'
import { createCaller } from '../../src/procedures.ts'
import { appRouter } from '../../src/router.ts'
import { afternoon, morning, municipioV, now as friday, togetherRig } from './together-rig.ts'
import type { TogetherRig } from './together-rig.ts'

let rig: TogetherRig
let staffId = ''

beforeAll(async () => {
  rig = await togetherRig({ seats: { reserves: [], precedence: 'reserveFirst' } })
  staffId = (await rig.people(1))[0] ?? ''
})
afterAll(() => rig.end())

const at = (day: string, time: string) => new Date(`${day}T${time}:00+01:00`)
const wholeDay = { from: '09:00', to: '19:00' } as const

async function desk(now: Date) {
  const person = await withTenant(rig.db, municipioV, (tx) => findPerson(tx, staffId))
  return createCaller(appRouter)({
    db: rig.db,
    town: rig.town,
    towns: rig.towns,
    now,
    signedIn: {
      sessionId: 's',
      person,
      roles: ['front-desk'],
      expiresAt: new Date('2028-01-01'),
      secondFactorAt: now,
      hasSecondFactor: true,
    },
    request: { id: 'r' },
  } as unknown as Context).desk
}

const arrive = (bookingId: string, now: Date) =>
  withTenant(rig.db, municipioV, (tx) => checkIn(tx, { bookingId }, staffId, now))

async function somebody() {
  const [person = ''] = await rig.people(1)
  return person
}

describe('the day at the desk', () => {
  test('counts who is expected without who is late, and who never came apart from both', async () => {
    const day = '2027-01-11'
    const hours = [morning, morning, morning, afternoon]
    const ids: string[] = []
    for (const each of hours)
      ids.push(await rig.booked(await somebody(), day, { asked: { day, ...each }, now: friday }))
    await arrive(ids[0] ?? '', at(day, '09:05'))
    expect((await (await desk(at(day, '10:00'))).today({ day })).counts).toEqual({
      expected: 1,
      present: 1,
      late: 2,
      absent: 0,
    })
    // At three in the afternoon the morning is over: who was in has gone, who never came is absent, and one more is late.
    expect((await (await desk(at(day, '15:00'))).today({ day })).counts).toEqual({
      expected: 0,
      present: 0,
      late: 1,
      absent: 2,
    })
  })

  test('shows what comes along once with the booking, and on the line of its own place', async () => {
    const day = '2027-01-12'
    const parent = await somebody()
    const child = await rig.child(parent)
    const bookingId = await rig.booked(parent, day, {
      companions: [rig.care(child)],
      people: 2,
      now: friday,
    })
    const { pools } = await (await desk(at(day, '08:00'))).today({ day })
    const lines = pools.flatMap(({ kind, units }) =>
      units.flatMap(({ bookings }) =>
        bookings.filter((each) => each.bookingId === bookingId).map((each) => ({ kind, ...each })),
      ),
    )
    expect(lines.map(({ kind, here }) => [kind, here.isBeside, here.childName])).toEqual([
      ['seats', false, undefined],
      ['seats', false, undefined],
      ['care', true, 'Ugo'],
    ])
    expect(lines[0]).toMatchObject({ people: 2, companions: [{ kind: 'care', childName: 'Ugo' }] })
  })

  test('who changes seat at two has each seat for its own hours', async () => {
    const day = '2027-01-13'
    const seats = rig.pool('seats').places.map(({ unitId }) => unitId)
    const [last = '', ...others] = seats.toReversed()
    for (const wantedUnitId of others)
      await rig.booked(await somebody(), day, { wantedUnitId, needsUnit: true, now: friday })
    await rig.booked(await somebody(), day, {
      asked: { day, ...afternoon },
      wantedUnitId: last,
      needsUnit: true,
      now: friday,
    })
    const long = await rig.booked(await somebody(), day, { asked: { day, ...wholeDay }, now: friday })
    const { pools } = await (await desk(at(day, '08:00'))).today({ day })
    const stretches = pools.flatMap(({ units }) =>
      units.flatMap(({ unitId, bookings }) =>
        bookings
          .filter(({ bookingId }) => bookingId === long)
          .map(({ from, to, here }) => ({ isLast: unitId === last, from, to, here: [here.from, here.to] })),
      ),
    )
    expect(stretches.toSorted((one, other) => Number(other.isLast) - Number(one.isLast))).toEqual([
      { isLast: true, ...wholeDay, here: ['09:00', '14:00'] },
      { isLast: false, ...wholeDay, here: ['14:00', '19:00'] },
    ])
  })

  test('offers for a booking what can be done with it now', async () => {
    const day = '2027-01-14'
    const bookingId = await rig.booked(await somebody(), day, { now: friday })
    const deedsAt = async (now: Date) => (await (await desk(now)).bookingById({ bookingId })).deeds
    expect(await deedsAt(at('2027-01-13', '10:00'))).toEqual(
      expect.arrayContaining(['move', 'repeat', 'cancel', 'stay-longer']),
    )
    expect(await deedsAt(at('2027-01-13', '10:00'))).not.toContain('check-in')
    expect(await deedsAt(at(day, '10:00'))).toEqual(expect.arrayContaining(['check-in', 'move']))
    expect(await deedsAt(at(day, '10:00'))).not.toContain('cancel')
    await arrive(bookingId, at(day, '10:00'))
    expect(await deedsAt(at(day, '11:00'))).toEqual(expect.arrayContaining(['undo-check-in', 'leave-early']))
    expect(await deedsAt(at(day, '11:00'))).not.toContain('move')
  })
})

describe('who is in the building', () => {
  test('is whoever checked in and has not left, children counted and pets not; who stayed past the end is told apart', async () => {
    const day = '2027-01-18'
    const parent = await somebody()
    const child = await rig.child(parent)
    const inside = await rig.booked(parent, day, {
      companions: [rig.care(child), rig.pet()],
      people: 2,
      asked: { day, ...morning },
      now: at('2027-01-15', '12:00'),
    })
    const booked = async () => rig.booked(await somebody(), day, { now: at('2027-01-15', '12:00') })
    const [left, notYet] = [await booked(), await booked()]
    for (const bookingId of [inside, left]) await arrive(bookingId, at(day, '09:10'))
    await withTenant(rig.db, municipioV, (tx) =>
      leaveEarly(tx, { bookingId: left, by: { staffId, why: null }, now: at(day, '10:00') }),
    )
    const present = await (await desk(at(day, '10:30'))).present()
    expect(present).toMatchObject({ total: 3, children: 1, maybeInside: 0 })
    expect(present.pools.flatMap(({ visits }) => visits)).toMatchObject([
      {
        bookingId: inside,
        since: '09:10',
        until: '14:00',
        people: 2,
        children: [{ dependantId: child, childName: 'Ugo' }],
        isOver: false,
      },
    ])
    expect(JSON.stringify(present)).not.toContain(notYet)

    expect(await (await desk(at(day, '14:30'))).present()).toMatchObject({
      total: 0,
      children: 0,
      maybeInside: 3,
    })
  })
})

describe('places out of order', () => {
  test('are listed place by place with the bookings that wait for somebody, until somebody decides', async () => {
    const day = '2027-01-19'
    const later = at('2027-01-18', '18:00')
    const [seat] = rig.pool('seats').places
    const unitId = seat?.unitId ?? ''
    const bookingId = await rig.booked(await somebody(), day, {
      wantedUnitId: unitId,
      needsUnit: true,
      now: later,
    })
    const door = await desk(later)
    const asked = { unitId, fromDay: day, toDay: day, why: 'presa senza corrente' }
    const declared = await door.unitOutOfOrder(asked)
    expect(declared).toMatchObject({
      declared: true,
      toDecide: [{ bookingId, day, because: 'needs-this-place' }],
    })
    const outagesOf = async () =>
      (await door.outages())?.pools.flatMap(({ places }) => places).find((place) => place.unitId === unitId)
        ?.outages
    expect(await outagesOf()).toMatchObject([
      {
        because: 'presa senza corrente',
        isNow: false,
        toDecide: [{ bookingId, because: 'needs-this-place' }],
      },
    ])
    expect(await door.unitOutOfOrder(asked)).toMatchObject({
      declared: false,
      refusal: { reason: 'already-out' },
    })
    expect(await door.cancel({ bookingId, why: 'La presa è senza corrente' })).toMatchObject({
      cancelled: true,
    })
    expect(await outagesOf()).toMatchObject([{ toDecide: [] }])
    if (declared.declared) await door.unitBackInOrder({ outageId: declared.outageId })
    expect(await outagesOf()).toEqual([])
  })
})

describe('what may come along', () => {
  test('at the desk is told with the children of whom it is serving, not of the clerk', async () => {
    const day = '2027-01-20'
    const parent = await somebody()
    await rig.child(staffId)
    const child = await rig.child(parent)
    const door = await desk(at('2027-01-18', '18:00'))
    const asked = { poolId: rig.pool('seats').poolId, day, ...morning }
    const childrenOf = async (personId?: string) =>
      (await door.companions({ ...asked, ...(personId === undefined ? {} : { personId }) })).flatMap(
        ({ children }) => children.map(({ dependantId }) => dependantId),
      )
    expect(await childrenOf(parent)).toEqual([child])
    expect(await childrenOf()).toEqual([])
  })
})

test('a place out of order is not told as free, from the moment it broke until it is in order again', async () => {
  const [before, first, last] = ['2027-02-01', '2027-02-02', '2027-02-03'] as const
  const now = at(first, '10:30')
  const place = rig.pool('seats').places[2]
  if (place === undefined) throw new Error('No third seat')
  const outcome = await unitOutOfOrder(rig.db, {
    town: rig.town,
    unitId: place.unitId,
    fromDay: first,
    toDay: last,
    why: 'presa senza corrente',
    staffId,
    now,
  })
  if (!('declared' in outcome) || !outcome.declared) throw new Error('Not declared')
  const outOf = async (day: string) => {
    const { pools } = await (await desk(now)).today({ day })
    const units = pools.flatMap((pool) => pool.units)
    return units.filter((unit) => unit.outOfOrder.length > 0).map((unit) => [unit.label, unit.outOfOrder])
  }
  expect(await outOf(before)).toEqual([])
  expect(await outOf(first)).toEqual([[place.label, [{ from: '10:30', to: '24:00' }]]])
  expect(await outOf(last)).toEqual([[place.label, [{ from: '00:00', to: '24:00' }]]])
  await (await desk(now)).unitBackInOrder({ outageId: outcome.outageId })
  expect(await outOf(last)).toEqual([])
})
