import { absenceConsequence } from '../allocation/attendance.ts'
import { ageOn } from '../calendar/age.ts'
import { addDays } from '../calendar/local-day.ts'
import type { LocalDay, TenantRules } from '../rules/tenant-rules.ts'

/** The absences of a person, as far as they count: those without an excuse. */
export interface Absences {
  readonly missedOn: readonly LocalDay[]
  /** Never paused by a rule: a person looks at it. */
  readonly isSafeguarded: boolean
}

/** How a person stands on a day for not having come. */
export type AttendanceStanding =
  | { readonly kind: 'free' }
  | { readonly kind: 'paused'; readonly until: LocalDay; readonly missedOn: readonly LocalDay[] }
  /** The days would pause anybody else: somebody at the town decides. */
  | { readonly kind: 'to-review'; readonly missedOn: readonly LocalDay[] }

/** Follows rule 31 and says, beside the consequence, which days it comes from. */
export function attendanceStanding(
  { missedOn, isSafeguarded }: Absences,
  today: LocalDay,
  attendance: TenantRules['attendance'],
): AttendanceStanding {
  const consequence = absenceConsequence(missedOn, today, attendance, isSafeguarded)
  switch (consequence.kind) {
    case 'none':
      return { kind: 'free' }
    case 'pause': {
      const last = addDays(consequence.until, -attendance.pauseDays)
      return {
        kind: 'paused',
        until: consequence.until,
        missedOn: lastDays(missedOn, last, attendance.strikeDays),
      }
    }
    case 'REVIEW_NEEDED':
      return { kind: 'to-review', missedOn: lastDays(missedOn, today, attendance.strikeDays) }
  }
}

/** The earliest day whose absence can still matter on `today`: a pause lasts after the last strike, and the strikes before it count. */
export function absencesFrom(
  today: LocalDay,
  { strikeDays, pauseDays }: TenantRules['attendance'],
): LocalDay {
  return addDays(today, -(strikeDays + pauseDays))
}

/** Minors are never paused (section 3, after the practice of the NHS). A town that knows of no birth date knows of no minor. */
export function isSafeguarded(bornOn: LocalDay | null, today: LocalDay): boolean {
  return bornOn !== null && ageOn(bornOn, today) < 18
}

function lastDays(missedOn: readonly LocalDay[], last: LocalDay, days: number): readonly LocalDay[] {
  return missedOn.filter((day) => day <= last && day > addDays(last, -days)).toSorted()
}
