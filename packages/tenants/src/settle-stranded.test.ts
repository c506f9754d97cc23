import { describe, expect, test } from 'vitest'
import { allumiere } from './allumiere.ts'
import { settleStranded } from './settle-stranded.ts'
import type { SettlePlace } from './settle-stranded.ts'
import { desk, seats } from './testing/pools-of-allumiere.ts'
import type { TenantConfig } from './tenant-config.ts'

const morning = { startsAt: new Date('2026-11-24T08:00:00Z'), endsAt: new Date('2026-11-24T13:00:00Z') }
const held = (unit: number, more: Partial<SettlePlace> = {}): SettlePlace => ({
  bookingId: `booking ${unit}`,
  pool: 'seats',
  unit,
  status: 'confirmed',
  isAccessible: false,
  isPinned: false,
  day: '2026-11-24',
  ...morning,
  ...more,
})
const without = (...numbers: readonly number[]): TenantConfig => ({
  ...allumiere,
  pools: [{ ...seats, units: seats.units.filter(({ number }) => !numbers.includes(number)) }, desk],
})
const move = { how: 'move' } as const
const cancel = { how: 'cancel', because: 'Lavori in sala' } as const

describe('moving who lost a seat', () => {
  test('gives the lowest seat that is free at the same time', () => {
    const { moves, left } = settleStranded(without(9), [held(9), held(1)], [], move)
    expect(moves).toMatchObject([{ place: { bookingId: 'booking 9' }, toUnit: 2 }])
    expect(left).toEqual([])
  })

  test('gives two people two seats', () => {
    const { moves } = settleStranded(without(8, 9), [held(8), held(9)], [], move)
    expect(moves.map(({ toUnit }) => toUnit)).toEqual([1, 2])
  })

  test('passes over a seat that is out of order at that time, and not one that is so later', () => {
    const outOfOrder = { pool: 'seats', unit: 1, ...morning }
    const later = { ...outOfOrder, unit: 2, startsAt: morning.endsAt, endsAt: new Date('2026-11-25') }
    expect(settleStranded(without(9), [held(9)], [outOfOrder, later], move).moves).toMatchObject([
      { toUnit: 2 },
    ])
  })

  test('keeps the accessible seat for last', () => {
    const others = [1, 2, 3, 4, 5, 6, 7, 8].map((unit) => held(unit))
    expect(settleStranded(without(9), [...others, held(9)], [], move).moves).toMatchObject([{ toUnit: 10 }])
  })

  test.each<[string, TenantConfig, SettlePlace]>([
    ['who had the accessible seat, when there is no other', without(10), held(10, { isAccessible: true })],
    ['who needs that very seat', without(9), held(9, { isPinned: true })],
    ['who is sitting there', without(9), held(9, { status: 'checked-in' })],
    [
      'whose day is shut',
      { ...allumiere, closures: [{ from: '2026-11-24', to: '2026-11-24', because: { it: 'x', en: 'x' } }] },
      held(9),
    ],
  ])('leaves %s to somebody who speaks to them', (_who, next, place) => {
    const { moves, left } = settleStranded(next, [place], [], move)
    expect([moves, left.map(({ unit }) => unit)]).toEqual([[], [place.unit]])
  })

  test('leaves who finds every seat taken', () => {
    const everybody = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((unit) => held(unit))
    const { moves, left } = settleStranded(without(9), everybody, [], move)
    expect([moves, left.map(({ bookingId }) => bookingId)]).toEqual([[], ['booking 9']])
  })
})

describe('cancelling', () => {
  test('cancels a booking once and whole, with the reason, and nobody else’s', () => {
    const group = [held(8, { bookingId: 'group' }), held(9, { bookingId: 'group' }), held(1)]
    expect(settleStranded(without(8, 9), group, [], cancel)).toEqual({
      left: [],
      moves: [],
      cancellations: [{ bookingId: 'group', because: 'Lavori in sala' }],
    })
  })

  test('does not cancel who is in already', () => {
    const place = held(9, { status: 'checked-in' })
    expect(settleStranded(without(9), [place], [], cancel)).toMatchObject({
      left: [{ unit: 9 }],
      cancellations: [],
    })
  })
})

test('refusing touches nobody and names everybody', () => {
  const { left, moves, cancellations } = settleStranded(without(9), [held(9)], [], { how: 'refuse' })
  expect([left.length, moves, cancellations]).toEqual([1, [], []])
})
