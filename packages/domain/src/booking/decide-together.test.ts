import { describe, expect, test } from 'vitest'
import { aPool, places, someRules } from './booking-fixtures.ts'
import { companionOffers, faultOfCompanions } from './companion-offer.ts'
import { decideTogether } from './decide-together.ts'
import type { CompanionFacts, TogetherFacts } from './decide-together.ts'

const now = new Date('2026-11-30T09:00:00Z')
const morning = { startsAt: new Date('2026-12-03T08:00:00Z'), endsAt: new Date('2026-12-03T13:00:00Z') }
const period = { day: '2026-12-03', ...morning, cells: [morning] }

const care = aPool({ kind: 'care', capacity: 1, eligibility: { age: { gte: 3, lt: 11, at: 'slotStart' } } })
const pet = aPool({ kind: 'pet', capacity: 1 })
const rules = someRules({
  pools: { seats: aPool({ capacity: 2 }), care, pet },
  bundles: {
    parent: {
      required: [
        { pool: 'seats', units: 1 },
        { pool: 'care', units: 1 },
      ],
      addOn: [{ pool: 'pet', units: 1 }],
      samePeriod: true,
    },
  },
  caps: [
    { who: 'person', pools: ['seats'], per: 'isoWeek', max: 3, unit: 'slots' },
    { who: 'household', pools: ['care'], per: 'isoWeek', max: 2, unit: 'slots' },
  ],
})

const seatHeld = (howMany: number) =>
  places(howMany).map(({ unitId }) => ({ unitId, ...morning, holder: {} }))
const aCompanion = (slug: 'care' | 'pet', more: Partial<CompanionFacts> = {}): CompanionFacts => ({
  slug,
  pool: slug === 'care' ? care : pet,
  isAddOn: false,
  cells: [morning],
  units: [{ unitId: `${slug}-1`, number: 1, isAccessible: false }],
  held: [],
  blocked: [],
  guest: slug === 'care' ? { bornOn: '2020-05-01' } : {},
  ...(slug === 'care' && { dependantId: 'ugo' }),
  ...more,
})
const taken = (slug: string) => [{ unitId: `${slug}-1`, ...morning }]

function facts(more: Partial<TogetherFacts> = {}): TogetherFacts {
  return {
    rules,
    poolSlug: 'seats',
    pool: aPool({ capacity: 2 }),
    period,
    person: {},
    personId: 'ada',
    own: [],
    units: places(2),
    held: [],
    companions: [aCompanion('care')],
    household: [],
    ...more,
  }
}

describe('seat, childcare and pet place', () => {
  test('are had together', () => {
    expect(decideTogether(facts({ companions: [aCompanion('care'), aCompanion('pet')] }), now)).toMatchObject(
      {
        booked: true,
        units: [{ unitId: 'u2' }],
        companions: [
          { at: 0, units: [{ unitId: 'care-1' }] },
          { at: 1, units: [{ unitId: 'pet-1' }] },
        ],
        dropped: [],
      },
    )
  })

  test.each<[string, Partial<TogetherFacts>, object]>([
    [
      'the childcare place by name, with the last one gone and seats free',
      { companions: [aCompanion('care', { held: taken('care') })] },
      { reason: 'component-full', pool: 'care' },
    ],
    [
      'the first that fails in the order of the rules',
      {
        companions: [aCompanion('care', { held: taken('care') }), aCompanion('pet', { held: taken('pet') })],
      },
      { reason: 'component-full', pool: 'care' },
    ],
    ['the seats before what comes along', { held: seatHeld(2) }, { reason: 'full' }],
    [
      'childcare that is closed then',
      { companions: [aCompanion('care', { cells: undefined })] },
      { reason: 'component-closed', pool: 'care' },
    ],
    [
      'childcare whose only place is out of order',
      { companions: [aCompanion('care', { blocked: taken('care') })] },
      { reason: 'component-full', pool: 'care' },
    ],
    [
      'a child too young, with the age',
      { companions: [aCompanion('care', { guest: { bornOn: '2023-12-04' } })] },
      { reason: 'not-eligible', why: 'age', ageAtLeast: 3, who: 'child', pool: 'care' },
    ],
    [
      'a child too old, with the age',
      { companions: [aCompanion('care', { guest: { bornOn: '2015-12-03' } })] },
      { reason: 'not-eligible', why: 'age', ageBelow: 11, who: 'child', pool: 'care' },
    ],
    [
      'a child who has a place at that hour, whoever booked it',
      {
        household: [
          {
            personId: 'bruno',
            bookingId: 'b',
            pool: 'care',
            dependantId: 'ugo',
            day: period.day,
            ...morning,
            slots: 1,
          },
        ],
      },
      { reason: 'child-twice', pool: 'care' },
    ],
    [
      'the week of the household, both parents counted',
      {
        household: ['2026-11-30', '2026-12-01'].map((day) => ({
          personId: 'bruno',
          bookingId: day,
          pool: 'care',
          day,
          startsAt: new Date(`${day}T08:00:00Z`),
          endsAt: new Date(`${day}T13:00:00Z`),
          slots: 1,
        })),
      },
      { reason: 'cap-reached', per: 'isoWeek', max: 2, unit: 'slots', used: 2, pool: 'care' },
    ],
  ])('are refused naming %s', (_what, more, refusal) => {
    expect(decideTogether(facts(more), now)).toEqual({ booked: false, refusal })
  })

  test('as an extra, the pet place is dropped and told, and the rest is booked', () => {
    const extra = aCompanion('pet', { isAddOn: true, held: taken('pet') })
    expect(decideTogether(facts({ companions: [extra, aCompanion('care')] }), now)).toMatchObject({
      booked: true,
      companions: [{ at: 1 }],
      dropped: [{ at: 0, reason: 'full' }],
    })
  })

  test('two children need two places', () => {
    const two = [aCompanion('care'), aCompanion('care', { dependantId: 'ida' })]
    expect(decideTogether(facts({ companions: two }), now)).toEqual({
      booked: false,
      refusal: { reason: 'component-full', pool: 'care' },
    })
  })
})

describe('what may come along', () => {
  const offers = companionOffers(rules, 'seats')

  test('is what the town bundles with a seat, required parts first', () => {
    expect(offers.map(({ slug, isRequiredOnly, max }) => [slug, isRequiredOnly, max])).toEqual([
      ['care', true, 1],
      ['pet', false, 1],
    ])
    expect(companionOffers(rules, 'desk')).toEqual([])
  })

  test.each([
    [
      'two dogs',
      [
        { slug: 'pet', isAddOn: false },
        { slug: 'pet', isAddOn: true },
      ],
      { reason: 'too-many-companions', pool: 'pet', max: 1 },
    ],
    ['childcare for nobody', [{ slug: 'care', isAddOn: false }], { reason: 'child-missing', pool: 'care' }],
    [
      'the same child twice',
      [
        { slug: 'care', isAddOn: false, dependantId: 'ugo' },
        { slug: 'care', isAddOn: false, dependantId: 'ugo' },
      ],
      { reason: 'child-twice', pool: 'care' },
    ],
    [
      'childcare as an extra',
      [{ slug: 'care', isAddOn: true, dependantId: 'ugo' }],
      { reason: 'component-not-offered', pool: 'care' },
    ],
    [
      'what the town does not have',
      [{ slug: 'laptop', isAddOn: true }],
      { reason: 'component-not-offered', pool: 'laptop' },
    ],
  ])('is not %s', (_what, wanted, refusal) => {
    expect(faultOfCompanions(offers, wanted)).toEqual(refusal)
  })
})

describe('people who come together', () => {
  const group = (people: number, more: Partial<TogetherFacts> = {}) =>
    decideTogether(
      facts({
        companions: [],
        units: places(10),
        pool: aPool({ group: { max: 4, adjacency: 'required' } }),
        held: [3, 6, 7].map((number) => ({ unitId: `u${number}`, ...morning, holder: {} })),
        people,
        ...more,
      }),
      now,
    )
  const seatsOf = (people: number) => {
    const decision = group(people)
    return decision.booked ? decision.units.map(({ unitId }) => unitId) : decision.refusal
  }

  test('sit side by side in the shortest row that holds them', () => {
    expect(seatsOf(2)).toEqual(['u1', 'u2'])
    expect(seatsOf(3)).toEqual(['u8', 'u9', 'u10'])
    expect(seatsOf(4)).toEqual({ reason: 'not-contiguous' })
  })

  test('are told how many are let in together, and how many places are left', () => {
    expect(seatsOf(5)).toEqual({ reason: 'group-too-large', max: 4 })
    const full = places(8).map(({ unitId }) => ({ unitId, ...morning, holder: {} }))
    expect(group(3, { held: full })).toEqual({
      booked: false,
      refusal: { reason: 'group-does-not-fit', free: 2 },
    })
  })

  test('take no place held for others but by the organiser’s own claim', () => {
    const pool = aPool({
      group: { max: 4, adjacency: 'none' },
      reserves: [
        { id: 'u35', size: 1, when: { age: { lt: 35, at: 'slotStart' } }, mode: 'hard', release: null },
      ],
    })
    const two = { pool, units: places(2), held: [] }
    expect(group(2, two)).toMatchObject({ booked: false, refusal: { reason: 'held-for-reserve' } })
    expect(group(2, { ...two, person: { bornOn: '2000-01-01' } })).toMatchObject({ booked: true })
  })
})
