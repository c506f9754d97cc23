import { aPool, aReserve, someRules } from '../fixtures/allocation-cases.ts'
import { allocate } from './allocate.ts'
import type { AllocationCase, CaseRequest } from './allocation-case.ts'
import { drawWindow } from './draw-window.ts'
import { labelUnits } from './label-units.ts'
import { prepareSlot, runPhase } from './prepare-slot.ts'
import { explainWaiting } from './reasons.ts'
import type { WindowInput, WindowRequest } from './window-types.ts'

const budgets = { slot: 2, window: 150 } as const
const traits = ['a', 'b', 'c', 'd', 'e']

/** A linear congruential generator: the same requests on every machine. */
function makeDraw(): (below: number) => number {
  let state = 20_261_130
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * below)
  }
}

const draw = makeDraw()
const pool = aPool({
  capacity: 10,
  reserves: traits.map((id) => aReserve(id, 1)),
  precedence: { openFirst: 3 },
})
const rules = someRules(pool, {
  caps: [{ who: 'person', pools: ['seats'], per: 'isoWeek', max: 4, unit: 'slots' }],
})
const someTraits = () => traits.filter(() => draw(100) < 45)
const ticket = () => draw(4_294_967_296).toString(16).padStart(8, '0')

function oneSlot(): AllocationCase {
  const requests = Array.from({ length: 300 }, (_, at): CaseRequest => {
    const born = 1950 + draw(60)
    return {
      id: `r${at}`,
      traits: someTraits(),
      bornOn: `${born}-05-01`,
      recentUse: draw(6),
      ticket: ticket(),
    }
  })
  return {
    phase: 'draw',
    rules,
    pool: 'seats',
    slot: { start: '2026-11-30T08:00:00Z', end: '2026-11-30T13:00:00Z' },
    now: '2026-11-26T11:00:00Z',
    requests,
  }
}

function weeklyWindow(): WindowInput {
  const hour = 3_600_000
  const monday = Date.parse('2026-11-30T08:00:00Z')
  const slots = Array.from({ length: 200 }, (_, at) => {
    const startsAt = new Date(monday + (at % 5) * 24 * hour + Math.floor(at / 5) * 600_000)
    return { pool: 'seats', startsAt, endsAt: new Date(startsAt.getTime() + hour) }
  })
  const requests = slots.flatMap(({ startsAt }, slot) =>
    Array.from({ length: 300 }, (_, at): WindowRequest => {
      const person = `p${draw(4000)}`
      const members = [{ person, traits: someTraits(), recentUse: draw(6) }]
      return { id: `r${slot}-${at}`, pool: 'seats', startsAt, members, ticket: ticket() }
    }),
  )
  return { rules, now: new Date('2026-11-26T11:00:00Z'), slots, requests, counted: [] }
}

/** The median of the runs after a warm-up, in milliseconds. */
function median(runs: number, work: () => unknown): number {
  for (let warm = 0; warm < Math.ceil(runs / 2); warm += 1) work()
  const times = Array.from({ length: runs }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return times.sort((left, right) => left - right)[Math.floor(runs / 2)] ?? Number.NaN
}

function report(what: string, milliseconds: number, budget: number): void {
  const share = ((milliseconds / budget) * 100).toFixed(0)
  console.log(`${what}: ${milliseconds.toFixed(2)} ms, ${share} % of ${budget} ms`)
}

const one = oneSlot()
report(
  'one slot, 300 requests, 10 units, 5 overlapping reserves: decided, labelled and explained',
  median(200, () => {
    const prepared = prepareSlot(one)
    const outcome = runPhase(prepared)
    return explainWaiting(
      prepared,
      outcome,
      labelUnits(pool.reserves, prepared.slot, prepared.eligible, outcome),
    )
  }),
  budgets.slot,
)
report(
  'the same with its two hashes',
  median(100, () => allocate(one)),
  budgets.slot,
)

const week = weeklyWindow()
report(
  'a weekly draw, 200 slots × 300 requests',
  median(11, () => drawWindow(week)),
  budgets.window,
)
