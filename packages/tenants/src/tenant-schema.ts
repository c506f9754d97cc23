import type { TenantRules } from '@officine/domain/rules/tenant-rules'
import { isTenantId, reservedSlugs } from '@officine/domain/tenant-id'
import type { TenantId } from '@officine/domain/tenant-id'
import { z } from 'zod'
import { findEmblemFault } from './check-emblem.ts'
import {
  choice,
  colour,
  day,
  degrees,
  email,
  flag,
  line,
  list,
  long,
  matching,
  object,
  slug,
  some,
  time,
  url,
  whole,
} from './schema-parts.ts'
import type { BaseLanguage, Language } from './tenant-config.ts'

const allLanguages: readonly Language[] = ['it', 'en', 'de', 'es', 'fr', 'ro', 'uk']

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
      latitude: degrees(35, 48),
      longitude: degrees(6, 19),
    }),
    directions: texts.exactOptional(),
    openingHours: list(
      object({ days: some(whole(1, 7)), periods: some(z.tuple([time, time], { error: 'a pair of times' })) }),
    ),
  })
  const service = object({
    slug,
    kind: choice('seats', 'room', 'desk', 'activity', 'information'),
    site: slug,
    pool: slug.exactOptional(),
    isAnnounced: flag.exactOptional(),
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
    equipment: perLanguage(list(line)),
    units: some(
      object({
        number: whole(1, 9_999),
        label: line,
        isAccessible: flag,
        x: whole(0, 99),
        y: whole(0, 99),
      }),
    ),
  })

  return object({
    schema: choice('officine-tenant/1'),
    id: z.custom<TenantId>((value) => typeof value === 'string' && isTenantId(value), {
      error: `a slug of 2 to 40 of a-z, 0-9 and hyphen, a letter first, none of ${reservedSlugs.join(', ')}`,
    }),
    kind: choice('municipality', 'municipio', 'city'),
    name: line,
    institutionName: texts,
    institutionUrl: url,
    codes: object({
      istat: matching(/^\d{6}$/, 'six digits as a text, zeros included'),
      ipa: matching(/^[a-z0-9_]{2,20}$/, 'the code of the IPA directory, such as c_a210'),
      cadastral: matching(/^[A-Z]\d{3}$/, 'a capital letter and three digits'),
    }),
    hosts: list(
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
    closures: list(object({ from: day, to: day, site: slug.exactOptional(), because: texts })),
    patronSaint: object({
      day: matching(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a day of every year, MM-DD'),
      name: texts,
    }),
    pools: list(pool),
    services: some(service),
    privacyNotice: object({
      version: line,
      effectiveFrom: day,
      texts: perLanguage(some(object({ title: line, paragraphs: some(long) }))),
    }),
    accessibility: object({ declarationUrl: url.exactOptional(), feedbackEmail: email.exactOptional() }),
    funding: texts,
    isEuFunded: flag,
    // Their shape is `validateRules`'s to check, here as for a file of rules alone.
    rules: z.custom<TenantRules>((value) => typeof value === 'object' && value !== null, {
      error: 'the rules of the town',
    }),
    sources: list(object({ path: line, says: line, where: line })),
    assumptions: list(object({ path: line, says: line })),
  })
}
