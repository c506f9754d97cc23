import { describe, expect, test } from 'vitest'
import { aCase, admitted, aPool, aReserve, people, refused, someRules } from '../fixtures/allocation-cases.ts'
import type { When } from '../rules/tenant-rules.ts'
import { allocate } from './allocate.ts'

const fridayNoon: When = { businessDaysBefore: 1, at: '12:00' }

describe('reserves that overlap', () => {
  test.each([
    ['F before D', [aReserve('F', 1), aReserve('D', 1)]],
    ['D before F', [aReserve('D', 1), aReserve('F', 1)]],
  ])('serve two people where one could have taken both places, %s in the rules (TC1)', (_order, reserves) => {
    const one = aCase(aPool({ capacity: 2, reserves }), { requests: people('devi{F,D} max freya{F}') })
    expect(admitted(one)).toEqual({ devi: 'D', freya: 'F' })
    expect(refused(one)).toEqual({ max: 'BELOW_CUTOFF' })
  })

  const three = aPool({ capacity: 3, reserves: [aReserve('A', 1), aReserve('B', 1), aReserve('C', 1)] })

  test('move people along a chain of three rather than leave one out (TC2)', () => {
    expect(admitted(aCase(three, { requests: people('p1{A,B} x p2{B,C} p3{A}') }))).toEqual({
      p1: 'B',
      p2: 'C',
      p3: 'A',
    })
    expect(admitted(aCase(three, { requests: people('p1{A,B} p2{B,C} p3{A} p4') }))).toEqual({
      p1: 'B',
      p2: 'C',
      p3: 'A',
    })
  })

  test('count a person once, so two conditions do not fill two places', () => {
    const both = aPool({ capacity: 3, reserves: [aReserve('A', 1), aReserve('B', 1)] })
    expect(admitted(aCase(both, { requests: people('x y p{A,B} q{B}') }))).toEqual({
      x: 'OPEN',
      p: 'A',
      q: 'B',
    })
  })
})

describe('a floor, or places on top of merit (TC5)', () => {
  const requests = people('w1{W} w2{W} o1 o2 w3{W} w4{W} o3')
  const four = { capacity: 4, reserves: [aReserve('W', 2)] }

  test('reserve first: the two already in by rank fill the reserve', () => {
    expect(admitted(aCase(aPool(four), { requests }))).toEqual({ w1: 'W', w2: 'W', o1: 'OPEN', o2: 'OPEN' })
  })

  test('one open place first', () => {
    const pool = aPool({ ...four, precedence: { openFirst: 1 } })
    expect(admitted(aCase(pool, { requests }))).toEqual({ w1: 'OPEN', o1: 'OPEN', w2: 'W', w3: 'W' })
  })

  test('two open places first', () => {
    const pool = aPool({ ...four, precedence: { openFirst: 2 } })
    expect(admitted(aCase(pool, { requests }))).toEqual({ w1: 'OPEN', w2: 'OPEN', w3: 'W', w4: 'W' })
  })

  const twenty = people(
    Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? `w${i + 1}{W}` : `o${i + 1}`)).join(' '),
  )
  const ids = (pool: ReturnType<typeof aPool>) => Object.keys(admitted(aCase(pool, { requests: twenty })))

  test('with twenty who alternate, a floor of five that rank already fills changes nothing', () => {
    const topTen = twenty.slice(0, 10).map(({ id }) => id)
    expect(ids(aPool({ reserves: [aReserve('W', 0)] }))).toEqual(topTen)
    expect(ids(aPool({ reserves: [aReserve('W', 5)] }))).toEqual(topTen)
  })

  test('with twenty who alternate, five places on top of merit bring eight in', () => {
    const chosen = ids(aPool({ reserves: [aReserve('W', 5)], precedence: { openFirst: 5 } }))
    expect(chosen.toSorted()).toEqual(
      ['w1', 'w3', 'w5', 'w7', 'w9', 'w11', 'w13', 'w15', 'o2', 'o4'].toSorted(),
    )
  })
})

describe('first come, first served (TC6)', () => {
  const pool = aPool({ capacity: 4, reserves: [aReserve('W', 2, { release: fridayNoon })] })
  const firstCome = (text: string, now: string) =>
    aCase(pool, { phase: 'first-come', requests: people(text), now })
  const before = '2026-11-26T11:00:00Z'

  test('holds the reserved places for who comes later', () => {
    const one = firstCome('o1 o2 o3 w1{W} w2{W}', before)
    expect(admitted(one)).toEqual({ o1: 'OPEN', o2: 'OPEN', w1: 'W', w2: 'W' })
    expect(refused(one)).toEqual({ o3: 'HELD_FOR_RESERVE' })
  })

  test('labels anew, so that those who came first do not shut the others out', () => {
    const one = firstCome('w1{W} w2{W} o1 o2 w3{W}', before)
    expect(admitted(one)).toEqual({ w1: 'W', w2: 'W', o1: 'OPEN', o2: 'OPEN' })
    expect(refused(one)).toEqual({ w3: 'FULL' })
  })

  test('with one of two units released, a partial release is two reserves', () => {
    const partial = aPool({
      capacity: 4,
      reserves: [
        aReserve('W', 1, { release: { hoursBefore: 2 } }),
        aReserve('W-early', 1, { when: { trait: 'W' }, release: fridayNoon }),
      ],
    })
    const one = aCase(partial, {
      phase: 'first-come',
      requests: people('o1 o2 o3 w1{W} w2{W}'),
      now: '2026-11-27T11:00:00Z',
    })
    expect(admitted(one)).toEqual({ o1: 'OPEN', o2: 'OPEN', o3: 'OPEN', w1: 'W' })
    expect(refused(one)).toEqual({ w2: 'FULL' })
  })

  test.each([
    ['a second before noon the place is still held', '2026-11-27T10:59:59Z', {}, { o3: 'HELD_FOR_RESERVE' }],
    ['at noon exactly it goes to the first who waits', '2026-11-27T11:00:00Z', { o3: 'OPEN' }, {}],
  ])('%s', (_what, now, letIn, waits) => {
    const one = aCase(pool, {
      phase: 'promotion',
      now,
      incumbents: people('o1 o2'),
      requests: people('o3'),
    })
    expect(admitted(one)).toEqual(letIn)
    expect(refused(one)).toEqual(waits)
  })

  test('places on top of merit exist in a draw only', () => {
    const openFirst = { ...pool, precedence: { openFirst: 2 } } as const
    const requests = people('w1{W} w2{W} o1 o2 w3{W}')
    const one = aCase(openFirst, { phase: 'first-come', requests, now: before })
    expect(admitted(one)).toEqual({ w1: 'W', w2: 'W', o1: 'OPEN', o2: 'OPEN' })
  })
})

describe('a draw with places nobody of a reserve wants', () => {
  const order = people('o1 o2 o3 w1{W}')

  test('gives them to the best of the rest when the reserve has no release', () => {
    const pool = aPool({ capacity: 4, reserves: [aReserve('W', 2)] })
    expect(admitted(aCase(pool, { requests: order }))).toEqual({
      o1: 'OPEN',
      o2: 'OPEN',
      o3: 'OPEN',
      w1: 'W',
    })
  })

  test('holds them until the release', () => {
    const pool = aPool({ capacity: 4, reserves: [aReserve('W', 2, { release: fridayNoon })] })
    const one = aCase(pool, { requests: order })
    expect(admitted(one)).toEqual({ o1: 'OPEN', o2: 'OPEN', w1: 'W' })
    expect(allocate(one).waiting).toEqual([
      {
        id: 'o3',
        reason: 'HELD_FOR_RESERVE',
        cutoff: { tier: 1, points: 0, recentUse: 0, ticket: null },
        counterfactual: { code: 'WITH_RESERVE_CLAIM', units: 1 },
      },
    ])
  })

  test('holds them for ever when the reserve is hard', () => {
    const pool = aPool({ capacity: 4, reserves: [aReserve('W', 2, { mode: 'hard' })] })
    expect(refused(aCase(pool, { requests: order, now: '2026-11-30T08:00:00Z' }))).toEqual({
      o3: 'HELD_FOR_RESERVE',
    })
  })

  test('after the release knows no claim', () => {
    const pool = aPool({ capacity: 4, reserves: [aReserve('W', 2, { release: fridayNoon })] })
    const requests = people('o1 o2 o3 o4 w1{W}')
    const one = aCase(pool, { requests, now: '2026-11-27T11:00:00Z' })
    expect(admitted(one)).toEqual({ o1: 'OPEN', o2: 'OPEN', o3: 'OPEN', o4: 'OPEN' })
  })
})

describe('places that come free', () => {
  const pool = aPool({ capacity: 3, reserves: [aReserve('W', 1)] })
  const promotion = (incumbents: string, waiting: string) =>
    aCase(pool, {
      phase: 'promotion',
      ...(incumbents === '' ? {} : { incumbents: people(incumbents) }),
      requests: people(waiting),
    })

  test('go first to who brings a reserve to its floor, though others wait longer', () => {
    expect(admitted(promotion('a b', 'o w{W}'))).toEqual({ w: 'W' })
  })

  test('go by rank when the floor is reached', () => {
    expect(admitted(promotion('a w0{W}', 'o w{W}'))).toEqual({ o: 'OPEN' })
  })

  test('go to several at once, each counted on top of the one before', () => {
    expect(admitted(promotion('a', 'o1 w{W} o2'))).toEqual({ o1: 'OPEN', w: 'W' })
  })

  test('move nobody out, even when more are in than a reduced capacity', () => {
    const one = promotion('a b c d', 'w{W}')
    expect(admitted(one)).toEqual({})
    expect(refused(one)).toEqual({ w: 'BELOW_CUTOFF' })
  })
})

describe('a group', () => {
  test('is let in whole or not at all, and the next is tried (TC9)', () => {
    const one = aCase(aPool({ capacity: 3 }), {
      phase: 'first-come',
      requests: [{ id: 'G1', units: 2 }, { id: 'G2', units: 2 }, { id: 'S1' }],
    })
    expect(admitted(one)).toEqual({ G1: ['OPEN', 'OPEN'], S1: 'OPEN' })
    expect(allocate(one).waiting).toMatchObject([
      { id: 'G2', reason: 'GROUP_DOES_NOT_FIT', counterfactual: { code: 'UNITS_AT_MOST', units: 1 } },
    ])
  })

  test('is told that it is below the cut-off when a draw leaves nothing free', () => {
    const requests = [{ id: 'G1', units: 2 }, { id: 'G2', units: 2 }, { id: 'S1' }]
    expect(refused(aCase(aPool({ capacity: 3 }), { requests }))).toEqual({ G2: 'BELOW_CUTOFF' })
    expect(refused(aCase(aPool({ capacity: 3 }), { requests: requests.slice(0, 2) }))).toEqual({
      G2: 'GROUP_DOES_NOT_FIT',
    })
  })

  test('counts toward reserves with the members who claim, with its first unit otherwise', () => {
    const pool = aPool({ capacity: 4, reserves: [aReserve('care', 2, { mode: 'hard' })] })
    const units = aCase(pool, { requests: [{ id: 'g', units: 3, traits: ['care'] }] })
    expect(admitted(units)).toEqual({ g: ['care', 'OPEN', 'OPEN'] })
    const members = [{}, { traits: ['care'] }, { traits: ['care'] }, {}]
    expect(admitted(aCase(pool, { requests: [{ id: 'g', members }] }))).toEqual({
      g: ['OPEN', 'care', 'care', 'OPEN'],
    })
    expect(refused(aCase(pool, { requests: [{ id: 'g', units: 4, traits: ['care'] }] }))).toEqual({
      g: 'HELD_FOR_RESERVE',
    })
  })

  test('does not take an open place before a better single request by its member’s claim', () => {
    const pool = aPool({ capacity: 3, reserves: [aReserve('care', 1)] })
    const requests = [...people('x y'), { id: 'g', units: 2, traits: ['care'] }, ...people('z')]
    expect(admitted(aCase(pool, { requests }))).toEqual({ x: 'OPEN', y: 'OPEN', z: 'OPEN' })
  })

  test('stands as its worst member stands', () => {
    const one = aCase(aPool({ capacity: 3 }), {
      ordered: false,
      requests: [
        {
          id: 'g',
          ticket: '00',
          members: [
            { tier: 1, points: 5, recentUse: 0 },
            { tier: 1, points: 2, recentUse: 2 },
          ],
        },
        { id: 's0', tier: 1, points: 3, recentUse: 1, ticket: 'ff' },
        { id: 's1', tier: 1, points: 3, recentUse: 2, ticket: 'ff' },
        { id: 's2', tier: 1, points: 3, recentUse: 3, ticket: 'ff' },
      ],
    })
    // The mean of 5 and 2 is 3, the recent uses are 2: behind s0, and by its ticket before s1.
    expect(allocate(one).accepted.map(({ id }) => id)).toEqual(['s0', 'g'])
    expect(allocate(one).waiting.map(({ id }) => id)).toEqual(['s1', 's2'])
  })
})

describe('who is not eligible', () => {
  const workshop = aPool({ kind: 'workshop', eligibility: { age: { gte: 6, lt: 19, at: 'slotStart' } } })
  const born = (bornOn: string, slotDay = '2026-11-30') =>
    refused(
      aCase(workshop, {
        slot: { start: `${slotDay}T08:00:00Z`, end: `${slotDay}T13:00:00Z` },
        requests: [{ id: 'child', bornOn }],
      }),
    )

  test.each([
    ['five on the day', '2020-12-01', '2026-11-30', { child: 'NOT_ELIGIBLE(age)' }],
    ['six on the day', '2020-12-01', '2026-12-01', {}],
    ['nineteen on the day', '2007-11-30', '2026-11-30', { child: 'NOT_ELIGIBLE(age)' }],
    ['eighteen on the day', '2007-12-01', '2026-11-30', {}],
    [
      'born on 29 February, the day before it counts',
      '2020-02-29',
      '2026-02-28',
      { child: 'NOT_ELIGIBLE(age)' },
    ],
    ['born on 29 February, the day it counts', '2020-02-29', '2026-03-01', {}],
  ])('%s (TC11)', (_what, bornOn, slotDay, expected) => {
    expect(born(bornOn, slotDay)).toEqual(expected)
  })

  test('the day is that of Rome, not of Greenwich', () => {
    const late = aCase(workshop, {
      slot: { start: '2026-11-29T23:30:00Z', end: '2026-11-30T01:00:00Z' },
      requests: [{ id: 'child', bornOn: '2020-11-30' }],
    })
    expect(refused(late)).toEqual({})
  })

  test('under 35 ends on the day before the birthday', () => {
    const pool = aPool({
      capacity: 1,
      reserves: [aReserve('u35', 1, { when: { age: { lt: 35, at: 'slotStart' } }, mode: 'hard' })],
    })
    const one = aCase(pool, {
      requests: [
        { id: 'turned', bornOn: '1991-11-30' },
        { id: 'young', bornOn: '1991-12-01' },
      ],
    })
    expect(admitted(one)).toEqual({ young: 'u35' })
  })

  test('is told the fact that kept them out, and waits without being counted', () => {
    const pool = aPool({
      capacity: 1,
      eligibility: { all: [{ age: { gte: 16, at: 'slotStart' } }, { residence: { in: ['borgo-sole'] } }] },
    })
    const one = aCase(pool, {
      requests: [
        { id: 'child', bornOn: '2015-01-01', residence: 'borgo-sole' },
        { id: 'stranger', bornOn: '1990-01-01', residence: 'altrove' },
        { id: 'unknown' },
        { id: 'resident', bornOn: '1990-01-01', residence: 'borgo-sole' },
      ],
    })
    expect(admitted(one)).toEqual({ resident: 'OPEN' })
    expect(refused(one)).toEqual({
      child: 'NOT_ELIGIBLE(age)',
      stranger: 'NOT_ELIGIBLE(residence)',
      unknown: 'NOT_ELIGIBLE(age)',
    })
    expect(allocate(one).waiting[0]?.counterfactual).toEqual({ code: 'AGE_AT_LEAST', age: 16 })
  })

  test('a membership ends with the agreement', () => {
    const pool = aPool({ eligibility: { memberOf: { org: 'unicas' } } })
    const rules = (agreementUntil: string) =>
      someRules(pool, { orgs: { unicas: { label: 'Università', agreementUntil, spill: 'none' } } })
    const requests = [{ id: 'prof', memberOf: ['unicas'] }]
    expect(refused(aCase(pool, { rules: rules('2026-11-30'), requests }))).toEqual({})
    expect(refused(aCase(pool, { rules: rules('2026-11-29'), requests }))).toEqual({
      prof: 'NOT_ELIGIBLE(membership)',
    })
  })

  test('when the pool is closed, everybody is told so and nothing else', () => {
    const pool = aPool({ capacity: 0, eligibility: { trait: 'none' } })
    const one = aCase(pool, { requests: people('a b') })
    expect(refused(one)).toEqual({ a: 'CLOSED', b: 'CLOSED' })
  })
})

describe('without an order in the file', () => {
  const pool = aPool({ capacity: 1 })
  const best = (requests: Parameters<typeof aCase>[1]) => {
    const result = allocate(aCase(pool, { ordered: false, ...requests }))
    return [...result.accepted, ...result.waiting].map(({ id }) => id)
  }

  test.each([
    [
      'tier before points',
      [
        { id: 'a', tier: 2, points: 9 },
        { id: 'b', tier: 1 },
      ],
      ['b', 'a'],
    ],
    [
      'points before recent use',
      [
        { id: 'a', points: 1 },
        { id: 'b', points: 2, recentUse: 9 },
      ],
      ['b', 'a'],
    ],
    [
      'recent use before tickets',
      [
        { id: 'a', recentUse: 1, ticket: '00' },
        { id: 'b', ticket: 'ff' },
      ],
      ['b', 'a'],
    ],
    [
      'the lower ticket',
      [
        { id: 'a', ticket: '10' },
        { id: 'b', ticket: '0f' },
      ],
      ['b', 'a'],
    ],
    ['no ticket after every ticket', [{ id: 'a' }, { id: 'b', ticket: 'ff' }], ['b', 'a']],
    [
      'then the tag, by its bytes',
      [{ id: 'é' }, { id: 'z' }, { id: '\u{1F600}' }, { id: '￿' }],
      ['z', 'é', '￿', '\u{1F600}'],
    ],
  ])('%s decides', (_what, requests, expected) => {
    expect(best({ requests })).toEqual(expected)
    expect(best({ requests: requests.toReversed() })).toEqual(expected)
  })

  test('what is not given is computed from the rules of the pool', () => {
    const own = aPool({
      capacity: 1,
      priority: {
        tiers: [
          { rank: 2, when: { residence: { in: ['altrove'] } } },
          { rank: 1, when: { residence: { in: ['borgo-sole'] } } },
        ],
        points: [
          { when: { age: { gte: 65, at: 'slotStart' } }, value: 3 },
          { when: { memberOf: { org: 'unknown' } }, value: 9 },
          { when: { voucher: 'v' }, value: 3 },
        ],
        maxPoints: 5,
        recentUse: null,
        tieBreak: 'ticket',
      },
    })
    const requests = [
      { id: 'nowhere', ticket: '00' },
      { id: 'elsewhere', residence: 'altrove', ticket: '00' },
      { id: 'here', residence: 'borgo-sole', ticket: 'ff' },
      { id: 'old', residence: 'borgo-sole', bornOn: '1950-01-01', ticket: 'ff' },
      { id: 'clipped', residence: 'borgo-sole', bornOn: '1950-01-01', vouchers: ['v'], ticket: 'ff' },
      { id: 'told', tier: 1, points: 6, residence: 'altrove' },
    ]
    const result = allocate(aCase(own, { ordered: false, requests }))
    expect(result.accepted).toEqual([{ id: 'told', label: 'OPEN' }])
    expect(result.waiting.map(({ id }) => id)).toEqual(['clipped', 'old', 'here', 'elsewhere', 'nowhere'])
    expect(result.waiting[0]?.cutoff).toEqual({ tier: 1, points: 6, recentUse: 0, ticket: null })
  })

  test('the cut-off is the standing of the last let in as open, and the way past it is told', () => {
    const requests = [
      { id: 'a', recentUse: 0, ticket: '01' },
      { id: 'b', recentUse: 1, ticket: '05' },
      { id: 'c', recentUse: 2, ticket: '03' },
      { id: 'd', recentUse: 2, ticket: '06' },
      { id: 'e', recentUse: 1, ticket: '07' },
    ]
    const { waiting } = allocate(aCase(aPool({ capacity: 2 }), { ordered: false, requests }))
    const cutoff = { tier: 1, points: 0, recentUse: 1, ticket: '05' }
    expect(waiting).toEqual([
      {
        id: 'e',
        reason: 'BELOW_CUTOFF',
        cutoff,
        counterfactual: { code: 'RECENT_USE_AT_MOST', recentUse: 0 },
      },
      {
        id: 'c',
        reason: 'BELOW_CUTOFF',
        cutoff,
        counterfactual: { code: 'RECENT_USE_AT_MOST', recentUse: 1 },
      },
      {
        id: 'd',
        reason: 'BELOW_CUTOFF',
        cutoff,
        counterfactual: { code: 'RECENT_USE_AT_MOST', recentUse: 0 },
      },
    ])
  })

  test('the first to come stay first all the same', () => {
    const requests = [
      { id: 'late', ticket: 'ff', recentUse: 9 },
      { id: 'lucky', ticket: '00' },
    ]
    const one = aCase(pool, { ordered: false, phase: 'first-come', requests })
    expect(admitted(one)).toEqual({ late: 'OPEN' })
  })

  test('the waiting list is promoted by rank', () => {
    const requests = [
      { id: 'unlucky', ticket: 'ff' },
      { id: 'lucky', ticket: '00' },
    ]
    expect(admitted(aCase(pool, { ordered: false, phase: 'promotion', requests }))).toEqual({ lucky: 'OPEN' })
    expect(admitted(aCase(pool, { ordered: true, phase: 'promotion', requests }))).toEqual({
      unlucky: 'OPEN',
    })
  })
})
