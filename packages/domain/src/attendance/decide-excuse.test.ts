import { describe, expect, test } from 'vitest'
import { instantOf } from '../calendar/local-time.ts'
import { decideExcuse, excuseUntil } from './decide-excuse.ts'
import type { Absence } from './decide-excuse.ts'

const attendance = { excuseDays: 5 }
const absence = (more: Partial<Absence> = {}): Absence => ({
  status: 'no-show',
  day: '2026-11-23',
  missedAt: instantOf('2026-11-23', '09:30'),
  excusedAt: null,
  ...more,
})

describe('an absence', () => {
  test.each([
    ['the day itself', '2026-11-23', '09:31'],
    ['the last minute of the fifth day', '2026-11-28', '23:59'],
  ] as const)('is excused on %s', (_when, day, time) => {
    expect(decideExcuse(absence(), attendance, false, instantOf(day, time))).toEqual({
      excused: true,
      isNew: true,
    })
  })

  test('is not from the sixth day on, and the last day is named', () => {
    expect(decideExcuse(absence(), attendance, false, instantOf('2026-11-29', '00:00'))).toEqual({
      excused: false,
      refusal: { reason: 'excuse-too-late', until: '2026-11-28' },
    })
  })

  test('is later on too, when somebody who may decides so', () => {
    expect(decideExcuse(absence(), attendance, true, instantOf('2026-12-20', '10:00'))).toEqual({
      excused: true,
      isNew: true,
    })
  })

  test('that was excused stays so, whenever it is said again', () => {
    const excusedAt = instantOf('2026-11-24', '10:00')
    expect(decideExcuse(absence({ excusedAt }), attendance, false, instantOf('2027-01-07', '10:00'))).toEqual(
      { excused: true, isNew: false },
    )
  })

  test.each(['confirmed', 'checked-in', 'completed', 'cancelled', 'offered'] as const)(
    'that is none (%s) needs no excuse',
    (status) => {
      expect(decideExcuse(absence({ status }), attendance, true, instantOf('2026-11-23', '12:00'))).toEqual({
        excused: false,
        refusal: { reason: 'not-absent', status },
      })
    },
  )

  test('that was found days late leaves as many days to say why', () => {
    expect(excuseUntil(absence({ missedAt: instantOf('2026-11-27', '08:00') }), attendance)).toBe(
      '2026-12-02',
    )
  })

  test.each([
    ['in spring', '2027-03-26', '2027-03-31'],
    ['in autumn', '2026-10-23', '2026-10-28'],
  ] as const)('across the clock change %s has whole days to be excused', (_when, day, until) => {
    const found = absence({ day, missedAt: instantOf(day, '09:30') })
    expect(excuseUntil(found, attendance)).toBe(until)
    expect(decideExcuse(found, attendance, false, instantOf(until, '23:59')).excused).toBe(true)
    const justAfter = new Date(instantOf(until, '23:59').getTime() + 60_000)
    expect(decideExcuse(found, attendance, false, justAfter).excused).toBe(false)
  })
})
