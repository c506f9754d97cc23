import type { listRevisions } from '@officine/db/read-released'
import { localDayOf } from '@officine/domain/calendar/local-time'
import type { LocalDay } from '@officine/domain/rules/tenant-rules'
import { closesOn, isClosed, lastDayOf } from '@officine/domain/usage/quarter'
import type { Quarter } from '@officine/domain/usage/quarter'

type Revision = Awaited<ReturnType<typeof listRevisions>>[number]

/** Whether a quarter's figures may still change, and whether they did after they were closed: how many towns, when last, and the reasons given. */
export function finality(quarter: Quarter, lastDay: LocalDay, revisions: readonly Revision[]) {
  const isOver = lastDayOf(quarter) <= lastDay
  const [latest] = revisions
  return {
    isFinal: isClosed(quarter, lastDay),
    closesOn: isOver && !isClosed(quarter, lastDay) ? closesOn(quarter) : undefined,
    revised: latest && {
      towns: new Set(revisions.map(({ town }) => town)).size,
      lastOn: localDayOf(latest.revisedAt),
      notes: [...new Set(revisions.flatMap(({ note }) => note ?? []))],
    },
  }
}
