import type { ChangeOnRecord } from '@officine/db/opening-changes'
import type { ChangeRefusal } from '@officine/domain/booking/decide-change'
import type { OpeningChange } from '@officine/domain/booking/opening-hours'
import { localTimeOf } from '@officine/domain/calendar/local-time'
import { companionsOf, seatsOf, spacedCode, unitText } from '../../booking-view.ts'
import { reasonText } from '../../closed-text.ts'
import { dayText, periodText } from '../../local-text.ts'
import type { TextLanguage } from '../../local-text.ts'
import { findPool, textIn } from '../../town.ts'
import type { Town } from '../../town.ts'
import { changeRefusalView } from '../answer-change.ts'
import { daysLabel, whereText } from '../upcoming-changes.ts'
import type { CloseRefusal } from './close.ts'
import type { Elsewhere } from './settle-touched.ts'
import { treatmentsOf, usualTreatment } from './touched.ts'
import type { Touched } from './touched.ts'

/** A touched booking as the desk reads it: who, when, where, with whom, what is lost, and what may be done. */
export function touchedView(
  touched: Touched,
  elsewhere: readonly Elsewhere[],
  town: Town,
  language: TextLanguage,
) {
  const { record, what, places } = touched
  const lost = [...new Set(places.map(({ poolId }) => poolId))]
  const canMove = elsewhere.length > 0
  return {
    bookingId: record.id,
    personName: `${record.givenName} ${record.familyName}`,
    code: spacedCode(record.code),
    dayLabel: dayText(record.day, language),
    timeLabel: periodText(localTimeOf(record.startsAt), localTimeOf(record.endsAt)),
    poolName: poolName(record.poolId, town, language),
    unitLabel: unitText({ units: seatsOf(record) }, language),
    companions: companionsOf(record, town, language).map((each) => ({
      poolName: each.poolName,
      childName: each.childName,
    })),
    what,
    lostNames: lost.map((poolId) => poolName(poolId, town, language)),
    isPresent: record.status === 'checked-in',
    treatments: treatmentsOf(touched).filter((how) => how !== 'move' || canMove),
    usual: usualTreatment(touched),
    alternatives: elsewhere.map((to) => ({ ...to, label: elsewhereText(to, record.poolId, town, language) })),
  }
}

function elsewhereText(
  { poolId, day, from, to }: Elsewhere,
  standing: string,
  town: Town,
  language: TextLanguage,
): string {
  const when = `${dayText(day, language)}, ${periodText(from, to)}`
  return poolId === standing ? when : `${when}, ${poolName(poolId, town, language)}`
}

function poolName(poolId: string, town: Town, language: TextLanguage): string {
  const pool = findPool(town, poolId)
  return pool === undefined ? '' : textIn(pool.presentation.name, language)
}

/** A change on the desk's list: when, where, why, and what became of whom it touched. */
export function changeOnList(change: ChangeOnRecord, town: Town, language: TextLanguage) {
  const count = (how: string) => change.settled.filter((each) => each.how === how).length
  return {
    closureId: change.id,
    ...changeInWords(change, language),
    where: whereText(change, town, language),
    isLifted: change.endedAt !== undefined,
    settled: {
      cancelled: count('cancelled'),
      moved: count('moved'),
      dropped: count('dropped'),
      kept: count('kept'),
      ended: count('ended'),
    },
  }
}

/** The days, the hours and the reason of a change, whoever decided it. */
export function changeInWords(change: OpeningChange, language: TextLanguage) {
  const { kind, fromDay, toDay, hours, because } = change
  return {
    kind,
    fromDay,
    toDay,
    daysLabel: daysLabel(fromDay, toDay, language),
    hoursLabel: hours && periodText(...hours),
    because: reasonText(because, language),
  }
}

/** Why a change was not made, with what its sentence needs. */
export function closeRefusalView(refusal: CloseRefusal, town: Town, language: TextLanguage) {
  switch (refusal.reason) {
    case 'overlaps':
      return { reason: refusal.reason, other: changeInWords(refusal.other, language) }
    case 'still-closed':
      return { reason: refusal.reason, by: changeInWords(refusal.by, language) }
    case 'cannot-move': {
      const { reason, bookingId } = refusal
      return { reason, bookingId, refusal: changeRefusalView(refusal.refusal, town, language) }
    }
    case 'ends-before-it-starts':
    case 'past':
    case 'too-long':
    case 'already-shut':
    case 'usually-shut':
    case 'changes-nothing':
    case 'no-time-left':
    case 'too-many':
    case 'touched-changed':
    case 'answer-missing':
    case 'answer-impossible':
    case 'different-request':
      return refusal satisfies Exclude<CloseRefusal, Extract<ChangeRefusal, { reason: 'overlaps' }>>
  }
}
