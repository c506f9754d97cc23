import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { endAttendance } from '@officine/db/attendance'
import { withTenant } from '@officine/db/with-tenant'
import { addDays, weekdayOf } from '@officine/domain/calendar/local-day'
import { isHoliday } from '@officine/domain/calendar/national-holidays'
import { instantOf } from '@officine/domain/calendar/local-time'
import type { LocalDay } from '@officine/domain/rules/tenant-rules'
import { allumiere } from '@officine/tenants/allumiere'
import { cancelBooking } from '../src/bookings/cancel.ts'
import { moveBooking } from '../src/bookings/move.ts'
import { repeatBooking } from '../src/bookings/repeat.ts'
import { stayLonger } from '../src/bookings/stay-longer.ts'
import { attendanceRig, reasonOf, staffId } from './attendance-rig.ts'
import type { AttendanceRig } from './attendance-rig.ts'

/**
 * Everything that makes a booking active, against the last place and against everything else. Of ten places one is held for nobody who comes, eight are taken and two
 * stand free: only one of the two may be given, and the rivals want one each, so that no exclusion on a place can tell them apart. The lock of the day must.
 */
const afternoon = { from: '14:00', to: '19:00' } as const
const morning = { from: '09:00', to: '14:00' } as const

interface Contest {
  readonly day: LocalDay
  /** When all are asked at once: the morning runs, the afternoon is about to begin. */
  readonly now: Date
  readonly before: Date
}

/** Prepares a rival who wants the afternoon at this place, and answers the deed itself: `won`, or why not. */
type Rival = (contest: Contest, place: number) => Promise<() => Promise<string>>

let rig: AttendanceRig
const twoFree = [4, 5] as const

beforeAll(async () => {
  const { seats } = allumiere.rules.pools
  const nobodys = {
    id: 'nobodys',
    size: 1,
    when: { residence: { in: ['nessun-comune'] } },
    mode: 'hard' as const,
    release: null,
  }
  const pools = { ...allumiere.rules.pools, seats: { ...seats, reserves: [nobodys] } }
  rig = await attendanceRig({ pools }, 12)
})
afterAll(() => rig.end())

const unitAt = (place: number) => rig.seats.places[place]?.unitId ?? ''
const someone = async () => (await rig.people(1))[0] ?? ''
const byDesk = { staffId, why: 'prova dei rivali' }
const keyed = () => ({ town: rig.town, by: byDesk, changeKey: randomUUID() })

async function bookedAt({ day, before }: Contest, place: number, when: typeof morning | typeof afternoon) {
  const wants = { asked: { day, ...when }, wantedUnitId: unitAt(place), channel: 'desk' as const }
  return rig.booked(await someone(), day, before, wants)
}

const deeds: Readonly<Record<string, Rival>> = {
  booking: async ({ day, now }, place) => {
    const personId = await someone()
    const wants = { asked: { day, ...afternoon }, wantedUnitId: unitAt(place) }
    return async () => reasonOf(await rig.ask(personId, day, now, wants)).replace('booked', 'won')
  },
  move: async (contest, place) => {
    const bookingId = await bookedAt(contest, place, morning)
    const { day, now } = contest
    return async () => {
      const outcome = await moveBooking(rig.db, { ...keyed(), bookingId, asked: { day, ...afternoon }, now })
      return 'changed' in outcome ? (outcome.changed ? 'won' : outcome.refusal.reason) : 'neither'
    }
  },
  restoring: async (contest, place) => {
    const bookingId = await bookedAt(contest, place, afternoon)
    const why = 'per errore'
    await withTenant(rig.db, rig.town.id, (tx) =>
      cancelBooking(tx, { bookingId, holderId: undefined, why, lateCancelHours: 12, now: contest.before }),
    )
    return async () => reasonOf(await rig.restore(bookingId, contest.now)).replace('restored', 'won')
  },
  repetition: async ({ day, now, before }, place) => {
    const source = addDays(day, -7)
    const weekBefore = { day: source, now, before: new Date(before.getTime() - 7 * 86_400_000) }
    const bookingId = await bookedAt(weekBefore, place, afternoon)
    return async () => {
      const outcome = await repeatBooking(rig.db, {
        town: rig.town,
        bookingId,
        holderId: undefined,
        requestedBy: staffId,
        channel: 'desk',
        weeks: 1,
        mode: 'all',
        idempotencyKey: randomUUID(),
        now,
      })
      const answer = 'dates' in outcome ? outcome.dates[0]?.answer : undefined
      return answer === undefined ? 'neither' : answer.booked ? 'won' : answer.refusal.reason
    }
  },
  'late arrival': async (contest, place) => {
    const bookingId = await bookedAt(contest, place, afternoon)
    const missedAt = contest.now
    await withTenant(rig.db, rig.town.id, (tx) =>
      endAttendance(tx, { id: bookingId, status: 'confirmed' }, { status: 'no-show', missedAt }),
    )
    return async () => {
      const outcome = await rig.letIn(bookingId, contest.now)
      if (outcome.checkedIn) return 'won'
      return 'late' in outcome ? outcome.late.reason : outcome.refusal.reason
    }
  },
  'longer stay': async (contest, place) => {
    const bookingId = await bookedAt(contest, place, morning)
    return async () => {
      const outcome = await stayLonger(rig.db, { ...keyed(), bookingId, now: contest.now })
      return 'changed' in outcome ? (outcome.changed ? 'won' : outcome.refusal.reason) : 'neither'
    }
  },
}

function rivalBy(name: string, contest: Contest, place: number): Promise<() => Promise<string>> {
  const prepare = deeds[name]
  if (prepare === undefined) throw new Error(`No deed ${name}`)
  return prepare(contest, place)
}

const names = Object.keys(deeds)
const pairs = names.flatMap((one, at) => names.slice(at).map((other) => [one, other] as const))

const patron = '2026-09-08'
/** A day for each contest, every other week, so that the week before is nobody's contest. */
const contestDays = Array.from({ length: 200 }, (_, at) => addDays('2026-09-07', at)).filter(
  (day, at) => weekdayOf(day) <= 5 && Math.floor(at / 7) % 2 === 0 && !isHoliday(day, [patron]),
)

function contestOn(day: LocalDay): Contest {
  return { day, now: instantOf(day, '13:50'), before: instantOf(addDays(day, -3), '10:00') }
}

async function fillAllBut({ day, before }: Contest, free: readonly number[]): Promise<void> {
  for (const [place, { unitId }] of rig.seats.places.entries()) {
    if (free.includes(place)) continue
    const wants = { asked: { day, ...afternoon }, wantedUnitId: unitId }
    await rig.booked(await someone(), day, before, wants)
  }
}

const takenOn = (day: LocalDay) =>
  rig.rows(
    `select unit_id from officine.booking_unit where status in ('confirmed', 'checked-in') and starts_at <= '${instantOf(day, '14:00').toISOString()}' and ends_at > '${instantOf(day, '14:00').toISOString()}'`,
  )

describe('of two who want the last place', () => {
  test.each(pairs.map(([one, other], at) => [one, other, contestDays[at] ?? ''] as const))(
    'by %s and by %s, one has it',
    async (one, other, day) => {
      const contest = contestOn(day)
      const rivals = [await rivalBy(one, contest, twoFree[0]), await rivalBy(other, contest, twoFree[1])]
      await fillAllBut(contest, twoFree)
      const answers = await Promise.all(rivals.map((deed) => deed()))
      expect(answers.filter((answer) => answer === 'won')).toHaveLength(1)
      expect(answers).toContain('held-for-reserve')
      expect(await takenOn(day)).toHaveLength(9)
    },
  )
})

describe('the exclusion on a place alone', () => {
  test.each(names.map((name, at) => [name, contestDays[30 + at] ?? ''] as const))(
    'keeps %s from a place that somebody took without any lock',
    async (name, day) => {
      const contest = contestOn(day)
      const deed = await rivalBy(name, contest, twoFree[0])
      await fillAllBut(contest, twoFree)
      const answer = await againstOneWhoLocksNothing(contest, deed)
      expect(answer).toBe('held-for-reserve')
      const taken = (await takenOn(day)).map((row) => row['unit_id'])
      expect(taken).toHaveLength(9)
      expect(new Set(taken).size).toBe(9)
    },
  )
})

/** Somebody writes the place past every lock, and commits when the deed has decided on what it could not see and waits at the exclusion. */
async function againstOneWhoLocksNothing<Answer>(
  { day }: Contest,
  deed: () => Promise<Answer>,
): Promise<Answer> {
  const personId = await someone()
  let answer: Promise<Answer> | undefined
  await rig.outside(async (sql) => {
    const [from, to] = [instantOf(day, '14:00').toISOString(), instantOf(day, '19:00').toISOString()]
    const [id, unit] = [randomUUID(), randomUUID()]
    await sql.unsafe(
      `insert into officine.booking (tenant_id, id, person_id, pool_id, day, starts_at, ends_at, slots, status, channel, code, qr_secret, requested_by, idempotency_key, request_hash, booked_at)
       values ('allumiere', '${id}', '${personId}', '${rig.seats.poolId}', '${day}', '${from}', '${to}', 1, 'confirmed', 'desk', '${codeOf(day)}', '${'q'.repeat(22)}', '${personId}', '${randomUUID()}', 'nobody', '${from}')`,
    )
    await sql.unsafe(
      `insert into officine.booking_unit (tenant_id, id, booking_id, pool_id, unit_id, starts_at, ends_at, status)
       values ('allumiere', '${unit}', '${id}', '${rig.seats.poolId}', '${unitAt(twoFree[0])}', '${from}', '${to}', 'confirmed')`,
    )
    answer = deed()
    await rig.waitsForLock(answer)
  })
  if (answer === undefined) throw new Error('Nobody was asked')
  return answer
}

function codeOf(day: LocalDay): string {
  return day.replaceAll('-', '')
}
