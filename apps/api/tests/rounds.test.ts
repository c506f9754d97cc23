import { afterAll, beforeAll, expect, test } from 'vitest'
import { instantOf } from '@officine/domain/calendar/local-time'
import { pignataroInteramna } from '@officine/tenants/pignataro-interamna'
import { applyTowns, insertPeople } from '@officine/testing/town-in-database'
import { startAttendance } from '../src/attendance/start-attendance.ts'
import { startWaitingRound } from '../src/bookings/waiting/start-waiting-round.ts'
import type { Town } from '../src/town.ts'
import { startRetention } from '../src/retention/start-retention.ts'
import { attendanceRig } from './attendance-rig.ts'
import type { AttendanceRig } from './attendance-rig.ts'

let rig: AttendanceRig
let other: Town
beforeAll(async () => {
  rig = await attendanceRig()
  await applyTowns(rig.database, [pignataroInteramna])
  const found = await rig.towns.current(pignataroInteramna.id)
  if (found === undefined) throw new Error('Pignataro is not there')
  other = found
})
afterAll(() => rig.end())

const day = '2026-12-09'
const overdue = instantOf(day, '12:00')
/** A clock that tells how often it was looked at. */
const clock = (at: Date) => {
  const looks = { count: 0 }
  const now = () => {
    looks.count += 1
    return at
  }
  return { now, looks }
}
/** Until each town was looked at a few times. */
const afterLooks = async ({ count }: { readonly count: number }, looks: { readonly count: number }) => {
  while (looks.count < count + 8) await rig.rows('select 1')
}

test('a town that cannot be read leaves no later town’s absences unwritten, and is told', async () => {
  const { looks, now } = clock(overdue)
  const ahead = instantOf('2026-12-07', '12:00')
  const [here = ''] = await rig.people(1)
  const [there = ''] = await insertPeople(rig.db, other.id, 1)
  const seats = other.pools.find(({ slug }) => slug === 'seats')
  const [first] = seats?.pool.open.slots ?? []
  if (seats === undefined || first === undefined) throw new Error('No seats in Pignataro')
  const hours = { day, from: first[0], to: first[1] }
  const stuck = await rig.booked(here, day, ahead)
  const settled = await rig.booked(there, day, ahead, { town: other, pool: seats, asked: hours })

  const faults: unknown[] = []
  const attendance = startAttendance({
    db: rig.worker,
    towns: {
      lately: async (id) => {
        if (id === rig.town.id) throw new Error('unreadable')
        return other
      },
    },
    now,
    onError: (error) => faults.push(error),
    everyMilliseconds: 5,
  })
  await afterLooks({ ...looks }, looks)
  await attendance.stop()
  const statusOf = async (id: string) =>
    (await rig.rows(`select status from officine.booking where id = '${id}'`))[0]?.['status']
  expect(await statusOf(stuck)).toBe('confirmed')
  expect(await statusOf(settled)).toBe('no-show')
  expect(faults).toContainEqual(new Error('unreadable'))
})

test('a look at towns where nobody waits asks for nothing but that, and reads no town', async () => {
  const { looks, now } = clock(overdue)
  const asked: string[] = []
  const faults: unknown[] = []
  const waiting = startWaitingRound({
    db: rig.worker,
    towns: {
      lately: async (id) => {
        asked.push(id)
        return undefined
      },
    },
    now,
    onError: (error) => faults.push(error),
    everyMilliseconds: 5,
  })
  await afterLooks({ ...looks }, looks)
  await waiting.stop()
  expect([asked, faults]).toEqual([[], []])
})

test('a town that cannot be tidied at night is told, and keeps no other town’s data', async () => {
  // An excuse long over its days in each town; the first town's may not be deleted.
  await rig.rows(`insert into officine.absence_excuse (tenant_id, booking_id, because, declared_at)
    select tenant_id, id, 'illness', '2026-01-01' from officine.booking`)
  await rig.rows(`create function keep_it() returns trigger language plpgsql as
    $$ begin if old.tenant_id = '${rig.town.id}' then raise exception 'kept'; end if; return old; end $$`)
  await rig.rows(
    'create trigger keep_it before delete on officine.absence_excuse for each row execute function keep_it()',
  )
  const faults: unknown[] = []
  const rounds: Date[] = []
  const { looks, now } = clock(instantOf(day, '04:00'))
  const retention = startRetention({
    db: rig.worker,
    now,
    onError: (error) => faults.push(error),
    onRound: (at) => rounds.push(at),
    everyMilliseconds: 5,
  })
  const townsWithExcuses = async () =>
    (await rig.rows('select distinct tenant_id from officine.absence_excuse')).map((row) => row['tenant_id'])
  await afterLooks({ ...looks }, looks)
  expect(await townsWithExcuses()).toEqual([rig.town.id])
  expect([faults.length > 0, rounds]).toEqual([true, []])
  await rig.rows('drop function keep_it cascade')
  while (rounds.length === 0) await rig.rows('select 1')
  await retention.stop()
  expect(await townsWithExcuses()).toEqual([])
})
