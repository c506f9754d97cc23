import type { LocalDay } from '@officine/domain/rules/tenant-rules'
import type { Language } from '@officine/tenants/tenant-config'

export type TextLanguage = 'it' | 'en'

/** The language in which we answer a reader of this one. */
export function spokenOf(language: Language): TextLanguage {
  return language === 'en' ? 'en' : 'it'
}

const zone = 'Europe/Rome'
const locales = { it: 'it-IT', en: 'en-GB' } as const

// Formatters are dear to make and there are few: one for each language and shape.
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(language: TextLanguage, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language}${JSON.stringify(options)}`
  const kept = formatters.get(key)
  if (kept !== undefined) return kept
  const made = new Intl.DateTimeFormat(locales[language], { timeZone: zone, ...options })
  formatters.set(key, made)
  return made
}

/** `lunedì 23 novembre`; with the year when it is not `thisYear`. */
export function dayText(day: LocalDay, language: TextLanguage, thisYear?: string): string {
  const isOtherYear = thisYear !== undefined && !day.startsWith(thisYear)
  return formatter(language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(isOtherYear && { year: 'numeric' }),
  }).format(noonOf(day))
}

/** `1 maggio 1990` */
export function calendarDayText(day: LocalDay, language: TextLanguage): string {
  return formatter(language, { day: 'numeric', month: 'long', year: 'numeric' }).format(noonOf(day))
}

/** `lun` */
export function shortDayText(day: LocalDay, language: TextLanguage): string {
  return formatter(language, { weekday: 'short' }).format(noonOf(day))
}

/** `lunedì 23 novembre, ore 9:00` */
export function instantText(instant: Date, language: TextLanguage): string {
  const day = formatter(language, { weekday: 'long', day: 'numeric', month: 'long' }).format(instant)
  return language === 'it'
    ? `${day}, ore ${timeText(instant, language)}`
    : `${day}, ${timeText(instant, language)}`
}

/** `9:00`, on the clock of the town. */
export function timeText(instant: Date, language: TextLanguage): string {
  return formatter(language, { hour: 'numeric', minute: '2-digit' }).format(instant)
}

/** `9:00-14:00` from wall-clock times: the leading zero is for machines. */
export function periodText(from: string, to: string): string {
  return `${from.replace(/^0/, '')}-${to.replace(/^0/, '')}`
}

/** Noon in UTC is the same calendar day in Rome all year. */
function noonOf(day: LocalDay): Date {
  return new Date(`${day}T12:00:00Z`)
}
