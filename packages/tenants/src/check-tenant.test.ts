import { describe, expect, test } from 'vitest'
import { allumiere } from './allumiere.ts'
import { desk, seats } from './testing/pools-of-allumiere.ts'
import { checkTenant, checkTowns } from './check-tenant.ts'
import { pignataroInteramna } from './pignataro-interamna.ts'
import { romaCapitale } from './roma-capitale.ts'
import type { TenantConfig } from './tenant-config.ts'
import { towns } from './towns.ts'

const asRead = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
const faultsOf = (value: unknown) => {
  const checked = checkTenant(asRead(value))
  return checked.ok ? [] : checked.faults
}
const [palazzo] = allumiere.sites
const shortDesk = { ...desk, units: [] as unknown[] }

describe('the towns that ship with the product', () => {
  test.each(towns.map((town) => [town.name, town]))('%s can be served', (_name, town) => {
    const checked = checkTenant(asRead(town))
    expect(checked).toMatchObject({ ok: true, config: asRead(town) })
  })

  test.each(towns.map((town) => [town.name, town]))('%s says what no source gives', (_name, town) => {
    const checked = checkTenant(asRead(town))
    expect(checked.ok && checked.warnings.join('\n')).toContain('values that no source gives')
  })

  test('share neither slug nor host', () => {
    expect(checkTowns(towns)).toEqual([])
  })
})

describe('a town is refused, and told where, what was found and what is allowed', () => {
  test.each<[string, unknown, { path: string; found: string; allowed?: unknown }]>([
    ['when the file is a list', [], { path: 'languages', found: 'nothing' }],
    ['when it is empty', {}, { path: 'languages', found: 'nothing' }],
    ['without Italian', { ...allumiere, languages: ['en'] }, { path: 'languages', found: 'a list of 1' }],
    [
      'with a language whose texts are missing',
      { ...allumiere, languages: ['it', 'en', 'fr'] },
      { path: 'portal.fr', found: 'nothing' },
    ],
    ['with a reserved slug', { ...allumiere, id: 'regione' }, { path: 'id', found: '"regione"' }],
    [
      'with a code that lost its zero',
      { ...allumiere, codes: { ...allumiere.codes, istat: 58004 } },
      { path: 'codes.istat', found: '58004', allowed: 'six digits as a text, zeros included' },
    ],
    [
      'with a field that nobody reads',
      { ...allumiere, sites: [{ ...palazzo, parking: true }] },
      { path: 'sites[palazzo-camerale].parking', found: 'a field that nobody reads' },
    ],
    [
      'with an hour that no clock shows',
      { ...allumiere, sites: [{ ...palazzo, openingHours: [{ days: [1], periods: [['9', '19:00']] }] }] },
      {
        path: 'sites[palazzo-camerale].openingHours[0].periods[0][0]',
        found: '"9"',
        allowed: 'a time, HH:MM',
      },
    ],
    [
      'with a day that does not exist',
      { ...allumiere, patronSaint: { ...allumiere.patronSaint, day: '02-30' } },
      { path: 'patronSaint.day', found: '"02-30"' },
    ],
    [
      'with a host that has a port',
      { ...allumiere, hosts: ['officina.example.it:443'] },
      { path: 'hosts[0]', found: '"officina.example.it:443"' },
    ],
    [
      'with a script in its emblem',
      {
        ...allumiere,
        emblem: { ...allumiere.emblem, svg: '<svg viewBox="0 0 1 1"><script>x</script></svg>' },
      },
      { path: 'emblem.svg', found: 'the element <script>' },
    ],
    [
      'with an accent under 7:1',
      { ...allumiere, theme: { ...allumiere.theme, accent: '#2f7d61' } },
      { path: 'theme.accent', found: '#2f7d61, 4.96:1 with white', allowed: 'at least 7:1' },
    ],
    [
      'with a tint too dark for the accent',
      { ...allumiere, theme: { ...allumiere.theme, accentTint: '#9cc0b1' } },
      { path: 'theme.accentTint', found: '#9cc0b1, 4.08:1 with the accent on it', allowed: 'at least 4.5:1' },
    ],
    [
      'with fewer units than its rules give out',
      { ...allumiere, pools: [{ ...seats, units: seats.units.slice(1) }, desk] },
      { path: 'pools[seats].units', found: '9 units', allowed: '10, the capacity in rules' },
    ],
    [
      'with a pool without units',
      { ...allumiere, pools: [seats, shortDesk] },
      { path: 'pools[desk].units', found: 'an empty list' },
    ],
    [
      'with two units of the same number',
      {
        ...allumiere,
        pools: [{ ...seats, units: seats.units.map((unit) => ({ ...unit, number: 1 })) }, desk],
      },
      { path: 'pools[seats].units', found: '1 twice', allowed: 'each once' },
    ],
    [
      'with rules that no pool presents',
      { ...allumiere, pools: [seats], services: allumiere.services.slice(0, 1) },
      { path: 'rules.pools.desk', found: 'rules without a presentation' },
    ],
    [
      'with a service booked where the rules give out nothing',
      {
        ...romaCapitale,
        services: [{ ...romaCapitale.services[0], kind: 'seats', pool: 'seats' }],
        sources: [],
        assumptions: [],
      },
      {
        path: 'services[albo-coworking].pool',
        found: '"seats"',
        allowed: 'no pool: the rules give out nothing',
      },
    ],
    [
      'with places in a site whose hours nobody knows',
      { ...allumiere, sites: [{ ...palazzo, openingHours: [] }] },
      {
        path: 'rules.pools.seats.open',
        found: '09:00-14:00 on weekday 1',
        allowed: 'within the hours of palazzo-camerale: shut',
      },
    ],
    [
      'with slots outside opening hours',
      {
        ...allumiere,
        sites: [{ ...palazzo, openingHours: [{ days: [1, 2, 3, 4, 5], periods: [['10:00', '19:00']] }] }],
      },
      { path: 'rules.pools.seats.open', found: '09:00-14:00 on weekday 1' },
    ],
    [
      'with hours that overlap',
      {
        ...allumiere,
        sites: [
          {
            ...palazzo,
            openingHours: [
              {
                days: [1, 2, 3, 4, 5],
                periods: [
                  ['09:00', '19:00'],
                  ['18:00', '20:00'],
                ],
              },
            ],
          },
        ],
      },
      { path: 'sites[palazzo-camerale].openingHours', found: '18:00-20:00 on weekday 1 overlaps another' },
    ],
    [
      'with a service booked from a pool of another kind',
      { ...allumiere, services: [{ ...allumiere.services[0], kind: 'room' }] },
      { path: 'services[postazioni].kind', found: 'room', allowed: 'seats, as its pool' },
    ],
    [
      'with a closure that ends before it begins',
      { ...allumiere, closures: [{ ...allumiere.closures[0], from: '2027-01-02', to: '2027-01-01' }] },
      { path: 'closures[0]', found: '2027-01-02 to 2027-01-01' },
    ],
    [
      'with rules that forget the patron saint',
      { ...allumiere, rules: { ...allumiere.rules, holidays: [] } },
      { path: 'rules.holidays', found: 'no 2026-09-08' },
    ],
    [
      'with a holiday of its own that closes no door',
      { ...allumiere, rules: { ...allumiere.rules, holidays: [...allumiere.rules.holidays, '2027-02-16'] } },
      { path: 'rules.holidays', found: '2027-02-16' },
    ],
    [
      'with the rules of another town',
      { ...allumiere, rules: { ...allumiere.rules, tenant: 'tolfa' } },
      { path: 'rules.tenant', found: '"tolfa"', allowed: 'allumiere' },
    ],
    [
      'with rules that cannot be read',
      { ...allumiere, rules: { ...allumiere.rules, overbook: 1 } },
      { path: 'rules.overbook', found: '1' },
    ],
    ['with rules that are a list', { ...allumiere, rules: [] }, { path: 'rules', found: 'an empty list' }],
    [
      'with an assumption about nothing',
      { ...allumiere, assumptions: [{ path: 'sites[municipio].openingHours', says: 'ours' }] },
      { path: 'assumptions[0].path', found: '"sites[municipio].openingHours"' },
    ],
  ])('%s', (_when, value, fault) => {
    expect(faultsOf(value)).toContainEqual({ allowed: expect.any(String) as unknown, ...fault })
  })

  test('with all its faults at once, not the first alone', () => {
    const faults = faultsOf({ ...allumiere, id: 'www', name: ' ', foo: 1 })
    expect(faults.map(({ path }) => path)).toEqual(['id', 'name', 'foo'])
  })
})

test('two towns cannot answer at one host', () => {
  const hosts = ['officina.comune.example.it']
  expect(
    checkTowns([
      { ...allumiere, hosts },
      { ...pignataroInteramna, hosts },
    ]),
  ).toEqual([
    {
      path: 'pignataro-interamna.hosts',
      found: '"officina.comune.example.it"',
      allowed: 'what no other town has',
    },
  ])
})

test('a town that lacks one of its languages does not compile', () => {
  // @ts-expect-error French is promised and not spoken
  const bilingual: TenantConfig<'it' | 'en' | 'fr'> = allumiere
  expect(bilingual.languages).toEqual(['it', 'en'])
})
