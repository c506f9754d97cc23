import * as attendance from '../../src/attendance.ts'
import { asked, worked } from './scene.ts'
import type { QueryCall } from './scene.ts'

/** Who came, who did not, and why. */
export const attendanceQueries: Readonly<Record<string, QueryCall>> = {
  listOverdue: worked((tx, { now }) => attendance.listOverdue(tx, now, now, 10)),
  lockHolder: worked((tx, { idOf }) => attendance.lockHolder(tx, idOf('person'))),
  listPoolDaysOf: worked((tx, { idOf }) => attendance.listPoolDaysOf(tx, idOf('booking'))),
  lockStanding: worked((tx, { idOf }) => attendance.lockStanding(tx, idOf('booking'))),
  endAttendance: worked((tx, { idOf, now }) =>
    attendance.endAttendance(
      tx,
      { id: idOf('booking'), status: 'confirmed' },
      { status: 'no-show', missedAt: now },
    ),
  ),
  listMissedOn: asked((tx, { idOf }) => attendance.listMissedOn(tx, idOf('person'), '2026-07-01')),
  reviveBooking: asked((tx, { idOf }) =>
    attendance.reviveBooking(
      tx,
      { id: idOf('booking'), status: 'confirmed' },
      { status: 'confirmed', checkedInAt: null },
    ),
  ),
  insertExcuse: asked(async (tx, { idOf, now }) => {
    const standing = { id: idOf('booking'), status: 'confirmed' as const }
    await attendance.reviveBooking(tx, standing, { status: 'confirmed', checkedInAt: null })
    await attendance.endAttendance(tx, standing, { status: 'no-show', missedAt: now })
    await attendance.insertExcuse(tx, standing.id, 'illness', now)
  }),
  findExcuse: asked((tx, { idOf }) => attendance.findExcuse(tx, idOf('booking'))),
}
