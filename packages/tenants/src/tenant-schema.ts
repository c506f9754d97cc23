import { isLocalDay } from '@officine/domain/calendar/local-day'
import type { LocalDay, LocalTime, TenantRules } from '@officine/domain/rules/tenant-rules'
import { isTenantId, reservedSlugs } from '@officine/domain/tenant-id'
import type { TenantId } from '@officine/domain/tenant-id'
import { z } from 'zod'
import { findEmblemFault } from './check-emblem.ts'
import type { BaseLanguage, Language } from './tenant-config.ts'

const allLanguages: readonly Language[] = ['it', 'en', 'de', 'es', 'fr', 'ro', 'uk']

// Each leaf's message says what is allowed: it stands as it is beside what was found.
const matching = (pattern: RegExp, allowed: string) =>
  z.string({ error: allowed }).regex(pattern, { error: allowed })
const line = z
  .string({ error: 'a text' })
  .regex(/\S/, { error: 'a text, not empty' })
  .max(600, { error: 'a text of at most 600 characters' })
const long = z
  .string({ error: 'a text' })
  .regex(/\S/, { error: 'a text, not empty' })
  .max(4_000, { error: 'a text of at most 4,000 characters' })
const slug = matching(
  /^[a-zA-Z][a-zA-Z0-9-]{0,39}$/,
  'a slug: up to 40 letters, digits and hyphens, a letter first',
)
const day = z.custom<LocalDay>((value) => typeof value === 'string' && isLocalDay(value), {
  error: 'a day that exists, YYYY-MM-DD',
})
const time = z.custom<LocalTime>(
  (value) => typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value),
  { error: 'a time, HH:MM' },
)
const url = matching(/^https:\/\/[a-z0-9.-]+\.[a-z]{2,}(\/\S*)?$/, 'an address that starts with https://')
const email = matching(/^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i, 'an e-mail address')
const colour = matching(/^#[0-9a-f]{6}$/, 'a colour, #rrggbb in lower case')
const whole = (from: number, to: number) => {
  const error = `a whole number from ${from} to ${to}`
  return z.int({ error }).min(from, { error }).max(to, { error })
}
const some = <T extends z.ZodType>(element: T) =>
  z.array(element, { error: 'a list' }).min(1, { error: 'a list of at least one' })
const any = <T extends z.ZodType>(element: T) =>
  z.array(element, { error: 'a list, empty if there are none' })
const object = <T extends z.ZodRawShape>(shape: T) =>
  z.strictObject(shape, { error: `an object with ${Object.keys(shape).join(', ')}` })

/** The town's languages, asked before everything else: all texts depend on them. */
export const languagesSchema = z
  .array(z.enum(allLanguages, { error: `one of ${allLanguages.join(', ')}` }), {
    error: 'a list of languages, it and en among them',
  })
  .refine((languages) => languages.includes('it') && languages.includes('en'), {
    error: 'it and en, and others if the town wants',
  })
  .refine((languages) => new Set(languages).size === languages.length, { error: 'each language once' })

/** The shape of a town's file in these languages; what its parts must say to each other is checked afterwards. */
export function tenantSchema(languages: readonly Language[]) {
  // Zod cannot name keys that arrive as data; the base languages are always among them (`languagesSchema`).
  const perLanguage = <T extends z.ZodType>(value: T) =>
    object(Object.fromEntries(languages.map((language) => [language, value]))) as unknown as z.ZodType<
      Record<BaseLanguage, z.output<T>>
    >
  const texts = perLanguage(line)

  const site = object({
    slug,
    name: texts,
    floor: texts.exactOptional(),
    address: line,
    postalCode: matching(/^\d{5}$/, 'five digits'),
    locality: line,
    province: matching(/^[A-Z]{2}$/, 'two capital letters'),
    coordinates: object({
      latitude: z
        .number({ error: 'degrees in Italy, 35 to 48' })
        .min(35, { error: 'degrees in Italy, 35 to 48' })
        .max(48, { error: 'degrees in Italy, 35 to 48' }),
      longitude: z
        .number({ error: 'degrees in Italy, 6 to 19' })
        .min(6, { error: 'degrees in Italy, 6 to 19' })
        .max(19, { error: 'degrees in Italy, 6 to 19' }),
    }),
    directions: texts.exactOptional(),
    openingHours: some(
      object({ days: some(whole(1, 7)), periods: some(z.tuple([time, time], { error: 'a pair of times' })) }),
    ),
  })
  const service = object({
    slug,
    kind: z.enum(['seats', 'room', 'desk', 'activity', 'information'], {
      error: 'seats, room, desk, activity or information',
    }),
    site: slug,
    pool: slug.exactOptional(),
    texts: perLanguage(
      object({
        title: line,
        summary: line,
        audience: long,
        howTo: long,
        needed: long,
        obtained: long,
        timing: long,
        cost: long,
      }),
    ),
  })
  const pool = object({
    slug,
    site: slug,
    name: texts,
    description: texts,
    equipment: perLanguage(any(line)),
    units: some(
      object({
        number: whole(1, 9_999),
        label: line,
        isAccessible: z.boolean({ error: 'true or false' }),
        x: whole(0, 99),
        y: whole(0, 99),
      }),
    ),
  })

  return object({
    schema: z.literal('officine-tenant/1', { error: 'officine-tenant/1' }),
    id: z.custom<TenantId>((value) => typeof value === 'string' && isTenantId(value), {
      error: `a slug of 2 to 40 of a-z, 0-9 and hyphen, a letter first, none of ${reservedSlugs.join(', ')}`,
    }),
    kind: z.enum(['municipality', 'municipio', 'city'], { error: 'municipality, municipio or city' }),
    name: line,
    institutionName: texts,
    institutionUrl: url,
    codes: object({
      istat: matching(/^\d{6}$/, 'six digits as a text, zeros included'),
      ipa: matching(/^[a-z0-9_]{2,20}$/, 'the code of the IPA directory, such as c_a210'),
      cadastral: matching(/^[A-Z]\d{3}$/, 'a capital letter and three digits'),
    }),
    hosts: any(
      matching(
        /^(?!.*\.localhost$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$/,
        'a host name in lower case, without port; <id>.localhost is added in development',
      ),
    ),
    languages: languagesSchema,
    theme: object({ accent: colour, accentDark: colour, accentTint: colour, accentMid: colour }),
    emblem: object({
      svg: z.string({ error: 'a drawing, <svg …>' }).refine((svg) => findEmblemFault(svg) === undefined, {
        error: 'plain shapes, up to 8,000 characters',
      }),
      description: texts,
    }),
    portal: perLanguage(object({ officeName: line, tagline: line, lead: line, welcome: line })),
    contacts: object({
      phone: matching(/^\+39 ?[\d ]{6,14}$/, 'a number that starts with +39').exactOptional(),
      email: email.exactOptional(),
      pec: email.exactOptional(),
    }),
    sites: some(site),
    closures: any(object({ from: day, to: day, site: slug.exactOptional(), because: texts })),
    patronSaint: object({
      day: matching(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a day of every year, MM-DD'),
      name: texts,
    }),
    pools: some(pool),
    services: some(service),
    privacyNotice: object({
      version: line,
      effectiveFrom: day,
      texts: perLanguage(some(object({ title: line, paragraphs: some(long) }))),
    }),
    accessibility: object({ declarationUrl: url.exactOptional(), feedbackEmail: email.exactOptional() }),
    funding: texts,
    rules: z.custom<TenantRules>((value) => typeof value === 'object' && value !== null, {
      error: 'the rules of the town',
    }),
    sources: any(object({ path: line, says: line, where: line })),
    assumptions: any(object({ path: line, says: line })),
  })
}
