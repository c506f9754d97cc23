import { afterAll, beforeAll, expect, test } from 'vitest'
import { instantOf } from '@officine/domain/calendar/local-time'
import { pignataroInteramna } from '@officine/tenants/pignataro-interamna'
import { applyTowns, insertPeople } from '@officine/testing/town-in-database'
import { startAttendance } from '../src/attendance/start-attendance.ts'
import { startWaitingRound } from '../src/bookings/waiting/start-waiting-round.ts'
import type { Town } from '../src/town.ts'
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
