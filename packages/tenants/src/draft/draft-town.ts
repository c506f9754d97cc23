import type { LocalDay } from '@officine/domain/rules/tenant-rules'
import type { TenantId } from '@officine/domain/tenant-id'
import { drawEmblem } from '../draw-emblem.ts'
import { privacyNotice } from '../privacy-notice.ts'
import { rulesWithoutPlaces } from '../rules/without-places.ts'
import type { Assumption, OpeningHours, TenantConfig, Theme } from '../tenant-config.ts'
import { draftPools } from './draft-pools.ts'
import type { PoolAnswer } from './draft-pools.ts'
import { draftServices } from './draft-services.ts'

/** What somebody must know to open a town; everything else of its file is drafted. */
export interface TownAnswers {
  readonly id: TenantId
  readonly kind: TenantConfig['kind']
  readonly name: string
  /** Left out, a placeholder. */
  readonly institutionUrl?: string
  readonly codes: TenantConfig['codes']
  readonly hosts: readonly string[]
  readonly theme: Theme
  /** A clean drawing; left out, one is made from the initial. */
  readonly emblem?: string
  readonly phone?: string
  readonly email?: string
  readonly site: {
    readonly name: string
    readonly address: string
    readonly postalCode: string
    readonly locality: string
    readonly province: string
    readonly coordinates: { readonly latitude: number; readonly longitude: number }
  }
  /** Pools are open in the first of them. */
  readonly hours: readonly OpeningHours[]
  readonly pools: readonly PoolAnswer[]
  /** `day` is `MM-DD`. */
  readonly patronSaint: { readonly day: string; readonly name: string }
}

/** How many years of patron saints the rules know. */
const yearsKnown = 4

/** A whole town out of the answers, in Italian and English, from `today` on; what nobody answered is marked as an assumption. `checkTenant` has the last word. */
export function draftTown(answers: TownAnswers, today: LocalDay): TenantConfig {
  const { id, name, kind, site, hours, patronSaint } = answers
  const body = kind === 'municipality' ? `Comune di ${name}` : name
  const institutionName = { it: body, en: kind === 'municipality' ? `Municipality of ${name}` : name }
  const email = answers.email ?? `officina@${id}.example`
  const place = `${site.address}, ${site.postalCode} ${site.locality} (${site.province})`
  const siteSlug = 'officina'
  const drafted = draftPools(answers.pools, hours[0], siteSlug)
  const firstYear = Number(today.slice(0, 4))
  const rules = rulesWithoutPlaces({
    tenant: id,
    version: `${firstYear}.1`,
    effectiveFrom: today,
    act: 'Delibera di Giunta (da adottare)',
    reviewAt: 'sportello dell’officina municipale',
    holidays: Array.from({ length: yearsKnown }, (_, at) => `${firstYear + at}-${patronSaint.day}`),
  })
  const seats = drafted.pools.filter(({ slug }) => drafted.rules[slug]?.kind === 'seats')
  const same = (text: string) => ({ it: text, en: text })
  return {
    schema: 'officine-tenant/1',
    id,
    kind,
    name,
    institutionName,
    institutionUrl: answers.institutionUrl ?? `https://${id}.example`,
    codes: answers.codes,
    hosts: answers.hosts,
    languages: ['it', 'en'],
    theme: answers.theme,
    emblem: {
      svg: answers.emblem ?? drawEmblem(name, answers.theme),
      description: {
        it: answers.emblem === undefined ? `L’iniziale di ${name}` : `L’emblema di ${name}`,
        en: answers.emblem === undefined ? `The initial of ${name}` : `The emblem of ${name}`,
      },
    },
    portal: portalTexts(name, site.name, seats.length > 0),
    contacts: { ...(answers.phone !== undefined && { phone: answers.phone }), email },
    sites: [{ slug: siteSlug, ...site, name: same(site.name), openingHours: hours }],
    closures: [],
    patronSaint: { day: patronSaint.day, name: same(patronSaint.name) },
    pools: drafted.pools,
    services: draftServices(drafted, siteSlug),
    privacyNotice: privacyNotice({ institutionName, address: place, email }, `${firstYear}-1`, today),
    accessibility: { feedbackEmail: email },
    funding: {
      it: kind === 'municipality' ? `Un servizio del ${body}` : `Un servizio di ${body}`,
      en: `A service of ${institutionName.en}`,
    },
    isEuFunded: false,
    rules: {
      ...rules,
      pools: drafted.rules,
      caps:
        seats.length === 0
          ? []
          : [{ who: 'person', pools: seats.map(({ slug }) => slug), per: 'isoWeek', max: 3, unit: 'slots' }],
    },
    sources: [],
    assumptions: assumptionsOf(answers, today),
  }
}

function portalTexts(name: string, site: string, hasSeats: boolean): TenantConfig['portal'] {
  return {
    it: {
      officeName: 'Officina Municipale',
      tagline: hasSeats ? `Un posto per lavorare, a ${name}` : `I servizi dell’officina, a ${name}`,
      lead: hasSeats
        ? 'Prenota una postazione per mezza giornata, da solo o in compagnia. La regola è pubblica e vale per tutti.'
        : 'Qui trovi che cosa offre l’officina, dove e come chiederlo.',
      welcome: `Ti aspettiamo: ${site}.`,
    },
    en: {
      officeName: 'Municipal Workshop',
      tagline: hasSeats ? `A place to work, in ${name}` : `What the workshop offers, in ${name}`,
      lead: hasSeats
        ? 'Book a desk for half a day, alone or in company. The rule is public and the same for everyone.'
        : 'Here is what the workshop offers, where and how to ask for it.',
      welcome: `We look forward to seeing you: ${site}.`,
    },
  }
}

function assumptionsOf(answers: TownAnswers, draftedOn: LocalDay): readonly Assumption[] {
  return [
    { path: 'portal', says: `Drafted on ${draftedOn}: the town writes its own.` },
    { path: 'services', says: 'Drafted from the pools: texts, what is needed, and that use is free.' },
    { path: 'rules', says: 'Caps, deadlines and absences are drafted until the town’s act adopts them.' },
    ...(answers.pools.length > 0
      ? [
          {
            path: 'pools',
            says: 'The plan of the rooms and which places are accessible, to be seen on the spot.',
          },
        ]
      : []),
    ...(answers.institutionUrl === undefined ? [{ path: 'institutionUrl', says: 'A placeholder.' }] : []),
    ...(answers.email === undefined ? [{ path: 'contacts.email', says: 'A placeholder.' }] : []),
    ...(answers.emblem === undefined
      ? [{ path: 'emblem', says: 'Drawn from the initial, until the town has one.' }]
      : []),
    { path: 'funding', says: 'Who pays was not asked: with European money set isEuFunded too.' },
    {
      path: 'privacyNotice',
      says: 'A draft: the controller and its data protection officer adopt it, retention times included.',
    },
  ]
}
