import { isLocalDay } from '@officine/domain/calendar/local-day'
import type { LocalDay, LocalTime } from '@officine/domain/rules/tenant-rules'
import { z } from 'zod'

// Each leaf's message says what is allowed: it stands as it is beside what was found.
export const matching = (pattern: RegExp, allowed: string) =>
  z.string({ error: allowed }).regex(pattern, { error: allowed })
export const line = z
  .string({ error: 'a text' })
  .regex(/\S/, { error: 'a text, not empty' })
  .max(600, { error: 'a text of at most 600 characters' })
export const long = z
  .string({ error: 'a text' })
  .regex(/\S/, { error: 'a text, not empty' })
  .max(4_000, { error: 'a text of at most 4,000 characters' })
export const slug = matching(
  /^[a-zA-Z][a-zA-Z0-9-]{0,39}$/,
  'a slug: up to 40 letters, digits and hyphens, a letter first',
)
export const day = z.custom<LocalDay>((value) => typeof value === 'string' && isLocalDay(value), {
  error: 'a day that exists, YYYY-MM-DD',
})
export const time = z.custom<LocalTime>(
  (value) => typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value),
  { error: 'a time, HH:MM' },
)
export const url = matching(
  /^https:\/\/[a-z0-9.-]+\.[a-z]{2,}(\/\S*)?$/,
  'an address that starts with https://',
)
export const email = matching(/^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i, 'an e-mail address')
export const colour = matching(/^#[0-9a-f]{6}$/, 'a colour, #rrggbb in lower case')
export const whole = (from: number, to: number) => {
  const error = `a whole number from ${from} to ${to}`
  return z.int({ error }).min(from, { error }).max(to, { error })
}
export const some = <T extends z.ZodType>(element: T) =>
  z.array(element, { error: 'a list' }).min(1, { error: 'a list of at least one' })
export const list = <T extends z.ZodType>(element: T) =>
  z.array(element, { error: 'a list, empty if there are none' })
export const degrees = (from: number, to: number) => {
  const error = `degrees in Italy, ${from} to ${to}`
  return z.number({ error }).min(from, { error }).max(to, { error })
}
export const object = <T extends z.ZodRawShape>(shape: T) =>
  z.strictObject(shape, { error: `an object with ${Object.keys(shape).join(', ')}` })

export const flag = z.boolean({ error: 'true or false' })
export const choice = <const T extends readonly [string, ...string[]]>(...values: T) =>
  z.enum(values, { error: values.join(' or ') })
