import { changesOfPool } from '@officine/domain/booking/changes-of-pool'
import type { PlacedChange } from '@officine/domain/booking/changes-of-pool'
import { changesOn } from '@officine/domain/booking/opening-hours'
import type { Cell, OpeningChange, ShutBecause } from '@officine/domain/booking/opening-hours'
import { addDays, weekdayOf } from '@officine/domain/calendar/local-day'
import { localDayOf, localTimeOf } from '@officine/domain/calendar/local-time'
import { isHoliday } from '@officine/domain/calendar/national-holidays'
import type { LocalDay, LocalTime } from '@officine/domain/rules/tenant-rules'
import type { Site, TenantConfig } from '@officine/tenants/tenant-config'

/** A site with everything that changes its hours. */
export interface SiteHours {
  readonly config: TenantConfig
  readonly site: Site
  /** What the desk decided, about whatever place. */
  readonly decided: readonly PlacedChange[]
}

export interface Opening {
  readonly isOpen: boolean
  /** When it shuts, if open. */
  readonly closesAt?: LocalTime
  /** When it opens next, if shut; absent when it does not within three weeks. */
  readonly next?: { readonly day: LocalDay; readonly at: LocalTime }
  /** Why it is shut the whole of today. */
  readonly closedToday?: ShutBecause
}

/** How far ahead an opening is looked for, in days. */
export const daysLookedAhead = 30

/** Whether the site is open at `now`, on the clock of the town. */
export function openingAt(hours: SiteHours, now: Date): Opening {
  const today = localDayOf(now)
  const time = localTimeOf(now)
  const { periods, shut } = siteOn(hours, today)
  const period = periods.find(([from, to]) => from <= time && time < to)
  if (period !== undefined) return { isOpen: true, closesAt: period[1] }
  const next = nextOpening(hours, today, time)
  return { isOpen: false, ...(next && { next }), ...(shut && { closedToday: shut }) }
}

/** When the site is open on a day, and why when it is not. Doors have hours where pools have cells: a closure of some hours is cut out of them. */
export function siteOn(
  hours: SiteHours,
  day: LocalDay,
): { readonly periods: readonly Cell[]; readonly shut?: ShutBecause } {
  const { config, site } = hours
  const changes = siteChangesOn(hours, day)
  const closures = changes.filter(({ kind }) => kind === 'closed')
  const whole = closures.find((change) => change.hours === undefined)
  if (whole !== undefined) return { periods: [], shut: { because: 'closure', change: whole } }
  const other = changes.find(({ kind }) => kind === 'hours')
  const usual = usualPeriods(site, day)
  if (other?.opensShutDays !== true) {
    if (isHoliday(day, config.rules.holidays ?? [])) return { periods: [], shut: { because: 'holiday' } }
    if (usual.length === 0) return { periods: [], shut: { because: 'weekday' } }
  }
  const open = other?.hours === undefined ? usual : [other.hours]
  const periods = closures.reduce<readonly Cell[]>(
    (left, { hours: cut }) => (cut === undefined ? left : left.flatMap((period) => without(period, cut))),
    open,
  )
  const [first] = closures
  return periods.length === 0 && first !== undefined
    ? { periods, shut: { because: 'closure', change: first } }
    : { periods }
}

/** What changes the hours of the whole site on a day; what is about one pool leaves its doors open. */
export function siteChangesOn({ config, site, decided }: SiteHours, day: LocalDay): readonly OpeningChange[] {
  return changesOn(changesOfPool(config.closures, decided, { site: site.slug, poolId: '' }), day)
}

function nextOpening(hours: SiteHours, today: LocalDay, time: LocalTime): Opening['next'] {
  for (let ahead = 0; ahead <= 21; ahead += 1) {
    const day = addDays(today, ahead)
    const period = siteOn(hours, day).periods.find(([from]) => ahead > 0 || from > time)
    if (period !== undefined) return { day, at: period[0] }
  }
  return undefined
}

function usualPeriods(site: Site, day: LocalDay): readonly Cell[] {
  const weekday = weekdayOf(day)
  return site.openingHours.filter(({ days }) => days.includes(weekday)).flatMap(({ periods }) => periods)
}

function without([from, to]: Cell, [cutFrom, cutTo]: Cell): readonly Cell[] {
  const before: readonly Cell[] = from < cutFrom ? [[from, cutFrom < to ? cutFrom : to]] : []
  const after: readonly Cell[] = cutTo < to ? [[cutTo > from ? cutTo : from, to]] : []
  return cutTo <= from || to <= cutFrom ? [[from, to]] : [...before, ...after]
}
