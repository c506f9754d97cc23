import { setTimeout as pause } from 'node:timers/promises'

/** So long without one answer to anybody, and the database is taken to be frozen. A crowd waits longer, but hears others answered meanwhile. */
const silenceMilliseconds = 5_000

let lastHeardAt = 0

/**
 * Settles as `work` does, which asks the database; throws what `isDatabaseAway` knows when nobody in this process was answered for five seconds.
 * A server that is frozen, or behind a line that swallows everything, breaks no connection: without this, nobody is ever told.
 */
export async function unlessSilent<Answer>(work: Promise<Answer>): Promise<Answer> {
  const startedAt = performance.now()
  const waiting = new AbortController()
  const heard = work.finally(() => {
    lastHeardAt = performance.now()
  })
  try {
    return await Promise.race([heard, silenceSince(startedAt, waiting.signal)])
  } finally {
    waiting.abort()
  }
}

async function silenceSince(startedAt: number, signal: AbortSignal): Promise<never> {
  for (;;) {
    const left = Math.max(startedAt, lastHeardAt) + silenceMilliseconds - performance.now()
    if (left <= 0) throw Object.assign(new Error('The database says nothing'), { code: 'DATABASE_SILENT' })
    await pause(left, undefined, { signal, ref: false })
  }
}
