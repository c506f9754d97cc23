import { inStandingOrder } from '../allocation/order-requests.ts'
import type { Standing } from '../allocation/standing.ts'
import { overlaps } from '../booking/assign-units.ts'
import type { TenantRules } from '../rules/tenant-rules.ts'

/** Somebody on the waiting list, as the list orders them. */
export interface Waiting {
  readonly waitId: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly recentUse: number
  readonly askedAt: Date
}

/**
 * The waiting list, next one first: fewest recent uses, then who asked first (specs/allocation.md, section 8). Where places are drawn, who comes after the draw
 * stands in the order of asking alone (rule 18). The engine's own comparison: the instant of asking stands where a draw puts its ticket.
 */
export function orderWaiting<One extends Waiting>(
  all: readonly One[],
  { lottery }: Pick<TenantRules, 'lottery'>,
): readonly One[] {
  const standings = all.map((one) => ({ one, standing: standingOf(one, lottery === null) }))
  return inStandingOrder(standings).map(({ one }) => one)
}

function standingOf({ waitId, recentUse, askedAt }: Waiting, countsUse: boolean): Standing {
  const ticket = askedAt.toISOString()
  return { id: waitId, tier: null, points: 0, recentUse: countsUse ? recentUse : 0, ticket }
}

/** Where somebody stands among those who wait for the same hours, and why. */
export interface PlaceInLine {
  /** From 1. */
  readonly position: number
  /** How many stand before them with fewer recent uses; the others before them asked earlier. */
  readonly aheadWithFewerUses: number
  readonly aheadByAsking: number
  /** With so many recent uses they would be first; absent when they are, or when no number would do. */
  readonly firstWithUses?: number
}

/** The place of one wait in a list that stands in order; undefined when it is not on the list. */
export function placeInLine(
  inOrder: readonly Waiting[],
  waitId: string,
  rules: Pick<TenantRules, 'lottery'>,
): PlaceInLine | undefined {
  const me = inOrder.find((one) => one.waitId === waitId)
  if (me === undefined) return undefined
  const line = inOrder.filter((one) => overlaps(one, me))
  const ahead = line.slice(0, line.indexOf(me))
  const countsUse = rules.lottery === null
  const aheadWithFewerUses = countsUse ? ahead.filter((one) => one.recentUse < me.recentUse).length : 0
  const [first] = ahead
  const firstWithUses =
    countsUse && first !== undefined
      ? [first.recentUse, first.recentUse - 1].find(
          (uses) =>
            uses >= 0 &&
            uses < me.recentUse &&
            isFirst(orderWaiting([{ ...me, recentUse: uses }, ...ahead], rules), me),
        )
      : undefined
  return {
    position: ahead.length + 1,
    aheadWithFewerUses,
    aheadByAsking: ahead.length - aheadWithFewerUses,
    ...(firstWithUses !== undefined && { firstWithUses }),
  }
}

function isFirst(line: readonly Waiting[], { waitId }: Waiting): boolean {
  return line[0]?.waitId === waitId
}
