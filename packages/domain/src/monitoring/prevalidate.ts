import { checkAggregates } from '../indicators/aggregate-rules.ts'
import { findFiscalCode } from '../indicators/fiscal-code.ts'
import { STATUS_OF_MARKET_CONDITION } from '../indicators/market-condition.ts'
import type { LayoutFinding } from './layout-finding.ts'
import type { LayoutMapping } from './layout-mapping.ts'
import { participationKey } from './counted-snapshot.ts'
import type { CountedSnapshot } from './counted-snapshot.ts'

type Check = (counted: CountedSnapshot, mapping: LayoutMapping) => readonly Omit<LayoutFinding, 'rule'>[]

/** The checks on a snapshot before any file is written. V03 to V07 are of single cells: write-cell.ts. */
const CHECKS: Readonly<Record<string, Check>> = {
  V01: checkVault,
  V02: checkOperations,
  V08: checkFiscalCodes,
  V09: checkPseudonyms,
  V10: checkMarketConditions,
  V11: checkPeriod,
  V12: tellUnverifiedTables,
  V13: tellUnsignedSettings,
}

/** Every rule that the pre-validation applies, for the manifest. */
export const CELL_RULES = ['V03', 'V04', 'V05', 'V06', 'V07'] as const
export const SNAPSHOT_RULES: readonly string[] = Object.keys(CHECKS)

/** What is wrong with the snapshot and its figures, whatever the files. */
export function prevalidate(counted: CountedSnapshot, mapping: LayoutMapping): readonly LayoutFinding[] {
  const { snapshot, report } = counted
  const own = Object.entries(CHECKS).flatMap(([rule, check]) =>
    check(counted, mapping).map((finding) => ({ rule, ...finding })),
  )
  const faulty = report.faults.map(
    ({ index, rule }): LayoutFinding => ({
      rule,
      level: 'warn',
      where: `records[${index}]`,
      says: 'breaks the rule: it is in no figure and in no row',
    }),
  )
  const figures = checkAggregates(report, {
    period: snapshot.period,
    entities: new Map(snapshot.operations.map(({ operation, entities }) => [operation, entities])),
    planned: new Map(snapshot.operations.map(({ operation, planned }) => [operation, planned])),
  })
  return [...own, ...faulty, ...figures]
}

function checkVault({ snapshot, standings, vault }: CountedSnapshot): ReturnType<Check> {
  const known = new Set(snapshot.records.map(participationKey))
  return [
    ...repeatedIn(snapshot.vault.map(participationKey)).map((where) => ({
      level: 'error' as const,
      where: `vault ${where}`,
      says: 'is there twice',
    })),
    ...standings.participations
      .filter(({ record }) => !vault.has(participationKey(record)))
      .map(({ index }) => ({
        level: 'error' as const,
        where: `records[${index}]`,
        says: 'has no entry in the vault',
      })),
    ...snapshot.vault.flatMap((entry, index) =>
      known.has(participationKey(entry))
        ? []
        : [{ level: 'warn' as const, where: `vault[${index}]`, says: 'belongs to no record' }],
    ),
  ]
}

function checkOperations({ snapshot, standings }: CountedSnapshot): ReturnType<Check> {
  const operations = snapshot.operations.map(({ operation }) => operation)
  const projects = snapshot.operations.map(({ project }) => project)
  const known = new Set(operations)
  return [
    ...repeatedIn(operations).map((where) => ({ level: 'error' as const, where, says: 'is there twice' })),
    ...repeatedIn(projects).map((where) => ({
      level: 'error' as const,
      where,
      says: 'is the project of two operations',
    })),
    ...standings.present
      .filter(({ record }) => !known.has(record.operation))
      .map(({ index }) => ({
        level: 'error' as const,
        where: `records[${index}]`,
        says: 'is of no operation listed',
      })),
  ]
}

function checkFiscalCodes({ snapshot }: CountedSnapshot): ReturnType<Check> {
  return snapshot.vault.flatMap(({ fiscalCode }, index) =>
    fiscalCode === null || findFiscalCode(fiscalCode)?.checkHolds === true
      ? []
      : [{ level: 'warn', where: `vault[${index}].fiscalCode`, says: 'is not a valid fiscal code' }],
  )
}

/** A fiscal code in place of a pseudonym would make the hashes of the sets guessable, and leave the vault. */
function checkPseudonyms({ snapshot }: CountedSnapshot): ReturnType<Check> {
  return snapshot.records.flatMap(({ person }, index) =>
    findFiscalCode(person) === undefined
      ? []
      : [{ level: 'error', where: `records[${index}].person`, says: 'is a fiscal code, not a pseudonym' }],
  )
}

function checkMarketConditions({ standings, vault }: CountedSnapshot): ReturnType<Check> {
  return standings.participations.flatMap(({ index, record, statusAtEntry }) => {
    const condition = vault.get(participationKey(record))?.marketCondition ?? null
    if (condition === null || STATUS_OF_MARKET_CONDITION[condition] === statusAtEntry) return []
    return [
      { level: 'error', where: `records[${index}]`, says: `is ${statusAtEntry} and ${condition} at once` },
    ]
  })
}

function checkPeriod({ snapshot: { period, asOf } }: CountedSnapshot): ReturnType<Check> {
  return period === asOf.slice(0, 7).replace('-', '')
    ? []
    : [{ level: 'error', where: 'period', says: `${period} is not the month of ${asOf}` }]
}

function tellUnverifiedTables(_: CountedSnapshot, { tables }: LayoutMapping): ReturnType<Check> {
  return [...tables]
    .filter(([, { verifiedOn }]) => verifiedOn === null)
    .map(([name]) => ({
      level: 'warn',
      where: `tables.${name}`,
      says: 'was never compared with the official table',
    }))
}

function tellUnsignedSettings(_: CountedSnapshot, { settings }: LayoutMapping): ReturnType<Check> {
  return Object.entries(settings)
    .filter(([, { signedOn, act }]) => signedOn === null || act === null)
    .map(([name]) => ({
      level: 'warn',
      where: `settings.${name}`,
      says: 'is not signed by the managing authority',
    }))
}

function repeatedIn(names: readonly string[]): readonly string[] {
  const seen = new Set<string>()
  return [...new Set(names.filter((name) => seen.size === seen.add(name).size))]
}
