import { describe, expect, test } from 'vitest'
import { seatAfterClosure } from './companion-closed.ts'
import { liveRequests } from './live-requests.ts'
import { voucherBalance } from './voucher-ledger.ts'
import type { VoucherMovement } from './voucher-ledger.ts'

const at = (hour: number) => new Date(hour * 3_600_000)

describe('two requests of one person for one slot (rule 7)', () => {
  const request = (id: string, hour: number, person = 'anna', slot = 100) => ({
    id,
    person,
    pool: 'seats',
    slotStart: at(slot),
    receivedAt: at(hour),
  })
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id)

  test('the later takes the place of the earlier while the window is open', () => {
    const { live, replaced, duplicates } = liveRequests([request('second', 2), request('first', 1)], at(10))
    expect([ids(live), ids(replaced), ids(duplicates)]).toEqual([['second'], ['first'], []])
  })

  test('the later is a duplicate from the instant the window closes', () => {
    const { live, duplicates } = liveRequests([request('first', 1), request('second', 10)], at(10))
    expect([ids(live), ids(duplicates)]).toEqual([['first'], ['second']])
  })

  test('other people and other slots are other requests', () => {
    const list = [request('a', 1), request('b', 2, 'bruno'), request('c', 3, 'anna', 101)]
    expect(ids(liveRequests(list, at(10)).live)).toEqual(['a', 'b', 'c'])
  })
})

describe('a seat whose child care was closed (rule 25)', () => {
  test.each([
    ['is asked about', undefined, 23.9, 'asked'],
    ['is kept after a day of silence', undefined, 24, 'kept'],
    ['is kept if they say so', 'keep', 1, 'kept'],
    ['is left without penalty if they say so', 'leave', 1, 'left-free-of-penalty'],
  ] as const)('%s', (_what, answer, hours, expected) => {
    expect(seatAfterClosure(at(0), answer, at(hours))).toBe(expected)
  })
})

describe('what is left on a voucher (rule 32)', () => {
  const debit = (bookingId: string, units = 1): VoucherMovement => ({ bookingId, kind: 'debit', units })
  const credit = (bookingId: string, units = 1): VoucherMovement => ({ bookingId, kind: 'credit', units })

  test.each([
    ['a confirmed booking takes its units', [debit('b1', 2)], 8],
    ['sent twice it takes them once', [debit('b1'), debit('b1')], 9],
    ['cancelled in time it gives them back, once', [debit('b1', 2), credit('b1', 2), credit('b1', 2)], 10],
    ['nothing is given back that was not taken', [credit('b1'), debit('b2')], 9],
    ['no more is given back than was taken', [debit('b1', 1), credit('b1', 5)], 10],
    ['the order of the messages does not matter', [credit('b1'), debit('b1')], 10],
  ])('%s', (_what, movements, left) => {
    expect(voucherBalance(10, movements)).toBe(left)
  })
})
