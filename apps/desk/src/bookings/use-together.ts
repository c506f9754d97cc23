import { useState } from 'react'
import { alone, type Together } from './along.ts'

/** What was chosen to come along; it belongs to a person and a pool, and starts again with another. */
export function useTogether(poolId: string, personId: string | undefined) {
  const of = `${poolId} ${personId ?? ''}`
  const [chosen, setChosen] = useState({ of, together: alone })
  const keep = (together: Together) => setChosen({ of, together })
  return [chosen.of === of ? chosen.together : alone, keep] as const
}
