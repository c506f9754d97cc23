import { countBookings } from '@officine/db/sample-use'
import type { Database } from '@officine/db/database'
import { recordInstallationFact } from '@officine/db/installation-facts'
import { withTenant } from '@officine/db/with-tenant'
import { localDayOf } from '@officine/domain/calendar/local-time'
import type { TenantConfig } from '@officine/tenants/tenant-config'
import { saveUse } from './save-use.ts'

export interface SampleUse {
  readonly towns: readonly TenantConfig[]
  readonly years: number
  readonly seed: number
  readonly now: Date
  readonly say?: (line: string) => void
}

/**
 * Fills towns with use by invented people, from the given years ago until a few days ahead, and writes down that it did: production refuses to serve it.
 * A town that has bookings already is left alone. The caller makes sure that the installation holds nothing but samples.
 */
export async function loadSampleUse(
  owner: Database,
  { towns, years, seed, now, say = () => {} }: SampleUse,
): Promise<number> {
  await recordInstallationFact(owner, 'sample-use', 'loaded', now)
  const today = localDayOf(now)
  const from = localDayOf(
    new Date(Date.parse(`${Number(today.slice(0, 4)) - years}${today.slice(4)}T12:00:00Z`)),
  )
  let bookings = 0
  const fill = async (config: TenantConfig) => {
    if ((await withTenant(owner, config.id, (tx) => countBookings(tx))) > 0)
      return say(`${config.name} has bookings already: left as it is.`)
    const made = await saveUse(owner, { config, from, now, seed })
    bookings += made // after the wait: the other hand has counted meanwhile
  }
  const waiting = [...towns]
  // One works out a town while the database writes another.
  const hand = async () => {
    for (let config = waiting.shift(); config !== undefined; config = waiting.shift()) await fill(config)
  }
  await Promise.all([hand(), hand()])
  return bookings
}
