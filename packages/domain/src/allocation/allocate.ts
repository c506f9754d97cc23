import type { AcceptedRequest, AllocationCase, AllocationResult } from './allocation-case.ts'
import { compareText } from './compare-text.ts'
import { hashOfJson } from './hashes.ts'
import { labelUnits } from './label-units.ts'
import { keepsFileOrder } from './order-requests.ts'
import { poolOf, prepareSlot, runPhase } from './prepare-slot.ts'
import type { OrderedRequest } from './prepare-slot.ts'
import { explainWaiting } from './reasons.ts'

/**
 * Decides one slot (rules 14 to 18): who is let in and with which label, who waits and why. A pure function of the case:
 * equal cases give equal bytes, and without `ordered` a draw does not depend on the order of the list (rule 4).
 */
export function allocate(one: AllocationCase): AllocationResult {
  const prepared = prepareSlot(one)
  const outcome = runPhase(prepared)
  const labels = labelUnits(poolOf(one).reserves, prepared.slot, prepared.eligible, outcome)
  const waiting = explainWaiting(prepared, outcome, labels)
  return {
    accepted: prepared.eligible.flatMap((request, position) => {
      const given = labels.get(position)
      return given === undefined ? [] : [acceptedAs(request, given)]
    }),
    waiting,
    rulesHash: hashOfJson(one.rules),
    inputsHash: inputsHashOf(one),
  }
}

function acceptedAs({ id, isGroup }: OrderedRequest, labels: readonly string[]): AcceptedRequest {
  const [label = 'OPEN'] = labels
  return isGroup ? { id, labels } : { id, label }
}

/** The hash of everything a decision depends on beside the rules; a list whose order is no input is sorted by id first. */
function inputsHashOf(one: AllocationCase): string {
  const { rules: _rules, ...inputs } = one
  if (keepsFileOrder(one)) return hashOfJson(inputs)
  return hashOfJson({
    ...inputs,
    requests: inputs.requests.toSorted((left, right) => compareText(left.id, right.id)),
  })
}
