import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { changeBooking } from '@officine/db/bookings'
import { lockPersons } from '@officine/db/pools'
import { withTenant } from '@officine/db/with-tenant'
import { instantOf } from '@officine/domain/calendar/local-time'
import { cancelBooking } from '../src/bookings/cancel.ts'
import { checkIn, undoCheckIn } from '../src/bookings/check-in.ts'
import { excuseAbsence } from '../src/bookings/excuse.ts'
import { moveBooking } from '../src/bookings/move.ts'
import { settleAttendance } from '../src/attendance/settle-attendance.ts'
import { runRetention } from '../src/retention/run-retention.ts'
import { attendanceRig, reasonOf, staffId } from './attendance-rig.ts'
import type { AttendanceRig } from './attendance-rig.ts'

let rig: AttendanceRig

beforeAll(async () => {
  rig = await attendanceRig()
})
afterAll(() => rig.end())

// Allumiere's first cell is 09:00-14:00, its grace half an hour. A Friday for each test, booked the Monday before.
const at = (
  day: string,
  time:
    | '08:00'
    | '08:50'
    | '09:10'
    | '09:29'
    | '09:30'
    | '09:45'
    | '10:00'
    | '10:29'
    | '10:30'
    | '14:00'
    | '20:00',
) => instantOf(day, time)
const ahead = (day: string) => new Date(at(day, '09:10').getTime() - 3 * 86_400_000)

const about = (bookingId: string) =>
  rig.rows(`select topic from officine.outbox where row_id = '${bookingId}' order by created_at, id`)

describe('who did not come', () => {
  test('is absent when the grace is over, and not a minute before: place, record, register and word', async () => {
    const day = '2026-09-11'
    const [personId = ''] = await rig.people(1)
    const bookingId = await rig.booked(personId, day, ahead(day))
    expect(await rig.round(at(day, '09:29'))).toEqual([])
    expect(await rig.round(at(day, '09:30'))).toEqual(['no-show'])
    expect(await rig.round(at(day, '09:45')), 'and only once').toEqual([])

    expect(await rig.record(bookingId)).toMatchObject({ status: 'no-show', missedAt: at(day, '09:30') })
    const places = await rig.rows(
      `select status from officine.booking_unit where booking_id = '${bookingId}'`,
    )
    expect(places).toEqual([{ status: 'no-show' }])
    const decisions = await rig.rows(
      `select outcome, config_version from officine.decision where booking_id = '${bookingId}' order by decided_at`,
    )
    expect(decisions).toMatchObject([{ outcome: 'ACCEPTED_OPEN' }, { outcome: 'NO_SHOW', config_version: 1 }])
    const told = await rig.rows(
      `select action, actor_id from officine.audit_event where subject_id = '${bookingId}'`,
    )
    expect(told).toEqual([{ action: 'booking.no-show', actor_id: null }])
    expect((await about(bookingId)).map(({ topic }) => topic)).toContain('booking-no-show')
  })

  test('leaves the place to who walks in', async () => {
    const day = '2026-09-18'
    const people = await rig.people(11)
    for (const personId of people.slice(0, 10)) await rig.booked(personId, day, ahead(day))
    const late = { channel: 'desk' as const }
    expect(reasonOf(await rig.ask(people[10] ?? '', day, at(day, '09:29'), late))).toBe('full')
    await rig.round(at(day, '09:30'))
    expect(reasonOf(await rig.ask(people[10] ?? '', day, at(day, '09:30'), late))).toBe('booked')
  })

  test('is present when a check-in comes in between: the round sees it and leaves it alone', async () => {
    const day = '2026-09-25'
    const [personId = ''] = await rig.people(1)
    const bookingId = await rig.booked(personId, day, ahead(day))
    // The round has read who is overdue, and then the person is let in.
    const overdue = { id: bookingId, personId }
    await withTenant(rig.db, rig.town.id, (tx) => checkIn(tx, { bookingId }, staffId, at(day, '09:30')))
    expect(await settleAttendance(rig.worker, rig.town, overdue, at(day, '09:30'))).toBe('as-it-is')
    expect(await rig.statusOf(bookingId)).toBe('checked-in')
  })

  test('and was let in while the round waits for the person is present: it reads after its locks', async () => {
    const day = '2026-10-02'
    const [personId = ''] = await rig.people(1)
    const bookingId = await rig.booked(personId, day, ahead(day))
    let round: Promise<unknown> = Promise.resolve()
    await withTenant(rig.db, rig.town.id, async (tx) => {
      await lockPersons(tx, [personId])
      round = settleAttendance(rig.worker, rig.town, { id: bookingId, personId }, at(day, '09:30'))
      await rig.waitsForLock(round)
      await changeBooking(tx, bookingId, 'confirmed', {
        status: 'checked-in',
        checkedInAt: at(day, '09:30'),
      })
    })
    expect(await round).toBe('as-it-is')
    expect(await rig.statusOf(bookingId)).toBe('checked-in')
  })

  test('has half an hour from the counter’s booking, and from a check-in that is taken back', async () => {
    const day = '2026-10-09'
    await rig.round(at(day, '08:00')) // what the tests before left standing
    const [walkIn = '', mistaken = ''] = await rig.people(2)
    const late = await rig.booked(walkIn, day, at(day, '10:00'), { channel: 'desk' })
    const early = await rig.booked(mistaken, day, ahead(day))
    await withTenant(rig.db, rig.town.id, (tx) =>
      checkIn(tx, { bookingId: early }, staffId, at(day, '08:50')),
    )
    await withTenant(rig.db, rig.town.id, (tx) =>
      undoCheckIn(tx, early, 'era un’altra persona', staffId, at(day, '10:00')),
    )
    expect(await rig.round(at(day, '10:29'))).toEqual([])
    expect(await rig.round(at(day, '10:30'))).toEqual(['no-show', 'no-show'])
    expect([await rig.statusOf(late), await rig.statusOf(early)]).toEqual(['no-show', 'no-show'])
  })

  test('hears nothing when nobody is behind the booking: a sample becomes an absence in silence', async () => {
    const day = '2026-10-16'
    await rig.round(at(day, '08:00'))
    const [personId = ''] = await rig.people(1)
    const bookingId = await rig.booked(personId, day, ahead(day))
    await rig.rows(`update officine.booking set request_hash = 'sample' where id = '${bookingId}'`)
    expect(await rig.round(at(day, '09:30'))).toEqual(['no-show'])
    expect((await about(bookingId)).map(({ topic }) => topic)).not.toContain('booking-no-show')
  })

  test('is found absent once by two workers at once', async () => {
    const day = '2026-10-23'
    const [personId = ''] = await rig.people(1)
    const bookingId = await rig.booked(personId, day, ahead(day))
    const overdue = { id: bookingId, personId }
    const settled = await Promise.all(
      Array.from({ length: 4 }, () => settleAttendance(rig.worker, rig.town, overdue, at(day, '09:30'))),
    )
    expect(settled.toSorted()).toEqual(['as-it-is', 'as-it-is', 'as-it-is', 'no-show'])
    expect((await about(bookingId)).filter(({ topic }) => topic === 'booking-no-show')).toHaveLength(1)
  })
})

test('who came is done when the time is over', async () => {
  const day = '2026-10-30'
  const [personId = ''] = await rig.people(1)
  const bookingId = await rig.booked(personId, day, ahead(day))
  await withTenant(rig.db, rig.town.id, (tx) => checkIn(tx, { bookingId }, staffId, at(day, '08:50')))
  expect(await rig.round(at(day, '10:00'))).toEqual([])
  expect(await rig.round(at(day, '14:00'))).toEqual(['completed'])
  expect(await rig.statusOf(bookingId)).toBe('completed')
})

describe('an excuse', () => {
  const excuse = (bookingId: string, holderId: string, now: Date) =>
    withTenant(rig.db, rig.town.id, (tx) =>
      excuseAbsence(tx, {
        town: rig.town,
        bookingId,
        by: { holderId },
        because: 'illness',
        isLateAllowed: false,
        now,
      }),
    )

  test('is kept as one word, stands when said again, and nobody else can say it', async () => {
    const day = '2026-11-06'
    const [personId = '', other = ''] = await rig.people(2)
    const bookingId = await rig.booked(personId, day, ahead(day))
    expect(await excuse(bookingId, personId, at(day, '09:10'))).toMatchObject({
      excused: false,
      refusal: { reason: 'not-absent' },
    })
    await rig.round(at(day, '09:30'))
    expect(await excuse(bookingId, other, at(day, '10:00'))).toBeUndefined()
    expect(await excuse(bookingId, personId, at(day, '10:00'))).toMatchObject({ excused: true })
    expect(await excuse(bookingId, personId, at('2026-12-18', '10:00'))).toMatchObject({ excused: true })
    const kept = await rig.rows(`select * from officine.absence_excuse where booking_id = '${bookingId}'`)
    expect(kept).toMatchObject([{ because: 'illness' }])
    expect(Object.keys(kept[0] ?? {})).toEqual(['tenant_id', 'booking_id', 'because', 'declared_at'])
  })

  test('is too late on the sixth day', async () => {
    const day = '2026-11-13'
    const [personId = ''] = await rig.people(1)
    const bookingId = await rig.booked(personId, day, ahead(day))
    await rig.round(at(day, '09:30'))
    expect(await excuse(bookingId, personId, at('2026-11-19', '08:00'))).toMatchObject({
      excused: false,
      refusal: { reason: 'excuse-too-late', until: '2026-11-18' },
    })
  })

  test('takes the absence out of the weekly cap and out of the strikes', async () => {
    const [personId = ''] = await rig.people(1)
    const missed: string[] = []
    // Three in one week: the cap of Allumiere is three, and so are the strikes.
    for (const day of ['2026-11-16', '2026-11-17', '2026-11-18']) {
      missed.push(await rig.booked(personId, day, ahead(day)))
      await rig.round(at(day, '09:30'))
    }
    const now = at('2026-11-18', '10:00')
    expect(reasonOf(await rig.ask(personId, '2026-11-24', now))).toBe('paused')
    expect(reasonOf(await rig.ask(personId, '2026-11-18', now, afternoon('2026-11-18')))).toBe('cap-reached')
    await excuse(missed[1] ?? '', personId, now)
    expect(reasonOf(await rig.ask(personId, '2026-11-24', now))).toBe('booked')
    expect(reasonOf(await rig.ask(personId, '2026-11-18', now, afternoon('2026-11-18')))).toBe('booked')
  })
})

const afternoon = (day: string) => ({ asked: { day, from: '14:00' as const, to: '19:00' as const } })

test('the reason of an excuse is let go after ninety days, and the absence stays excused', async () => {
  const day = '2026-12-11'
  const [personId = ''] = await rig.people(1)
  const bookingId = await rig.booked(personId, day, ahead(day))
  await rig.round(at(day, '09:30'))
  const now = at(day, '10:00')
  const said = { town: rig.town, bookingId, by: { holderId: personId }, because: 'birth' as const }
  await withTenant(rig.db, rig.town.id, (tx) => excuseAbsence(tx, { ...said, isLateAllowed: false, now }))
  const kept = () => rig.rows(`select 1 from officine.absence_excuse where booking_id = '${bookingId}'`)
  const after = (days: number) => new Date(now.getTime() + days * 86_400_000)
  await runRetention(rig.worker, rig.town.id, after(90))
  expect(await kept()).toHaveLength(1)
  await runRetention(rig.worker, rig.town.id, after(91))
  expect(await kept()).toEqual([])
  expect((await rig.record(bookingId)).excusedAt).toEqual(now)
})

describe('a pause', () => {
  test('refuses the days ahead and leaves today open, until its last day is over', async () => {
    const [personId = ''] = await rig.people(1)
    const days = ['2026-11-24', '2026-11-26', '2026-12-01']
    for (const day of days) {
      await rig.booked(personId, day, ahead(day))
      await rig.round(at(day, '09:30'))
    }
    expect(await rig.ask(personId, '2026-12-10', at('2026-12-01', '10:00'))).toEqual({
      booked: false,
      refusal: { reason: 'paused', until: '2026-12-15', missedOn: days },
    })
    expect(reasonOf(await rig.ask(personId, '2026-12-17', at('2026-12-15', '20:00')))).toBe('paused')
    const today = '2026-12-03'
    expect(reasonOf(await rig.ask(personId, today, at(today, '08:00')))).toBe('booked')
    expect(reasonOf(await rig.ask(personId, '2026-12-17', at('2026-12-16', '08:00')))).toBe('booked')
  })

  test('is not slipped past by moving what was booked for today; what was had before may be moved', async () => {
    const [personId = ''] = await rig.people(1)
    const days = ['2027-05-04', '2027-05-06', '2027-05-11']
    const before = await rig.booked(personId, '2027-05-18', ahead('2027-05-11'))
    for (const day of days) {
      await rig.booked(personId, day, ahead(day))
      await rig.round(at(day, '09:30'))
    }
    const today = '2027-05-13'
    const now = at(today, '08:00')
    const bookingId = await rig.booked(personId, today, now)
    const move = (id: string, day: string) =>
      moveBooking(rig.db, {
        town: rig.town,
        bookingId: id,
        by: { holderId: personId },
        asked: afternoon(day).asked,
        changeKey: randomUUID(),
        now,
      })
    expect(await move(bookingId, '2027-05-20')).toMatchObject({ refusal: { reason: 'paused' } })
    expect(await move(bookingId, today)).toMatchObject({ changed: true })
    expect(await move(before, '2027-05-25')).toMatchObject({ changed: true })
  })

  test('never begins by itself for a minor', async () => {
    const [personId = ''] = await rig.people(1)
    await rig.rows(`update officine.person set born_on = '2010-05-01' where id = '${personId}'`)
    for (const day of ['2027-02-01', '2027-02-03', '2027-02-09']) {
      await rig.booked(personId, day, ahead(day))
      await rig.round(at(day, '09:30'))
    }
    expect(reasonOf(await rig.ask(personId, '2027-02-16', at('2027-02-09', '10:00')))).toBe('booked')
  })

  test('cannot be raced: the booking waits for the absence that is being written, and sees it', async () => {
    const [personId = ''] = await rig.people(1)
    const days = ['2027-01-12', '2027-01-14', '2027-01-19']
    for (const day of days) await rig.booked(personId, day, ahead(day))
    for (const day of days.slice(0, 2)) await rig.round(at(day, '09:30'))
    const third = '2027-01-19'
    const now = at(third, '09:30')
    let asked: Promise<string> = Promise.resolve('')
    await withTenant(rig.db, rig.town.id, async (tx) => {
      await lockPersons(tx, [personId])
      asked = rig.ask(personId, '2027-01-26', now).then(reasonOf)
      await rig.waitsForLock(asked)
      await changeBooking(tx, (await bookingOn(personId, third)) ?? '', 'confirmed', { status: 'no-show' })
    })
    expect(await asked).toBe('paused')
  })
})

describe('a booking that was cancelled or missed by mistake', () => {
  const cancel = (bookingId: string, now: Date) =>
    withTenant(rig.db, rig.town.id, (tx) =>
      cancelBooking(tx, { bookingId, holderId: undefined, why: 'errore', lateCancelHours: 12, now }),
    )

  test('stands again with its own place, is told, and is told once when asked twice', async () => {
    const day = '2027-02-19'
    const [personId = ''] = await rig.people(1)
    const bookingId = await rig.booked(personId, day, ahead(day), {
      wantedUnitId: rig.seats.places[6]?.unitId,
    })
    await cancel(bookingId, ahead(day))
    expect(reasonOf(await rig.restore(bookingId, ahead(day)))).toBe('restored')
    expect(reasonOf(await rig.restore(bookingId, ahead(day)))).toBe('restored')
    const record = await rig.record(bookingId)
    expect(record).toMatchObject({ status: 'confirmed', cancelledAt: null, cancelReason: null })
    expect(record.units.map(({ unitId }) => unitId)).toEqual([rig.seats.places[6]?.unitId])
    const topics = (await about(bookingId)).map(({ topic }) => topic)
    expect(topics.filter((topic) => topic === 'booking-confirmed')).toHaveLength(2)
    const told = await rig.rows(
      `select reason, actor_id from officine.audit_event where subject_id = '${bookingId}' and action = 'booking.restore'`,
    )
    expect(told).toEqual([{ reason: 'annullata per errore', actor_id: staffId }])
  })

  test('gets another place when its own is gone, and none when none is', async () => {
    const day = '2027-02-26'
    const people = await rig.people(12)
    const own = rig.seats.places[3]?.unitId
    const bookingId = await rig.booked(people[0] ?? '', day, ahead(day), { wantedUnitId: own })
    await cancel(bookingId, ahead(day))
    await rig.booked(people[1] ?? '', day, ahead(day), { wantedUnitId: own })
    expect(reasonOf(await rig.restore(bookingId, ahead(day)))).toBe('restored')
    expect((await rig.record(bookingId)).units[0]?.unitId).not.toBe(own)

    await cancel(bookingId, ahead(day))
    for (const personId of people.slice(2, 11)) await rig.booked(personId, day, ahead(day))
    expect(reasonOf(await rig.restore(bookingId, ahead(day)))).toBe('full')
    expect(await rig.statusOf(bookingId)).toBe('cancelled')
  })

  test('counts toward the cap like any other', async () => {
    const [personId = ''] = await rig.people(1)
    const days = ['2027-03-01', '2027-03-02', '2027-03-03', '2027-03-04']
    const now = at('2027-02-26', '10:00')
    const first = await rig.booked(personId, days[0] ?? '', now)
    await cancel(first, now)
    for (const day of days.slice(1)) await rig.booked(personId, day, now)
    expect(reasonOf(await rig.restore(first, now))).toBe('cap-reached')
  })

  test('is not taken back without the person once the grace is over: it would be missed again at once', async () => {
    const day = '2027-03-05'
    const [personId = ''] = await rig.people(1)
    const bookingId = await rig.booked(personId, day, ahead(day))
    await rig.round(at(day, '09:30'))
    expect(reasonOf(await rig.restore(bookingId, at(day, '09:45')))).toBe('grace-over')
    expect(reasonOf(await rig.restore(bookingId, at(day, '09:45'), { isHere: true }))).toBe('restored')
    expect(await rig.record(bookingId)).toMatchObject({
      status: 'checked-in',
      missedAt: null,
      excusedAt: null,
    })
    expect(await rig.round(at(day, '10:00'))).toEqual([])
  })

  test('of a visit that took place and is over is written as one', async () => {
    const day = '2027-03-12'
    const [personId = ''] = await rig.people(1)
    const bookingId = await rig.booked(personId, day, ahead(day))
    await rig.round(at(day, '09:30'))
    const later = at('2027-03-15', '10:00')
    expect(reasonOf(await rig.restore(bookingId, later))).toBe('past')
    expect(reasonOf(await rig.restore(bookingId, later, { isHere: true }))).toBe('restored')
    expect(await rig.record(bookingId)).toMatchObject({ status: 'completed', missedAt: null })
    expect(reasonOf(await rig.restore(bookingId, later, { isHere: false }))).toBe('not-restorable')
  })
})

describe('who comes after the grace', () => {
  test('is let in in one step when their place is still free', async () => {
    const day = '2027-03-19'
    const [personId = ''] = await rig.people(1)
    const bookingId = await rig.booked(personId, day, ahead(day))
    const before = (await rig.record(bookingId)).units[0]?.unitId
    await rig.round(at(day, '09:30'))
    expect(await rig.letIn(bookingId, at(day, '09:45'))).toMatchObject({ checkedIn: true })
    const record = await rig.record(bookingId)
    expect(record).toMatchObject({ status: 'checked-in', checkedInAt: at(day, '09:45') })
    expect(record.units[0]?.unitId).toBe(before)
  })

  test('is offered another place when theirs is taken, and it is not given before they know', async () => {
    const day = '2027-04-02'
    const [personId = '', other = ''] = await rig.people(2)
    const bookingId = await rig.booked(personId, day, ahead(day))
    const own = (await rig.record(bookingId)).units[0]?.unitId
    await rig.round(at(day, '09:30'))
    await rig.booked(other, day, at(day, '09:30'), { channel: 'desk', wantedUnitId: own })
    const answer = await rig.letIn(bookingId, at(day, '09:45'))
    expect(answer).toMatchObject({ checkedIn: false, late: { reason: 'place-given-away' } })
    expect(await rig.statusOf(bookingId)).toBe('no-show')
    expect(reasonOf(await rig.restore(bookingId, at(day, '09:45'), { isHere: true }))).toBe('restored')
    expect((await rig.record(bookingId)).units[0]?.unitId).not.toBe(own)
  })

  test('is told when every place is taken', async () => {
    const day = '2027-04-09'
    const people = await rig.people(11)
    const bookingId = await rig.booked(people[0] ?? '', day, ahead(day))
    await rig.round(at(day, '09:30'))
    for (const personId of people.slice(1))
      await rig.booked(personId, day, at(day, '09:30'), { channel: 'desk' })
    expect(await rig.letIn(bookingId, at(day, '09:45'))).toMatchObject({ late: { reason: 'full' } })
  })
})

async function bookingOn(personId: string, day: string): Promise<string | undefined> {
  const [row] = await rig.rows(
    `select id from officine.booking where person_id = '${personId}' and day = '${day}'`,
  )
  return row && String(row['id'])
}
