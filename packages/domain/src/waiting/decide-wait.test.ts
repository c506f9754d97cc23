import { describe, expect, test } from 'vitest'
import { aPool, places as somePlaces, someRules } from '../booking/booking-fixtures.ts'
import type { TogetherFacts } from '../booking/decide-together.ts'
import { decideWait, maxWaits } from './decide-wait.ts'
import type { WaitFacts } from './decide-wait.ts'

const day = '2026-12-01'
const morning = { startsAt: new Date('2026-12-01T08:00:00Z'), endsAt: new Date('2026-12-01T13:00:00Z') }
const now = new Date('2026-11-27T09:00:00Z')
const units = somePlaces(2)
const full = units.map(({ unitId }) => ({ unitId, ...morning, holder: {} }))
const anotherDay = { startsAt: new Date('2026-12-02T08:00:00Z'), endsAt: new Date('2026-12-02T13:00:00Z') }

function asking(more: Partial<WaitFacts> = {}, wish: Partial<TogetherFacts> = {}): WaitFacts {
  const pool = aPool()
  return {
    own: [],
    ahead: 0,
    wish: {
      rules: someRules({ pools: { seats: pool } }),
      poolSlug: 'seats',
      pool,
      period: { day, ...morning, cells: [morning] },
      personId: 'anna',
      person: {},
      own: [],
      units,
      held: full,
      companions: [],
      household: [],
      ...wish,
    },
    ...more,
  }
}

const mine = { waitId: 'w', pool: 'seats', ...morning }
const booked = { bookingId: 'b', pool: 'seats', day, ...morning, slots: 1 }

test('who finds it full may wait, also as the last that the list takes', () => {
  expect(decideWait(asking(), now)).toEqual({ waits: true })
  expect(decideWait(asking({ ahead: 19 }), now)).toEqual({ waits: true })
  expect(decideWait(asking({ own: [{ ...mine, ...anotherDay }] }), now)).toEqual({ waits: true })
})

describe('nobody waits', () => {
  const others = Array.from({ length: maxWaits }, () => ({ ...mine, ...anotherDay }))
  test.each([
    ['for what is free', asking({}, { held: full.slice(1) }), { reason: 'free-now' }],
    ['twice for the same hours', asking({ own: [mine] }), { reason: 'already-waiting', waitId: 'w' }],
    ['where they have a place', asking({}, { own: [booked] }), { reason: 'already-booked', bookingId: 'b' }],
    [
      'for more than their cap lets them have',
      asking(
        {},
        {
          rules: someRules({
            pools: { seats: aPool() },
            caps: [{ who: 'person', pools: ['seats'], per: 'day', max: 0, unit: 'slots' }],
          }),
        },
      ),
      { reason: 'cap-reached', max: 0 },
    ],
    ['for more things at a time than five', asking({ own: others }), { reason: 'too-many-waits', max: 5 }],
    ['where the list is as long as the rules say', asking({ ahead: 20 }), { reason: 'list-full', max: 20 }],
  ] as const)('%s', (_what, facts, refusal) => {
    expect(decideWait(facts, now)).toMatchObject({ waits: false, refusal })
  })

  test.each([
    ['three hours before there is no list any more', '2026-12-01T05:00:00Z'],
    ['nor at night before a morning: nobody could answer in time', '2026-11-30T22:00:00Z'],
  ])('%s', (_when, at) => {
    expect(decideWait(asking(), new Date(at))).toEqual({
      waits: false,
      refusal: { reason: 'too-late-to-wait' },
    })
  })
})
