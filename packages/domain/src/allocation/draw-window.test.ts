import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aPool, aReserve, someRules } from '../fixtures/allocation-cases.ts'
import type { Bundle, PoolRules, TenantRules } from '../rules/tenant-rules.ts'
import { drawWindow, promoteWindow } from './draw-window.ts'
import type { WindowInput, WindowOutcome, WindowPerson, WindowRequest, WindowSlot } from './window-types.ts'

const hour = 3_600_000
const monday = new Date('2026-11-30T08:00:00Z')

function slot(pool: string, startsAt = monday, more: Partial<WindowSlot> = {}): WindowSlot {
  return { pool, startsAt, endsAt: new Date(startsAt.getTime() + 5 * hour), ...more }
}

/** Requests with rising tickets in the order given: the first is the luckiest. */
function inOrder(requests: readonly Partial<WindowRequest>[]): readonly WindowRequest[] {
  return requests.map((request, at) => {
    const id = request.id ?? `r${at}`
    return {
      pool: 'seats',
      startsAt: monday,
      members: [{ person: id }],
      ticket: String(at).padStart(4, '0'),
      ...request,
      id,
    }
  })
}

function rulesWith(pools: Readonly<Record<string, PoolRules>>, more: Partial<TenantRules> = {}): TenantRules {
  const [first = aPool()] = Object.values(pools)
  return { ...someRules(first, more), pools }
}

function decide(
  rules: TenantRules,
  requests: readonly WindowRequest[],
  more: Partial<WindowInput> = {},
): WindowOutcome {
  const slots = Object.keys(rules.pools).map((pool) => slot(pool))
  return drawWindow({ rules, now: new Date('2026-11-26T11:00:00Z'), slots, counted: [], requests, ...more })
}

const admitted = ({ decisions }: WindowOutcome) =>
  decisions.filter((decision) => decision.admitted.length > 0).map(({ id }) => id)
const reasons = ({ decisions }: WindowOutcome) =>
  Object.fromEntries(
    decisions.flatMap(({ id, refused }) => (refused[0] === undefined ? [] : [[id, refused[0].reason]])),
  )

describe('a place with child care and a pet place (TC8)', () => {
  const pools = {
    seats: aPool({ capacity: 2 }),
    care: aPool({ kind: 'care', capacity: 1 }),
    pet: aPool({ kind: 'pet', capacity: 1 }),
  }
  const parts = (...names: readonly string[]) => names.map((pool) => ({ pool, units: 1 }))
  const bundle = (required: readonly string[], addOn: readonly string[] = []): Bundle => ({
    required: parts(...required),
    addOn: parts(...addOn),
    samePeriod: true,
  })
  const rules = rulesWith(pools, {
    bundles: {
      parent: bundle(['seats', 'care'], ['pet']),
      zoo: bundle(['seats', 'care', 'pet']),
      dog: bundle(['seats', 'pet']),
      maybeDog: bundle(['seats'], ['pet']),
    },
  })
  const first = inOrder([
    { id: 'P1', bundle: 'parent' },
    { id: 'P2', bundle: 'parent' },
    { id: 'S1' },
    { id: 'S2' },
  ])

  test('is given whole or not at all, and what is missing is named', () => {
    const outcome = decide(rules, first)
    expect(admitted(outcome)).toEqual(['P1', 'S1'])
    expect(reasons(outcome)).toEqual({
      P2: { code: 'BUNDLE_COMPONENT_FULL', pool: 'care' },
      S2: { code: 'BELOW_CUTOFF' },
    })
  })

  test('comes free whole: the next who waits for both gets both, before who waits for a seat alone', () => {
    const waiting = first.filter(({ id }) => id === 'P2' || id === 'S2')
    const after = promoteWindow({
      rules,
      now: monday,
      counted: [],
      requests: waiting,
      slots: [slot('seats', monday, { incumbents: [{}] }), slot('care'), slot('pet')],
    })
    expect(admitted(after)).toEqual(['P2'])
  })

  test('goes to the better placed, though two others could have had a part each', () => {
    const requests = inOrder([
      { id: 'B', bundle: 'zoo' },
      { id: 'X', bundle: 'parent' },
      { id: 'Y', bundle: 'dog' },
    ])
    const outcome = decide(rules, requests)
    expect(admitted(outcome)).toEqual(['B'])
    expect(reasons(outcome)).toEqual({
      X: { code: 'BUNDLE_COMPONENT_FULL', pool: 'care' },
      Y: { code: 'BUNDLE_COMPONENT_FULL', pool: 'pet' },
    })
  })

  test('an extra is given if free, and its lack cancels nothing', () => {
    const requests = inOrder([
      { id: 'B', bundle: 'parent', addOns: ['pet'] },
      { id: 'X', bundle: 'parent' },
      { id: 'Y', bundle: 'maybeDog', addOns: ['pet'] },
    ])
    const { decisions } = decide(rules, requests)
    expect(decisions).toMatchObject([
      { id: 'B', admitted: [{ person: 'B', label: 'OPEN' }], addOns: ['pet'] },
      { id: 'X', admitted: [] },
      { id: 'Y', admitted: [{ person: 'Y', label: 'OPEN' }], addOns: [] },
    ])
  })

  test('9. in every window a bundle has all its parts or none, and no pool is over its capacity', () => {
    const names = ['parent', 'zoo', 'dog', 'maybeDog', undefined] as const
    const request = fc.record({ bundle: fc.constantFrom(...names), pet: fc.boolean() })
    fc.assert(
      fc.property(
        fc.array(request, { maxLength: 8 }),
        fc.nat(3),
        fc.nat(2),
        fc.nat(2),
        (asked, q, care, pet) => {
          const own = {
            seats: aPool({ capacity: q }),
            care: aPool({ capacity: care }),
            pet: aPool({ capacity: pet }),
          }
          const small = { ...rules, pools: own }
          const requests = inOrder(
            asked.map(({ bundle: name, pet: wanted }) => ({
              ...(name === undefined ? {} : { bundle: name }),
              addOns: wanted ? ['pet'] : [],
            })),
          )
          const { decisions } = decide(small, requests)
          const used: Record<string, number> = { seats: 0, care: 0, pet: 0 }
          for (const { id, admitted: places, addOns } of decisions) {
            if (places.length === 0) {
              expect(addOns).toEqual([])
              continue
            }
            const name = requests.find((one) => one.id === id)?.bundle
            const required =
              name === undefined ? ['seats'] : small.bundles[name]?.required.map(({ pool }) => pool)
            for (const pool of [...(required ?? []), ...addOns]) used[pool] = (used[pool] ?? 0) + 1
          }
          expect(used['seats']).toBeLessThanOrEqual(q)
          expect(used['care']).toBeLessThanOrEqual(care)
          expect(used['pet']).toBeLessThanOrEqual(pet)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('counts against the caps of the household for child care', () => {
    const capped = {
      ...rules,
      caps: [{ who: 'household', pools: ['care'], per: 'isoWeek', max: 1, unit: 'slots' }],
    } as const satisfies TenantRules
    const family = { household: 'rossi' }
    const requests = inOrder([
      { id: 'A', bundle: 'parent', members: [{ person: 'A', ...family }] },
      { id: 'B', bundle: 'parent', members: [{ person: 'B', ...family }] },
    ])
    const wide = { ...capped, pools: { ...pools, care: aPool({ kind: 'care', capacity: 2 }) } }
    expect(reasons(decide(wide, requests))).toEqual({
      B: { code: 'CAP_REACHED', per: 'isoWeek', limit: 1 },
    })
  })
})

describe('children of one family at a workshop (TC11)', () => {
  const children = (family: string, count: number): WindowPerson[] =>
    Array.from({ length: count }, (_, at) => ({ person: `${family}.${at}`, bornOn: '2015-01-01' }))
  const order = [
    ['H6', 1],
    ['H1', 2],
    ['H3', 2],
    ['H4', 1],
    ['H5', 1],
    ['H2', 1],
  ] as const
  const requests = inOrder(order.map(([id, size]) => ({ id, members: children(id, size) })))
  const workshop = (capacity: number, together: 'all' | 'asMany') =>
    rulesWith({
      seats: aPool({
        kind: 'workshop',
        capacity,
        eligibility: { age: { gte: 6, lt: 19, at: 'slotStart' } },
        household: { together },
      }),
    })

  test.each([
    [4, ['H6', 'H1', 'H4']],
    [5, ['H6', 'H1', 'H3']],
  ])('all or none, with %d places', (capacity, expected) => {
    expect(admitted(decide(workshop(capacity, 'all'), requests))).toEqual(expected)
  })

  test('as many as possible: the eldest first, the others wait before everybody behind them', () => {
    const family = [
      { person: 'young', bornOn: '2018-05-01' },
      { person: 'old', bornOn: '2012-05-01' },
    ]
    const outcome = decide(
      workshop(1, 'asMany'),
      inOrder([
        { id: 'F', members: family },
        { id: 'G', members: children('G', 1) },
      ]),
    )
    expect(outcome.decisions[0]).toMatchObject({
      id: 'F',
      admitted: [{ person: 'old' }],
      refused: [{ person: 'young', reason: { code: 'BELOW_CUTOFF' } }],
    })
  })

  test('a brother who is too young is left out first and blocks nobody', () => {
    const family = [
      { person: 'baby', bornOn: '2024-05-01' },
      { person: 'old', bornOn: '2012-05-01' },
    ]
    expect(decide(workshop(1, 'all'), inOrder([{ id: 'F', members: family }])).decisions).toEqual([
      {
        id: 'F',
        admitted: [{ person: 'old', label: 'OPEN' }],
        refused: [{ person: 'baby', reason: { code: 'NOT_ELIGIBLE(age)' } }],
        addOns: [],
      },
    ])
  })

  test('a group of friends with a member who may not come is out whole', () => {
    const rules = rulesWith({
      seats: aPool({ capacity: 5, eligibility: { age: { gte: 16, at: 'slotStart' } } }),
    })
    const members = [
      { person: 'a', bornOn: '1990-01-01' },
      { person: 'b', bornOn: '2015-01-01' },
    ]
    const { decisions } = decide(rules, inOrder([{ id: 'G', members }]))
    expect(decisions[0]?.refused.map(({ person }) => person)).toEqual(['a', 'b'])
  })
})

describe('organisations with a ceiling (TC12b)', () => {
  const bar = {
    label: 'Avvocati',
    agreementUntil: '2028-12-31',
    ceiling: { concurrent: 2, perIsoWeek: 8 },
    spill: 'none',
  } as const
  const requests = inOrder(
    ['L1', 'L2', 'C3', 'L4', 'C5', 'C6', 'L7', 'C8', 'L9', 'C10'].map((id) => ({
      id,
      members: [{ person: id, memberOf: id.startsWith('L') ? ['bar'] : [] }],
      ...(id.startsWith('L') ? { org: 'bar' } : {}),
    })),
  )
  const rules = (capacity: number, spill: 'none' | 'asIndividual') =>
    rulesWith({ seats: aPool({ capacity }) }, { orgs: { bar: { ...bar, spill } } })

  test('keep their best and leave the others out', () => {
    const outcome = decide(rules(6, 'none'), requests)
    expect(admitted(outcome).toSorted()).toEqual(['C3', 'C5', 'C6', 'C8', 'L1', 'L2'])
    expect(reasons(outcome)).toEqual({
      L4: { code: 'ORG_CEILING' },
      L7: { code: 'ORG_CEILING' },
      L9: { code: 'ORG_CEILING' },
      C10: { code: 'BELOW_CUTOFF' },
    })
  })

  test('or send the others behind everybody else, for what is left', () => {
    const outcome = decide(rules(8, 'asIndividual'), requests)
    expect(admitted(outcome).toSorted()).toEqual(['C10', 'C3', 'C5', 'C6', 'C8', 'L1', 'L2', 'L4'])
    expect(reasons(outcome)).toEqual({ L7: { code: 'ORG_CEILING' }, L9: { code: 'ORG_CEILING' } })
  })

  test('count what they used in the week', () => {
    const wednesday = new Date('2026-12-02T08:00:00Z')
    const used = (weeks: number) => ({
      person: 'x',
      org: 'bar',
      pool: 'seats',
      startsAt: new Date(wednesday.getTime() + weeks * 168 * hour),
      endsAt: new Date(wednesday.getTime() + (weeks * 168 + 5) * hour),
    })
    const counted = [...Array.from({ length: 7 }, () => used(0)), used(1), used(-1)]
    const outcome = decide(rules(6, 'none'), requests, { counted })
    expect(admitted(outcome).filter((id) => id.startsWith('L'))).toEqual(['L1'])
  })

  test('lose the claim of the organisation when they come as individuals', () => {
    const pool = aPool({
      capacity: 3,
      reserves: [aReserve('bar', 2, { when: { memberOf: { org: 'bar' } }, mode: 'hard' })],
    })
    const one = { ...bar, ceiling: { concurrent: 1 }, spill: 'asIndividual' } as const
    const outcome = decide(rulesWith({ seats: pool }, { orgs: { bar: one } }), requests)
    // One lawyer in the reserve, one citizen in the open place; the second place of the reserve stays empty.
    expect(admitted(outcome).toSorted()).toEqual(['C3', 'L1'])
  })
})

describe('caps (TC12c)', () => {
  const pool = aPool({ capacity: 10 })
  const rules = rulesWith(
    { seats: pool },
    { caps: [{ who: 'person', pools: ['seats'], per: 'isoWeek', max: 2, unit: 'slots' }] },
  )
  const on = (day: string) => new Date(`${day}T08:00:00Z`)
  const counted = ['2026-12-29', '2026-12-31'].map((day) => ({
    person: 'anna',
    pool: 'seats',
    startsAt: on(day),
    endsAt: new Date(on(day).getTime() + 5 * hour),
  }))

  test.each([
    ['2027-01-01', { r0: { code: 'CAP_REACHED', per: 'isoWeek', limit: 2 } }],
    ['2027-01-04', {}],
  ])('an ISO week crosses the year: a third place on %s', (day, expected) => {
    const requests = inOrder([{ startsAt: on(day), members: [{ person: 'anna' }] }])
    expect(reasons(decide(rules, requests, { counted, slots: [slot('seats', on(day))] }))).toEqual(expected)
  })

  test('fill up inside the window, slot by slot', () => {
    const days = ['2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03'].map(on)
    const requests = inOrder(days.map((startsAt) => ({ startsAt, members: [{ person: 'anna' }] })))
    const outcome = decide(rules, requests, { slots: days.map((day) => slot('seats', day)) })
    expect(admitted(outcome)).toEqual(['r0', 'r1'])
  })

  test('in minutes count minutes, and of a group each member’s own', () => {
    const minutes = rulesWith(
      { seats: pool },
      { caps: [{ who: 'household', pools: ['seats'], per: 'day', max: 300, unit: 'minutes' }] },
    )
    const group = inOrder([
      {
        members: [
          { person: 'a', household: 'h' },
          { person: 'b', household: 'h' },
        ],
      },
    ])
    const strangers = inOrder([{ members: [{ person: 'a' }, { person: 'b' }] }])
    expect(reasons(decide(minutes, group))).toEqual({ r0: { code: 'CAP_REACHED', per: 'day', limit: 300 } })
    expect(reasons(decide(minutes, strangers))).toEqual({})
  })

  test('one request refused for a cap takes no place of the others', () => {
    const one = rulesWith(
      { seats: aPool({ capacity: 1 }) },
      { caps: [{ who: 'person', pools: ['seats'], per: 'day', max: 0, unit: 'slots' }] },
    )
    expect(admitted(decide(one, inOrder([{}, {}])))).toEqual([])
  })
})

describe('fewest recent uses', () => {
  const days = Array.from({ length: 10 }, (_, at) => new Date(monday.getTime() + at * 24 * hour))
  const fivePeople = days.flatMap((startsAt, day) =>
    ['a', 'b', 'c', 'd', 'e'].map(
      (person, at): WindowRequest => ({
        id: `${person}${day}`,
        pool: 'seats',
        startsAt,
        members: [{ person }],
        ticket: String((at * 7 + day * 3) % 10),
      }),
    ),
  )

  test('10. give everybody the same over a window, one apart at most at any moment', () => {
    const rules = rulesWith({ seats: aPool({ capacity: 3 }) })
    const { decisions } = decide(rules, fivePeople, { slots: days.map((day) => slot('seats', day)) })
    const uses = new Map<string, number>()
    for (const day of days.keys()) {
      for (const { id, admitted: places } of decisions)
        if (id.endsWith(String(day)) && places.length > 0)
          uses.set(id.slice(0, 1), (uses.get(id.slice(0, 1)) ?? 0) + 1)
      const all = ['a', 'b', 'c', 'd', 'e'].map((person) => uses.get(person) ?? 0)
      expect(Math.max(...all) - Math.min(...all)).toBeLessThanOrEqual(1)
    }
    expect([...uses.values()]).toEqual([6, 6, 6, 6, 6])
  })

  test('what was used before the window counts, child care does not', () => {
    const used = (kind: PoolRules['kind']) => {
      const rules = rulesWith({ care: aPool({ kind, capacity: 1 }), seats: aPool({ capacity: 1 }) })
      const requests = [
        ...inOrder([{ id: 'first', pool: 'care', members: [{ person: 'a' }] }]),
        ...inOrder([
          { id: 'again', members: [{ person: 'a' }] },
          { id: 'other', members: [{ person: 'b' }] },
        ]),
      ]
      return admitted(decide(rules, requests))
    }
    expect(used('care')).toEqual(['first', 'again'])
    expect(used('desk')).toEqual(['first', 'other'])

    const before = inOrder([{ members: [{ person: 'a', recentUse: 1 }] }, { members: [{ person: 'b' }] }])
    expect(admitted(decide(rulesWith({ seats: aPool({ capacity: 1 }) }), before))).toEqual(['r1'])
  })
})

describe('a series', () => {
  const tuesday = new Date(monday.getTime() + 24 * hour)
  const rules = rulesWith(
    { seats: aPool({ capacity: 1 }) },
    { priority: { ...someRules(aPool()).priority, recentUse: null } },
  )
  const slots = [slot('seats', monday), slot('seats', tuesday)]
  const course = (mode: 'all' | 'each', ticket: string) =>
    [monday, tuesday].map(
      (startsAt, at): WindowRequest => ({
        id: `course${at}`,
        pool: 'seats',
        startsAt,
        members: [{ person: 'teacher' }],
        ticket,
        series: { id: 'course', mode },
      }),
    )
  const single: WindowRequest = {
    id: 'single',
    pool: 'seats',
    startsAt: tuesday,
    members: [{ person: 's' }],
    ticket: '5',
  }
  const behind: WindowRequest = {
    id: 'behind',
    pool: 'seats',
    startsAt: monday,
    members: [{ person: 't' }],
    ticket: '9',
  }

  test('of each date takes what it can get', () => {
    expect(admitted(decide(rules, [...course('each', '7'), single, behind], { slots }))).toEqual([
      'course0',
      'single',
    ])
  })

  test('of all dates takes none when one is lost, and its places go to those behind', () => {
    const outcome = decide(rules, [...course('all', '7'), single, behind], { slots })
    expect(admitted(outcome)).toEqual(['behind', 'single'])
    expect(reasons(outcome)).toEqual({
      course0: { code: 'SERIES_INCOMPLETE', series: 'course' },
      course1: { code: 'BELOW_CUTOFF' },
    })
  })

  test('of all dates takes all when it stands before the singles', () => {
    expect(admitted(decide(rules, [...course('all', '3'), single, behind], { slots }))).toEqual([
      'course0',
      'course1',
    ])
  })

  test('of two that stand in each other’s way, the better keeps its dates', () => {
    const other = course('all', '6').map((one) => ({
      ...one,
      id: `o${one.id}`,
      series: { id: 'o', mode: 'all' as const },
    }))
    expect(admitted(decide(rules, [...course('all', '3'), ...other], { slots }))).toEqual([
      'course0',
      'course1',
    ])
  })
})

describe('a window', () => {
  test('decides the same, to the byte, in whatever order it is listed', () => {
    const rules = rulesWith({
      seats: aPool({ capacity: 2, reserves: [aReserve('W', 1)], eligibility: { not: { voucher: 'none' } } }),
      hall: aPool({ capacity: 1 }),
    })
    const requests = ['seats', 'hall'].flatMap((pool) =>
      inOrder(
        Array.from({ length: 5 }, (_, at) => ({
          id: `${pool}${at}`,
          pool,
          members: [
            { person: `p${at}`, traits: at % 2 === 0 ? ['W'] : [], vouchers: at % 3 === 0 ? ['none'] : [] },
          ],
        })),
      ),
    )
    const slots = [slot('seats', monday, { incumbents: [{ traits: ['W'] }, {}] }), slot('hall')]
    const input = { rules, now: monday, slots, requests, counted: [] }
    const reversed = {
      ...input,
      requests: requests.toReversed(),
      slots: slots
        .toReversed()
        .map((one) =>
          one.incumbents === undefined ? one : { ...one, incumbents: one.incumbents.toReversed() },
        ),
    }
    expect(JSON.stringify(drawWindow(reversed))).toBe(JSON.stringify(drawWindow(input)))
  })

  test('with a closed pool says so to everybody', () => {
    expect(reasons(decide(rulesWith({ seats: aPool({ capacity: 0 }) }), inOrder([{}])))).toEqual({
      r0: { code: 'CLOSED' },
    })
  })

  test('does not know a request for a slot it does not have', () => {
    const requests = inOrder([{ startsAt: new Date(0) }])
    expect(() => decide(rulesWith({ seats: aPool() }), requests)).toThrow(
      'a slot that the window does not have',
    )
  })
})
