import { addDays, addMonths } from './civil-day.ts'
import type { CivilDay } from './civil-day.ts'
import { breaksRule } from './counting-faults.ts'
import { DAYS_UPON_LEAVING, MONTHS_AFTER_LEAVING } from './participation.ts'
import type { RecordAsOf } from './participation.ts'
import type { Episode } from './participant-record.ts'
import { block, warn } from './rule-finding.ts'
import type { RuleCheck } from './rule-finding.ts'

/** R11: a result says what changed since leaving, so somebody must have left. */
export const checkResultHasExit: RuleCheck = (standing) => [
  breaksRule(standing, 'R11') && block('a result without a day of exit'),
]

/** R12: results upon leaving are dated within four weeks of the exit. */
export const checkExitWindow: RuleCheck = (standing) => {
  const { exit, afterExit } = lastOf(standing)
  if (exit === null || afterExit === null) return []
  const until = addDays(exit, DAYS_UPON_LEAVING)
  return [
    (afterExit.eventOn < exit || afterExit.eventOn > until) &&
      block(`the result is not between ${exit} and ${until}`),
  ]
}

/** R13: only a change since entry is a result, so each result excludes those who already had it. */
export const checkResultIsChange: RuleCheck = (standing) => {
  const { record } = standing
  const { afterExit, afterSixMonths } = lastOf(standing)
  const status = record.statusAtEntry
  return [
    afterExit?.searching === true && status !== 'INA' && block('newly searching, and not inactive at entry'),
    afterExit?.inEducation === true &&
      record.inEducationAtEntry !== false &&
      block('newly in education, and not known to be out of it at entry'),
    afterSixMonths?.improved === true &&
      status !== 'EMP' &&
      block('an improved job, and not employed at entry'),
  ]
}

/** R14: six months are calendar months from the exit; how late an observation may be is a setting. */
export const checkSixMonths: RuleCheck = (standing, { sixMonthToleranceDays }) => {
  const { exit, afterSixMonths } = lastOf(standing)
  if (exit === null || afterSixMonths === null) return []
  const due: CivilDay = addMonths(exit, MONTHS_AFTER_LEAVING)
  return [
    afterSixMonths.observedOn < due && warn(`observed before ${due}: it does not count`),
    sixMonthToleranceDays !== undefined &&
      afterSixMonths.observedOn > addDays(due, sixMonthToleranceDays) &&
      warn(`observed more than ${sixMonthToleranceDays} days after ${due}`),
  ]
}

function lastOf({ episodes }: RecordAsOf): Episode {
  return episodes.at(-1) ?? NO_EPISODE
}

const NO_EPISODE: Episode = { entry: '', exit: null, afterExit: null, afterSixMonths: null }
