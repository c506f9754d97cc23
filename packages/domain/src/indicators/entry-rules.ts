import { completedYears } from './civil-day.ts'
import { isUnionMember } from './country-codes.ts'
import { breaksRule } from './counting-faults.ts'
import { findFiscalCode } from './fiscal-code.ts'
import type { ParticipantRecord } from './participant-record.ts'
import type { RecordAsOf } from './participation.ts'
import { block, warn } from './rule-finding.ts'
import type { RuleCheck } from './rule-finding.ts'

const COMPLETING = ['gender', 'birthDate', 'statusAtEntry', 'isced'] as const
// Annex I marks these two as special categories (GDPR, art. 9).
const SPECIAL_CATEGORIES = ['disability', 'minority'] as const
// A record rather than a list: a new field of the record does not compile until somebody says whether it is frozen at entry.
const FROZEN_AT_ENTRY: Readonly<Record<keyof ParticipantRecord, boolean>> = {
  operation: true,
  person: true,
  gender: true,
  birthDate: true,
  statusAtEntry: true,
  unemployedSince: true,
  inEducationAtEntry: true,
  isced: true,
  citizenship: true,
  stateless: true,
  foreignBackground: true,
  minority: true,
  disability: true,
  homeless: true,
  degurba: true,
  episodes: false,
}

/** R01: without any of the four the record counts in no indicator. */
export const checkCompleteness: RuleCheck = ({ record }) =>
  COMPLETING.map((field) => record[field] === null && block(`${field} is missing`))

/** R03 in full: the days of the episodes, today, and the days of the operation. */
export const checkDays: RuleCheck = (standing, { today, operation }) => {
  const { enteredOn, episodes } = standing
  const latest = episodes.reduce((day, { entry, exit }) => later(day, exit ?? entry), enteredOn)
  return [
    breaksRule(standing, 'R03') && block('an exit before its entry, or episodes that overlap'),
    latest > today && block('an entry or an exit after today'),
    operation !== undefined && enteredOn < operation.startsOn && block('entry before the operation starts'),
    operation !== undefined &&
      operation.endsOn !== null &&
      latest > operation.endsOn &&
      block('entry or exit after the operation ends'),
  ]
}

/** R05: unemployment has a beginning only for the unemployed; without one nobody can be long-term unemployed. */
export const checkUnemployment: RuleCheck = (standing) => {
  const { statusAtEntry, unemployedSince } = standing.record
  return [
    breaksRule(standing, 'R05') && block('unemployment that begins after entry'),
    unemployedSince !== null &&
      statusAtEntry !== null &&
      statusAtEntry !== 'UNE' &&
      block('a beginning of unemployment for somebody who is not unemployed'),
    unemployedSince === null && statusAtEntry === 'UNE' && warn('unemployed since when is not known'),
  ]
}

/** R06: nobody works before fifteen, and few before eighteen. */
export const checkWorkingAge: RuleCheck = (standing) => [
  breaksRule(standing, 'R06') && block('employed before the age of 15'),
  !breaksRule(standing, 'R06') &&
    standing.record.statusAtEntry === 'EMP' &&
    isYoungerThan(standing, 18) &&
    warn('employed before the age of 18'),
]

/** R07: an education that few have at that age. */
export const checkEducation: RuleCheck = (standing) => {
  const isced = standing.record.isced ?? 0
  return [
    isced >= 5 && isYoungerThan(standing, 18) && warn('tertiary education before the age of 18'),
    isced >= 3 && isYoungerThan(standing, 15) && warn('upper secondary education before the age of 15'),
  ]
}

/** R08: only warnings, since a fiscal code may be older than a change of sex, and knows no third gender. */
export const checkFiscalCode: RuleCheck = ({ record }, { fiscalCode }) => {
  if (fiscalCode === undefined) return []
  const read = findFiscalCode(fiscalCode)
  if (read?.checkHolds !== true) return [warn('the fiscal code is not valid')]
  return [
    record.birthDate !== null &&
      record.birthDate.slice(2) !== read.bornOn &&
      warn('the fiscal code says another birth'),
    (record.gender === 'F' || record.gender === 'M') &&
      record.gender !== read.sex &&
      warn('the fiscal code says another sex'),
  ]
}

/** R10: third-country nationality is derived, never asked; what is left to contradict is statelessness. */
export const checkCitizenship: RuleCheck = ({ record, enteredOn }) => [
  record.stateless &&
    record.citizenship.some((country) => isUnionMember(country, enteredOn)) &&
    block('stateless and a citizen of the Union'),
  record.stateless &&
    record.citizenship.length > 0 &&
    !record.citizenship.some((country) => isUnionMember(country, enteredOn)) &&
    warn('stateless and a citizen of a country'),
]

/** R15: a special category may be refused, never left blank, and a refusal is proved by evidence of the asking. */
export const checkSpecialCategories: RuleCheck = ({ record }, { askingIsProved }) =>
  SPECIAL_CATEGORIES.flatMap((field) => [
    record[field] === 'NOT_ASKED' && block(`${field} was not asked`),
    record[field] === 'REFUSED' &&
      askingIsProved === false &&
      block(`${field} was refused and nothing proves the asking`),
  ])

/** R16: what was said at entry changes only with a reason and a second pair of eyes. */
export const checkCorrection: RuleCheck = (standing, { firstSaved, correction }) => {
  if (firstSaved === undefined) return []
  const changed = Object.entries(FROZEN_AT_ENTRY)
    .filter(([field, frozen]) => frozen && said(firstSaved, field) !== said(standing.record, field))
    .map(([field]) => field)
  const firstEntry = firstSaved.episodes.map(({ entry }) => entry).toSorted()[0]
  if (firstEntry !== undefined && firstEntry !== standing.enteredOn) changed.push('entry')
  if (changed.length === 0) return []
  return [
    (correction?.reason ?? '').trim() === '' && block(`${changed.join(', ')} changed without a reason`),
    new Set(correction?.approvedBy).size < 2 && block(`${changed.join(', ')} changed without two people`),
  ]
}

/** R17: coworking is not for children, so one there is probably a mistake. */
export const checkChildInCoworking: RuleCheck = (standing, { operation }) => [
  operation?.coworkingOnly === true &&
    isYoungerThan(standing, 18) &&
    warn('a child in an operation of coworking only'),
]

function isYoungerThan({ record, enteredOn }: RecordAsOf, years: number): boolean {
  return record.birthDate !== null && completedYears(record.birthDate, enteredOn) < years
}

function said(record: ParticipantRecord, field: string): string {
  return JSON.stringify(new Map<string, unknown>(Object.entries(record)).get(field) ?? null)
}

function later(a: string, b: string): string {
  return a < b ? b : a
}
