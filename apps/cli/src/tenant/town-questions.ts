import { isTenantId, reservedSlugs } from '@officine/domain/tenant-id'
import type { OpeningHours } from '@officine/tenants/tenant-config'
import type { PoolAnswer } from '@officine/tenants/draft/draft-pools'
import type { LocalTime } from '@officine/domain/rules/tenant-rules'
import { towns } from '@officine/tenants/towns'

/** An answer understood, or what would be understood instead. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly allowed: string }

const understood = <T>(value: T): Reading<T> => ({ ok: true, value })
const amiss = (allowed: string): Reading<never> => ({ ok: false, allowed })

/** A text that matches, trimmed. */
export const matching = (pattern: RegExp, allowed: string) => (text: string) =>
  pattern.test(text.trim()) ? understood(text.trim()) : amiss(allowed)

/** The slug of a town that is new: the file of one that ships would take its place when applied. */
export function readSlug(text: string): ReturnType<typeof readId> {
  const slug = text.trim()
  return towns.some(({ id }) => id === slug)
    ? amiss('a slug that no town has; to change that town edit its file in packages/tenants/src')
    : readId(slug)
}

function readId(text: string) {
  return isTenantId(text)
    ? understood(text)
    : amiss(`a slug of 2 to 40 of a-z, 0-9 and hyphen, a letter first, none of ${reservedSlugs.join(', ')}`)
}

export function readKind(text: string): Reading<'municipality' | 'municipio' | 'city'> {
  const kind = text.trim()
  return kind === 'municipality' || kind === 'municipio' || kind === 'city'
    ? understood(kind)
    : amiss('municipality, municipio or city')
}

/** `name|address|cap|locality|province|lat,lon` */
export function readSite(text: string) {
  const allowed =
    'name|address|cap|locality|province|latitude,longitude, such as "Palazzo|Via Roma 1|00100|Roma|RM|41.9,12.5"'
  const [name, address, postalCode, locality, province, where, ...others] = text
    .split('|')
    .map((part) => part.trim())
  const [latitude, longitude, ...more] = (where ?? '').split(',').map(Number)
  if (
    !name ||
    !address ||
    !postalCode ||
    !locality ||
    !province ||
    latitude === undefined ||
    longitude === undefined ||
    Number.isNaN(latitude + longitude) ||
    others.length + more.length > 0
  )
    return amiss(allowed)
  return understood({ name, address, postalCode, locality, province, coordinates: { latitude, longitude } })
}

const weekdays = [
  ['mon', 'lun'],
  ['tue', 'mar'],
  ['wed', 'mer'],
  ['thu', 'gio'],
  ['fri', 'ven'],
  ['sat', 'sab'],
  ['sun', 'dom'],
] as const

/** `mon-fri 09:00-13:00 14:00-19:00`, days in English or Italian, several joined by commas. */
export function readHours(text: string): Reading<OpeningHours> {
  const allowed = 'days and times, such as "mon-fri 09:00-19:00" or "lun,mer 9-13 14-18"'
  const [days, ...times] = text.trim().toLowerCase().split(/\s+/)
  const read = (days ?? '').split(',').map(daysOf)
  const periods = times.map(periodOf)
  if (times.length === 0 || read.includes(undefined) || periods.includes(undefined)) return amiss(allowed)
  return understood({
    days: [...new Set(read.flatMap((each) => each ?? []))].sort((one, other) => one - other),
    periods: periods.flatMap((period) => (period === undefined ? [] : [period])),
  })
}

function daysOf(text: string): readonly number[] | undefined {
  const [first, last] = text.split('-').map(weekdayOf)
  if (first === undefined || (text.includes('-') && last === undefined)) return undefined
  const end = last ?? first
  return first <= end ? Array.from({ length: end - first + 1 }, (_, at) => first + at) : undefined
}

function weekdayOf(text: string): number | undefined {
  const at = weekdays.findIndex((names) => names.some((name) => text.startsWith(name)))
  return at === -1 ? undefined : at + 1
}

function periodOf(text: string): readonly [LocalTime, LocalTime] | undefined {
  const [from, to] = text.split('-').map(timeOf)
  return from !== undefined && to !== undefined && from < to ? [from, to] : undefined
}

function timeOf(text: string): LocalTime | undefined {
  const [, hour, minutes = '00'] = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(text) ?? []
  if (hour === undefined || Number(hour) > 23 || Number(minutes) > 59) return undefined
  return `${hour.padStart(2, '0')}:${minutes}` as LocalTime // two digits on each side, checked
}

/** `seats:10` */
export function readPool(text: string): Reading<PoolAnswer> {
  const [, kind, number] = /^(seats|room|desk|care|pet|workshop|equipment):(\d{1,3})$/.exec(text.trim()) ?? []
  const capacity = Number(number)
  switch (kind) {
    case 'seats':
    case 'room':
    case 'desk':
    case 'care':
    case 'pet':
    case 'workshop':
    case 'equipment':
      return capacity >= 1 && capacity <= 200 ? understood({ kind, capacity }) : amiss(poolsAllowed)
    case undefined:
    default:
      return amiss(poolsAllowed)
  }
}

const poolsAllowed =
  'a kind and how many, 1 to 200, such as seats:10 (seats, room, desk, care, pet, workshop, equipment)'

/** `MM-DD|name` */
export function readPatron(text: string): Reading<{ readonly day: string; readonly name: string }> {
  const [, day, name] = /^((?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))\|(.+)$/.exec(text.trim()) ?? []
  return day === undefined || name === undefined
    ? amiss('day and name, MM-DD|name, such as "09-08|Madonna delle Grazie"')
    : understood({ day, name: name.trim() })
}

/** Whole degrees or per cent; the colour is then checked by measure. */
export const numberUpTo = (most: number) => (text: string) => {
  const value = Number(text.trim())
  return text.trim() !== '' && value >= 0 && value <= most
    ? understood(value)
    : amiss(`a number from 0 to ${most}`)
}
