import { useSyncExternalStore } from 'react'
import type { MissingFactor } from './find-missing-factor.ts'

let missing: MissingFactor | undefined
let waiting: readonly ((given: boolean) => void)[] = []
let wasDeclined = false
const listeners = new Set<() => void>()

function tell(next: MissingFactor | undefined): void {
  missing = next
  for (const listener of listeners) listener()
}

/**
 * Asks whoever is at the desk for the code, over the page they are on; settles with whether they gave it. Several requests share one question.
 * Who said *not now* is asked again by their next deed, not by what the page reads by itself.
 */
export function askForCode(what: MissingFactor, isDeed: boolean): Promise<boolean> {
  if (wasDeclined && !isDeed) return Promise.resolve(false)
  return new Promise((resolve) => {
    waiting = [...waiting, resolve]
    tell(what)
  })
}

/** What is being asked for, if anything. */
export function useAskedCode(): MissingFactor | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => missing,
  )
}

/** Answers everybody who waits: their requests go on, or are told that the code is missing. */
export function answerAsked(given: boolean): void {
  const answered = waiting
  waiting = []
  if (answered.length > 0) wasDeclined = !given
  tell(undefined)
  for (const resolve of answered) resolve(given)
}
