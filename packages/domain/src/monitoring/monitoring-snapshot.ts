import type { CivilDay } from '../indicators/civil-day.ts'
import type { MarketCondition } from '../indicators/market-condition.ts'
import type { ParticipantRecord } from '../indicators/participant-record.ts'
import type { EntityCounts } from '../indicators/report-rules.ts'

/** An operation and the local project code under which the Region knows it. */
export interface SnapshotOperation {
  readonly operation: string
  readonly project: string
  /** From the convention, by indicator code. */
  readonly planned: ReadonlyMap<string, number>
  readonly entities: EntityCounts
}

/** What only the vault knows of a participation. */
export interface VaultEntry {
  readonly operation: string
  readonly person: string
  readonly fiscalCode: string | null
  readonly course: string | null
  /** ISTAT codes of the municipality. */
  readonly residence: string | null
  readonly domicile: string | null
  readonly marketCondition: MarketCondition | null
  readonly workType: string | null
}

/** A frozen state of a programme: the only thing the layouts are made from. */
export interface MonitoringSnapshot {
  readonly snapshot: string
  readonly asOf: CivilDay
  /** YYYYMM: June or December. */
  readonly period: string
  readonly operations: readonly SnapshotOperation[]
  readonly records: readonly ParticipantRecord[]
  readonly vault: readonly VaultEntry[]
}
