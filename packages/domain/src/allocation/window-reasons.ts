import type { SlotOutcome } from './allocate-slot.ts'
import type { WindowReason } from './window-types.ts'

// One object for each plain answer: a window gives tens of thousands of them.
export const plainReasons = {
  CLOSED: { code: 'CLOSED' },
  ORG_CEILING: { code: 'ORG_CEILING' },
  GROUP_DOES_NOT_FIT: { code: 'GROUP_DOES_NOT_FIT' },
  HELD_FOR_RESERVE: { code: 'HELD_FOR_RESERVE' },
  BELOW_CUTOFF: { code: 'BELOW_CUTOFF' },
} as const satisfies Readonly<Record<string, WindowReason>>

/** Why a request that nothing beside the slot refused has no place, by what is free in the end. */
export function waitingReason({ free }: SlotOutcome, units: number, isOverCeiling: boolean): WindowReason {
  if (isOverCeiling) return plainReasons.ORG_CEILING
  if (free > 0 && free < units) return plainReasons.GROUP_DOES_NOT_FIT
  return free >= units ? plainReasons.HELD_FOR_RESERVE : plainReasons.BELOW_CUTOFF
}
