import type { LocalDay, TenantRules } from '@officine/domain/rules/tenant-rules'
import type { TenantId } from '@officine/domain/tenant-id'

/** Where rules of a town begin, before it gives out any place: each figure is ours until the town's act says otherwise. */
export interface StartingRules {
  readonly tenant: TenantId
  readonly version: string
  readonly effectiveFrom: LocalDay
  readonly act: string
  /** Who answers whoever disagrees. */
  readonly reviewAt: string
  readonly holidays: readonly LocalDay[]
}

/** Rules that can be followed and give out nothing yet: first come, first served, everybody alike, nobody ever sanctioned by a machine. */
export function rulesWithoutPlaces(start: StartingRules): TenantRules {
  return {
    schema: 'cw-rules/1',
    tenant: start.tenant,
    version: start.version,
    effectiveFrom: start.effectiveFrom,
    timezone: 'Europe/Rome',
    legalBasis: [{ act: start.act }],
    traits: {},
    pools: {},
    bundles: {},
    orgs: {},
    priority: {
      tiers: [{ rank: 1, when: { always: true } }],
      points: [],
      maxPoints: 0,
      recentUse: { days: 28, countNoShow: true },
      tieBreak: 'ticket',
    },
    caps: [],
    lottery: null,
    windows: null,
    fcfs: { opens: { businessDaysBefore: 10, at: '09:00' }, closes: { hoursBefore: 0 } },
    waitlist: {
      max: 20,
      autoConfirmUntilHours: 24,
      offerReplyHours: 4,
      stopHours: 3,
      quiet: ['21:00', '08:00'],
    },
    attendance: {
      graceMinutes: 30,
      lateCancelHours: 12,
      strikes: 3,
      strikeDays: 90,
      pauseDays: 14,
      excuseDays: 5,
      safeguard: 'humanReview',
    },
    overbook: 0,
    review: { channel: start.reviewAt, days: 10 },
    holidays: start.holidays,
  }
}
