import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aCase, admitted, aPool, someRules } from '../fixtures/allocation-cases.ts'
import {
  beta,
  exhaustiveBest,
  naiveDraw,
  naiveFirstCome,
  naiveLabels,
  naivePromotion,
} from '../fixtures/naive-allocation.ts'
import type { NaiveSlot, Traits } from '../fixtures/naive-allocation.ts'
import type { Reserve } from '../rules/tenant-rules.ts'
import { allocate } from './allocate.ts'
import type { AllocationCase, CaseRequest } from './allocation-case.ts'
import { drawWindow } from './draw-window.ts'
import { feasible } from './feasible.ts'

const runs = { numRuns: 1000 }
const kinds = ['soft', 'held', 'hard', 'released'] as const
type Kind = (typeof kinds)[number]

interface Instance {
  readonly capacity: number
  readonly reserves: readonly { readonly size: number; readonly kind: Kind }[]
  readonly people: readonly Traits[]
  readonly incumbents: readonly Traits[]
  readonly openFirst: number
}

// Small sizes on purpose: what goes wrong goes wrong where the reserves overlap.
function instances(
  allowed: readonly Kind[],
  { openFirst = false, incumbents = false } = {},
): fc.Arbitrary<Instance> {
  return fc.integer({ min: 1, max: 7 }).chain((capacity) =>
    fc
      .array(fc.record({ size: fc.integer({ min: 0, max: 3 }), kind: fc.constantFrom(...allowed) }), {
        maxLength: 4,
      })
      .chain((drawn) => {
        let left = capacity
        const reserves = drawn.map(({ size, kind }) => {
          const fitting = Math.min(size, left)
          left -= fitting
          return { size: fitting, kind }
        })
        const person = fc
          .tuple(...reserves.map(() => fc.integer({ min: 0, max: 99 })))
          .map((draws) => draws.reduce((traits, chance, at) => traits | (chance < 45 ? 1 << at : 0), 0))
        return fc.record({
          capacity: fc.constant(capacity),
          reserves: fc.constant(reserves),
          people: fc.array(person, { maxLength: 9 }),
          incumbents: incumbents ? fc.array(person, { maxLength: 4 }) : fc.constant([]),
          openFirst: openFirst ? fc.integer({ min: 0, max: left }) : fc.constant(0),
        })
      }),
  )
}

const idOf = (at: number) => `p${at}`

function requestOf(traits: Traits, id: string): CaseRequest {
  return {
    id,
    traits: [0, 1, 2, 3].filter((reserve) => (traits >> reserve) & 1).map((reserve) => `t${reserve}`),
  }
}

function caseOf(instance: Instance, more: Partial<AllocationCase> = {}): AllocationCase {
  const release = { businessDaysBefore: 1, at: '12:00' } as const
  const past = { businessDaysBefore: 9, at: '12:00' } as const
  const reserves = instance.reserves.map(
    ({ size, kind }, at): Reserve => ({
      id: `t${at}`,
      size,
      when: { trait: `t${at}` },
      mode: kind === 'hard' ? 'hard' : 'soft',
      release: kind === 'held' ? release : kind === 'released' ? past : null,
    }),
  )
  const pool = aPool({
    capacity: instance.capacity,
    reserves,
    precedence: instance.openFirst === 0 ? 'reserveFirst' : { openFirst: instance.openFirst },
  })
  return aCase(pool, {
    requests: instance.people.map((traits, at) => requestOf(traits, idOf(at))),
    incumbents: instance.incumbents.map((traits, at) => requestOf(traits, `inc${at}`)),
    ...more,
  })
}

function slotOf({ capacity, reserves, openFirst, incumbents }: Instance): NaiveSlot {
  return {
    capacity,
    openFirst,
    incumbents,
    floor: reserves.map(({ size, kind }) => (kind === 'released' ? 0 : size)),
    held: reserves.map(({ size, kind }) => (kind === 'held' || kind === 'hard' ? size : 0)),
  }
}

const acceptedBy = (one: AllocationCase) => Object.keys(admitted(one))
const idsAt = (positions: readonly number[]) => positions.map(idOf)
const traitsAt = ({ people }: Instance, ids: readonly string[]) =>
  ids.map((id) => people[Number(id.slice(1))] ?? 0)
const floorOf = (instance: Instance) => slotOf(instance).floor

describe('every small instance agrees with what the rules say word by word', () => {
  const any = instances(kinds, { openFirst: true, incumbents: true })

  test('in a draw', () => {
    fc.assert(
      fc.property(any, (instance) => {
        const { accepted, open } = naiveDraw(slotOf(instance), instance.people)
        const got = admitted(caseOf(instance))
        expect(Object.keys(got)).toEqual(idsAt(accepted))

        const labelled = accepted.filter((at) => !open.includes(at))
        const labels = naiveLabels(floorOf(instance), [
          ...instance.incumbents,
          ...labelled.map((at) => instance.people[at] ?? 0),
        ]).slice(instance.incumbents.length)
        for (const [index, at] of labelled.entries())
          expect(got[idOf(at)]).toBe(labels[index] === 'OPEN' ? 'OPEN' : `t${labels[index]}`)
        for (const at of open) expect(got[idOf(at)]).toBe('OPEN')
      }),
      { numRuns: 1500 },
    )
  })

  test('when the first to come are served', () => {
    fc.assert(
      fc.property(any, (instance) => {
        const expected = naiveFirstCome(slotOf(instance), instance.people)
        expect(acceptedBy(caseOf(instance, { phase: 'first-come' }))).toEqual(idsAt(expected))
      }),
      runs,
    )
  })

  test('when places come free', () => {
    fc.assert(
      fc.property(any, (instance) => {
        const expected = naivePromotion(slotOf(instance), instance.people)
        expect(acceptedBy(caseOf(instance, { phase: 'promotion' }))).toEqual(idsAt(expected))
      }),
      runs,
    )
  })

  test('the test of held places is the one that bookings use', () => {
    fc.assert(
      fc.property(any, (instance) => {
        const { capacity, held, incumbents } = slotOf(instance)
        const everybody = [...incumbents, ...instance.people]
        const claims = everybody.map((traits) => [0, 1, 2, 3].filter((reserve) => (traits >> reserve) & 1))
        const expected =
          everybody.length <= capacity &&
          everybody.length - beta(held, everybody) <= capacity - held.reduce((sum, size) => sum + size, 0)
        expect(feasible({ capacity, held, people: claims })).toBe(expected)
      }),
      { numRuns: 500 },
    )
  })
})

describe('a window of one slot', () => {
  test('is the draw of that slot', () => {
    const any = instances(kinds, { openFirst: true, incumbents: true })
    fc.assert(
      fc.property(any, (instance) => {
        const one = caseOf(instance, { ordered: false })
        const startsAt = new Date(one.slot.start)
        const requests = one.requests.map((request, at) => ({ ...request, ticket: String(at) }))
        const { decisions } = drawWindow({
          rules: one.rules,
          now: new Date(one.now),
          counted: [],
          slots: [
            { pool: 'seats', startsAt, endsAt: new Date(one.slot.end), incumbents: one.incumbents ?? [] },
          ],
          requests: requests.map(({ id, ticket, traits = [] }) => ({
            id,
            ticket,
            pool: 'seats',
            startsAt,
            members: [{ person: id, traits }],
          })),
        })
        const inside = decisions.flatMap(({ id, admitted: [place] }) => (place ? [[id, place.label]] : []))
        const { accepted } = allocate({ ...one, requests })
        expect(inside.map(([id]) => id)).toEqual(accepted.map(({ id }) => id))
        const outside = decisions.flatMap(({ id, refused: [no] }) => (no ? [[id, no.reason.code]] : []))
        const { waiting } = allocate({ ...one, requests })
        expect(Object.fromEntries(outside)).toEqual(
          Object.fromEntries(waiting.map(({ id, reason }) => [id, reason])),
        )
      }),
      { numRuns: 500 },
    )
  })
})

describe('what every draw keeps', () => {
  const unitSoft = instances(['soft'])

  test('1. capacity, the size of each reserve and one label a person', () => {
    fc.assert(
      fc.property(instances(kinds, { openFirst: true, incumbents: true }), (instance) => {
        for (const phase of ['draw', 'first-come', 'promotion'] as const) {
          const got = admitted(caseOf(instance, { phase }))
          const free = Math.max(0, instance.capacity - instance.incumbents.length)
          expect(Object.keys(got).length).toBeLessThanOrEqual(free)
          instance.reserves.forEach(({ size }, at) => {
            const holders = Object.values(got).filter((label) => label === `t${at}`)
            expect(holders.length).toBeLessThanOrEqual(size)
          })
          for (const [id, label] of Object.entries(got))
            if (label !== 'OPEN')
              expect(requestOf(instance.people[Number(id.slice(1))] ?? 0, id).traits).toContain(label)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('2. the best set there is, found by looking at all of them', () => {
    fc.assert(
      fc.property(unitSoft, (instance) => {
        expect(acceptedBy(caseOf(instance))).toEqual(idsAt(exhaustiveBest(slotOf(instance), instance.people)))
      }),
      { numRuns: 500 },
    )
  })

  test('3. as many places of the reserves used as can be, whatever is given out first', () => {
    fc.assert(
      fc.property(instances(kinds, { openFirst: true }), (instance) => {
        const inside = traitsAt(instance, acceptedBy(caseOf(instance)))
        expect(beta(floorOf(instance), inside)).toBe(beta(floorOf(instance), instance.people))
      }),
      runs,
    )
  })

  test('4. no place wasted: all are given after a release, none that could be is left before it', () => {
    fc.assert(
      fc.property(instances(kinds, { openFirst: true }), (instance) => {
        const inside = acceptedBy(caseOf(instance))
        if (instance.reserves.every(({ kind }) => kind === 'soft' || kind === 'released'))
          expect(inside.length).toBe(Math.min(instance.capacity, instance.people.length))
        const slot = slotOf(instance)
        const open = slot.capacity - slot.held.reduce((sum, size) => sum + size, 0)
        instance.people.forEach((traits, at) => {
          if (inside.includes(idOf(at))) return
          const more = [...traitsAt(instance, inside), traits]
          expect(more.length <= slot.capacity && more.length - beta(slot.held, more) <= open).toBe(false)
        })
      }),
      runs,
    )
  })

  test('5. nobody is refused a place that somebody behind them has and no reserve needs', () => {
    fc.assert(
      fc.property(unitSoft, (instance) => {
        const inside = acceptedBy(caseOf(instance)).map((id) => Number(id.slice(1)))
        const sizes = floorOf(instance)
        const reserveUse = beta(sizes, traitsAt(instance, inside.map(idOf)))
        instance.people.forEach((_traits, out) => {
          if (inside.includes(out)) return
          for (const behind of inside.filter((at) => at > out)) {
            const swapped = [...inside.filter((at) => at !== behind), out]
            expect(beta(sizes, traitsAt(instance, swapped.map(idOf)))).toBeLessThan(reserveUse)
          }
        })
      }),
      { numRuns: 500 },
    )
  })

  test('6. a better rank or one more claim never costs a place', () => {
    fc.assert(
      fc.property(instances(kinds, { openFirst: true }), fc.nat(), fc.nat(3), (instance, pick, reserve) => {
        fc.pre(instance.people.length > 0)
        const at = pick % instance.people.length
        const one = caseOf(instance)
        if (!acceptedBy(one).includes(idOf(at))) return
        const request = one.requests[at]
        if (request === undefined) return
        const others = one.requests.filter((other) => other !== request)
        const better = [
          ...others.slice(0, Math.max(0, at - 1)),
          request,
          ...others.slice(Math.max(0, at - 1)),
        ]
        expect(acceptedBy({ ...one, requests: better })).toContain(request.id)

        if (reserve >= instance.reserves.length) return
        const claiming = requestOf((instance.people[at] ?? 0) | (1 << reserve), request.id)
        expect(acceptedBy({ ...one, requests: one.requests.with(at, claiming) })).toContain(request.id)
      }),
      runs,
    )
  })

  test('7. who is refused changes nothing by leaving; who is let in only makes room', () => {
    fc.assert(
      fc.property(instances(kinds, { openFirst: true }), (instance) => {
        const one = caseOf(instance)
        const before = acceptedBy(one)
        for (const request of one.requests) {
          const after = acceptedBy({ ...one, requests: one.requests.filter((other) => other !== request) })
          if (!before.includes(request.id)) expect(after).toEqual(before)
          else expect(after).toEqual(expect.arrayContaining(before.filter((id) => id !== request.id)))
        }
      }),
      { numRuns: 300 },
    )
  })

  test('8. the order of the list, of the reserves and of the bookings decides nothing; equal cases give equal bytes', () => {
    fc.assert(
      fc.property(instances(kinds, { incumbents: true }), fc.infiniteStream(fc.nat()), (instance, stream) => {
        const tickets = instance.people.map((_, at) => `${(at * 7 + 3) % 10}${at}`)
        const one = caseOf(instance, { ordered: false })
        const requests = one.requests.map((request, at) => ({ ...request, ticket: tickets[at] ?? '' }))
        const shuffled = shuffle(requests, stream)
        const first = allocate({ ...one, requests })
        expect(JSON.stringify(allocate({ ...one, requests: shuffled }))).toBe(JSON.stringify(first))

        const incumbents = shuffle(one.incumbents ?? [], stream)
        const again = allocate({ ...one, requests: shuffled, incumbents })
        expect(again.accepted).toEqual(first.accepted)

        const { seats } = one.rules.pools
        if (seats === undefined) return
        const reordered = someRules({ ...seats, reserves: shuffle(seats.reserves, stream) })
        const other = allocate({ ...one, rules: reordered, requests })
        expect(other.accepted.map(({ id }) => id)).toEqual(first.accepted.map(({ id }) => id))
      }),
      runs,
    )
  })

  test('10. promotion after somebody leaves is the draw without them', () => {
    fc.assert(
      fc.property(instances(kinds), fc.nat(), (instance, pick) => {
        const one = caseOf(instance)
        const before = acceptedBy(one)
        fc.pre(before.length > 0)
        const leaver = before[pick % before.length]
        const byId = (ids: readonly string[]) => one.requests.filter(({ id }) => ids.includes(id))
        const stay = before.filter((id) => id !== leaver)
        const waiting = one.requests.filter(({ id }) => !before.includes(id))
        const promoted = acceptedBy({ ...one, phase: 'promotion', incumbents: byId(stay), requests: waiting })
        const fresh = acceptedBy({ ...one, requests: one.requests.filter(({ id }) => id !== leaver) })
        expect([...stay, ...promoted].toSorted()).toEqual(fresh.toSorted())
      }),
      runs,
    )
  })
})

describe('what the refused are told is true', () => {
  test('with the standing that the answer names, they would have been let in', () => {
    const standing = fc.record({
      tier: fc.integer({ min: 1, max: 3 }),
      points: fc.integer({ min: 0, max: 3 }),
      recentUse: fc.integer({ min: 0, max: 3 }),
      ticket: fc.integer({ min: 0, max: 15 }).map((ticket) => ticket.toString(16)),
    })
    const nine = fc.array(standing, { minLength: 9, maxLength: 9 })
    fc.assert(
      fc.property(instances(kinds, { openFirst: true, incumbents: true }), nine, (instance, standings) => {
        const one = caseOf(instance, { ordered: false })
        const requests = one.requests.map((request, at) => ({ ...request, ...standings[at] }))
        const rules = someRules(one.rules.pools['seats'] ?? aPool(), {
          priority: {
            ...one.rules.priority,
            tiers: [1, 2, 3].map((rank) => ({ rank, when: { always: true } })),
            maxPoints: 4,
          },
        })
        for (const phase of ['draw', 'promotion'] as const) {
          const asked = { ...one, phase, rules, requests }
          for (const { id, counterfactual } of allocate(asked).waiting) {
            if (counterfactual === null || !/AT_MOST|AT_LEAST/.test(counterfactual.code)) continue
            const { code: _code, ...change } = counterfactual
            const changed = requests.map((request) =>
              request.id === id ? { ...request, ...change } : request,
            )
            expect(acceptedBy({ ...asked, requests: changed })).toContain(id)
          }
        }
      }),
      { numRuns: 400 },
    )
  })

  test('at the position that the answer names, they would have been let in', () => {
    fc.assert(
      fc.property(instances(kinds, { openFirst: true, incumbents: true }), (instance) => {
        for (const phase of ['draw', 'first-come'] as const) {
          const one = caseOf(instance, { phase })
          for (const { id, counterfactual } of allocate(one).waiting) {
            if (counterfactual?.code !== 'POSITION_AT_MOST') continue
            const others = one.requests.filter((other) => other.id !== id)
            const own = one.requests.filter((other) => other.id === id)
            const moved = others.toSpliced(counterfactual.position - 1, 0, ...own)
            expect(acceptedBy({ ...one, requests: moved })).toContain(id)
          }
        }
      }),
      { numRuns: 400 },
    )
  })
})

function shuffle<One>(list: readonly One[], stream: Iterator<number>): readonly One[] {
  const rest = [...list]
  return list.map(() => {
    const { value } = stream.next()
    const [one] = rest.splice((typeof value === 'number' ? value : 0) % rest.length, 1)
    if (one === undefined) throw new Error('A list was shuffled past its end')
    return one
  })
}
