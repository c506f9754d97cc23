import { addDays, addMonths, completedYears } from './civil-day.ts'
import type { CivilDay } from './civil-day.ts'
import type {
  AfterExit,
  AfterSixMonths,
  Episode,
  Gender,
  ParticipantRecord,
  Status,
} from './participant-record.ts'

/** Four weeks after leaving, the last day included. */
export const DAYS_UPON_LEAVING = 28
export const MONTHS_AFTER_LEAVING = 6

/** A record with the episodes that had begun by a day, in order of entry. */
export interface RecordAsOf {
  readonly index: number
  readonly record: ParticipantRecord
  readonly episodes: readonly Episode[]
  readonly enteredOn: CivilDay
}

/** A complete record as it stood on a day: what every indicator is computed from. */
export interface Participation {
  readonly index: number
  readonly record: ParticipantRecord
  readonly gender: Gender
  readonly statusAtEntry: Status
  readonly isced: number
  readonly ageAtEntry: number
  readonly enteredOn: CivilDay
  /** The final exit; absent while any episode lasts. */
  readonly leftOn: CivilDay | undefined
  /** Results of the final episode only, and only when dated inside their window. */
  readonly afterExit: AfterExit | undefined
  readonly afterSixMonths: AfterSixMonths | undefined
}

/** The record as it stood on `asOf`; undefined when nobody had entered yet. */
export function findRecordAsOf(
  index: number,
  record: ParticipantRecord,
  asOf: CivilDay,
): RecordAsOf | undefined {
  const begun = record.episodes.filter((episode) => episode.entry <= asOf)
  const episodes = begun.length < 2 ? begun : begun.toSorted(byEntry)
  const first = episodes[0]
  return first === undefined ? undefined : { index, record, episodes, enteredOn: first.entry }
}

/** The participation that the record proves; undefined when gender, birth, status or education is missing. Expects a record without faults. */
export function findParticipation(standing: RecordAsOf, asOf: CivilDay): Participation | undefined {
  const { index, record, episodes, enteredOn } = standing
  const { gender, birthDate, statusAtEntry, isced } = record
  if (gender === null || birthDate === null || isced === null) return undefined
  if (statusAtEntry === null || statusAtEntry === 'CONTRADICTORY') return undefined

  return {
    index,
    record,
    gender,
    statusAtEntry,
    isced,
    ageAtEntry: completedYears(birthDate, enteredOn),
    enteredOn,
    ...leavingOf(episodes.at(-1), asOf),
  }
}

/** Earlier episodes are void once the person is back: only the last one can be the one the person left from. */
function leavingOf(
  last: Episode | undefined,
  asOf: CivilDay,
): Pick<Participation, 'leftOn' | 'afterExit' | 'afterSixMonths'> {
  const leftOn = last?.exit ?? null
  if (last === undefined || leftOn === null || leftOn > asOf) return STILL_THERE
  const { afterExit, afterSixMonths } = last
  return {
    leftOn,
    afterExit: afterExit && isUponLeaving(afterExit.eventOn, leftOn, asOf) ? afterExit : undefined,
    afterSixMonths:
      afterSixMonths && isSixMonthsOn(afterSixMonths.observedOn, leftOn, asOf) ? afterSixMonths : undefined,
  }
}

const STILL_THERE = { leftOn: undefined, afterExit: undefined, afterSixMonths: undefined } as const

function isUponLeaving(eventOn: CivilDay, leftOn: CivilDay, asOf: CivilDay): boolean {
  return leftOn <= eventOn && eventOn <= addDays(leftOn, DAYS_UPON_LEAVING) && eventOn <= asOf
}

function isSixMonthsOn(observedOn: CivilDay, leftOn: CivilDay, asOf: CivilDay): boolean {
  return addMonths(leftOn, MONTHS_AFTER_LEAVING) <= observedOn && observedOn <= asOf
}

function byEntry(a: Episode, b: Episode): number {
  if (a.entry === b.entry) return 0
  return a.entry < b.entry ? -1 : 1
}
