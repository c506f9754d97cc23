/** A movement of a voucher: a debit when a booking is confirmed, a credit when it is cancelled in time or fails by the town's fault. */
export interface VoucherMovement {
  readonly bookingId: string
  readonly kind: 'debit' | 'credit'
  readonly units: number
}

/**
 * Whole units left on a voucher (rule 32). A booking is debited once and credited once at most, however often a movement is
 * sent again, and never credited what it was not debited.
 */
export function voucherBalance(granted: number, movements: readonly VoucherMovement[]): number {
  const debits = new Map<string, number>()
  const credits = new Map<string, number>()
  for (const { bookingId, kind, units } of movements) {
    const side = kind === 'debit' ? debits : credits
    if (!side.has(bookingId)) side.set(bookingId, units)
  }
  let balance = granted
  for (const [bookingId, units] of debits) balance -= units - Math.min(units, credits.get(bookingId) ?? 0)
  return balance
}
