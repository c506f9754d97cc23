import { isLocalDay } from '@officine/domain/calendar/local-day'
import type { PoolRules } from '@officine/domain/rules/tenant-rules'
import { leastAccentContrast, leastTintContrast } from './compile-theme.ts'
import { contrast } from './contrast.ts'
import { leadsSomewhere } from './path-text.ts'
import { describeValue } from '@officine/domain/rules/shape'
import type { Fault } from '@officine/domain/rules/shape'
import type { ServiceKind, Site, TenantConfig, Theme } from './tenant-config.ts'

/** What the parts of a well-shaped town must say to each other; `[]` when they agree. */
export function checkConsistency(config: TenantConfig): readonly Fault[] {
  return [
    ...ruleOwnerFaults(config),
    ...contrastFaults(config.theme),
    ...repeatedNames(config),
    ...openingHoursFaults(config.sites),
    ...closureFaults(config),
    ...holidayFaults(config),
    ...poolFaults(config),
    ...serviceFaults(config),
    ...pathFaults(config),
  ]
}

function ruleOwnerFaults({ id, rules }: TenantConfig): readonly Fault[] {
  return rules.tenant === id
    ? []
    : [{ path: 'rules.tenant', found: describeValue(rules.tenant), allowed: id }]
}

const white = '#ffffff'

function contrastFaults(theme: Theme): readonly Fault[] {
  const asked = [
    ['accent', theme.accent, white, 'white', leastAccentContrast],
    ['accentDark', white, theme.accentDark, 'white text on it', leastAccentContrast],
    ['accentTint', theme.accent, theme.accentTint, 'the accent on it', leastTintContrast],
  ] as const
  return asked.flatMap(([name, text, ground, against, least]) => {
    const ratio = contrast(text, ground)
    if (ratio >= least) return []
    // Cut, not rounded: 6.996 must not be reported as 7.00.
    const shown = (Math.floor(ratio * 100) / 100).toFixed(2)
    return [
      {
        path: `theme.${name}`,
        found: `${theme[name]}, ${shown}:1 with ${against}`,
        allowed: `at least ${least}:1`,
      },
    ]
  })
}

function repeatedNames(config: TenantConfig): readonly Fault[] {
  const lists: readonly (readonly [path: string, names: readonly (string | number)[]])[] = [
    ['hosts', config.hosts],
    ['sites', config.sites.map((site) => site.slug)],
    ['pools', config.pools.map((pool) => pool.slug)],
    ['services', config.services.map((service) => service.slug)],
    ...config.pools.flatMap(({ slug, units }): [string, (string | number)[]][] => [
      [`pools[${slug}].units`, units.map((unit) => unit.number)],
      [`pools[${slug}].units`, units.map((unit) => unit.label)],
      [`pools[${slug}].units`, units.map((unit) => `the cell ${unit.x},${unit.y}`)],
    ]),
  ]
  return lists.flatMap(([path, names]) =>
    names
      .filter((name, index) => names.indexOf(name) !== index)
      .map((name) => ({ path, found: `${describeValue(name)} twice`, allowed: 'each once' })),
  )
}

function openingHoursFaults(sites: readonly Site[]): readonly Fault[] {
  return sites.flatMap((site) => {
    const path = `sites[${site.slug}].openingHours`
    const reversed = site.openingHours
      .flatMap((hours) => hours.periods)
      .filter(([from, to]) => from >= to)
      .map(([from, to]) => ({ path, found: `${from}-${to}`, allowed: 'an end after its beginning' }))
    const overlapping = [1, 2, 3, 4, 5, 6, 7].flatMap((day) => {
      const periods = periodsOn(site, day)
      return periods
        .filter(([from], index) => from < (periods[index - 1]?.[1] ?? ''))
        .map(([from, to]) => ({
          path,
          found: `${from}-${to} on weekday ${day} overlaps another`,
          allowed: 'periods apart',
        }))
    })
    return [...reversed, ...overlapping]
  })
}

function closureFaults(config: TenantConfig): readonly Fault[] {
  return config.closures.flatMap((closure, index) => [
    ...(closure.from > closure.to
      ? [
          {
            path: `closures[${index}]`,
            found: `${closure.from} to ${closure.to}`,
            allowed: 'a first day not after the last',
          },
        ]
      : []),
    ...unknownSite(config, `closures[${index}].site`, closure.site),
  ])
}

/** `rules.holidays` moves the deadlines of the rules, the patron saint closes the doors: they must be the same days. */
function holidayFaults(config: TenantConfig): readonly Fault[] {
  const { day } = config.patronSaint
  const path = 'rules.holidays'
  if (!isLocalDay(`2027-${day}`))
    return [{ path: 'patronSaint.day', found: describeValue(day), allowed: 'a day that every year has' }]
  const listed = config.rules.holidays ?? []
  const firstYear = Number(config.rules.effectiveFrom.slice(0, 4))
  const missing = [firstYear, firstYear + 1]
    .map((year) => `${year}-${day}`)
    .filter((wanted) => wanted >= config.rules.effectiveFrom && !listed.includes(wanted))
    .map((wanted) => ({ path, found: `no ${wanted}`, allowed: 'the patron saint of this year and the next' }))
  const strange = listed
    .filter((holiday) => !holiday.endsWith(`-${day}`))
    .filter((holiday) => !config.closures.some((closure) => closure.from <= holiday && holiday <= closure.to))
    .map((holiday) => ({
      path,
      found: holiday,
      allowed: `the patron saint (${day}) or a day within a closure`,
    }))
  return [...missing, ...strange]
}

function poolFaults(config: TenantConfig): readonly Fault[] {
  const presented = config.pools.map((pool) => pool.slug)
  const untold = Object.keys(config.rules.pools)
    .filter((slug) => !presented.includes(slug))
    .map((slug) => ({
      path: `rules.pools.${slug}`,
      found: 'rules without a presentation',
      allowed: 'an entry in pools',
    }))
  const told = config.pools.flatMap((pool): readonly Fault[] => {
    const path = `pools[${pool.slug}]`
    const rules = config.rules.pools[pool.slug]
    if (rules === undefined) return [{ path, found: 'no rules', allowed: rulesGivenFor(config) }]
    const site = config.sites.find(({ slug }) => slug === pool.site)
    const uncounted =
      pool.units.length === rules.capacity
        ? []
        : [
            {
              path: `${path}.units`,
              found: `${pool.units.length} units`,
              allowed: `${rules.capacity}, the capacity in rules`,
            },
          ]
    return [
      ...uncounted,
      ...unknownSite(config, `${path}.site`, pool.site),
      ...(site === undefined ? [] : slotsOutsideHours(pool.slug, rules, site)),
    ]
  })
  return [...untold, ...told]
}

function rulesGivenFor({ rules }: TenantConfig): string {
  const slugs = Object.keys(rules.pools)
  return slugs.length === 0 ? 'no pool: the rules give out nothing' : `one of ${slugs.join(', ')}`
}

function slotsOutsideHours(slug: string, rules: PoolRules, site: Site): readonly Fault[] {
  return rules.open.days.flatMap((day) => {
    const periods = periodsOn(site, day)
    return rules.open.slots
      .filter(([from, to]) => !periods.some(([opens, closes]) => opens <= from && to <= closes))
      .map(([from, to]) => ({
        path: `rules.pools.${slug}.open`,
        found: `${from}-${to} on weekday ${day}`,
        allowed: `within the hours of ${site.slug}: ${periods.map((period) => period.join('-')).join(', ') || 'shut'}`,
      }))
  })
}

function periodsOn(site: Site, day: number) {
  return site.openingHours
    .filter((hours) => hours.days.includes(day))
    .flatMap((hours) => hours.periods)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
}

const bookedAs: Readonly<Record<PoolRules['kind'], ServiceKind>> = {
  seats: 'seats',
  room: 'room',
  desk: 'desk',
  care: 'activity',
  pet: 'activity',
  workshop: 'activity',
  equipment: 'activity',
}

function serviceFaults(config: TenantConfig): readonly Fault[] {
  return config.services.flatMap((service) => {
    const path = `services[${service.slug}]`
    const site = unknownSite(config, `${path}.site`, service.site)
    if (service.pool === undefined) return site
    const rules = config.rules.pools[service.pool]
    if (rules === undefined)
      return [
        ...site,
        {
          path: `${path}.pool`,
          found: describeValue(service.pool),
          allowed: rulesGivenFor(config),
        },
      ]
    if (bookedAs[rules.kind] !== service.kind)
      return [
        ...site,
        { path: `${path}.kind`, found: service.kind, allowed: `${bookedAs[rules.kind]}, as its pool` },
      ]
    return site
  })
}

function pathFaults(config: TenantConfig): readonly Fault[] {
  return (['sources', 'assumptions'] as const).flatMap((list) =>
    config[list].flatMap(({ path }, index) =>
      leadsSomewhere(config, path)
        ? []
        : [
            {
              path: `${list}[${index}].path`,
              found: describeValue(path),
              allowed: 'a place in this file, such as sites[slug].name',
            },
          ],
    ),
  )
}

function unknownSite(config: TenantConfig, path: string, slug: string | undefined): readonly Fault[] {
  const slugs = config.sites.map((site) => site.slug)
  if (slug === undefined || slugs.includes(slug)) return []
  return [{ path, found: describeValue(slug), allowed: `one of ${slugs.join(', ')}` }]
}
