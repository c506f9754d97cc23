import { changeBooking } from '@officine/db/bookings'
import type { Database } from '@officine/db/database'
import { listSamplesBegun } from '@officine/db/sample-use'
import { listTowns } from '@officine/db/towns'
import { withTenant } from '@officine/db/with-tenant'
import { attendanceOf } from './fate.ts'
import { seededRandom, seedOf } from './seeded-random.ts'

/** One invented person in so many does not come: about what libraries and gyms report. */
const missesOne = 0.08

/**
 * Lets the invented people who have a booking by `now` come, or not: nobody checks them in, and a day on which everybody is
 * late shows a desk nothing. Whoever misses theirs is left to the rounds of the house. Needs the owner's connection.
 */
export async function letSamplesArrive(owner: Database, now: Date): Promise<void> {
  for (const { id: town } of await listTowns(owner)) {
    await withTenant(owner, town, async (tx) => {
      for (const begun of await listSamplesBegun(tx, now)) {
        const { status, checkedInAt } = attendanceOf(missesOne, begun, now, seededRandom(seedOf(begun.id)))
        if (status !== 'confirmed') await changeBooking(tx, begun.id, 'confirmed', { status, checkedInAt })
      }
    })
  }
}
