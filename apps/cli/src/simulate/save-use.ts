import type { Database } from '@officine/db/database'
import { insertSampleBookings, insertSamplePeople } from '@officine/db/sample-use'
import { listPlaces } from '@officine/db/towns'
import { withTenant } from '@officine/db/with-tenant'
import type { LocalDay } from '@officine/domain/rules/tenant-rules'
import type { TenantConfig } from '@officine/tenants/tenant-config'
import { seededRandom, seedOf } from './seeded-random.ts'
import { simulateTown } from './simulate-town.ts'
import type { SimulatedDay } from './simulate-town.ts'

export interface UseToSave {
  readonly config: TenantConfig
  readonly from: LocalDay
  readonly now: Date
  readonly seed: number
}

/** Days of one transaction: a town of five years is written in some twenty. */
const daysAtOnce = 100

/** Simulates a town's use and writes it; answers how many bookings. Needs the owner's connection. */
export async function saveUse(owner: Database, { config, from, now, seed }: UseToSave): Promise<number> {
  const places = await withTenant(owner, config.id, (tx) => listPlaces(tx))
  const random = seededRandom(seed ^ seedOf(config.id))
  let bookings = 0
  let some: SimulatedDay[] = []
  for (const day of simulateTown({ config, places, from, now, random })) {
    some.push(day)
    bookings += day.bookings.length
    if (some.length < daysAtOnce) continue
    await saveDays(owner, config, some)
    some = []
  }
  await saveDays(owner, config, some)
  return bookings
}

async function saveDays(owner: Database, config: TenantConfig, days: readonly SimulatedDay[]): Promise<void> {
  await withTenant(owner, config.id, async (tx) => {
    await insertSamplePeople(
      tx,
      days.flatMap(({ people }) =>
        people.map(({ id, givenName, familyName, bornOn, joinedOn }) => ({
          id,
          givenName,
          familyName,
          bornOn,
          madeAtCounter: false,
          noticeVersion: config.privacyNotice.version,
          noticeAcceptedAt: new Date(`${joinedOn}T08:00:00Z`),
          createdAt: new Date(`${joinedOn}T08:00:00Z`),
        })),
      ),
    )
    await insertSampleBookings(
      tx,
      days.flatMap(({ bookings }) =>
        bookings.map((made) => ({
          ...made,
          slots: 1,
          requestedBy: made.personId,
          idempotencyKey: made.id,
          requestHash: 'sample',
        })),
      ),
    )
  })
}
