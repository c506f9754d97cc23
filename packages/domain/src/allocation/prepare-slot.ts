import { localDayOf } from '../calendar/local-time.ts'
import { findFailedFact } from '../rules/predicate.ts'
import type { FailedFact, PredicateContext } from '../rules/predicate.ts'
import type { PoolRules, Priority } from '../rules/tenant-rules.ts'
import { drawSlot, promoteWaiting, serveFirstCome } from './allocate-slot.ts'
import type { SlotOutcome } from './allocate-slot.ts'
import type { AllocationCase, CaseRequest } from './allocation-case.ts'
import { claimsOf } from './claims.ts'
import { compareText } from './compare-text.ts'
import type { SlotState } from './occupancy.ts'
import { inStandingOrder, keepsFileOrder, standingOf } from './order-requests.ts'
import type { Claims } from './reserve-matching.ts'
import { reserveSizesAt } from './reserve-sizes.ts'
import type { Standing } from './standing.ts'

/** A request as the phases see it: in order, with its claims and the fact that keeps it out, if any. */
export interface OrderedRequest {
  readonly id: string
  readonly position: number
  readonly standing: Standing
  readonly units: readonly Claims[]
  readonly isGroup: boolean
  readonly failed: FailedFact | undefined
}

/** One slot as its rules and the requests make it, ready for a phase. */
export interface PreparedSlot {
  readonly phase: AllocationCase['phase']
  readonly isOrderInput: boolean
  readonly slot: SlotState
  readonly priority: Priority
  readonly eligible: readonly OrderedRequest[]
  readonly all: readonly OrderedRequest[]
}

/** The phase itself, on a slot that was prepared. */
export function runPhase({
  phase,
  slot,
  eligible,
}: Pick<PreparedSlot, 'phase' | 'slot' | 'eligible'>): SlotOutcome {
  switch (phase) {
    case 'draw':
      return drawSlot(slot, eligible)
    case 'first-come':
      return serveFirstCome(slot, eligible)
    case 'promotion':
      return promoteWaiting(slot, eligible)
  }
}

/** Everything a phase needs, computed once from the case. */
export function prepareSlot(one: AllocationCase): PreparedSlot {
  const { phase, rules, requests, incumbents = [] } = one
  const pool = poolOf(one)
  const slotStart = new Date(one.slot.start)
  const context: PredicateContext = { slotDay: localDayOf(slotStart), orgs: rules.orgs }
  const priority = pool.priority ?? rules.priority
  const isOrderInput = keepsFileOrder(one)

  const read = requests.map((request, position) => ({
    id: request.id,
    position,
    standing: standingOf(request, priority, context),
    units: unitsOf(request, pool, context),
    isGroup: request.members !== undefined || (request.units ?? 1) > 1,
    failed: failedFactOf(request, pool, context),
  }))
  const all = isOrderInput ? read : inStandingOrder(read)
  return {
    phase,
    isOrderInput,
    priority,
    all,
    eligible: pool.capacity === 0 ? [] : all.filter(({ failed }) => failed === undefined),
    slot: {
      capacity: pool.capacity,
      openFirst: pool.precedence === 'reserveFirst' ? 0 : pool.precedence.openFirst,
      sizes: reserveSizesAt(pool.reserves, {
        now: new Date(one.now),
        slotStart,
        holidays: rules.holidays ?? [],
      }),
      // By id, so that labels do not hang on the order in which a list of bookings was read.
      incumbents: incumbents
        .toSorted((left, right) => compareText(left.id, right.id))
        .flatMap((incumbent) => unitsOf(incumbent, pool, context)),
    },
  }
}

/** One list of claims a unit: each member's own, or the person's for the first unit and none for the rest (rule 26). */
function unitsOf(request: CaseRequest, pool: PoolRules, context: PredicateContext): readonly Claims[] {
  const { members, units = 1 } = request
  if (members !== undefined) return members.map((member) => claimsOf(pool.reserves, member, context))
  const claims = claimsOf(pool.reserves, request, context)
  return units === 1 ? [claims] : [claims, ...Array.from({ length: units - 1 }, () => [])]
}

/** A group is eligible when each of its members is (rule 8). */
function failedFactOf(
  request: CaseRequest,
  pool: PoolRules,
  context: PredicateContext,
): FailedFact | undefined {
  for (const person of request.members ?? [request]) {
    const failed = findFailedFact(pool.eligibility, person, context)
    if (failed !== undefined) return failed
  }
  return undefined
}

/** The pool a case is about; throws when its rules have none, which reading the case has refused. */
export function poolOf({ rules, pool }: AllocationCase): PoolRules {
  const found = Object.hasOwn(rules.pools, pool) ? rules.pools[pool] : undefined
  if (found === undefined) throw new RangeError(`The rules have no pool ${pool}`)
  return found
}
