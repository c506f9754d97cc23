import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toldShape } from '../../src/told-shape.ts'
import { OwnRecordError, ownRecord } from '../../src/own-record.ts'
import { dumpTown } from '@officine/testing/dump-town'
import { allumiere, peopleRig, tuesday, wednesday, why } from './people-rig.ts'
import type { PeopleRig } from './people-rig.ts'

let rig: PeopleRig
let missed: string
let cancelled: string
beforeAll(async () => {
  rig = await peopleRig()
  missed = await rig.booked(rig.staffId, tuesday)
  cancelled = await rig.booked(rig.staffId, wednesday)
  await rig.desk.cancel({ bookingId: cancelled, why })
})
afterAll(() => rig.end())

const language = 'it' as const
const cases: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['their own record', () => rig.desk.openRecord({ personId: rig.staffId, why })],
  ['their own data to print', () => rig.desk.exportPerson({ personId: rig.staffId, why })],
  [
    'a comparison with somebody else',
    async () => rig.desk.comparePeople({ personId: await rig.person(), otherId: rig.staffId, why }),
  ],
  [
    'an excuse for their own absence',
    () => rig.desk.excuse({ bookingId: missed, because: 'illness', why, language }),
  ],
  ['their own booking back', () => rig.desk.restore({ bookingId: cancelled, why, language })],
  [
    'a place past the rules',
    () =>
      rig.desk.bookFor({
        personId: rig.staffId,
        poolId: rig.seats.poolId,
        day: '2026-12-03',
        from: '09:00',
        to: '14:00',
        channel: 'desk',
        idempotencyKey: randomUUID(),
        override: { why },
      }),
  ],
]

test.each(cases)('whoever works at the desk is not given %s: a colleague does it', async (_what, ask) => {
  await rig.person()
  const before = await dumpTown(rig.database, allumiere)
  const left = (dump: string) => dump.split('\n').filter((line) => !/^(person|pool_day) /.test(line))
  await expect(ask()).rejects.toMatchObject({ code: 'FORBIDDEN', cause: expect.any(OwnRecordError) })
  expect(left(await dumpTown(rig.database, allumiere))).toEqual(left(before))
})

test('the screen is told why, beside the code', () => {
  const shape = { message: '', code: -32003, data: { code: 'FORBIDDEN', httpStatus: 403 } } as const
  expect(toldShape(shape, ownRecord(), 'r').data).toMatchObject({ code: 'FORBIDDEN', isOwnRecord: true })
})
