import type { PlacedChange } from '@officine/domain/booking/changes-of-pool'
import { addDays } from '@officine/domain/calendar/local-day'
import type { LocalDay } from '@officine/domain/rules/tenant-rules'
import type { Language } from '@officine/tenants/tenant-config'
import { changeText, closedText } from '../closed-text.ts'
import { dayText, spokenOf } from '../local-text.ts'
import { findPool, textIn } from '../town.ts'
import type { Town } from '../town.ts'
import { daysLookedAhead, siteOn } from './opening.ts'
import type { SiteHours } from './opening.ts'

/** Days to come on which something is not as usual, for whoever plans to come. */
export interface UpcomingChange {
  readonly day: LocalDay
  /** The day, or the first and the last. */
  readonly dayLabel: string
  readonly because: string
}

/** When the main site is shut in the next month, and every other change that the desk decided; the soonest first, days in a row with one reason told as one. */
export function upcomingChanges(
  town: Town,
  hours: SiteHours,
  today: LocalDay,
  language: Language,
): readonly UpcomingChange[] {
  const days = Array.from({ length: daysLookedAhead }, (_, ahead) => addDays(today, ahead + 1))
  const shut = days.flatMap((day) => {
    const because = siteOn(hours, day).shut
    if (because === undefined || because.because === 'weekday') return []
    return [{ first: day, last: day, because: closedText(town, day, because, language) }]
  })
  const others = hours.decided
    .filter((change) => !isOfMainSite(change, hours) || change.hours !== undefined)
    .filter(({ toDay }) => toDay > today)
    .map((change) => {
      const first = change.fromDay > today ? change.fromDay : addDays(today, 1)
      const where = whereText(change, town, language)
      const text = changeText(change, language)
      return { first, last: change.toDay, because: where === undefined ? text : `${where}, ${text}` }
    })
  return [...inARow(shut), ...others]
    .toSorted((one, other) => (one.first < other.first ? -1 : Number(one.first > other.first)))
    .map(({ first, last, because }) => ({ day: first, dayLabel: daysLabel(first, last, language), because }))
}

/** `lunedì 3 agosto`, or `da lunedì 3 agosto a venerdì 14 agosto`. */
export function daysLabel(first: LocalDay, last: LocalDay, townLanguage: Language): string {
  const language = spokenOf(townLanguage)
  const [from, to] = [dayText(first, language), dayText(last, language)]
  if (first === last) return from
  return language === 'it' ? `da ${from} a ${to}` : `${from} to ${to}`
}

/** The place that a change is about, when it is not the whole town; a pool by its name. */
export function whereText(
  { site, poolId }: Pick<PlacedChange, 'site' | 'poolId'>,
  town: Town,
  language: Language,
): string | undefined {
  const pool = poolId === undefined ? undefined : findPool(town, poolId)
  if (pool !== undefined) return textIn(pool.presentation.name, language)
  const place = town.config.sites.find(({ slug }) => slug === site)
  return place === undefined || town.config.sites.length === 1 ? undefined : textIn(place.name, language)
}

interface Days {
  readonly first: LocalDay
  readonly last: LocalDay
  readonly because: string
}

function inARow(days: readonly Days[]): readonly Days[] {
  const rows: Days[] = []
  for (const day of days) {
    const before = rows.at(-1)
    const goesOn = before?.because === day.because && addDays(before.last, 1) === day.first
    if (before !== undefined && goesOn) rows[rows.length - 1] = { ...before, last: day.last }
    else rows.push(day)
  }
  return rows
}

function isOfMainSite({ site, poolId }: PlacedChange, hours: SiteHours): boolean {
  return poolId === undefined && (site === undefined || site === hours.site.slug)
}
