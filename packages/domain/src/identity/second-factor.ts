/** How long a session's second factor is good: a working day. Sessions themselves end after eight hours, and with them the factor. */
export const factorLastsMilliseconds = 12 * 3_600_000

/** For deeds that give or take rights, the factor must have been given this recently: a desk is a place where screens are left open. */
export const freshFactorMilliseconds = 10 * 60_000

/** A first phone is connected within this time of a sign-in: until then nothing but the session's cookie says who is there. */
export const freshSignInMilliseconds = 30 * 60_000

/** What a session lacks to work at the desk. Stable: it is API. */
export type MissingFactor = 'second-factor-needed' | 'second-factor-not-enrolled'

/** What this session lacks, or undefined when its factor was given and is not older than `atMost` milliseconds. */
export function findMissingFactor(
  { secondFactorAt, hasSecondFactor }: SessionFactor,
  now: Date,
  atMost = factorLastsMilliseconds,
): MissingFactor | undefined {
  if (secondFactorAt !== null && now.getTime() - secondFactorAt.getTime() < atMost) return undefined
  // Who was let in without a phone (development alone) is asked for one, not for a code that nothing shows.
  return hasSecondFactor ? 'second-factor-needed' : 'second-factor-not-enrolled'
}

export interface SessionFactor {
  readonly secondFactorAt: Date | null
  /** Whether a first code has confirmed the person's phone. */
  readonly hasSecondFactor: boolean
}

/** What is remembered of a person's tries. */
export interface FactorTries {
  readonly wrongTries: number
  readonly blockedUntil: Date | null
  /** The step of the last code that was taken; 0 before the first. */
  readonly lastStep: number
}

export type FactorRefusal =
  | { readonly reason: 'wrong-code'; readonly triesLeft: number }
  | { readonly reason: 'already-used' }
  | { readonly reason: 'too-many'; readonly until: Date }

export type FactorDecision =
  | { readonly given: true; readonly remembered: FactorTries }
  | { readonly given: false; readonly refusal: FactorRefusal; readonly remembered: FactorTries }

const triesBeforeWaiting = 5
/** Minutes to wait after the fifth wrong code in a row, the sixth, and so on; the last one repeats, and nobody is shut out for good. */
const waitMinutes = [1, 5, 15, 60] as const

/**
 * Whether a code is taken. `step` is the time step whose code it is, `'recovery'` for a recovery code that was good, undefined for a wrong one.
 * While somebody must wait nothing is looked at, so that trying on teaches nothing (RFC 6238, section 5.2: a code is good once).
 */
export function decideFactor(
  tries: FactorTries,
  step: number | 'recovery' | undefined,
  now: Date,
): FactorDecision {
  const { wrongTries, blockedUntil, lastStep } = tries
  if (blockedUntil !== null && now < blockedUntil)
    return { given: false, refusal: { reason: 'too-many', until: blockedUntil }, remembered: tries }
  if (step === undefined) return wrong(tries, wrongTries + 1, now)
  if (step !== 'recovery' && step <= lastStep)
    return { given: false, refusal: { reason: 'already-used' }, remembered: tries }
  return {
    given: true,
    remembered: { wrongTries: 0, blockedUntil: null, lastStep: step === 'recovery' ? lastStep : step },
  }
}

function wrong(tries: FactorTries, wrongTries: number, now: Date): FactorDecision {
  const triesLeft = triesBeforeWaiting - wrongTries
  if (triesLeft > 0)
    return {
      given: false,
      refusal: { reason: 'wrong-code', triesLeft },
      remembered: { ...tries, wrongTries, blockedUntil: null },
    }
  const minutes = waitMinutes[Math.min(-triesLeft, waitMinutes.length - 1)] ?? 60
  const until = new Date(now.getTime() + minutes * 60_000)
  return {
    given: false,
    refusal: { reason: 'too-many', until },
    remembered: { ...tries, wrongTries, blockedUntil: until },
  }
}
