import { changeBooking, insertBooking } from '@officine/db/bookings'
import type { Database } from '@officine/db/database'
import { recordInstallationFact } from '@officine/db/installation-facts'
import { newBookingCode, newQrSecret } from '@officine/db/new-booking-code'
import { newId } from '@officine/db/new-id'
import { insertPerson } from '@officine/db/people'
import { listPlaces, listTowns } from '@officine/db/towns'
import { withTenant } from '@officine/db/with-tenant'
import type { TenantTransaction } from '@officine/db/with-tenant'
import { addDays } from '@officine/domain/calendar/local-day'
import { localDayOf } from '@officine/domain/calendar/local-time'
import { slotsOn } from '@officine/domain/calendar/slots'
import type { TenantConfig } from '@officine/tenants/tenant-config'
import { towns } from '@officine/tenants/towns'
import { samplePeople, seededRandom } from './sample-people.ts'

/** Three weeks back and the day after: the days ahead stay free for who tries the portal. */
const daysBack = 21
const daysAhead = 1

/** Fills a new installation with a few weeks of use by invented people, and writes down that it did: production refuses to serve it. */
export async function loadSampleUse(owner: Database, now: Date): Promise<string> {
  await recordInstallationFact(owner, 'sample-use', 'loaded', now)
  const random = seededRandom(20_261_121)
  let bookings = 0
  for (const { id } of await listTowns(owner)) {
    const config = towns.find((town) => town.id === id)
    if (config !== undefined)
      bookings += await withTenant(owner, id, (tx) => fillTown(tx, config, random, now))
  }
  return `Sample use loaded: ${bookings} bookings by invented people.`
}

async function fillTown(
  tx: TenantTransaction,
  config: TenantConfig,
  random: () => number,
  now: Date,
): Promise<number> {
  const pool = config.rules.pools['seats']
  if (pool === undefined) return 0
  const places = (await listPlaces(tx)).filter(({ slug }) => slug === 'seats')
  const people: string[] = []
  for (const person of samplePeople(24, random)) {
    const id = newId(now)
    await insertPerson(tx, {
      ...person,
      id,
      madeAtCounter: true,
      noticeVersion: config.privacyNotice.version,
      noticeAcceptedAt: now,
      createdAt: now,
    })
    people.push(id)
  }
  let made = 0
  const today = localDayOf(now)
  for (let offset = -daysBack; offset <= daysAhead; offset += 1) {
    const day = addDays(today, offset)
    const closures = config.closures.filter(({ from, to }) => from <= day && day <= to).map(() => day)
    for (const slot of slotsOn(pool, day, [...(config.rules.holidays ?? []), ...closures])) {
      const guests = [...people].sort(() => random() - 0.5).slice(0, 2 + Math.floor(random() * 6))
      for (const [at, personId] of guests.entries()) {
        const place = places[at]
        if (place === undefined) continue
        await insertSample(
          tx,
          { personId, poolId: place.poolId, unitId: place.unitId, day, slot, version: 1 },
          random,
          now,
        )
        made += 1
      }
    }
  }
  return made
}

interface SampleBooking {
  readonly personId: string
  readonly poolId: string
  readonly unitId: string
  readonly day: string
  readonly slot: { readonly startsAt: Date; readonly endsAt: Date }
  readonly version: number
}

async function insertSample(
  tx: TenantTransaction,
  sample: SampleBooking,
  random: () => number,
  now: Date,
): Promise<void> {
  const { personId, poolId, unitId, day, version, slot } = sample
  const bookedAt = new Date(
    Math.min(now.getTime(), slot.startsAt.getTime() - (1 + random() * 70) * 3_600_000),
  )
  const id = newId(bookedAt)
  await insertBooking(
    tx,
    {
      id,
      personId,
      poolId,
      day,
      ...slot,
      slots: 1,
      status: 'confirmed',
      channel: random() < 0.2 ? 'phone' : 'web',
      code: newBookingCode(),
      qrSecret: newQrSecret(),
      requestedBy: personId,
      idempotencyKey: newId(bookedAt),
      requestHash: 'sample',
      bookedAt,
    },
    [{ id: newId(bookedAt), poolId, unitId, ...slot }],
    {
      id: newId(bookedAt),
      outcome: 'ACCEPTED_OPEN',
      configVersion: version,
      rulesHash: 'sample',
      inputsHash: 'sample',
      facts: { sample: true },
    },
    [], // nobody is behind a sample: there is nobody to tell
  )
  if (slot.endsAt < now) {
    const came = random() < 0.9
    await changeBooking(
      tx,
      id,
      'confirmed',
      came ? { status: 'completed', checkedInAt: slot.startsAt } : { status: 'no-show' },
    )
  }
}
