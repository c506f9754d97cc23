import type { CivilDay } from './civil-day.ts'

export const GENDERS = ['F', 'M', 'X'] as const
export type Gender = (typeof GENDERS)[number]

/** Labour market status: unemployed, inactive, employed. */
export const STATUSES = ['UNE', 'INA', 'EMP'] as const
export type Status = (typeof STATUSES)[number]

/** A missing answer is never "no": each way of not answering is a value of its own. */
export const ANSWERS = ['Y', 'N', 'REFUSED', 'NOT_ASKED', 'UNKNOWN'] as const
export type Answer = (typeof ANSWERS)[number]

/** What changed for the person within four weeks of leaving; `eventOn` is the day of the change, not of the survey. */
export interface AfterExit {
  readonly eventOn: CivilDay
  readonly status: Status | null
  readonly searching: boolean
  readonly inEducation: boolean
  readonly qualification: boolean
}

/** The person's standing six months after leaving, as seen on `observedOn`. */
export interface AfterSixMonths {
  readonly observedOn: CivilDay
  readonly status: Status | null
  readonly improved: boolean
}

/** One stay in the operation; `exit` is its last day, null while it lasts. */
export interface Episode {
  readonly entry: CivilDay
  readonly exit: CivilDay | null
  readonly afterExit: AfterExit | null
  readonly afterSixMonths: AfterSixMonths | null
}

/** One person in one operation, however many times the person enters; what is said "at entry" belongs to the first entry for ever. */
export interface ParticipantRecord {
  readonly operation: string
  /** A pseudonym: the fiscal code stays in the vault. */
  readonly person: string
  readonly gender: Gender | null
  readonly birthDate: CivilDay | null
  /** `CONTRADICTORY` when the sources do not agree on exactly one status: rule R04. */
  readonly statusAtEntry: Status | 'CONTRADICTORY' | null
  readonly unemployedSince: CivilDay | null
  readonly inEducationAtEntry: boolean | null
  /** Highest level completed at entry, ISCED 0 to 8. */
  readonly isced: number | null
  /** ISO 3166-1 alpha-2; empty and not stateless means unknown. */
  readonly citizenship: readonly string[]
  readonly stateless: boolean
  readonly foreignBackground: Answer
  readonly minority: Answer
  readonly disability: Answer
  readonly homeless: Answer
  /** Degree of urbanisation of the municipality of residence at entry: 3 is rural. */
  readonly degurba: 1 | 2 | 3 | null
  readonly episodes: readonly Episode[]
}
