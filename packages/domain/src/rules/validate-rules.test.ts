import { describe, expect, test } from 'vitest'
import { aPool, aReserve, someRules } from '../fixtures/allocation-cases.ts'
import type { PoolRules, TenantRules } from './tenant-rules.ts'
import { validateRules } from './validate-rules.ts'

const weekly = {
  windows: {
    opens: { businessDaysBefore: 8, at: '09:00' },
    closes: { businessDaysBefore: 3, at: '18:00' },
    draw: { businessDaysBefore: 2, at: '12:00' },
    horizon: 'nextIsoWeek',
  },
  fcfs: { opens: { businessDaysBefore: 2, at: '13:00' }, closes: { hoursBefore: 0 } },
} as const satisfies Partial<TenantRules>

const windows = (more: Partial<typeof weekly.windows> | object) => ({
  ...weekly,
  windows: { ...weekly.windows, ...more },
})

function pathsOf(value: unknown): readonly string[] {
  const checked = validateRules(value)
  return checked.ok ? [] : checked.faults.map(({ path }) => path)
}

const withPool = (more: Partial<PoolRules>) => someRules(aPool(more))

describe('rules that can be followed', () => {
  test('are accepted, with a weekly draw or first come only', () => {
    expect(validateRules(someRules(aPool()))).toMatchObject({ ok: true, warnings: [] })
    expect(validateRules(someRules(aPool(), weekly))).toMatchObject({ ok: true, warnings: [] })
  })

  test('may draw in the very moment in which first come opens', () => {
    expect(pathsOf(someRules(aPool(), windows({ draw: weekly.fcfs.opens })))).toEqual([])
  })
})

describe('rules that cannot be followed', () => {
  const reserve = aReserve('care', 3)

  test.each<[string, unknown, readonly string[]]>([
    [
      'promise more places than there are',
      withPool({ capacity: 2, reserves: [reserve] }),
      ['pools.seats.reserves'],
    ],
    [
      'give more places first than the reserves leave',
      withPool({ capacity: 5, reserves: [reserve], precedence: { openFirst: 3 } }),
      ['pools.seats.precedence.openFirst'],
    ],
    [
      'release a hard reserve',
      withPool({ reserves: [{ ...reserve, mode: 'hard', release: { hoursBefore: 2 } }] }),
      ['pools.seats.reserves[0].release'],
    ],
    [
      'use an id twice',
      withPool({ reserves: [reserve, { ...reserve, size: 1 }] }),
      ['pools.seats.reserves[1].id'],
    ],
    [
      'call a reserve as the open places are called',
      withPool({ reserves: [{ ...reserve, id: 'OPEN' }] }),
      ['pools.seats.reserves[0].id'],
    ],
    [
      'name a trait that nobody declares, however deep',
      withPool({ eligibility: { all: [{ not: { any: [{ trait: 'nobody' }] } }] } }),
      ['pools.seats.eligibility.all[0].not.any[0].trait'],
    ],
    [
      'take a word of the language for a declared trait',
      withPool({ eligibility: { trait: 'constructor' } }),
      ['pools.seats.eligibility.trait'],
    ],
    [
      'name an organisation without an agreement',
      someRules(aPool(), {
        priority: {
          ...someRules(aPool()).priority,
          tiers: [{ rank: 1, when: { memberOf: { org: 'x' } } }],
        },
      }),
      ['priority.tiers[0].when.memberOf.org'],
    ],
    [
      'bundle or cap a pool that is not there',
      someRules(aPool(), {
        bundles: { parent: { required: [{ pool: 'care', units: 1 }], addOn: [], samePeriod: true } },
        caps: [{ who: 'person', pools: ['seats', 'hall'], per: 'day', max: 1, unit: 'slots' }],
      }),
      ['bundles.parent.required[0].pool', 'caps[0].pools[1]'],
    ],
    [
      'ask for an age that nobody has',
      withPool({ eligibility: { age: { gte: 18, lt: 18, at: 'slotStart' } } }),
      ['pools.seats.eligibility.age'],
    ],
    [
      'end a slot before it begins',
      withPool({ open: { days: [1], slots: [['14:00', '09:00']] } }),
      ['pools.seats.open.slots[0]'],
    ],
    [
      'close a window before it opens',
      someRules(aPool(), windows({ closes: { businessDaysBefore: 9, at: '18:00' } })),
      ['windows.closes'],
    ],
    [
      'close a window in the moment in which it opens',
      someRules(aPool(), windows({ closes: weekly.windows.opens })),
      ['windows.closes'],
    ],
    [
      'draw before the window closes',
      someRules(aPool(), windows({ draw: { businessDaysBefore: 3, at: '17:59' } })),
      ['windows.draw'],
    ],
    [
      'open first come before the draw',
      someRules(aPool(), {
        ...weekly,
        fcfs: { ...weekly.fcfs, opens: { businessDaysBefore: 2, at: '11:59' } },
      }),
      ['fcfs.opens'],
    ],
    [
      'close first come before it opens',
      someRules(aPool(), { fcfs: { opens: { hoursBefore: 1 }, closes: { hoursBefore: 2 } } }),
      ['fcfs.closes'],
    ],
  ])('%s', (_what, rules, paths) => {
    expect(pathsOf(rules)).toEqual(paths)
  })
})

describe('a file of another shape', () => {
  const rules = someRules(aPool({ reserves: [aReserve('care', 3)] }))
  const pool = rules.pools['seats']

  test.each<[string, unknown, readonly string[]]>([
    ['that is no object', 'rules', ['']],
    ['with a field that nobody reads', { ...rules, colour: 'red' }, ['colour']],
    [
      'with a size that is no whole number',
      { ...rules, pools: { seats: { ...pool, capacity: 2.5 } } },
      ['pools.seats.capacity'],
    ],
    [
      'with a negative size',
      { ...rules, pools: { seats: { ...pool, reserves: [{ ...aReserve('care', -1) }] } } },
      ['pools.seats.reserves[0].size'],
    ],
    ['with a day that does not exist', { ...rules, effectiveFrom: '2026-02-30' }, ['effectiveFrom']],
    [
      'with a time that no clock shows',
      { ...rules, fcfs: { ...rules.fcfs, opens: { businessDaysBefore: 1, at: '24:00' } } },
      ['fcfs.opens.at'],
    ],
    [
      'with a moment that is neither kind',
      { ...rules, fcfs: { ...rules.fcfs, opens: { hoursBefore: 1, businessDaysBefore: 1, at: '09:00' } } },
      ['fcfs.opens'],
    ],
    [
      'with a condition nobody knows',
      { ...rules, pools: { seats: { ...pool, eligibility: { income: 0 } } } },
      ['pools.seats.eligibility'],
    ],
    [
      'with another order',
      { ...rules, pools: { seats: { ...pool, precedence: 'lastFirst' } } },
      ['pools.seats.precedence'],
    ],
    ['with overbooking', { ...rules, overbook: 1 }, ['overbook']],
  ])('%s', (_what, value, paths) => {
    expect(pathsOf(value)).toEqual(paths)
  })

  test('with fields left out, each named', () => {
    const { review: _review, caps: _caps, ...rest } = rules
    expect(pathsOf(rest)).toEqual(['caps', 'review'])
  })

  test('nested without end is refused, not followed until the memory ends', () => {
    let eligibility: unknown = { always: true }
    for (let depth = 0; depth < 5000; depth += 1) eligibility = { not: eligibility }
    expect(pathsOf({ ...rules, pools: { seats: { ...pool, eligibility } } })[0]).toMatch(
      /^pools\.seats\.eligibility(\.not)+$/,
    )
  })
})

describe('a warning', () => {
  test('W1 is given when a trait gives points and a reserve', () => {
    const pool = aPool({ reserves: [aReserve('care', 3)] })
    const base = someRules(pool)
    const priority = { ...base.priority, points: [{ when: { trait: 'care' }, value: 1 }], maxPoints: 1 }
    const checked = validateRules({ ...base, priority })
    expect(checked).toMatchObject({
      ok: true,
      warnings: [expect.stringMatching(/^W1 pools\.seats\.reserves\[0\]/)],
    })

    const ownOrder = someRules(aPool({ ...pool, priority: base.priority }), { priority })
    expect(validateRules(ownOrder)).toMatchObject({ ok: true, warnings: [] })
  })

  test.each([
    ['before the draw', { businessDaysBefore: 3, at: '12:00' }, 1],
    ['with the draw, for the Monday', { businessDaysBefore: 2, at: '12:00' }, 1],
    ['after the draw', { businessDaysBefore: 1, at: '12:00' }, 0],
  ] as const)('is given when a reserve is released %s', (_when, release, count) => {
    const rules = someRules(aPool({ reserves: [aReserve('care', 3, { release })] }), weekly)
    expect(validateRules(rules).warnings).toHaveLength(count)
  })
})
