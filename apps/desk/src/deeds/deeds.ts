import { cancel } from './cancel.tsx'
import { checkIn } from './check-in.ts'
import type { Deed, DeedName } from './deed.ts'
import { undoCheckIn } from './undo-check-in.tsx'

/** Every deed, in the order of its buttons: one line and one file each. */
export const deeds: { readonly [Name in DeedName]?: Deed } = {
  'check-in': checkIn,
  'undo-check-in': undoCheckIn,
  cancel,
}

const order = Object.keys(deeds) as readonly DeedName[]

/** Those that the API offers for a booking, in the order above. */
export function deedsFor(offered: readonly DeedName[]): readonly (readonly [DeedName, Deed])[] {
  return order.flatMap((name) => {
    const deed = deeds[name]
    return deed && offered.includes(name) ? [[name, deed] as const] : []
  })
}
