import { describe, expect, test } from 'vitest'
import {
  endsSoon,
  findExtendRefusal,
  findGrantRefusal,
  findResetRefusal,
  findRevokeRefusal,
} from './decide-staff.ts'

const asked = {
  actorId: 'anna',
  personId: 'bruno',
  canSignIn: true,
  heldUntil: undefined,
  until: '2027-11-23',
  today: '2026-11-23',
}

describe('a role', () => {
  test.each([
    ['is given for a year at most', {}, undefined],
    [
      'is not given for a day longer',
      { until: '2027-11-24' },
      { reason: 'until-too-far', latest: '2027-11-23' },
    ],
    ['may end today', { until: '2026-11-23' }, undefined],
    ['may not have ended yesterday', { until: '2026-11-22' }, { reason: 'until-past' }],
    ['is not for oneself to take', { personId: 'anna' }, { reason: 'yourself' }],
    ['is not for who can never sign in', { canSignIn: false }, { reason: 'cannot-sign-in' }],
    ['asked again as it stands is no other role', { heldUntil: '2027-11-23' }, undefined],
    ['is not given twice', { heldUntil: '2026-12-01' }, { reason: 'already-held', until: '2026-12-01' }],
  ])('%s', (_what, change, refusal) => {
    expect(findGrantRefusal({ ...asked, ...change })).toEqual(refusal)
  })

  test.each([
    ['is moved by somebody else', {}, undefined],
    ['is not moved by who holds it', { personId: 'anna' }, { reason: 'yourself' }],
    ['is not moved into the past', { until: '2026-11-22' }, { reason: 'until-past' }],
  ])('its end %s', (_what, change, refusal) => {
    expect(findExtendRefusal({ ...asked, ...change })).toEqual(refusal)
  })

  test.each([
    ['of the last manager', 'manager', ['bruno'], { reason: 'last-manager' }],
    ['of a manager beside another', 'manager', ['anna', 'bruno'], undefined],
    ['of the front desk, whoever manages', 'front-desk', ['bruno'], undefined],
  ])('taken back: %s', (_which, role, managerIds, refusal) => {
    expect(findRevokeRefusal({ personId: 'bruno', role, managerIds })).toEqual(refusal)
  })

  test('ends soon from fourteen days before its last day', () => {
    expect(endsSoon('2026-12-07', '2026-11-23')).toBe(true)
    expect(endsSoon('2026-12-08', '2026-11-23')).toBe(false)
  })
})

test('a second factor is forgotten by another manager, never by who holds it', () => {
  expect(findResetRefusal({ actorId: 'anna', personId: 'bruno' })).toBeUndefined()
  expect(findResetRefusal({ actorId: 'anna', personId: 'anna' })).toEqual({ reason: 'yourself' })
})
