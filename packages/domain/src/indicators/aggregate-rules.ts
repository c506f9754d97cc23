import type { IndicatorReport } from './count-indicators.ts'
import {
  checkAgainstPlan,
  checkEntities,
  checkLevelsAgree,
  checkLinkedOutputs,
  checkNothingFalls,
  checkReservedSums,
  checkResultsOfLeavers,
  checkZerosAreSaid,
} from './report-rules.ts'
import type { AggregateContext, ReportRule } from './report-rules.ts'
import {
  checkAgesWithin,
  checkEducationsMakeTotal,
  checkGendersMakeTotal,
  checkLongTermWithin,
  checkResultsWithin,
  checkStatusesMakeTotal,
  checkTraitsWithin,
  tellLaterJobs,
} from './table-rules.ts'
import type { TableRule } from './table-rules.ts'

/** `error` keeps the figures in; `warn` asks for a reason; `info` only tells. */
export interface AggregateFinding {
  readonly rule: string
  readonly level: 'error' | 'warn' | 'info'
  /** An operation, or the level above it. */
  readonly where: string
  readonly says: string
}

interface AggregateRule {
  readonly rule: string
  readonly level: AggregateFinding['level']
  readonly check: ReportRule
}

/** The rules on figures by their code. A17 is the absence of one: of EECO13 and EECO14 either may exceed the other. */
export const AGGREGATE_RULES: readonly AggregateRule[] = [
  { rule: 'A01', level: 'error', check: onEveryTable(checkStatusesMakeTotal) },
  { rule: 'A02', level: 'error', check: onEveryTable(checkLongTermWithin) },
  { rule: 'A03', level: 'error', check: onEveryTable(checkAgesWithin) },
  { rule: 'A04', level: 'error', check: onEveryTable(checkEducationsMakeTotal) },
  { rule: 'A05', level: 'error', check: onEveryTable(checkTraitsWithin) },
  { rule: 'A06', level: 'error', check: onEveryTable(checkGendersMakeTotal) },
  { rule: 'A07', level: 'error', check: checkReservedSums },
  { rule: 'A08', level: 'error', check: checkLinkedOutputs },
  { rule: 'A09', level: 'error', check: onEveryTable(checkResultsWithin) },
  { rule: 'A10', level: 'error', check: checkResultsOfLeavers },
  { rule: 'A11', level: 'error', check: checkNothingFalls },
  { rule: 'A12', level: 'error', check: checkEntities },
  { rule: 'A13', level: 'error', check: checkLevelsAgree },
  { rule: 'A14', level: 'error', check: checkZerosAreSaid },
  { rule: 'A15', level: 'warn', check: checkAgainstPlan },
  { rule: 'A16', level: 'info', check: onEveryTable(tellLaterJobs) },
]

/** What the figures break, in order of rule. Exact figures obey A01 to A14; published ones, once some are withheld, need not. */
export function checkAggregates(
  report: IndicatorReport,
  context: AggregateContext = {},
): readonly AggregateFinding[] {
  return AGGREGATE_RULES.flatMap(({ rule, level, check }) =>
    check(report, context).map(({ where, says }) => ({ rule, level, where, says })),
  )
}

function onEveryTable(check: TableRule): ReportRule {
  return ({ operations, programme }) => [
    ...[...operations].flatMap(([where, { indicators }]) =>
      check(indicators).map((says) => ({ where, says })),
    ),
    ...check(programme).map((says) => ({ where: 'programme', says })),
  ]
}
