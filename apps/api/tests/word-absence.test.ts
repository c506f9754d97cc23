import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeBooking } from '@officine/db/bookings'
import { listOpenCalls } from '@officine/db/call-list'
import { withTenant } from '@officine/db/with-tenant'
import { settleAttendance } from '../src/attendance/settle-attendance.ts'
import { allumiere, wordRig } from './word-rig.ts'
import type { WordRig } from './word-rig.ts'

let rig: WordRig

beforeAll(async () => {
  rig = await wordRig()
  await rig.startWorker()
})
afterAll(() => rig.end())

/** Nobody comes to the booking of a day, and the round finds it at half past nine. */
async function missed(email: string | null, day: string, phone?: string): Promise<string> {
  rig.clock.now = new Date(`${day}T07:00:00Z`)
  const personId = await rig.person(allumiere, email, phone)
  const bookingId = await rig.book(allumiere, personId, day)
  await rig.settled(allumiere, bookingId)
  rig.clock.now = new Date(`${day}T08:30:00Z`)
  const town = await rig.towns.current(allumiere)
  if (town === undefined) throw new Error('Allumiere is away')
  expect(await settleAttendance(rig.worker, town, { id: bookingId, personId }, rig.clock.now)).toBe('no-show')
  return bookingId
}

const wordOf = async (bookingId: string) =>
  (await rig.settled(allumiere, bookingId)).find(({ topic }) => topic === 'booking-no-show')

test('who did not come reads what happened, that the place may still be theirs, until when to say why, and what it means', async () => {
  const bookingId = await missed('ada@example.it', '2026-11-23')
  expect(await wordOf(bookingId)).toMatchObject({ outcome: 'sent' })
  const mail = rig.mailsTo('ada@example.it').find(({ email }) => email.subject?.includes('assenza'))
  expect(mail?.email.subject).toBe('Allumiere: assenza, lunedì 23 novembre, ore 9:00')
  for (const said of [
    'Dopo 30 minuti il posto è tornato libero.',
    'Stai arrivando?',
    'Dillo entro sabato 28 novembre',
    'senza certificato',
    'con 3 assenze senza motivo in 90 giorni, per 14 giorni',
    `/prenotazioni/${bookingId}`,
  ])
    expect(mail?.email.text).toContain(said)
})

test('who came late after all hears nothing', async () => {
  rig.clock.now = new Date('2026-11-24T07:00:00Z')
  const personId = await rig.person(allumiere, 'bruno@example.it')
  const bookingId = await rig.book(allumiere, personId, '2026-11-24')
  await rig.settled(allumiere, bookingId)
  const town = await rig.towns.current(allumiere)
  if (town === undefined) throw new Error('Allumiere is away')
  const found = new Date('2026-11-24T08:30:00Z')
  // The relay looks at the clock of the installation, which has not come so far yet: the word waits.
  await settleAttendance(rig.worker, town, { id: bookingId, personId }, found)
  await withTenant(rig.api, allumiere, (tx) =>
    changeBooking(tx, bookingId, 'no-show', { status: 'checked-in', checkedInAt: found }),
  )
  rig.clock.now = found
  expect(await wordOf(bookingId)).toMatchObject({ outcome: 'dropped', because: 'not-active' })
})

test('whom no mail reaches is on the desk’s list', async () => {
  const bookingId = await missed(null, '2026-11-25', '+39 347 1234567')
  expect(await wordOf(bookingId)).toMatchObject({ outcome: 'call', because: 'no-email' })
  const callsOn = (now: Date) =>
    withTenant(rig.api, allumiere, async (tx) => (await listOpenCalls(tx, now)).map((call) => call.bookingId))
  expect(await callsOn(new Date('2026-11-29T08:00:00Z'))).toContain(bookingId)
  expect(await callsOn(new Date('2026-12-01T08:00:00Z'))).not.toContain(bookingId)
})
