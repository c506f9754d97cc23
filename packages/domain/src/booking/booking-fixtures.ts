import type { PoolRules, TenantRules } from '../rules/tenant-rules.ts'
import type { AssignableUnit } from './assign-units.ts'
import type { PoolCalendar } from './booking-period.ts'
import type { OpeningChange } from './opening-hours.ts'

/** Ten seats in two half days, Monday to Friday: the pool of most examples. */
export function aPool(more: Partial<PoolRules> = {}): PoolRules {
  return {
    kind: 'seats',
    capacity: 10,
    open: {
      days: [1, 2, 3, 4, 5],
      slots: [
        ['09:00', '14:00'],
        ['14:00', '19:00'],
      ],
    },
    eligibility: { always: true },
    reserves: [],
    precedence: 'reserveFirst',
    ...more,
  }
}

/** A town without draws that opens ten working days before, at nine. */
export function someRules(more: Partial<TenantRules> = {}): TenantRules {
  return {
    schema: 'cw-rules/1',
    tenant: 'borgo-sole',
    version: '1',
    effectiveFrom: '2026-01-01',
    timezone: 'Europe/Rome',
    legalBasis: [{ act: 'Delibera inventata' }],
    traits: {},
    pools: { seats: aPool() },
    bundles: {},
    orgs: {},
    priority: { tiers: [], points: [], maxPoints: 0, recentUse: null, tieBreak: 'ticket' },
    caps: [{ who: 'person', pools: ['seats'], per: 'isoWeek', max: 3, unit: 'slots' }],
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
    review: { channel: 'sportello', days: 10 },
    ...more,
  }
}

export function aCalendar(
  pool: PoolRules = aPool(),
  more: Partial<TenantRules> = {},
  closed: readonly string[] = [],
  changes: readonly OpeningChange[] = [],
): PoolCalendar {
  const rules = someRules({ pools: { seats: pool }, ...more })
  return { rules, pool, changes: [...closed.map((day) => aClosure(day)), ...changes] }
}

/** A day on which a pool is shut, or some hours of it. */
export function aClosure(day: string, more: Partial<OpeningChange> = {}): OpeningChange {
  return { kind: 'closed', fromDay: day, toDay: day, because: { it: 'lavori' }, ...more }
}

/** Places 1 to `howMany`, the first accessible. */
export function places(howMany: number): readonly AssignableUnit[] {
  return Array.from({ length: howMany }, (_, at) => ({
    unitId: `u${at + 1}`,
    number: at + 1,
    isAccessible: at === 0,
  }))
}
