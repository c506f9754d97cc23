import type { Deed } from './deed.ts'

export const checkIn: Deed = { label: ({ booking }) => booking.checkIn, look: 'primary' }
