import { breaksRule } from './counting-faults.ts'
import {
  checkChildInCoworking,
  checkCitizenship,
  checkCompleteness,
  checkCorrection,
  checkDays,
  checkEducation,
  checkFiscalCode,
  checkSpecialCategories,
  checkUnemployment,
  checkWorkingAge,
} from './entry-rules.ts'
import type { ParticipantRecord } from './participant-record.ts'
import { findRecordAsOf } from './participation.ts'
import { checkExitWindow, checkResultHasExit, checkResultIsChange, checkSixMonths } from './result-rules.ts'
import { block } from './rule-finding.ts'
import type { RecordContext, RuleCheck, RuleFinding } from './rule-finding.ts'

/** The rules on one record by their code. Those that also keep a record out of the figures are in counting-faults.ts. */
const RECORD_RULES = {
  R01: checkCompleteness,
  R02: (standing) => [breaksRule(standing, 'R02') && block('an age at entry below 0 or above 110')],
  R03: checkDays,
  R04: (standing) => [breaksRule(standing, 'R04') && block('not exactly one status at entry')],
  R05: checkUnemployment,
  R06: checkWorkingAge,
  R07: checkEducation,
  R08: checkFiscalCode,
  R09: (_, { copies = 0 }) => [copies > 0 && block('the person already has a record in this operation')],
  R10: checkCitizenship,
  R11: checkResultHasExit,
  R12: checkExitWindow,
  R13: checkResultIsChange,
  R14: checkSixMonths,
  R15: checkSpecialCategories,
  R16: checkCorrection,
  R17: checkChildInCoworking,
} as const satisfies Readonly<Record<string, RuleCheck>>

const EVER = '9999-12-31'

/** What stands against saving the record, in order of rule; a record without episodes has not entered yet, and nothing is said of it. */
export function checkRecord(record: ParticipantRecord, context: RecordContext): readonly RuleFinding[] {
  const standing = findRecordAsOf(0, record, EVER)
  if (standing === undefined) return []
  return Object.entries<RuleCheck>(RECORD_RULES).flatMap(([rule, check]) =>
    check(standing, context)
      .filter((finding) => finding !== false)
      .map((finding) => ({ rule, ...finding })),
  )
}
