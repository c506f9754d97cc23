import { setTimeout as pause } from 'node:timers/promises'
import { NoAnswer, seatsOf } from './citizen.ts'
import type { Answered, Citizen } from './citizen.ts'
import type { HalfDay } from './half-days.ts'

type Booked = Extract<Answered<'bookings.book'>, { booked: true }>['booking']

/** One client's own account of what it was told, to be held against what the town remembers. */
export interface Account {
  /** Bookings that were acknowledged, and whether their cancellation was. */
  readonly acknowledged: Map<string, 'confirmed' | 'cancelled'>
  /** Tries that had no answer, whatever the cause, and were made again with the same key. */
  retries: number
  /** Answers of a retry that were not the booking the key stands for. */
  readonly contradictions: string[]
}

export interface Loader {
  readonly account: Account
  /** Ends after the request that is under way has its answer. */
  readonly stop: () => Promise<Account>
}

/**
 * Books and cancels without pause, as one citizen: each request has a key, and is sent again with the same key until the town answers it.
 * Keeps at most two bookings, below every cap, and cancels the older one before the third.
 */
export function keepBooking(citizen: Citizen, halves: readonly HalfDay[]): Loader {
  const account: Account = { acknowledged: new Map(), retries: 0, contradictions: [] }
  const state = { stop: false }
  const insist = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    for (;;) {
      try {
        return await ask()
      } catch (error) {
        // A refused sign-in or a malformed request would not get better.
        if (!(error instanceof NoAnswer) || (error.status !== undefined && error.status < 500)) throw error
        account.retries += 1
        await pause(150)
      }
    }
  }
  const run = async () => {
    const poolId = await insist(() => seatsOf(citizen))
    const kept: Booked[] = []
    for (let round = 0; !state.stop; round += 1) {
      const half = halves[round % halves.length]
      if (half === undefined) throw new Error('No half day to book')
      const asked = {
        poolId,
        day: half.day,
        from: half.from,
        to: half.to,
        idempotencyKey: crypto.randomUUID(),
        language: 'it',
      } as const
      const first = await insist(() => citizen.write('bookings.book', asked, 10))
      if (!first.booked) throw new Error(`${citizen.persona} was refused: ${JSON.stringify(first.refusal)}`)
      account.acknowledged.set(first.booking.bookingId, 'confirmed')
      kept.push(first.booking)

      const again = await insist(() => citizen.write('bookings.book', asked, 10))
      if (!again.booked || again.booking.bookingId !== first.booking.bookingId)
        account.contradictions.push(`${asked.idempotencyKey}: ${JSON.stringify(again)}`)

      const oldest = kept.length > 1 ? kept.shift() : undefined
      if (oldest === undefined) continue
      const cancelled = await insist(() =>
        citizen.write('bookings.cancel', { bookingId: oldest.bookingId, language: 'it' }, 10),
      )
      // The answer to the first try may have been lost: the second then finds it cancelled already.
      const isGone = cancelled.cancelled || cancelled.refusal.reason === 'not-active'
      if (!isGone) account.contradictions.push(`${oldest.bookingId}: ${JSON.stringify(cancelled)}`)
      account.acknowledged.set(oldest.bookingId, 'cancelled')
    }
  }
  const running = run()
  running.catch(() => {}) // told by `stop`
  return {
    account,
    stop: async () => {
      state.stop = true
      await running
      return account
    },
  }
}
