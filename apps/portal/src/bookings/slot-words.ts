import type { SlotRow } from '@officine/ui/slot-list'
import type { Messages } from '../messages/it.ts'
import type { Outputs } from '../trpc.ts'

export type DayOfSlots = Outputs['bookings']['whatIsFree']['days'][number]
export type Slot = DayOfSlots['slots'][number]

/** A time as addresses carry it: `09:00-14:00`. */
export function timeOf(slot: Pick<Slot, 'from' | 'to'>): string {
  return `${slot.from}-${slot.to}`
}

/** Whether this person may choose the time. */
export function isBookable(slot: Slot): boolean {
  return slot.state === 'bookable' && slot.mine === undefined
}

/** A time as a row of the list: what it says, and why it cannot be chosen when it cannot. */
export function slotRow(slot: Slot, words: Messages['seats']): SlotRow {
  return {
    id: timeOf(slot),
    label: slot.label,
    note: noteOf(slot, words),
    availability: availabilityOf(slot, words),
    free: slot.state === 'bookable' ? slot.freeForMe : 0,
    capacity: slot.capacity,
    isDisabled: !isBookable(slot),
  }
}

/** The state of a time in one or two words. */
export function availabilityOf(slot: Slot, words: Messages['seats']): string {
  if (slot.mine !== undefined) return words.yours
  switch (slot.state) {
    case 'bookable':
      return slot.capacity === 1 ? words.freeAlone : words.free(slot.freeForMe)
    case 'full':
      return words.full
    case 'held':
      return words.held
    case 'past':
      return words.past
    case 'not-yet-open':
      return words.notYet
    case 'booking-closed':
      return words.over
  }
}

/** Why a time cannot be chosen, in a sentence; nothing when it can. */
function noteOf(slot: Slot, words: Messages['seats']): string | undefined {
  if (slot.mine !== undefined) return words.noteYours
  switch (slot.state) {
    case 'bookable':
      return undefined
    case 'full':
      return words.noteFull
    case 'held':
      return words.noteHeld(slot.heldUntil)
    case 'past':
      return words.notePast
    case 'not-yet-open':
      return words.noteNotYet(slot.opensAt)
    case 'booking-closed':
      return words.noteOver
  }
}

/** A day in the strip: the free places of its emptiest time, or why none can be booked. */
export function dayNote(day: DayOfSlots, words: Messages['seats']): string {
  if (day.closedBecause !== undefined || day.slots.length === 0) return words.closed
  const bookable = day.slots.filter(isBookable)
  const emptiest = bookable.toSorted((one, other) => other.freeForMe - one.freeForMe)[0]
  if (emptiest) return availabilityOf(emptiest, words)
  const last = day.slots.at(-1)
  return last ? availabilityOf(last, words) : words.closed
}
