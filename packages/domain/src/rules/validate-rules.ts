import { atomsOf } from './predicate-parts.ts'
import { consistencyFaults } from './rules-consistency.ts'
import { rulesShape } from './rules-shape.ts'
import type { Fault } from './shape.ts'
import type { TenantRules } from './tenant-rules.ts'
import { drawWarnings, windowFaults } from './window-consistency.ts'

export type CheckedRules =
  | { readonly ok: true; readonly rules: TenantRules; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly faults: readonly Fault[]; readonly warnings: readonly string[] }

/**
 * Whether a value read from a file is a town's rules that can be followed (rule 6): its shape first, then what its parts say
 * to each other. Paths start at the rules themselves. Warnings are sentences for the person who writes the file; they refuse nothing.
 */
export function validateRules(value: unknown): CheckedRules {
  const faults: Fault[] = []
  rulesShape(value, '', faults)
  if (faults.length > 0) return { ok: false, faults, warnings: [] }
  const rules = value as TenantRules // every field was just looked at
  faults.push(...consistencyFaults(rules))
  if (faults.length === 0) faults.push(...windowFaults(rules))
  if (faults.length > 0) return { ok: false, faults, warnings: [] }
  return { ok: true, rules, warnings: [...bothPointsAndReserve(rules), ...drawWarnings(rules)] }
}

/** W1: who has the trait is already first by points, so a reserve-first reserve for it would stand idle. */
function* bothPointsAndReserve(rules: TenantRules): Generator<string> {
  for (const [id, pool] of Object.entries(rules.pools)) {
    const priority = pool.priority ?? rules.priority
    const giving = new Set(priority.points.flatMap(({ when }) => traitsIn(when)))
    for (const [position, reserve] of pool.reserves.entries())
      for (const trait of new Set(traitsIn(reserve.when)))
        if (giving.has(trait))
          yield `W1 pools.${id}.reserves[${position}].when: the trait ${trait} also gives points in this pool, so the reserve may stand idle`
  }
}

function traitsIn(when: Parameters<typeof atomsOf>[0]): readonly string[] {
  return [...atomsOf(when, '')].flatMap(({ atom }) => ('trait' in atom ? [atom.trait] : []))
}
