import { describe, expect, test } from 'vitest'
import { planMerge, refusalOfMerge } from './decide-merge.ts'
import type { MergeSide } from './decide-merge.ts'

const monday = (hour: number) => new Date(Date.UTC(2026, 10, 30, hour))

function aSide(personId: string, more: Partial<MergeSide> = {}): MergeSide {
  return {
    personId,
    isAttested: false,
    isErased: false,
    holdsRole: false,
    fiscalCode: null,
    facts: { name: 'Rosa Ferri', bornOn: null, phone: null, email: null, residence: null },
    active: [],
    counted: [],
    ...more,
  }
}

const named = (name: string) => ({ name, bornOn: null, phone: null, email: null, residence: null })

const booked = (bookingId: string, from: number, to: number) => ({
  bookingId,
  startsAt: monday(from),
  endsAt: monday(to),
})

describe('two rows stay two', () => {
  test.each([
    ['when they are one already', aSide('a'), aSide('a'), { reason: 'same-person' }],
    ['when one was erased', aSide('a'), aSide('b', { isErased: true }), { reason: 'erased', personId: 'b' }],
    [
      'while one holds a role',
      aSide('a', { holdsRole: true }),
      aSide('b'),
      { reason: 'holds-a-role', personId: 'a' },
    ],
    [
      'when two codes were vouched for',
      aSide('a', { isAttested: true, fiscalCode: 'A' }),
      aSide('b', { isAttested: true, fiscalCode: 'B' }),
      { reason: 'different-codes' },
    ],
    [
      'when two codes were typed and nobody vouches for either',
      aSide('a', { fiscalCode: 'A' }),
      aSide('b', { fiscalCode: 'B' }),
      { reason: 'different-codes' },
    ],
    [
      'when a code was vouched for and the other is of another name',
      aSide('a', { isAttested: true, fiscalCode: 'A' }),
      aSide('b', { fiscalCode: 'B', facts: { ...named('Rosa Ferro') } }),
      { reason: 'different-codes' },
    ],
    [
      'when a code was vouched for and the other is of who was born on another day',
      aSide('a', {
        isAttested: true,
        fiscalCode: 'A',
        facts: { ...named('Rosa Ferri'), bornOn: '1990-05-01' },
      }),
      aSide('b', { fiscalCode: 'B', facts: { ...named('Rosa Ferri'), bornOn: '1991-05-01' } }),
      { reason: 'different-codes' },
    ],
    [
      'when they have nothing in common',
      aSide('a', { facts: { ...named('Rosa Ferri'), phone: '+391', bornOn: '1990-05-01' } }),
      aSide('b', { facts: { ...named('Ugo Bassi'), email: 'ugo@example.org' } }),
      { reason: 'nothing-in-common' },
    ],
    [
      'while both hold places at the same hour',
      aSide('a', { active: [booked('x', 9, 14), booked('y', 14, 19)] }),
      aSide('b', { active: [booked('z', 13, 15)] }),
      {
        reason: 'overlapping-bookings',
        pairs: [
          ['x', 'z'],
          ['y', 'z'],
        ],
      },
    ],
  ] as const)('%s', (_when, first, second, refusal) => {
    expect(refusalOfMerge(first, second)).toEqual(refusal)
  })
})

test.each([
  ['a word of the name, however it is written', named('Rosà D’Angelo-Ferri'), named('DAngelo ROSA')],
  [
    'the birth day',
    { ...named('Anna Riva'), bornOn: '1990-05-01' },
    { ...named('Ugo B'), bornOn: '1990-05-01' },
  ],
  ['the telephone', { ...named('Anna Riva'), phone: '+391' }, { ...named('Ugo B'), phone: '+391' }],
  ['the e-mail', { ...named('Anna Riva'), email: 'A@b.it' }, { ...named('Ugo B'), email: 'a@b.it' }],
])('two rows that share %s may be one person’s', (_what, mine, theirs) => {
  expect(refusalOfMerge(aSide('a', { facts: mine }), aSide('b', { facts: theirs }))).toBeUndefined()
})

test('so may two rows under one code, vouched for and typed', () => {
  const first = aSide('a', { isAttested: true, fiscalCode: 'A', facts: named('Rosa Ferri') })
  expect(refusalOfMerge(first, aSide('b', { fiscalCode: 'A', facts: named('Ugo Bassi') }))).toBeUndefined()
})

test('bookings that only touch do not overlap', () => {
  const first = aSide('a', { active: [booked('x', 9, 14)] })
  expect(refusalOfMerge(first, aSide('b', { active: [booked('y', 14, 19)] }))).toBeUndefined()
})

test('a code that was typed gives way to one that was vouched for', () => {
  const first = aSide('a', { fiscalCode: 'A' })
  const second = aSide('b', { isAttested: true, fiscalCode: 'B' })
  expect(refusalOfMerge(first, second)).toBeUndefined()
  expect(planMerge(first, second, {}, []).wins.fiscalCode).toBe('second')
})

test('the row that an identity provider vouches for stays, with its name and birth, whatever was chosen', () => {
  const first = aSide('a', { facts: { ...aSide('a').facts, name: 'Rosetta Ferri', bornOn: '1990-01-01' } })
  const second = aSide('b', { isAttested: true, facts: { ...first.facts, name: 'Rosa Ferri' } })
  const plan = planMerge(first, second, { name: 'first', bornOn: 'first' }, [])
  expect(plan).toMatchObject({ survivor: 'second', wins: { name: 'second', bornOn: 'second' }, toChoose: [] })
})

test('what only one row knows is kept, and the clerk chooses the rest', () => {
  const none = aSide('a').facts
  const first = aSide('a', { facts: { ...none, phone: '+39333', email: 'a@example.org' } })
  const second = aSide('b', { facts: { ...none, phone: '+39334', residence: 'allumiere' } })
  const plan = planMerge(first, second, { phone: 'second' }, [])
  expect(plan.toChoose).toEqual(['phone'])
  expect(plan.wins).toMatchObject({ phone: 'second', email: 'first', residence: 'second' })
  expect(planMerge(first, second, {}, []).wins.phone).toBe('first')
})

test('caps that both together pass are told', () => {
  const caps = [{ who: 'person', pools: ['seats'], per: 'isoWeek', max: 3, unit: 'slots' }] as const
  const counted = (ids: readonly string[]) =>
    ids.map((bookingId) => ({
      ...booked(bookingId, 9, 14),
      pool: 'seats',
      day: '2026-11-30',
      slots: 1,
    }))
  const first = aSide('a', { counted: counted(['w', 'x']) })
  expect(planMerge(first, aSide('b', { counted: counted(['y']) }), {}, caps).capsPassed).toEqual([])
  expect(planMerge(first, aSide('b', { counted: counted(['y', 'z']) }), {}, caps).capsPassed).toEqual([
    { per: 'isoWeek', max: 3, unit: 'slots', used: 4, day: '2026-11-30' },
  ])
})
