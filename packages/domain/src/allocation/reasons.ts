import type { SlotOutcome } from './allocate-slot.ts'
import type { Counterfactual, ReasonCode, WaitingRequest } from './allocation-case.ts'
import { ageCounterfactual, standingCounterfactual } from './counterfactual.ts'
import { runPhase } from './prepare-slot.ts'
import type { OrderedRequest, PreparedSlot } from './prepare-slot.ts'
import type { StandingFacts } from './standing.ts'

/** Why each of the others waits, the ineligible included, in the order they were looked at; `labels` are those of the accepted, by position. */
export function explainWaiting(
  prepared: PreparedSlot,
  outcome: SlotOutcome,
  labels: ReadonlyMap<number, readonly string[]>,
): readonly WaitingRequest[] {
  const { all, eligible, slot } = prepared
  const positions = new Map(eligible.map((request, position) => [request.id, position]))
  const lastOpen = eligible.findLast((_request, position) => labels.get(position)?.includes('OPEN'))
  const cutoff = lastOpen === undefined ? null : factsOf(lastOpen)

  return all.flatMap((request): readonly WaitingRequest[] => {
    const { id, failed } = request
    if (slot.capacity === 0) return [{ id, reason: 'CLOSED', cutoff, counterfactual: null }]
    if (failed !== undefined) {
      const counterfactual = request.isGroup ? null : ageCounterfactual(failed)
      return [{ id, reason: `NOT_ELIGIBLE(${failed.fact})`, cutoff, counterfactual }]
    }
    const position = positions.get(id)
    if (position === undefined || outcome.accepted.has(position)) return []
    const reason = reasonOf(prepared, outcome, request, position)
    const counterfactual = counterfactualOf(prepared, outcome, { request, position, reason, lastOpen })
    return [{ id, reason, cutoff, counterfactual }]
  })
}

/** Free places are counted in the end of a draw, and at a person's own turn when first come is first served. */
function reasonOf(
  { phase }: PreparedSlot,
  outcome: SlotOutcome,
  { units }: OrderedRequest,
  position: number,
): ReasonCode {
  const free = freeFor(phase, outcome, position)
  if (free > 0 && free < units.length) return 'GROUP_DOES_NOT_FIT'
  if (free >= units.length) return 'HELD_FOR_RESERVE'
  return phase === 'first-come' ? 'FULL' : 'BELOW_CUTOFF'
}

function freeFor(phase: PreparedSlot['phase'], outcome: SlotOutcome, position: number): number {
  return phase === 'first-come' ? (outcome.freeWhenRefused.get(position) ?? 0) : outcome.free
}

function counterfactualOf(
  prepared: PreparedSlot,
  outcome: SlotOutcome,
  waiting: {
    readonly request: OrderedRequest
    readonly position: number
    readonly reason: ReasonCode
    readonly lastOpen: OrderedRequest | undefined
  },
): Counterfactual | null {
  const { request, position, reason, lastOpen } = waiting
  if (reason === 'GROUP_DOES_NOT_FIT')
    return fewerUnits(prepared, request, position, freeFor(prepared.phase, outcome, position))
  // What a group would need depends on everybody after it: no single change of a fact is sure to help.
  if (request.isGroup) return null
  if (reason === 'HELD_FOR_RESERVE')
    return outcome.heldEmpty > 0 ? { code: 'WITH_RESERVE_CLAIM', units: outcome.heldEmpty } : null
  if (lastOpen === undefined) return null
  if (prepared.isOrderInput) return { code: 'POSITION_AT_MOST', position: lastOpen.position + 1 }
  return standingCounterfactual(request.standing, lastOpen.standing, prepared.priority)
}

/** As many of a group as would have been let in with `free` places left, found by letting it ask again. */
function fewerUnits(
  prepared: PreparedSlot,
  request: OrderedRequest,
  position: number,
  free: number,
): Counterfactual | null {
  for (let units = free; units > 0; units -= 1) {
    const smaller = { ...request, units: request.units.slice(0, units) }
    const { accepted } = runPhase({ ...prepared, eligible: prepared.eligible.with(position, smaller) })
    if (accepted.has(position)) return { code: 'UNITS_AT_MOST', units }
  }
  return null
}

function factsOf({ standing: { tier, points, recentUse, ticket } }: OrderedRequest): StandingFacts {
  return { tier, points, recentUse, ticket }
}
