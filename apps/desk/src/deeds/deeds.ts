import { cancel } from './cancel.tsx'
import { checkIn } from './check-in.ts'
import type { Deed, DeedName } from './deed.ts'
import { excuse } from './excuse.tsx'
import { leaveEarly } from './leave-early.tsx'
import { move } from './move.tsx'
import { repeat } from './repeat.tsx'
import { restore } from './restore.tsx'
import { stayLonger } from './stay-longer.tsx'
import { undoCheckIn } from './undo-check-in.tsx'

/** Every deed, in the order of its buttons: one line and one file each. */
export const deeds: { readonly [Name in DeedName]: Deed } = {
  'check-in': checkIn,
  'leave-early': leaveEarly,
  'stay-longer': stayLonger,
  'undo-check-in': undoCheckIn,
  move,
  repeat,
  cancel,
  restore,
  excuse,
}

const order = Object.keys(deeds) as readonly DeedName[]

/** Those that the API offers for a booking, in the order above. */
export function deedsFor(offered: readonly DeedName[]): readonly (readonly [DeedName, Deed])[] {
  return order.filter((name) => offered.includes(name)).map((name) => [name, deeds[name]] as const)
}
