import { describe, expect, test } from 'vitest'
import { decideFactor, findMissingFactor, freshFactorMilliseconds } from './second-factor.ts'
import type { FactorTries } from './second-factor.ts'

const now = new Date('2026-11-23T09:00:00Z')
const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const fresh: FactorTries = { wrongTries: 0, blockedUntil: null, lastStep: 100 }

describe('a session', () => {
  test.each([
    ['without the factor, of who has no phone connected', null, false, 'second-factor-not-enrolled'],
    ['without the factor, of who has one', null, true, 'second-factor-needed'],
    ['with the factor of a moment ago', now, true, undefined],
    ['with the factor of almost twelve hours ago', after(-719), true, undefined],
    ['with the factor of twelve hours ago', after(-720), true, 'second-factor-needed'],
  ] as const)('%s', (_which, secondFactorAt, hasSecondFactor, missing) => {
    expect(findMissingFactor({ secondFactorAt, hasSecondFactor }, now)).toBe(missing)
  })

  test('may lack a fresh factor while it holds one', () => {
    const held = { secondFactorAt: after(-10), hasSecondFactor: true }
    expect(findMissingFactor(held, now)).toBeUndefined()
    expect(findMissingFactor(held, now, freshFactorMilliseconds)).toBe('second-factor-needed')
  })
})

describe('a code', () => {
  test('that is right is taken once, and forgives the wrong ones before', () => {
    const decision = decideFactor({ ...fresh, wrongTries: 4 }, 101, now)
    expect(decision).toEqual({
      given: true,
      remembered: { wrongTries: 0, blockedUntil: null, lastStep: 101 },
    })
    expect(decideFactor(decision.remembered, 101, now)).toMatchObject({
      given: false,
      refusal: { reason: 'already-used' },
    })
  })

  test('of a step before the last one taken is not good any more', () => {
    expect(decideFactor(fresh, 99, now)).toMatchObject({ given: false, refusal: { reason: 'already-used' } })
  })

  test('for recovery leaves the codes of the phone as they are', () => {
    expect(decideFactor(fresh, 'recovery', now)).toMatchObject({ given: true, remembered: { lastStep: 100 } })
  })

  test('that is wrong again and again makes wait longer and longer, never for good', () => {
    let tries = fresh
    let at = now
    const told = Array.from({ length: 10 }, () => {
      const decision = decideFactor(tries, undefined, at)
      tries = decision.remembered
      if (decision.given) return 'given'
      const { refusal } = decision
      if (refusal.reason !== 'too-many') return refusal
      const waited = (refusal.until.getTime() - at.getTime()) / 60_000
      at = refusal.until
      return waited
    })
    const left = (triesLeft: number) => ({ reason: 'wrong-code', triesLeft })
    expect(told).toEqual([left(4), left(3), left(2), left(1), 1, 5, 15, 60, 60, 60])
    expect(decideFactor(tries, 101, at)).toMatchObject({ given: true })
  })

  test('that is right is not looked at while its holder must wait', () => {
    const blocked = { ...fresh, wrongTries: 5, blockedUntil: after(1) }
    expect(decideFactor(blocked, 101, now)).toEqual({
      given: false,
      refusal: { reason: 'too-many', until: after(1) },
      remembered: blocked,
    })
    expect(decideFactor(blocked, 101, after(1))).toMatchObject({ given: true })
  })
})
