/** What an officer decided by an act of their own: an event with its number, never an edit of what was decided before (rule 33). */
export interface Override {
  readonly act: string
  readonly at: Date
  readonly holder: string
  readonly does: 'admit' | 'withdraw'
  readonly units: number
}

export type AppliedOverride = Override & { readonly label: `OVERRIDDEN(${string})` }

/** Who holds units of a slot, by holder. */
export type Holdings = ReadonlyMap<string, number>

/**
 * Replays overrides in the order of their instants, then of their acts, on top of who was in. One that would breach the
 * physical capacity, or withdraws who is not in, is refused and changes nothing.
 */
export function applyOverrides(
  before: Holdings,
  overrides: readonly Override[],
  capacity: number,
): {
  readonly after: Holdings
  readonly applied: readonly AppliedOverride[]
  readonly refused: readonly Override[]
} {
  const after = new Map(before)
  const applied: AppliedOverride[] = []
  const refused: Override[] = []
  const inTime = overrides.toSorted(
    (left, right) => left.at.getTime() - right.at.getTime() || (left.act < right.act ? -1 : 1),
  )
  for (const override of inTime) {
    const held = after.get(override.holder) ?? 0
    const taken = [...after.values()].reduce((total, units) => total + units, 0)
    const isPossible = override.does === 'admit' ? taken + override.units <= capacity : held >= override.units
    if (!isPossible) {
      refused.push(override)
      continue
    }
    const left = override.does === 'admit' ? held + override.units : held - override.units
    if (left === 0) after.delete(override.holder)
    else after.set(override.holder, left)
    applied.push({ ...override, label: `OVERRIDDEN(${override.act})` })
  }
  return { after, applied, refused }
}
