import { afterAll, beforeAll, expect, test } from 'vitest'
import { countOpenCalls, insertCall, listOpenCalls } from '@officine/db/call-list'
import { newId } from '@officine/db/new-id'
import { insertPeople } from '@officine/testing/town-in-database'
import { withTenant } from '@officine/db/with-tenant'
import { restoreBooking } from '../../src/bookings/restore.ts'
import { acceptOffer } from '../../src/bookings/waiting/answer-offer.ts'
import { allumiere, now, tomorrow, waitingRig } from './waiting-rig.ts'
import type { WaitingRig } from './waiting-rig.ts'

let rig: WaitingRig
beforeAll(async () => {
  rig = await waitingRig()
})
afterAll(() => rig.end())

const call = (bookingId: string, personId: string, topic: string) =>
  withTenant(rig.workers[0], allumiere, (tx) =>
    insertCall(tx, { id: newId(now), personId, bookingId, topic, because: 'no-email', listedAt: now }),
  )
const callsAbout = (bookingId: string) =>
  withTenant(rig.api, allumiere, async (tx) => {
    const open = await listOpenCalls(tx, now)
    expect(await countOpenCalls(tx, now)).toBe(open.length)
    return open.filter((each) => each.bookingId === bookingId).map(({ topic }) => topic)
  })

test('who has taken the offer is not called to hear of it, but of the booking that it became', async () => {
  const [first = ''] = await rig.full(tomorrow)
  const [personId = ''] = await rig.people(1, 'phone')
  const waitId = await rig.waits(personId, tomorrow)
  await rig.free(first)
  await rig.round()
  const bookingId = (await rig.waitRecord(waitId)).bookingId ?? ''
  await call(bookingId, personId, 'place-offered')
  expect(await callsAbout(bookingId)).toEqual(['place-offered'])
  await withTenant(rig.api, allumiere, (tx) =>
    acceptOffer(tx, { bookingId, by: { holderId: personId }, now }),
  )
  await call(bookingId, personId, 'booking-confirmed')
  expect(await callsAbout(bookingId)).toEqual(['booking-confirmed'])
})

test('nobody is called to hear that a booking is cancelled which stands again', async () => {
  const day = '2026-12-10'
  const [personId = ''] = await rig.people(1, 'phone')
  const [staffId = ''] = await insertPeople(rig.api, allumiere, 1)
  const bookingId = await rig.booked(personId, day)
  await rig.free(bookingId)
  await call(bookingId, personId, 'booking-cancelled')
  expect(await callsAbout(bookingId)).toEqual(['booking-cancelled'])
  const restored = await restoreBooking(rig.api, {
    town: rig.town,
    bookingId,
    staffId,
    why: 'annullata per errore',
    isHere: false,
    onlySamePlaces: false,
    now,
  })
  expect(restored).toMatchObject({ restored: true })
  expect(await callsAbout(bookingId)).toEqual([])
})
