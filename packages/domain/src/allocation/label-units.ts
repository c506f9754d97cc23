import type { Reserve } from '../rules/tenant-rules.ts'
import type { SlotOutcome } from './allocate-slot.ts'
import { canonicalLabels } from './labels.ts'
import type { Claimant, SlotState } from './occupancy.ts'

/** Labels of each accepted position: open for those let in before the reserves, canonical for everybody else, incumbents first. */
export function labelUnits(
  reserves: readonly Pick<Reserve, 'id'>[],
  slot: SlotState,
  claimants: readonly Claimant[],
  { accepted, openFirst }: Pick<SlotOutcome, 'accepted' | 'openFirst'>,
): ReadonlyMap<number, readonly string[]> {
  const inOrder = claimants.flatMap(({ units }, position) =>
    accepted.has(position) ? [{ position, units }] : [],
  )
  const labelled = inOrder.filter(({ position }) => !openFirst.has(position))
  const given = canonicalLabels(slot.sizes.guaranteed, [
    ...slot.incumbents,
    ...labelled.flatMap(({ units }) => units),
  ])

  let next = slot.incumbents.length
  return new Map(
    inOrder.map(({ position, units }) => {
      if (openFirst.has(position)) return [position, units.map(() => 'OPEN')]
      const own = given.slice(next, next + units.length)
      next += units.length
      return [position, own.map((label) => (label === 'OPEN' ? label : (reserves[label]?.id ?? 'OPEN')))]
    }),
  )
}
