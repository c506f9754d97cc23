import { describe, expect, test } from 'vitest'
import { someRules, aPool } from '../fixtures/allocation-cases.ts'
import { absenceConsequence } from './attendance.ts'
import { overCapacity } from './capacity-decrease.ts'
import { placeFreedAt } from './offer.ts'
import { applyOverrides } from './overrides.ts'
import type { Override } from './overrides.ts'
import { recentUseOf } from './recent-use.ts'
import type { LedgerUnit } from './recent-use.ts'

const rules = someRules(aPool())

describe('less room than people (rule 19)', () => {
  const holder = (id: string, recentUse: number, isProtected = false) => ({
    standing: { id, tier: 1, points: 0, recentUse, ticket: '0' },
    units: 1,
    isProtected,
  })
  const holders = [holder('a', 0), holder('b', 2), holder('c', 1), holder('d', 9, true)]

  test('removes nobody: it lists those who are not protected, last in rank first', () => {
    const { tooMany, candidates } = overCapacity(holders, 2)
    expect(tooMany).toBe(2)
    expect(candidates.map(({ standing }) => standing.id)).toEqual(['b', 'c', 'a'])
  })

  test('asks for nobody while there is room', () => {
    expect(overCapacity(holders, 4)).toEqual({ tooMany: 0, candidates: [] })
  })
})

describe('what an officer decides (rule 33)', () => {
  const act = (number: string, holder: string, does: Override['does'], minute = 0): Override => ({
    act: number,
    holder,
    does,
    units: 1,
    at: new Date(minute * 60_000),
  })

  test('takes a place of its own, with the number of the act, and never more than there are', () => {
    const { after, applied, refused } = applyOverrides(
      new Map([['anna', 1]]),
      [act('7/2026', 'carla', 'admit', 2), act('6/2026', 'bruno', 'admit', 1)],
      2,
    )
    expect([...after.keys()]).toEqual(['anna', 'bruno'])
    expect(applied.map(({ label }) => label)).toEqual(['OVERRIDDEN(6/2026)'])
    expect(refused.map(({ holder }) => holder)).toEqual(['carla'])
  })

  test('is replayed in its place: a place withdrawn first can be given after', () => {
    const { after } = applyOverrides(
      new Map([['anna', 1]]),
      [act('2', 'bruno', 'admit', 5), act('1', 'anna', 'withdraw', 4)],
      1,
    )
    expect([...after]).toEqual([['bruno', 1]])
  })

  test('withdraws nothing from who is not in', () => {
    expect(applyOverrides(new Map(), [act('1', 'anna', 'withdraw')], 1).refused).toHaveLength(1)
  })
})

describe('a place that comes free goes to the next in line (rule 20)', () => {
  const start = new Date('2026-12-02T13:00:00Z') // 14:00 in Rome, a Wednesday
  const hoursBefore = (hours: number) => new Date(start.getTime() - hours * 3_600_000)
  const freed = (hours: number) => placeFreedAt(hoursBefore(hours), start, rules.waitlist)

  test.each([
    ['more than a day before it is confirmed', 24.01, { goes: 'confirmed' }],
    [
      'a day before it is offered, for four hours',
      24,
      { goes: 'offered', expiresAt: new Date('2026-12-01T17:00:00Z') },
    ],
    [
      'in the evening the night does not count',
      18,
      { goes: 'offered', expiresAt: new Date('2026-12-02T10:00:00Z') },
    ],
    [
      'at night the time starts in the morning, and ends three hours before',
      10,
      { goes: 'offered', expiresAt: new Date('2026-12-02T10:00:00Z') },
    ],
    [
      'with an hour to reply it is offered',
      4,
      { goes: 'offered', expiresAt: new Date('2026-12-02T10:00:00Z') },
    ],
    ['with less than an hour to reply it is for who comes', 3.99, { goes: 'walk-in' }],
    ['in the last hours it is for who comes', 2, { goes: 'walk-in' }],
  ])('%s', (_what, hours, expected) => {
    expect(freed(hours)).toEqual(expected)
  })

  test('hours of quiet within one day do not run either', () => {
    const waitlist = { ...rules.waitlist, quiet: ['13:00', '15:00'] } as const
    const evening = new Date('2026-12-02T18:00:00Z')
    expect(placeFreedAt(new Date('2026-12-02T11:30:00Z'), evening, waitlist)).toEqual({
      goes: 'offered',
      expiresAt: new Date('2026-12-02T15:00:00Z'),
    })
  })
})

describe('recent use (rule 11)', () => {
  const pools = { seats: aPool(), care: aPool({ kind: 'care' }) }
  const unit = (day: string, state: LedgerUnit['state'], pool = 'seats'): LedgerUnit => ({
    pool,
    state,
    startsAt: new Date(`${day}T08:00:00Z`),
  })
  const count = (...units: readonly LedgerUnit[]) =>
    recentUseOf(units, {
      pools,
      days: 28,
      slotStart: new Date('2026-11-30T08:00:00Z'),
      now: new Date('2026-11-26T11:00:00Z'),
    })

  test.each([
    ['a place used', unit('2026-11-20', 'attended'), 1],
    ['a place missed without a word', unit('2026-11-20', 'missed'), 1],
    ['a place missed with an excuse', unit('2026-11-20', 'excused'), 0],
    ['a place cancelled', unit('2026-11-20', 'cancelled'), 0],
    ['a place for child care', unit('2026-11-20', 'attended', 'care'), 0],
    ['the first day of the span', unit('2026-11-02', 'attended'), 1],
    ['the day before the span', unit('2026-11-01', 'attended'), 0],
    ['a place confirmed for later', unit('2027-01-15', 'confirmed'), 1],
  ])('counts %s', (_what, one, expected) => {
    expect(count(one)).toBe(expected)
  })
})

describe('not turning up (rule 31)', () => {
  const consequence = (today: string, missed: readonly string[], isSafeguarded = false) =>
    absenceConsequence(missed, today, rules.attendance, isSafeguarded)
  const three = ['2026-09-01', '2026-10-01', '2026-11-20']

  test.each([
    ['twice has no consequence', '2026-11-20', three.slice(1), { kind: 'none' }],
    [
      'the third time in ninety days pauses booking ahead',
      '2026-11-20',
      three,
      { kind: 'pause', until: '2026-12-04' },
    ],
    ['the pause has an end', '2026-12-05', three, { kind: 'none' }],
    [
      'what is older than ninety days is forgotten',
      '2026-11-30',
      ['2026-09-01', '2026-10-01', '2026-11-30'],
      { kind: 'none' },
    ],
    ['a day to come is not missed yet', '2026-11-19', three, { kind: 'none' }],
  ])('%s', (_what, today, missed, expected) => {
    expect(consequence(today, missed)).toEqual(expected)
  })

  test('of people under safeguard a person decides', () => {
    expect(consequence('2026-11-20', three, true)).toEqual({ kind: 'REVIEW_NEEDED' })
  })
})
