import type { LocalDay, LocalTime } from '@officine/domain/rules/tenant-rules'
import { addDays, weekdayOf } from '@officine/domain/calendar/local-day'
import { localDayOf, localTimeOf } from '@officine/domain/calendar/local-time'
import { isHoliday } from '@officine/domain/calendar/national-holidays'
import type { Closure, Site, TenantConfig } from '@officine/tenants/tenant-config'

export interface Opening {
  readonly isOpen: boolean
  /** When it shuts, if open. */
  readonly closesAt?: LocalTime
  /** When it opens next, if shut; absent when it does not within three weeks. */
  readonly next?: { readonly day: LocalDay; readonly at: LocalTime }
  /** Why it is shut the whole of today. */
  readonly closedToday?:
    | { readonly because: 'closure'; readonly closure: Closure }
    | { readonly because: 'holiday' | 'weekday' }
}

/** Whether the site is open at `now`, on the clock of the town. */
export function openingAt(config: TenantConfig, site: Site, now: Date): Opening {
  const today = localDayOf(now)
  const time = localTimeOf(now)
  const shut = shutOn(config, site, today)
  const period =
    shut === undefined ? periodsOn(site, today).find(([from, to]) => from <= time && time < to) : undefined
  if (period !== undefined) return { isOpen: true, closesAt: period[1] }
  const next = nextOpening(config, site, today, time)
  return { isOpen: false, ...(next && { next }), ...(shut && { closedToday: shut }) }
}

export function shutOn(config: TenantConfig, site: Site, day: LocalDay): Opening['closedToday'] {
  const closure = config.closures.find(
    (candidate) =>
      candidate.from <= day &&
      day <= candidate.to &&
      (candidate.site === undefined || candidate.site === site.slug),
  )
  if (closure !== undefined) return { because: 'closure', closure }
  if (isHoliday(day, config.rules.holidays ?? [])) return { because: 'holiday' }
  return periodsOn(site, day).length === 0 ? { because: 'weekday' } : undefined
}

function nextOpening(config: TenantConfig, site: Site, today: LocalDay, time: LocalTime): Opening['next'] {
  for (let ahead = 0; ahead <= 21; ahead += 1) {
    const day = addDays(today, ahead)
    if (shutOn(config, site, day) !== undefined) continue
    const period = periodsOn(site, day).find(([from]) => ahead > 0 || from > time)
    if (period !== undefined) return { day, at: period[0] }
  }
  return undefined
}

function periodsOn(site: Site, day: LocalDay): readonly (readonly [LocalTime, LocalTime])[] {
  const weekday = weekdayOf(day)
  return site.openingHours.filter(({ days }) => days.includes(weekday)).flatMap(({ periods }) => periods)
}
