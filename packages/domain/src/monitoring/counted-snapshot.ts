import { countStandings, listStandings } from '../indicators/count-indicators.ts'
import type { IndicatorReport, Standings } from '../indicators/count-indicators.ts'
import type { Participation } from '../indicators/participation.ts'
import type { MonitoringSettings } from './layout-mapping.ts'
import type { MonitoringSnapshot, VaultEntry } from './monitoring-snapshot.ts'

/** A snapshot with what is computed from it once, for the checks and for every row. */
export interface CountedSnapshot {
  readonly snapshot: MonitoringSnapshot
  readonly settings: MonitoringSettings
  readonly standings: Standings
  readonly report: IndicatorReport
  readonly participations: ReadonlyMap<string, readonly Participation[]>
  /** By `participationKey`. */
  readonly vault: ReadonlyMap<string, VaultEntry>
}

export function countSnapshot(snapshot: MonitoringSnapshot, settings: MonitoringSettings): CountedSnapshot {
  const standings = listStandings(snapshot.records, snapshot.asOf)
  return {
    snapshot,
    settings,
    standings,
    report: countStandings(standings),
    participations: Map.groupBy(standings.participations, ({ record }) => record.operation),
    vault: new Map(snapshot.vault.map((entry) => [participationKey(entry), entry])),
  }
}

/** What joins a record and its entry in the vault. */
export function participationKey({ operation, person }: Pick<VaultEntry, 'operation' | 'person'>): string {
  return JSON.stringify([operation, person])
}
