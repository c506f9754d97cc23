import { compareText } from './compare-text.ts'
import { compareStanding } from './standing.ts'
import type { Standing } from './standing.ts'
import type { WindowDecision, WindowInput, WindowOutcome, WindowRequest, WindowSlot } from './window-types.ts'
import { WindowRun } from './window-run.ts'
import type { WindowPhase } from './window-run.ts'

/**
 * Draws every slot of a window (rule 22): by start, then pool id, each raising the caps and the recent uses that the next one
 * sees. The order is part of the rule and is published. Pure: equal inputs, equal outcome, in whatever order they are listed.
 */
export function drawWindow(input: WindowInput): WindowOutcome {
  return decideWindow(input, 'draw')
}

/** The same for places that have come free: the requests are those waiting, the incumbents stay (rule 18). */
export function promoteWindow(input: WindowInput): WindowOutcome {
  return decideWindow(input, 'promotion')
}

/**
 * A series that wants every occurrence is let in only if each is; the one that stands worst is left out first and the window is
 * decided again without it, so that its places go to those behind (rule 29).
 */
function decideWindow(input: WindowInput, phase: WindowPhase): WindowOutcome {
  const slots = input.slots.toSorted(
    (left, right) => left.startsAt.getTime() - right.startsAt.getTime() || compareText(left.pool, right.pool),
  )
  const leftOut = new Map<string, WindowDecision>()
  for (;;) {
    const requests = input.requests.filter(({ id }) => !leftOut.has(id))
    const bySlot = Map.groupBy(requests, slotKey)
    const run = new WindowRun(input, phase)
    for (const slot of slots) {
      const key = slotKey(slot)
      const ofSlot = bySlot.get(key)
      if (ofSlot !== undefined) run.decide(slot, ofSlot)
      bySlot.delete(key)
    }
    const [stray] = [...bySlot.values()].flat()
    if (stray !== undefined)
      throw new RangeError(`Request ${stray.id} is for a slot that the window does not have`)
    const worst = worstIncompleteSeries(requests, run)
    if (worst === undefined) return { decisions: [...run.decisions, ...leftOut.values()] }
    for (const request of worst.toSorted((left, right) => compareText(left.id, right.id)))
      leftOut.set(request.id, refusedWhole(request, run.decisionOn(request.id)))
  }
}

function worstIncompleteSeries(
  requests: readonly WindowRequest[],
  run: WindowRun,
): readonly WindowRequest[] | undefined {
  const series = Map.groupBy(
    requests.filter((request) => request.series?.mode === 'all'),
    (request) => request.series?.id,
  )
  const incomplete = [...series.values()].filter((occurrences) =>
    occurrences.some(({ id, members }) => run.decisionOn(id)?.admitted.length !== members.length),
  )
  const standingOf = (occurrences: readonly WindowRequest[]): Standing | undefined => {
    const known = occurrences.flatMap(({ id }) => run.standings.get(id) ?? [])
    return known.toSorted((left, right) => compareStanding(right, left))[0]
  }
  // One without a standing is not eligible anywhere, and stands behind all.
  return incomplete.toSorted((left, right) => {
    const [one, other] = [standingOf(left), standingOf(right)]
    if (one === undefined || other === undefined)
      return Number(other === undefined) - Number(one === undefined)
    return compareStanding(other, one)
  })[0]
}

/** An occurrence refused for itself keeps its reason; one that would have been let in is told of the others. */
function refusedWhole(request: WindowRequest, decision: WindowDecision | undefined): WindowDecision {
  const { id, members, series } = request
  if (decision !== undefined && decision.refused.length > 0) return { ...decision, admitted: [], addOns: [] }
  const reason = { code: 'SERIES_INCOMPLETE', series: series?.id ?? '' } as const
  return { id, admitted: [], refused: members.map(({ person }) => ({ person, reason })), addOns: [] }
}

function slotKey({ pool, startsAt }: Pick<WindowSlot, 'pool' | 'startsAt'>): string {
  return `${startsAt.getTime()} ${pool}`
}
