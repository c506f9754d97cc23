import type { CivilDay } from './civil-day.ts'
import type { ParticipantRecord } from './participant-record.ts'
import type { RecordAsOf } from './participation.ts'

/** `block` refuses to save; `warn` asks for a reason. */
export type RuleLevel = 'block' | 'warn'

export interface RuleFinding {
  readonly rule: string
  readonly level: RuleLevel
  readonly says: string
}

/** What the rules need beside the record; what is absent is not checked. */
export interface RecordContext {
  readonly today: CivilDay
  readonly operation?: {
    readonly startsOn: CivilDay
    readonly endsOn: CivilDay | null
    readonly coworkingOnly: boolean
  }
  /** From the vault, where it stays. */
  readonly fiscalCode?: string
  /** How many other records of the operation stand for the same person. */
  readonly copies?: number
  /** Days by which a six-month observation may be late: the managing authority sets it. */
  readonly sixMonthToleranceDays?: number
  /** Whether there is evidence that the special categories were asked. */
  readonly askingIsProved?: boolean
  /** The record as first saved, and who stands behind a change to its entry data. */
  readonly firstSaved?: ParticipantRecord
  readonly correction?: { readonly reason: string; readonly approvedBy: readonly string[] }
}

export type Finding = Omit<RuleFinding, 'rule'>

/** One rule: what it finds in a record; `false` stands for nothing found, so that a check reads as a list of conditions. */
export type RuleCheck = (standing: RecordAsOf, context: RecordContext) => readonly (Finding | false)[]

export function block(says: string): Finding {
  return { level: 'block', says }
}

export function warn(says: string): Finding {
  return { level: 'warn', says }
}
