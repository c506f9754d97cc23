import type { CivilDay } from './civil-day.ts'
import { listDuplicates, listRecordFaults } from './counting-faults.ts'
import type { CountingFault, CountingRule } from './counting-faults.ts'
import { personKey } from './fiscal-code.ts'
import { INDICATORS } from './indicator-definitions.ts'
import type { IndicatorCode } from './indicator-definitions.ts'
import type { ParticipantRecord } from './participant-record.ts'
import { findParticipation, findRecordAsOf } from './participation.ts'
import type { Participation, RecordAsOf } from './participation.ts'

/** Participations by gender; `total` is F + M + X. */
export interface GenderCount {
  F: number
  M: number
  X: number
  total: number
}

export type IndicatorTable = Readonly<Record<IndicatorCode, Readonly<GenderCount>>>

export interface OperationFigures {
  readonly indicators: IndicatorTable
  /** Complete participations that had left for good. */
  readonly left: Readonly<GenderCount>
  /** Every record of the operation, incomplete and faulty ones included: the 2014-2020 grand total. */
  readonly all: number
}

export interface IndicatorReport {
  readonly asOf: CivilDay
  /** By operation, in order of its name. */
  readonly operations: ReadonlyMap<string, OperationFigures>
  /** The sum over the operations: participations, not heads. */
  readonly programme: IndicatorTable
  readonly records: { readonly all: number; readonly complete: number; readonly persons: number }
  /** By place of the record, then by rule. */
  readonly faults: readonly CountingFault[]
}

/** The records on a day, sorted into those that count and those that do not. */
export interface Standings {
  readonly asOf: CivilDay
  readonly present: readonly RecordAsOf[]
  readonly participations: readonly Participation[]
  readonly faults: readonly CountingFault[]
}

/** Which records existed on `asOf`, which of them count (complete, breaking no rule), and which rules the others break. */
export function listStandings(records: readonly ParticipantRecord[], asOf: CivilDay): Standings {
  const present: RecordAsOf[] = []
  records.forEach((record, index) => {
    const standing = findRecordAsOf(index, record, asOf)
    if (standing !== undefined) present.push(standing)
  })

  const duplicates = listDuplicates(present)
  const participations: Participation[] = []
  const faults: CountingFault[] = []
  for (const standing of present) {
    const broken = [...listRecordFaults(standing), ...(duplicates.has(standing.index) ? DUPLICATE : NONE)]
    for (const rule of broken.sort()) faults.push({ index: standing.index, rule })
    const participation = broken.length === 0 ? findParticipation(standing, asOf) : undefined
    if (participation !== undefined) participations.push(participation)
  }
  return { asOf, present, participations, faults }
}

const DUPLICATE: readonly CountingRule[] = ['R09']
const NONE: readonly CountingRule[] = []

/** Cumulative figures on `asOf` for every operation that has a record by then; order of records and of episodes is irrelevant. */
export function countIndicators(records: readonly ParticipantRecord[], asOf: CivilDay): IndicatorReport {
  return countStandings(listStandings(records, asOf))
}

/** The same figures from records already sorted. */
export function countStandings(standings: Standings): IndicatorReport {
  const operations = new Map<string, { indicators: MutableTable; left: GenderCount; all: number }>()
  const persons = new Set<string>()
  for (const { record } of standings.present) {
    persons.add(personKey(record.person))
    const figures = operations.get(record.operation)
    if (figures === undefined) {
      operations.set(record.operation, { indicators: emptyTable(), left: emptyCount(), all: 1 })
    } else figures.all += 1
  }

  for (const participation of standings.participations) {
    const figures = operations.get(participation.record.operation)
    if (figures === undefined) throw new Error('A participation has no record behind it')
    const { gender } = participation
    for (const { code, counts } of INDICATORS) {
      if (counts(participation)) addOne(figures.indicators[code], gender)
    }
    if (participation.leftOn !== undefined) addOne(figures.left, gender)
  }

  const sorted = [...operations].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    asOf: standings.asOf,
    operations: new Map(sorted),
    programme: sumTables(sorted.map(([, figures]) => figures.indicators)),
    records: {
      all: standings.present.length,
      complete: standings.participations.length,
      persons: persons.size,
    },
    faults: standings.faults,
  }
}

/** Adds tables of different operations: the person who is in two counts twice. No table gives zeros. */
export function sumTables(tables: readonly IndicatorTable[]): IndicatorTable {
  const sum = emptyTable()
  for (const table of tables) {
    for (const { code } of INDICATORS) {
      for (const column of ['F', 'M', 'X', 'total'] as const) sum[code][column] += table[code][column]
    }
  }
  return sum
}

type MutableTable = Record<IndicatorCode, GenderCount>

function emptyTable(): MutableTable {
  // Object.fromEntries forgets its keys; INDICATORS holds every code, which the type of its rows says.
  return Object.fromEntries(INDICATORS.map(({ code }) => [code, emptyCount()])) as MutableTable
}

function emptyCount(): GenderCount {
  return { F: 0, M: 0, X: 0, total: 0 }
}

function addOne(count: GenderCount, gender: 'F' | 'M' | 'X'): void {
  count[gender] += 1
  count.total += 1
}
