import { describe, expect, test } from 'vitest'
import { allumiere } from './allumiere.ts'
import { desk, seats } from './testing/pools-of-allumiere.ts'
import { planChanges } from './plan-changes.ts'
import type { PoolPresentation, TenantConfig } from './tenant-config.ts'

const withSeats = (changed: PoolPresentation): TenantConfig => ({ ...allumiere, pools: [changed, desk] })
const withSeatRules = (changed: object): TenantConfig => ({
  ...allumiere,
  rules: {
    ...allumiere.rules,
    pools: { ...allumiere.rules.pools, seats: { ...allumiere.rules.pools.seats, ...changed } },
  },
})

describe('the plan of a change', () => {
  test('is empty when both say the same, in whatever order the keys stand', () => {
    const stored = JSON.parse(
      JSON.stringify(Object.fromEntries(Object.entries(allumiere).toReversed())),
    ) as TenantConfig
    expect(planChanges(allumiere, stored)).toEqual([])
  })

  test('for a new town is the town', () => {
    expect(planChanges(undefined, allumiere)).toMatchObject([
      { path: 'town', kind: 'added', after: 'allumiere' },
    ])
  })

  test('names a text by its place', () => {
    const renamed = withSeats({ ...seats, name: { ...seats.name, en: 'Seats' } })
    expect(planChanges(allumiere, renamed)).toEqual([
      { path: 'pools[seats].name.en', kind: 'changed', before: 'Desks', after: 'Seats', destructive: false },
    ])
  })

  test('follows units by number: one more in front is one change', () => {
    const one = { number: 11, label: 'Postazione 11', isAccessible: false, x: 0, y: 3 }
    expect(planChanges(allumiere, withSeats({ ...seats, units: [one, ...seats.units] }))).toEqual([
      { path: 'pools[seats].units[11]', kind: 'added', before: undefined, after: one, destructive: false },
    ])
  })

  test('tells another order of the services', () => {
    const reordered = { ...allumiere, services: allumiere.services.toReversed() }
    expect(planChanges(allumiere, reordered)).toMatchObject([{ path: 'services', kind: 'changed' }])
  })

  test('tells a field that was added or taken away', () => {
    const withPec = { ...allumiere, contacts: { ...allumiere.contacts, pec: 'comune@pec.example' } }
    expect(planChanges(allumiere, withPec)).toMatchObject([{ path: 'contacts.pec', kind: 'added' }])
    expect(planChanges(withPec, allumiere)).toMatchObject([
      { path: 'contacts.pec', kind: 'removed', destructive: false },
    ])
  })
})

describe('a change is marked when it takes away what somebody may have booked', () => {
  test.each<[string, TenantConfig, string]>([
    ['a unit', withSeats({ ...seats, units: seats.units.slice(0, 9) }), 'pools[seats].units[10]'],
    ['a pool', { ...allumiere, pools: [seats] }, 'pools[desk]'],
    ['places', withSeatRules({ capacity: 9 }), 'rules.pools.seats.capacity'],
    [
      'a time',
      withSeatRules({ open: { days: [1, 2, 3, 4, 5], slots: [['09:00', '14:00']] } }),
      'rules.pools.seats.open.slots',
    ],
    [
      'a weekday',
      withSeatRules({ open: { ...allumiere.rules.pools.seats.open, days: [1, 2, 3, 4] } }),
      'rules.pools.seats.open.days',
    ],
    [
      'a day, by shutting',
      {
        ...allumiere,
        closures: [
          ...allumiere.closures,
          { from: '2027-03-01', to: '2027-03-01', because: { it: 'lavori', en: 'works' } },
        ],
      },
      'closures',
    ],
    [
      'a day, by a holiday',
      { ...allumiere, rules: { ...allumiere.rules, holidays: [...allumiere.rules.holidays, '2027-03-01'] } },
      'rules.holidays',
    ],
  ])('%s', (_what, next, path) => {
    expect(planChanges(allumiere, next)).toContainEqual(expect.objectContaining({ path, destructive: true }))
  })

  test('but not when it gives more', () => {
    const more = withSeatRules({
      capacity: 11,
      open: { ...allumiere.rules.pools.seats.open, days: [1, 2, 3, 4, 5, 6] },
    })
    expect(planChanges(allumiere, more).some(({ destructive }) => destructive)).toBe(false)
    expect(planChanges(allumiere, { ...allumiere, closures: [] })).toMatchObject([
      { path: 'closures', destructive: false },
    ])
  })
})
