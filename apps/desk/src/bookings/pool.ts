import type { Outputs } from '../trpc.ts'

/** Numbered places that are booked by the same rules. */
export type Pool = Outputs['bookings']['pools'][number]
