import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDependant } from '../../src/dependants/keep-dependant.ts'
import { changeBooking, listBookingsOf } from '@officine/db/bookings'
import { listDependantsOf } from '@officine/db/dependants'
import { withTenant } from '@officine/db/with-tenant'
import { allumiere, now, peopleRig, why } from './people-rig.ts'
import type { PeopleRig } from './people-rig.ts'

let rig: PeopleRig

beforeAll(async () => {
  rig = await peopleRig()
})
afterAll(() => rig.end())

const days = ['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04', '2026-12-07']

/** Two rows of one person. */
async function twoRows() {
  const [first, second] = [await rig.person(), await rig.person()]
  return { first, second }
}

test('a merge and a booking of either person in one instant: never two places at one hour, and no booking is left behind', async () => {
  const seen = new Set<string>()
  for (let round = 0; round < 30; round += 1) {
    const { first, second } = await twoRows()
    const day = days[round % days.length] ?? ''
    await rig.booked(second, day, { asked: { day, from: '09:00', to: '14:00' } })
    const [answer, outcome] = await Promise.all([
      rig.desk.mergePeople({ personId: first, otherId: second, why }),
      rig.ask(first, day),
    ])
    const gotPlace = 'booked' in outcome && outcome.booked
    const wasMerged = answer.merged
    seen.add(`${wasMerged ? 'merged' : 'refused'}, ${gotPlace ? 'booked' : 'refused'}`)
    expect([round, wasMerged, gotPlace]).toEqual([round, !gotPlace, !wasMerged])
    await giveBack(first, second)
  }
  expect([...seen].every((each) => ['merged, refused', 'refused, booked'].includes(each))).toBe(true)
})

test('a booking of the row that goes, in the instant in which it goes, is the survivor’s', async () => {
  for (let round = 0; round < 30; round += 1) {
    const { first, second } = await twoRows()
    const day = days[round % days.length] ?? ''
    const [answer, outcome] = await Promise.all([
      rig.desk.mergePeople({ personId: first, otherId: second, why }),
      rig.ask(second, day),
    ])
    expect(answer.merged).toBe(true)
    expect('booked' in outcome && outcome.booked).toBe(true)
    const kept = await withTenant(rig.db, allumiere, (tx) => listBookingsOf(tx, first))
    expect([round, kept.length]).toEqual([round, 1])
    await giveBack(first, second)
  }
})

test('a child who is entered in that instant is the survivor’s too', async () => {
  const facts = { kind: 'child' as const, givenName: 'Ugo', bornOn: '2020-05-01', notes: {} }
  for (let round = 0; round < 30; round += 1) {
    const { first, second } = await twoRows()
    await Promise.all([
      rig.desk.mergePeople({ personId: first, otherId: second, why }),
      withTenant(rig.db, allumiere, (tx) =>
        addDependant(tx, rig.keyring, { personId: second, facts, staffId: undefined, now }),
      ),
    ])
    const children = await withTenant(rig.db, allumiere, (tx) => listDependantsOf(tx, first))
    expect([round, children.length]).toEqual([round, 1])
  }
})

test('two desks that merge the same two rows from either side make one of them, once', async () => {
  for (let round = 0; round < 10; round += 1) {
    const { first, second } = await twoRows()
    const answers = await Promise.all([
      rig.desk.mergePeople({ personId: first, otherId: second, why }),
      rig.desk.mergePeople({ personId: second, otherId: first, why }),
    ])
    expect(answers.filter(({ merged }) => merged)).toHaveLength(1)
    const ids = [(await rig.row(first))?.id, (await rig.row(second))?.id]
    expect(new Set(ids).size).toBe(1)
  }
})

/** The places of a round, so that the next finds the room as it was. */
async function giveBack(...people: readonly string[]) {
  await withTenant(rig.db, allumiere, async (tx) => {
    for (const personId of people)
      for (const { id, status } of await listBookingsOf(tx, personId))
        if (status === 'confirmed')
          await changeBooking(tx, id, 'confirmed', { status: 'cancelled', cancelledAt: now })
  })
}
