import { listMissedOn } from '@officine/db/attendance'
import type { TenantTransaction } from '@officine/db/with-tenant'
import {
  absencesFrom,
  attendanceStanding,
  isSafeguarded,
} from '@officine/domain/attendance/attendance-standing'
import { localDayOf } from '@officine/domain/calendar/local-time'
import type { LocalDay } from '@officine/domain/rules/tenant-rules'
import { dayText } from './local-text.ts'
import type { TextLanguage } from './local-text.ts'
import type { Town } from './town.ts'

/** How a person stands for the days they missed, in words: free, paused until a day, or for somebody at the town to look at. */
export async function attendanceView(
  tx: TenantTransaction,
  town: Town,
  person: { readonly id: string; readonly bornOn: LocalDay | null },
  language: TextLanguage,
  now: Date,
) {
  const { attendance } = town.config.rules
  const today = localDayOf(now)
  const missedOn = await listMissedOn(tx, person.id, absencesFrom(today, attendance))
  const absences = { missedOn, isSafeguarded: isSafeguarded(person.bornOn, today) }
  const standing = attendanceStanding(absences, today, attendance)
  const { strikes, strikeDays, pauseDays, excuseDays } = attendance
  return {
    kind: standing.kind,
    untilLabel: standing.kind === 'paused' ? dayText(standing.until, language) : undefined,
    /** The days that brought it about, or those that count so far. */
    missedLabels: (standing.kind === 'free' ? missedOn : standing.missedOn).map((day) =>
      dayText(day, language),
    ),
    strikes,
    strikeDays,
    pauseDays,
    excuseDays,
  }
}
