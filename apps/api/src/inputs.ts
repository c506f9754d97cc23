import { z } from 'zod'
import { excuseKinds } from '@officine/domain/attendance/excuse-kinds'
import { isLocalDay } from '@officine/domain/calendar/local-day'
import type { LocalTime } from '@officine/domain/rules/tenant-rules'
import type { Language } from '@officine/tenants/tenant-config'
import { spokenOf } from './local-text.ts'

export const uuid = z.uuid('is not an identifier')

/** A day that exists, between 2000 and 2099: years outside are typing errors. */
export const day = z
  .string()
  .refine((text) => /^20\d\d-/.test(text) && isLocalDay(text), 'is not a day of the calendar (YYYY-MM-DD)')

export const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is not a time of day (HH:MM)')
  .transform((text) => text as LocalTime)

const languages = ['it', 'en', 'de', 'es', 'fr', 'ro', 'uk'] as const satisfies readonly Language[]

/** Any language that a town may speak: for what the town wrote itself. */
export const townLanguage = z.enum(languages).default('it')

/** The language of our own sentences, in which we speak Italian to whoever reads one that we do not. */
export const language = townLanguage.transform(spokenOf)

export const bookingInput = z.object({
  poolId: uuid,
  day,
  from: time,
  to: time,
  unitId: uuid.optional(),
  idempotencyKey: uuid,
  language,
})

/** A day that a living person may have been born on. */
export const pastDay = z
  .string()
  .refine(
    (text) => /^(19|20)\d\d-/.test(text) && isLocalDay(text),
    'is not a day of the calendar (YYYY-MM-DD)',
  )

/** Text that people write: any script and emoji, no control characters, which PostgreSQL or a printer could not keep. */
export function plainText(longest: number) {
  return z
    .string()
    .trim()
    .min(1, 'is empty')
    .max(longest, `is longer than ${longest} characters`)
    .refine((text) => !/[\p{Cc}]/u.test(text), 'has characters that cannot be written')
}

/** Why somebody could not come, from the fixed list. */
export const excuseKind = z.enum(excuseKinds)

/** A reason that somebody will read in the log: a word is not one. */
export const why = z
  .string()
  .trim()
  .min(5, 'needs a reason of at least five characters')
  .max(500, 'is longer than 500 characters')
