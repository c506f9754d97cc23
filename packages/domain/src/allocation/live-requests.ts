import { compareText } from './compare-text.ts'
import type { RuleId } from '../rules/tenant-rules.ts'

/** A request as it was received, whoever typed it in. */
export interface ReceivedRequest {
  readonly id: string
  readonly person: string
  readonly pool: RuleId
  readonly slotStart: Date
  readonly receivedAt: Date
}

/**
 * One live request a person for each slot of a pool (rule 7): until the window closes a later one takes the place of the one
 * before it; from then on it is a duplicate.
 */
export function liveRequests<One extends ReceivedRequest>(
  received: readonly One[],
  closesAt: Date,
): { readonly live: readonly One[]; readonly replaced: readonly One[]; readonly duplicates: readonly One[] } {
  const live = new Map<string, One>()
  const replaced: One[] = []
  const duplicates: One[] = []
  const inTime = received.toSorted(
    (left, right) => left.receivedAt.getTime() - right.receivedAt.getTime() || compareText(left.id, right.id),
  )
  for (const request of inTime) {
    const key = `${request.slotStart.getTime()} ${request.pool} ${request.person}`
    const before = live.get(key)
    if (before !== undefined && request.receivedAt >= closesAt) {
      duplicates.push(request)
      continue
    }
    if (before !== undefined) replaced.push(before)
    live.set(key, request)
  }
  return { live: [...live.values()], replaced, duplicates }
}
