import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Context } from '../../src/context.ts'
import { createCaller } from '../../src/procedures.ts'
import { appRouter } from '../../src/router.ts'
import { morning, now } from '../together/together-rig.ts'
import { closuresRig } from './closures-rig.ts'
import type { ClosuresRig } from './closures-rig.ts'

let rig: ClosuresRig
beforeAll(async () => {
  rig = await closuresRig()
})
afterAll(() => rig.end())

const as = (roles: readonly string[], at = now) =>
  createCaller(appRouter)({
    db: rig.db,
    towns: rig.towns,
    town: rig.town,
    now: at,
    isDevelopment: true,
    signedIn: {
      sessionId: randomUUID(),
      person: { id: rig.staffId, givenName: 'Ada', familyName: 'Riva', bornOn: null, residence: null },
      roles,
      secondFactorAt: at,
      hasSecondFactor: true,
    },
    request: { id: 'r' },
    reply: {},
  } as unknown as Context)

const day = '2027-01-11'
const reason = { it: 'assemblea del personale', en: 'staff assembly' }
const wholeDay = { kind: 'closed' as const, fromDay: day, toDay: day, reason }

test('a manager decides, the front desk reads', async () => {
  const clerk = as(['front-desk'])
  await expect(clerk.desk.previewClosure(wholeDay)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  expect(await clerk.desk.closures()).toMatchObject({ mayDecide: false })
  expect(await as(['manager']).desk.closures()).toMatchObject({ mayDecide: true })
})

test('the list says who, when and where they could go; closing tells what was done and whom to call', async () => {
  const [person = ''] = await rig.people(1)
  const bookingId = await rig.booked(person, day)
  const manager = as(['manager'])
  const preview = await manager.desk.previewClosure(wholeDay)
  if (!preview.possible) throw new Error('Not possible')
  expect(preview.touched).toMatchObject([
    { bookingId, what: 'place', isPresent: false, usual: 'cancel', treatments: ['cancel', 'move'] },
  ])
  const [to] = preview.touched[0]?.alternatives ?? []
  if (to === undefined) throw new Error('No alternative')
  const done = await manager.desk.close({
    ...wholeDay,
    seen: preview.seen,
    answers: [{ bookingId, how: 'move', to }],
    rest: 'usual',
    idempotencyKey: randomUUID(),
  })
  expect(done).toMatchObject({
    closed: true,
    done: [{ bookingId, how: 'moved', dayLabel: to.label.split(',')[0] }],
  })
  expect(done.closed && done.toCall.map(({ personId }) => personId)).toEqual([person])
})

test('a list that is old comes back as it is now', async () => {
  const tuesday = { ...wholeDay, fromDay: '2027-01-20', toDay: '2027-01-20' }
  const manager = as(['manager'])
  const [person = ''] = await rig.people(1)
  const bookingId = await rig.booked(person, '2027-01-20')
  const answer = await manager.desk.close({
    ...tuesday,
    seen: 'an older list',
    answers: [],
    rest: 'cancel',
    idempotencyKey: randomUUID(),
  })
  expect(answer).toMatchObject({
    closed: false,
    refusal: { reason: 'touched-changed' },
    preview: { touched: [{ bookingId }] },
  })
})

test('citizens read it everywhere: the home page, the week, what comes along, the refusal', async () => {
  const anybody = as([])
  const seats = rig.pool('seats').poolId
  const week = await anybody.bookings.whatIsFree({ poolId: seats, from: day, days: 1 })
  expect(week.days[0]).toMatchObject({ closedBecause: 'assemblea del personale', slots: [] })
  const inEnglish = await anybody.bookings.whatIsFree({ poolId: seats, from: day, days: 1, language: 'en' })
  expect(inEnglish.days[0]?.closedBecause).toBe('staff assembly')
  const along = await anybody.bookings.companions({ poolId: seats, day, ...morning })
  expect(new Set(along.map(({ state }) => state))).toEqual(new Set(['closed']))

  const before = await anybody.town.now({ language: 'it' })
  expect(before.upcomingClosures).toContainEqual(
    expect.objectContaining({ day, because: 'assemblea del personale' }),
  )
  const onTheDay = await as([], new Date(`${day}T09:00:00Z`)).town.now({ language: 'it' })
  expect(onTheDay).toMatchObject({ isOpen: false, closedBecause: 'assemblea del personale', pools: [] })

  const asked = {
    poolId: seats,
    day,
    ...morning,
    personId: rig.staffId,
    channel: 'desk' as const,
    idempotencyKey: randomUUID(),
  }
  expect(await as(['front-desk']).desk.bookFor(asked)).toMatchObject({
    booked: false,
    refusal: { reason: 'closed-day', because: 'closure', text: 'assemblea del personale' },
  })
  expect(await as(['front-desk']).desk.today({ day })).toMatchObject({
    pools: rig.town.pools.map(() => ({ closedBecause: 'assemblea del personale', cells: [] })),
  })
})

test('hours of closure leave the doors open before and after, and say why', async () => {
  const wednesday = '2027-01-13'
  const manager = as(['manager'])
  const some = {
    ...wholeDay,
    fromDay: wednesday,
    toDay: wednesday,
    hours: ['11:00', '15:00'] as ['11:00', '15:00'],
  }
  const preview = await manager.desk.previewClosure(some)
  const seen = preview.possible ? preview.seen : ''
  const closed = await manager.desk.close({
    ...some,
    seen,
    answers: [],
    rest: 'usual',
    idempotencyKey: randomUUID(),
  })
  expect(closed.closed).toBe(true)
  const at = (time: string) => as([], new Date(`${wednesday}T${time}:00+01:00`)).town.now({ language: 'it' })
  expect(await at('10:00')).toMatchObject({ isOpen: true, closesAt: '11:00' })
  expect(await at('12:00')).toMatchObject({ isOpen: false, nextOpening: 'mercoledì 13 gennaio, ore 15:00' })
  expect((await at('10:00')).noticeToday).toBe('chiuso dalle 11:00 alle 15:00 (assemblea del personale)')
})

test('the hour that spring skips is skipped by exceptional hours too', async () => {
  const sunday = '2027-03-28'
  const later = new Date('2027-03-15T09:00:00Z')
  const night = {
    kind: 'hours' as const,
    fromDay: sunday,
    toDay: sunday,
    hours: ['01:00', '09:00'] as ['01:00', '09:00'],
    opensShutDays: true,
    reason,
  }
  const manager = as(['manager'], later)
  const preview = await manager.desk.previewClosure(night)
  const seen = preview.possible ? preview.seen : ''
  await manager.desk.close({ ...night, seen, answers: [], rest: 'usual', idempotencyKey: randomUUID() })
  const [person = ''] = await rig.people(1)
  const asked = { day: sunday, from: '01:00', to: '04:00' } as const
  const { startsAt, endsAt } = await rig.record(await rig.booked(person, sunday, { asked, now: later }))
  expect((endsAt.getTime() - startsAt.getTime()) / 3_600_000).toBe(2)
})
