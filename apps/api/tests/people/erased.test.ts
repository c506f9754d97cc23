import { afterAll, beforeAll, expect, test } from 'vitest'
import { listBookingsOf } from '@officine/db/bookings'
import { closeDatabase, openDatabase } from '@officine/db/database'
import { grantRole } from '@officine/db/grant-role'
import { repeatErasures } from '@officine/db/repeat-erasures'
import { listHoldersOf } from '@officine/db/staff-roles'
import { withTenant } from '@officine/db/with-tenant'
import { dumpTown } from '@officine/testing/dump-town'
import { allumiere, now, peopleRig, tuesday, wednesday, why } from './people-rig.ts'
import type { PeopleRig } from './people-rig.ts'

let rig: PeopleRig
beforeAll(async () => {
  rig = await peopleRig()
})
afterAll(() => rig.end())

test('who is erased again after a restore gives back the places and the role that the older copy held for them', async () => {
  const back = await rig.person()
  const bookings = [await rig.booked(back, tuesday), await rig.booked(back, wednesday)]
  await withTenant(rig.db, allumiere, (tx) =>
    grantRole(tx, {
      personId: back,
      role: 'manager',
      expiresAt: new Date('2027-06-01T00:00:00Z'),
      by: 'prova',
      now,
    }),
  )
  // Erased on Tuesday evening: what was on Tuesday is past then, and the role had ended.
  const at = '2026-12-01T20:00:00Z'
  const owner = openDatabase(rig.database.url('owner'), { connections: 1 })
  try {
    expect(await repeatErasures(owner, [{ town: allumiere, person: back, at }])).toBe(1)
    expect(await repeatErasures(owner, [{ town: allumiere, person: back, at }])).toBe(0)
  } finally {
    await closeDatabase(owner)
  }
  const [held, managers] = await withTenant(rig.db, allumiere, async (tx) => [
    new Map((await listBookingsOf(tx, back)).map(({ id, status }) => [id, status])),
    await listHoldersOf(tx, 'manager', new Date(at)),
  ])
  expect(bookings.map((id) => held.get(id))).toEqual(['confirmed', 'cancelled'])
  expect(managers).not.toContain(back)
  await expect(rig.booked(await rig.person(), wednesday)).resolves.toBeDefined()
})

test('why the desk cancelled is told once, to its holder, and goes with them', async () => {
  const personId = await rig.person()
  const bookingId = await rig.booked(personId, tuesday)
  const said = 'telefona la madre: ha la varicella'
  const cancel = () => rig.desk.cancel({ bookingId, why: said })
  expect(await cancel()).toMatchObject({ cancelled: true, booking: { status: 'cancelled' } })
  expect(await cancel()).toMatchObject({ cancelled: true })
  const dump = await dumpTown(rig.database, allumiere)
  const lines = dump.split('\n')
  expect(lines.filter((line) => line.includes(said)).map((line) => line.split(' ')[0])).toEqual(['booking'])
  expect(lines.filter((line) => line.includes(`booking.cancel,${bookingId}`))).toHaveLength(1)
  await rig.desk.erasePerson({ personId, why, confirmation: 'cancella i suoi dati' })
  expect(await dumpTown(rig.database, allumiere)).not.toContain(said)
})
