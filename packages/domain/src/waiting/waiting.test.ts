import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aPool, places as somePlaces, someRules } from '../booking/booking-fixtures.ts'
import type { PoolRules, TenantRules } from '../rules/tenant-rules.ts'
import { nextInLine, withPlacesPromised } from './next-in-line.ts'
import type { Line, WaitingWish } from './next-in-line.ts'
import { orderWaiting, placeInLine } from './order-waiting.ts'

const day = '2026-12-01'
const now = new Date('2026-11-27T09:00:00Z')
const morning = { startsAt: new Date('2026-12-01T08:00:00Z'), endsAt: new Date('2026-12-01T13:00:00Z') }
const afternoon = { startsAt: new Date('2026-12-01T13:00:00Z'), endsAt: new Date('2026-12-01T18:00:00Z') }
const asked = (minute: number) => new Date(now.getTime() - 3_600_000 + minute * 60_000)
const firstCome = { lottery: null }
const drawn = { lottery: { ticketUnit: 'person' } } as unknown as Pick<TenantRules, 'lottery'>

function aWish(
  waitId: string,
  more: Partial<WaitingWish> & { readonly cells?: readonly (typeof morning)[] } = {},
): WaitingWish {
  const { cells = [morning], ...rest } = more
  const [first = morning] = cells
  const last = cells.at(-1) ?? first
  const { startsAt } = first
  const { endsAt } = last
  return {
    waitId,
    startsAt,
    endsAt,
    recentUse: 0,
    askedAt: asked(0),
    period: { day, startsAt, endsAt, cells },
    person: {},
    people: 1,
    ...rest,
  }
}

/** A morning with so many places of which the first ones are held. */
function aLine(
  waiting: readonly WaitingWish[],
  { places = 3, taken = 3, pool = aPool() }: { places?: number; taken?: number; pool?: PoolRules } = {},
): Line {
  const units = somePlaces(places)
  return {
    rules: someRules({ pools: { seats: pool } }),
    poolSlug: 'seats',
    pool,
    units,
    blocked: [],
    held: units.slice(0, taken).map(({ unitId }) => ({ unitId, ...morning, holder: {} })),
    waiting,
  }
}

const ids = (all: readonly { readonly waitId: string }[]) => all.map(({ waitId }) => waitId)

describe('the waiting list', () => {
  test.each([
    [
      'who came less often goes first, whoever asked earlier',
      [
        { u: 2, m: 0 },
        { u: 0, m: 9 },
      ],
      ['1', '0'],
    ],
    [
      'among equals who asked first',
      [
        { u: 1, m: 5 },
        { u: 1, m: 4 },
      ],
      ['1', '0'],
    ],
    [
      'in the same instant the tag decides',
      [
        { u: 1, m: 5 },
        { u: 1, m: 5 },
      ],
      ['0', '1'],
    ],
  ] as const)('%s', (_rule, people, expected) => {
    const line = people.map(({ u, m }, at) => aWish(String(at), { recentUse: u, askedAt: asked(m) }))
    expect(ids(orderWaiting(line, firstCome))).toEqual(expected)
    expect(ids(orderWaiting(line.toReversed(), firstCome))).toEqual(expected)
  })

  test('after a draw the order of asking alone decides', () => {
    const line = [aWish('often', { recentUse: 5, askedAt: asked(1) }), aWish('never', { askedAt: asked(2) })]
    expect(ids(orderWaiting(line, drawn))).toEqual(['often', 'never'])
  })

  test('each person hears where they stand, who is before them and what would put them first', () => {
    const line = orderWaiting(
      [
        aWish('fresh', { askedAt: asked(9) }),
        aWish('early', { recentUse: 1, askedAt: asked(1) }),
        aWish('me', { recentUse: 1, askedAt: asked(5) }),
        aWish('later in the day', { askedAt: asked(0), cells: [afternoon] }),
      ],
      firstCome,
    )
    expect(placeInLine(line, 'me', firstCome)).toEqual({
      position: 3,
      aheadWithFewerUses: 1,
      aheadByAsking: 1,
      firstWithUses: 0,
    })
    expect(placeInLine(line, 'fresh', firstCome)).toEqual({
      position: 1,
      aheadWithFewerUses: 0,
      aheadByAsking: 0,
    })
    expect(placeInLine(line, 'nobody', firstCome)).toBeUndefined()
  })

  test('what is said to put somebody first does', () => {
    const anyone = fc.record({ u: fc.nat(4), m: fc.nat(9) })
    fc.assert(
      fc.property(fc.array(anyone, { minLength: 1, maxLength: 8 }), (people) => {
        const line = people.map(({ u, m }, at) => aWish(String(at), { recentUse: u, askedAt: asked(m) }))
        for (const one of line) {
          const place = placeInLine(orderWaiting(line, firstCome), one.waitId, firstCome)
          if (place?.firstWithUses === undefined) continue
          const changed = line.map((each) =>
            each === one ? { ...each, recentUse: place.firstWithUses ?? 0 } : each,
          )
          expect(orderWaiting(changed, firstCome)[0]?.waitId).toBe(one.waitId)
        }
      }),
    )
  })
})

describe('a place that comes free', () => {
  const none = new Set<string>()

  test('goes to nobody while there is none', () => {
    expect(nextInLine(aLine([aWish('a')]), none, now)).toBeUndefined()
  })

  test('goes to the first of the list, and to the next when the first could not have it', () => {
    const line = aLine([aWish('a'), aWish('b')], { taken: 2 })
    expect(nextInLine(line, none, now)?.waitId).toBe('a')
    expect(nextInLine(line, new Set(['a']), now)?.waitId).toBe('b')
    expect(nextInLine(line, new Set(['a', 'b']), now)).toBeUndefined()
  })

  test('skips who asked for more places than are free', () => {
    const pool = aPool({ group: { max: 3, adjacency: 'none' } })
    const line = aLine([aWish('three', { people: 3 }), aWish('one')], { taken: 1, pool })
    expect(nextInLine(line, none, now)?.waitId).toBe('one')
    expect(nextInLine({ ...line, held: [] }, none, now)?.waitId).toBe('three')
  })

  test('skips who needs another hour too, when that one is full', () => {
    const line = aLine([aWish('all day', { cells: [morning, afternoon] }), aWish('morning')], { taken: 2 })
    const full = line.units.map(({ unitId }) => ({ unitId, ...afternoon, holder: {} }))
    expect(nextInLine({ ...line, held: [...line.held, ...full] }, none, now)?.waitId).toBe('morning')
    expect(nextInLine(line, none, now)?.waitId).toBe('all day')
  })

  test('skips who needs one very place, when it is another that is free', () => {
    const line = aLine([aWish('first seat', { wantedUnitId: 'u1' }), aWish('any')], { taken: 2 })
    expect(nextInLine(line, none, now)?.waitId).toBe('any')
  })

  test('out of order is nobody’s', () => {
    const line = aLine([aWish('a')], { taken: 2 })
    const blocked = line.units.slice(2).map(({ unitId }) => ({ unitId, ...morning }))
    expect(nextInLine({ ...line, blocked }, none, now)).toBeUndefined()
  })

  test('goes first to who brings a reserve closer to its floor, and a held one to nobody else', () => {
    const pool = aPool({
      reserves: [
        { id: 'young', size: 1, when: { age: { lt: 35, at: 'slotStart' } }, mode: 'soft', release: null },
      ],
    })
    const wishes = [
      aWish('a', { person: { bornOn: '1970-01-01' } }),
      aWish('young', { person: { bornOn: '2000-01-01' } }),
    ]
    expect(nextInLine(aLine(wishes, { taken: 2, pool }), none, now)?.waitId).toBe('young')
    const [reserve] = pool.reserves
    const hard = aPool({ reserves: reserve === undefined ? [] : [{ ...reserve, mode: 'hard' }] })
    expect(nextInLine(aLine(wishes.slice(0, 1), { taken: 2, pool: hard }), none, now)).toBeUndefined()
  })
})

describe('a place that is promised', () => {
  test('is of who waits, and what is over is anybody’s', () => {
    const line = aLine([aWish('a'), aWish('b')], { places: 5, taken: 1 })
    expect(withPlacesPromised(line, new Set(), now)).toHaveLength(3)
    expect(withPlacesPromised(line, new Set(['a']), now)).toHaveLength(2)
    expect(withPlacesPromised(aLine([aWish('a')]), new Set(), now)).toHaveLength(3)
  })

  test('never is more than there is, and no two people have one place', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.nat(6), fc.nat(9), (places, taken, waiting) => {
        const line = aLine(
          Array.from({ length: waiting }, (_, at) => aWish(`w${at}`)),
          { places, taken: Math.min(places, taken) },
        )
        const held = withPlacesPromised(line, new Set(), now)
        expect(new Set(held.map(({ unitId }) => unitId)).size).toBe(held.length)
        expect(held).toHaveLength(Math.min(places, line.held.length + waiting))
      }),
    )
  })
})
