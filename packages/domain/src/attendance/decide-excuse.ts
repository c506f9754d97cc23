import { addDays } from '../calendar/local-day.ts'
import { localDayOf } from '../calendar/local-time.ts'
import type { LocalDay, TenantRules } from '../rules/tenant-rules.ts'
import type { Expected } from './decide-attendance.ts'

/** An absence, as far as an excuse looks at it. */
export interface Absence {
  readonly status: Expected['status']
  readonly day: LocalDay
  /** When it was found; null for one that was written as it ended. */
  readonly missedAt: Date | null
  readonly excusedAt: Date | null
}

export type ExcuseDecision =
  | { readonly excused: true; readonly isNew: boolean }
  | { readonly excused: false; readonly refusal: ExcuseRefusal }

export type ExcuseRefusal =
  | { readonly reason: 'not-absent'; readonly status: Expected['status'] }
  /** `until` was the last day on which it could be said. */
  | { readonly reason: 'excuse-too-late'; readonly until: LocalDay }

/** Whether an absence may be excused on the day of `now`. A second word changes nothing; who holds the manager's role may take one late. */
export function decideExcuse(
  absence: Absence,
  attendance: Pick<TenantRules['attendance'], 'excuseDays'>,
  isLateAllowed: boolean,
  now: Date,
): ExcuseDecision {
  const { status, excusedAt } = absence
  if (status !== 'no-show') return { excused: false, refusal: { reason: 'not-absent', status } }
  if (excusedAt !== null) return { excused: true, isNew: false }
  const until = excuseUntil(absence, attendance)
  if (localDayOf(now) > until && !isLateAllowed)
    return { excused: false, refusal: { reason: 'excuse-too-late', until } }
  return { excused: true, isNew: true }
}

/** The last day on which an absence can be excused, itself included: counted from the day it was found, which is the booking's own unless the round was late. */
export function excuseUntil(
  { day, missedAt }: Pick<Absence, 'day' | 'missedAt'>,
  { excuseDays }: Pick<TenantRules['attendance'], 'excuseDays'>,
): LocalDay {
  const foundOn = missedAt === null ? day : localDayOf(missedAt)
  return addDays(foundOn > day ? foundOn : day, excuseDays)
}
