import { changesOfPool } from '@officine/domain/booking/changes-of-pool'
import { addDays } from '@officine/domain/calendar/local-day'
import { instantOf, localDayOf } from '@officine/domain/calendar/local-time'
import type { LocalDay, TenantRules } from '@officine/domain/rules/tenant-rules'
import { countHours } from '@officine/domain/usage/count-usage'
import type { HourOfUse, PublicPool } from '@officine/domain/usage/count-usage'
import { countedAgainDays, isClosed, isQuarter } from '@officine/domain/usage/quarter'
import { isDatabaseAway } from './database-away.ts'
import type { Database } from './database.ts'
import { findDevelopmentFact } from './installation-facts.ts'
import { listChangesHeld } from './opening-changes.ts'
import { findEdition } from './read-released.ts'
import { keepReleasedTown, releaseRegion, releaseTown } from './release-usage.ts'
import type { Revising } from './release-usage.ts'
import { findConfig, findConfigVersion, listTowns } from './towns.ts'
import {
  findFirstDayOfUse,
  findLastUsageDay,
  listDaysOfUse,
  listOutagesHeld,
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

export interface Publishing {
  /** Counts from the first day instead of the last five weeks: closed quarters may change then, so it says why, and that stays on record. */
  readonly whole?: { readonly because: string } | undefined
  /** Told of each town that could not be counted, while the others are. */
  readonly onFault?: (town: string, error: unknown) => void
}

/**
 * Rolls up what every town's public places were used for, until yesterday in Rome, and releases it to the Region; one town a transaction, as `officine_publisher`.
 * A town that cannot be counted keeps what was released of it; the edition is then not renewed, and this throws after the others. Answers how many towns and until when.
 */
export async function publishUsage(
  db: Database,
  now: Date,
  { whole, onFault = () => {} }: Publishing = {},
): Promise<{ readonly towns: number; readonly lastDay: LocalDay }> {
  const lastDay = addDays(localDayOf(now), -1)
  const [towns, edition] = await Promise.all([listTowns(db), findEdition(db)])
  const work: TownWork = {
    now,
    lastDay,
    whole,
    // Both in the edition that is out and in this one: a clock set back opens what it closed.
    isClosed: (quarter) =>
      edition !== undefined &&
      isQuarter(quarter) &&
      isClosed(quarter, edition.lastDay < lastDay ? edition.lastDay : lastDay),
  }
  let published = 0
  const failed: string[] = []
  for (const town of towns)
    try {
      if (await withTenant(db, town.id, (tx) => publishTown(tx, town, work))) published += 1
    } catch (error) {
      if (isDatabaseAway(error)) throw error
      failed.push(town.id)
      onFault(town.id, error)
    }
  if (failed.length > 0)
    throw new Error(`${failed.join(', ')} could not be counted: the edition stays at the night before.`)
  const isSample = (await findDevelopmentFact(db)) !== undefined
  await releaseRegion(db, { publishedAt: now, lastDay, isSample })
  return { towns: published, lastDay }
}

interface TownWork extends Pick<Publishing, 'whole'> {
  readonly now: Date
  readonly lastDay: LocalDay
  readonly isClosed: (quarter: string) => boolean
}

async function publishTown(tx: TenantTransaction, town: Town, work: TownWork): Promise<boolean> {
  const version = await findConfigVersion(tx)
  if (version === undefined || version === 0) return false
  // Checked by `officine tenant apply` before it was stored, and only the owner's command can store one.
  const config = (await findConfig(tx, version)) as PublishedConfig
  const [pools, firstDay] = await Promise.all([listPublicPools(tx), findFirstDayOfUse(tx)])
  const placesOf = (kind: 'seats' | 'room') =>
    pools.reduce((sum, pool) => (pool.kind === kind ? sum + pool.places : sum), 0)
  const coordinates = config.sites[0]?.coordinates
  await keepReleasedTown(tx, {
    name: town.name,
    kind: town.kind,
    municipio: municipioOf(town.id),
    latitude: coordinates?.latitude ?? null,
    longitude: coordinates?.longitude ?? null,
    seats: placesOf('seats'),
    rooms: placesOf('room'),
    firstDay: firstDay ?? null,
  })
  await rollUp(tx, { config, pools, firstDay }, work)
  const revising: Revising =
    work.whole === undefined
      ? { cause: 'counted-late' }
      : { cause: 'counted-again', note: work.whole.because }
  await releaseTown(tx, work.now, revising, work.isClosed)
  return true
}

async function rollUp(
  tx: TenantTransaction,
  {
    config,
    pools: ofTown,
    firstDay,
  }: { config: PublishedConfig; pools: readonly PublicPoolOfTown[]; firstDay: LocalDay | undefined },
  { lastDay, whole }: TownWork,
): Promise<void> {
  if (firstDay === undefined) return
  const known = whole === undefined ? await findLastUsageDay(tx) : undefined
  const again = known === undefined ? firstDay : addDays(known < lastDay ? known : lastDay, -countedAgainDays)
  const first = again > firstDay ? again : firstDay
  const [from, to] = [instantOf(first, '00:00'), instantOf(addDays(lastDay, 1), '00:00')]
  const [taken, made, changes, outages] = await Promise.all([
    listTakenPeriods(tx, from, to),
    listDaysOfUse(tx, first, lastDay),
    listChangesHeld(tx, first, lastDay),
    listOutagesHeld(tx, from, to),
  ])
  const pools = publicPools(config, ofTown, changes, outages)
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

function publicPools(
  config: PublishedConfig,
  pools: readonly PublicPoolOfTown[],
  decided: Awaited<ReturnType<typeof listChangesHeld>>,
  outages: Awaited<ReturnType<typeof listOutagesHeld>>,
): readonly PublicPool[] {
  return pools.flatMap(({ poolId, slug, kind, places }): PublicPool[] => {
    const site = config.pools.find((pool) => pool.slug === slug)?.site
    const open = config.rules.pools[slug]?.open
    if (open === undefined) return []
    return [
      {
        kind,
        places,
        open,
        holidays: config.rules.holidays ?? [],
        changes: changesOfPool(config.closures, decided, { site, poolId }),
        outages: outages.filter((outage) => outage.poolId === poolId),
      },
    ]
  })
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
