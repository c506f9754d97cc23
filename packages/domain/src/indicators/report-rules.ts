import { sumTables } from './count-indicators.ts'
import type { GenderCount, IndicatorReport, IndicatorTable } from './count-indicators.ts'
import { INDICATORS } from './indicator-definitions.ts'
import type { OutputCode } from './indicator-definitions.ts'
import { COLUMNS, sumOf } from './table-rules.ts'

export const ENTITY_CODES = ['EECO18', 'EECO19'] as const
export type EntityCode = (typeof ENTITY_CODES)[number]

/** Distinct entities supported by one operation. */
export type EntityCounts = Readonly<Partial<Record<EntityCode, number>>>

/** Sums that have a line of their own in table 6, with their components (SFC, validation rules of 24 June 2024). */
export const RESERVED_SUMS = {
  'EECO02+04': ['EECO02', 'EECO04'],
  'EECO02+05': ['EECO02', 'EECO05'],
  'EECO02+04+05': ['EECO02', 'EECO04', 'EECO05'],
  'EECO06+07': ['EECO06', 'EECO07'],
  'EECO10+11': ['EECO10', 'EECO11'],
} as const satisfies Readonly<Record<string, readonly OutputCode[]>>
export type ReservedSum = keyof typeof RESERVED_SUMS

/** A programme-specific result with the output that it is linked to in table 6. */
export interface SpecificResult {
  readonly code: string
  readonly value: number
  readonly linkedOutput: number
  readonly isPercentage: boolean
}

/** What the rules need beside the figures; what is absent is not checked. */
export interface AggregateContext {
  /** YYYYMM. */
  readonly period?: string
  readonly previous?: IndicatorReport
  /** `operation code` pairs whose fall the log explains: a correction, or a return that made earlier results void. */
  readonly explainedFalls?: ReadonlySet<string>
  readonly objectives?: ReadonlyMap<string, IndicatorTable>
  readonly priorities?: ReadonlyMap<string, IndicatorTable>
  /** Every operation that reports, also where no person benefits directly. */
  readonly operationsInScope?: readonly string[]
  readonly entities?: ReadonlyMap<string, EntityCounts>
  /** From the convention, by operation and code. */
  readonly planned?: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** Sums as they were typed into the Commission's system. */
  readonly reservedSums?: Readonly<Partial<Record<ReservedSum, Readonly<GenderCount>>>>
  readonly specificResults?: readonly SpecificResult[]
}

/** What a whole report breaks: where, and a sentence. */
export type ReportRule = (
  report: IndicatorReport,
  context: AggregateContext,
) => readonly { readonly where: string; readonly says: string }[]

// Limits of our own; no rule of the Commission sets any.
const LEAST_OF_PLAN = 0.5
const MOST_OF_PLAN = 1.5

/** A07: a reserved sum equals its components, and figures belong to June or December. */
export const checkReservedSums: ReportRule = ({ programme }, { period, reservedSums = {} }) => {
  const findings = period === undefined || /^\d{4}(06|12)$/.test(period) ? [] : [`${period} is not a period`]
  for (const [name, components] of Object.entries(RESERVED_SUMS)) {
    const typed = new Map(Object.entries(reservedSums)).get(name)
    for (const column of typed === undefined ? [] : COLUMNS) {
      const ours = sumOf(programme, components, column)
      if (typed?.[column] !== ours) findings.push(`${name} is ${typed?.[column]}, not ${ours} (${column})`)
    }
  }
  return findings.map((says) => ({ where: 'programme', says }))
}

/** A08: no result above its linked output, no percentage above a hundred (SFC, rule of July 2025 on table 10). */
export const checkLinkedOutputs: ReportRule = (_, { specificResults = [] }) =>
  specificResults.flatMap(({ code, value, linkedOutput, isPercentage }) => {
    const most = isPercentage ? 100 : linkedOutput
    return value <= most ? [] : [{ where: 'programme', says: `${code} is ${value}, above ${most}` }]
  })

/** A10: nobody has a result without having left. */
export const checkResultsOfLeavers: ReportRule = ({ operations }) =>
  [...operations].flatMap(([where, { indicators, left }]) =>
    (['EECR01', 'EECR02', 'EECR03', 'EECR04', 'EECR05', 'EECR06'] as const).flatMap((code) =>
      COLUMNS.filter((column) => indicators[code][column] > left[column]).map((column) => ({
        where,
        says: `${code} is ${indicators[code][column]}, more than the ${left[column]} who left (${column})`,
      })),
    ),
  )

/** A11: cumulative figures do not fall unless the log says why. */
export const checkNothingFalls: ReportRule = ({ operations }, { previous, explainedFalls }) =>
  [...(previous?.operations ?? [])].flatMap(([where, before]) =>
    INDICATORS.flatMap(({ code }) => {
      const was = before.indicators[code].total
      const is = operations.get(where)?.indicators[code].total ?? 0
      if (is >= was || explainedFalls?.has(`${where} ${code}`)) return []
      return [{ where, says: `${code} fell from ${was} to ${is}` }]
    }),
  )

/** A12: entities are whole numbers. That they have no gender is in their type. */
export const checkEntities: ReportRule = (_, { entities = new Map<string, EntityCounts>() }) =>
  [...entities].flatMap(([where, counts]) =>
    Object.entries(counts)
      .filter(([, count]) => !Number.isInteger(count) || count < 0)
      .map(([code, count]) => ({ where, says: `${code} is ${count}, not a number of entities` })),
  )

/** A13: operations, objectives and priorities add up to the same participations. */
export const checkLevelsAgree: ReportRule = ({ operations, programme }, { objectives, priorities }) => {
  const levels: readonly [string, readonly IndicatorTable[] | undefined][] = [
    ['operations', [...operations.values()].map(({ indicators }) => indicators)],
    ['objectives', objectives && [...objectives.values()]],
    ['priorities', priorities && [...priorities.values()]],
  ]
  return levels.flatMap(([level, tables]) => {
    if (tables === undefined) return []
    const sum = sumTables(tables)
    return INDICATORS.flatMap(({ code }) =>
      COLUMNS.filter((column) => sum[code][column] !== programme[code][column]).map((column) => ({
        where: level,
        says: `${code} adds up to ${sum[code][column]}, not ${programme[code][column]} (${column})`,
      })),
    )
  })
}

/** A14: an operation that reports no participant says zero, never nothing. */
export const checkZerosAreSaid: ReportRule = ({ operations }, { operationsInScope = [] }) =>
  operationsInScope
    .filter((where) => !operations.has(where))
    .map((where) => ({ where, says: 'no figures: zero participants must be said' }))

/** A15: far from the plan, above or below. */
export const checkAgainstPlan: ReportRule = ({ operations }, { planned, entities }) =>
  [...(planned ?? [])].flatMap(([where, targets]) =>
    [...targets].flatMap(([code, target]) => {
      const achieved = achievedBy(operations.get(where)?.indicators, entities?.get(where), code)
      if (achieved === undefined || target <= 0) return []
      const isFar = achieved > target * MOST_OF_PLAN || achieved < target * LEAST_OF_PLAN
      return isFar ? [{ where, says: `${code}: ${achieved} achieved, ${target} planned` }] : []
    }),
  )

/** The figure of one code in one operation. Without records the persons are zero; entities that nobody counted are undefined. */
export function achievedBy(
  indicators: IndicatorTable | undefined,
  entities: EntityCounts | undefined,
  code: string,
): number | undefined {
  const onPersons = INDICATORS.find((definition) => definition.code === code)
  if (onPersons !== undefined) return indicators?.[onPersons.code].total ?? 0
  const onEntities = ENTITY_CODES.find((candidate) => candidate === code)
  return onEntities === undefined ? undefined : entities?.[onEntities]
}
