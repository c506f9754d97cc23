import { addDays } from '@officine/domain/calendar/local-day'
import { instantOf, localDayOf } from '@officine/domain/calendar/local-time'
import type { LocalDay, TenantRules } from '@officine/domain/rules/tenant-rules'
import { countHours } from '@officine/domain/usage/count-usage'
import type { HourOfUse, PublicPool } from '@officine/domain/usage/count-usage'
import type { Database } from './database.ts'
import { findDevelopmentFact } from './installation-facts.ts'
import { releaseRegion, releaseTown } from './release-usage.ts'
import { findConfig, findConfigVersion, listTowns } from './towns.ts'
import {
  findFirstDayOfUse,
  findLastUsageDay,
  listDaysOfUse,
  listPublicPools,
  listTakenPeriods,
  replaceUsage,
} from './usage-roll-up.ts'
import type { PublicPoolOfTown, UsageDay } from './usage-roll-up.ts'
import { withTenant } from './with-tenant.ts'
import type { TenantTransaction } from './with-tenant.ts'

/** What of a town's configuration says when its places are open and where it is. */
interface PublishedConfig {
  readonly rules: TenantRules
  readonly pools: readonly { readonly slug: string; readonly site: string }[]
  readonly closures: readonly { readonly from: LocalDay; readonly to: LocalDay; readonly site?: string }[]
  readonly sites: readonly {
    readonly coordinates: { readonly latitude: number; readonly longitude: number }
  }[]
}

type Town = Awaited<ReturnType<typeof listTowns>>[number]

/** A check-in may be put right for some days after: what is younger than this is counted again. */
const countedAgainDays = 35

/**
 * Rolls up what every town's public places were used for, until yesterday in Rome, and releases it to the Region; one town a transaction, as `officine_publisher`.
 * Only the last five weeks are counted again, unless `whole`. Answers how many towns and until when.
 */
export async function publishUsage(
  db: Database,
  now: Date,
  span: 'lately' | 'whole' = 'lately',
): Promise<{ readonly towns: number; readonly lastDay: LocalDay }> {
  const lastDay = addDays(localDayOf(now), -1)
  const towns = await listTowns(db)
  let published = 0
  for (const town of towns)
    if (await withTenant(db, town.id, (tx) => publishTown(tx, town, lastDay, span))) published += 1
  const isSample = (await findDevelopmentFact(db)) !== undefined
  await releaseRegion(db, { publishedAt: now, lastDay, isSample })
  return { towns: published, lastDay }
}

async function publishTown(
  tx: TenantTransaction,
  town: Town,
  lastDay: LocalDay,
  span: 'lately' | 'whole',
): Promise<boolean> {
  const version = await findConfigVersion(tx)
  if (version === undefined || version === 0) return false
  // Checked by `officine tenant apply` before it was stored, and only the owner's command can store one.
  const config = (await findConfig(tx, version)) as PublishedConfig
  const [pools, firstDay] = await Promise.all([listPublicPools(tx), findFirstDayOfUse(tx)])
  await rollUp(tx, publicPools(config, pools), { firstDay, lastDay, span })
  const placesOf = (kind: 'seats' | 'room') =>
    pools.reduce((sum, pool) => (pool.kind === kind ? sum + pool.places : sum), 0)
  const coordinates = config.sites[0]?.coordinates
  await releaseTown(tx, {
    name: town.name,
    kind: town.kind,
    municipio: municipioOf(town.id),
    latitude: coordinates?.latitude ?? null,
    longitude: coordinates?.longitude ?? null,
    seats: placesOf('seats'),
    rooms: placesOf('room'),
    firstDay: firstDay ?? null,
  })
  return true
}

async function rollUp(
  tx: TenantTransaction,
  pools: readonly PublicPool[],
  {
    firstDay,
    lastDay,
    span,
  }: { firstDay: LocalDay | undefined; lastDay: LocalDay; span: 'lately' | 'whole' },
): Promise<void> {
  if (firstDay === undefined) return
  const known = span === 'whole' ? undefined : await findLastUsageDay(tx)
  const again = known === undefined ? firstDay : addDays(known < lastDay ? known : lastDay, -countedAgainDays)
  const first = again > firstDay ? again : firstDay
  const [taken, made] = await Promise.all([
    listTakenPeriods(tx, instantOf(first, '00:00'), instantOf(addDays(lastDay, 1), '00:00')),
    listDaysOfUse(tx, first, lastDay),
  ])
  const hours = countHours(pools, taken, first, lastDay)
  await replaceUsage(tx, first, daysOf(pools, hours, made), hours)
}

function daysOf(
  pools: readonly PublicPool[],
  hours: readonly HourOfUse[],
  made: Awaited<ReturnType<typeof listDaysOfUse>>,
): readonly UsageDay[] {
  const keyOf = ({ day, kind }: { day: LocalDay; kind: string }) => `${day} ${kind}`
  const hoursOf = Map.groupBy(hours, keyOf)
  const madeOn = new Map(made.map((row) => [keyOf(row), row]))
  const keys = new Map([...hours, ...made].map(({ day, kind }) => [keyOf({ day, kind }), { day, kind }]))
  return [...keys].map(([key, { day, kind }]) => {
    const ofDay = hoursOf.get(key) ?? []
    return {
      day,
      kind,
      places: pools.reduce((sum, pool) => (pool.kind === kind ? sum + pool.places : sum), 0),
      bookings: madeOn.get(key)?.bookings ?? 0,
      peoplePresent: madeOn.get(key)?.peoplePresent ?? 0,
      minutesOffered: ofDay.reduce((sum, hour) => sum + hour.minutesOffered, 0),
      minutesBooked: ofDay.reduce((sum, hour) => sum + hour.minutesBooked, 0),
    }
  })
}

function publicPools(config: PublishedConfig, pools: readonly PublicPoolOfTown[]): readonly PublicPool[] {
  return pools.flatMap(({ slug, kind, places }): PublicPool[] => {
    const site = config.pools.find((pool) => pool.slug === slug)?.site
    const open = config.rules.pools[slug]?.open
    if (open === undefined) return []
    const shut = config.closures.filter((closure) => closure.site === undefined || closure.site === site)
    return [
      { kind, places, open, closures: [...(config.rules.holidays ?? []), ...shut.flatMap(daysThrough)] },
    ]
  })
}

function daysThrough({ from, to }: { readonly from: LocalDay; readonly to: LocalDay }): readonly LocalDay[] {
  const days: LocalDay[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

const romanNumerals = [
  'i',
  'ii',
  'iii',
  'iv',
  'v',
  'vi',
  'vii',
  'viii',
  'ix',
  'x',
  'xi',
  'xii',
  'xiii',
  'xiv',
  'xv',
]

/** The number of one of Rome's fifteen municipi, from its slug. */
function municipioOf(slug: string): number | null {
  const numeral = /^roma-municipio-([ivx]+)$/.exec(slug)?.[1]
  const at = numeral === undefined ? -1 : romanNumerals.indexOf(numeral)
  return at === -1 ? null : at + 1
}
