import type { ButtonLook } from '@officine/ui/button'
import type { ComponentType } from 'react'
import type { Messages } from '../messages/it.ts'
import type { Outputs } from '../trpc.ts'

type DeskBooking = Outputs['desk']['today']['pools'][number]['units'][number]['bookings'][number]

/** What the API says can be done with a booking. A new one there does not compile here until it has its file. */
export type DeedName = DeskBooking['deeds'][number]

/** A booking as a deed needs to know it, from wherever it was opened. */
export type DeedOn = Pick<
  DeskBooking,
  | 'bookingId'
  | 'personId'
  | 'personName'
  | 'poolId'
  | 'poolName'
  | 'unitLabel'
  | 'people'
  | 'companions'
  | 'deeds'
> & {
  /** `YYYY-MM-DD`. */
  readonly day: string
  readonly dayLabel: string
  /** `HH:MM`. */
  readonly from: string
  readonly to: string
}

/** What was done, in lines to be read out, and the bookings it touched when they are not just the one it was done to. */
export type Done = { readonly lines: readonly string[]; readonly bookingIds?: readonly string[] }

export type AskProps = {
  readonly on: DeedOn
  readonly onDone: (done: Done) => void
  /** Back to the list of what can be done. */
  readonly onKeep: () => void
}

/** One thing that the counter can do with a booking. */
export type Deed = {
  readonly label: (messages: Messages) => string
  readonly look: ButtonLook
  /** Asks what must be known, does it, and says what became of it. Check-in has none: it is done at once, by the page. */
  readonly Ask?: ComponentType<AskProps>
}
