import type { SlotRow } from '@officine/ui/slot-list'
import type { Messages } from '../messages/it.ts'
import type { Outputs } from '../trpc.ts'

export type DayOfSlots = Outputs['bookings']['whatIsFree']['days'][number]
export type Slot = DayOfSlots['slots'][number]

/** How the person asks: standing here, or away. Who is here can still use a time that has begun. */
export type Channel = 'desk' | 'phone'

/** A time as addresses carry it: `09:00-14:00`. */
export function timeOf(slot: Pick<Slot, 'from' | 'to'>): string {
  return `${slot.from}-${slot.to}`
}

/**
 * Whether the desk may ask for this time. Places held aside may be asked for: whether they are for this person is the
 * API's answer, not a guess made here. What the answer says of the clerk's own bookings is nobody's business. Who may set a rule
 * aside may ask also before booking opens and after it closes.
 */
export function isChoosable(slot: Slot, channel: Channel, mayOverride = false): boolean {
  switch (slot.state) {
    case 'bookable':
    case 'held':
      return true
    case 'booking-closed':
      return (channel === 'desk' || mayOverride) && slot.free > 0
    case 'not-yet-open':
      return mayOverride && slot.free > 0
    case 'full':
    case 'past':
      return false
  }
}

/** A time as a row of the list: what it says, and why it cannot be chosen when it cannot. */
export function slotRow(
  slot: Slot,
  channel: Channel,
  words: Messages['slots'],
  mayOverride = false,
): SlotRow {
  const canChoose = isChoosable(slot, channel, mayOverride)
  return {
    id: timeOf(slot),
    label: slot.label,
    note: noteOf(slot, channel, words),
    availability: availabilityOf(slot, channel, words),
    free: canChoose ? slot.free : 0,
    capacity: slot.capacity,
    isDisabled: !canChoose,
  }
}

/** The state of a time in one or two words. */
export function availabilityOf(slot: Slot, channel: Channel, words: Messages['slots']): string {
  if (isChoosable(slot, channel)) return words.free(slot.free)
  switch (slot.state) {
    case 'past':
      return words.past
    case 'not-yet-open':
      return words.notYet
    case 'booking-closed':
      return slot.free === 0 ? words.full : words.over
    case 'bookable':
    case 'held':
    case 'full':
      return words.full
  }
}

/** What else must be known of a time, in a sentence; nothing when all is said. */
export function noteOf(slot: Slot, channel: Channel, words: Messages['slots']): string | undefined {
  switch (slot.state) {
    case 'bookable':
    case 'held':
      return slot.heldForReserves > 0 ? words.someHeld(slot.heldForReserves, slot.heldUntil) : undefined
    case 'full':
      return words.noteFull
    case 'past':
      return words.notePast
    case 'not-yet-open':
      return words.noteNotYet(slot.opensAt)
    case 'booking-closed':
      if (slot.free === 0) return words.noteFull
      return channel === 'desk' ? words.noteBegun : words.noteOver
  }
}

/** A day in the strip: the free places of its emptiest time, or why none can be asked for. */
export function dayNote(day: DayOfSlots, channel: Channel, words: Messages['slots']): string {
  if (day.closedBecause !== undefined || day.slots.length === 0) return words.closed
  const choosable = day.slots.filter((slot) => isChoosable(slot, channel))
  if (choosable.length > 0) return words.free(Math.max(...choosable.map((slot) => slot.free)))
  const last = day.slots.at(-1)
  return last ? availabilityOf(last, channel, words) : words.closed
}
