import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { addMonths } from '../indicators/civil-day.ts'
import { isUnionMember } from '../indicators/country-codes.ts'
import { OUTPUT_INDICATORS, RESULT_INDICATORS } from '../indicators/indicator-definitions.ts'
import { GENDERS } from '../indicators/participant-record.ts'
import type { Participation } from '../indicators/participation.ts'
import { achievedBy, ENTITY_CODES } from '../indicators/report-rules.ts'
import { sortedJson } from '../indicators/report-json.ts'
import { participationKey } from './counted-snapshot.ts'
import type { CountedSnapshot } from './counted-snapshot.ts'
import type { MonitoringSettings, RowKind } from './layout-mapping.ts'
import type { SnapshotOperation, VaultEntry } from './monitoring-snapshot.ts'

/** The facts of one row by name; null is "no value". */
export type RowFacts = ReadonlyMap<string, string | number | null>

/** The rows of a kind, by project and then by code or person: the order of the snapshot leaves no trace. */
export function listRows(kind: RowKind, counted: CountedSnapshot): readonly RowFacts[] {
  const operations = counted.snapshot.operations.toSorted((a, b) => byText(a.project, b.project))
  switch (kind) {
    case 'output-indicators':
      return operations.flatMap((operation) => outputRows(operation, counted))
    case 'result-indicators':
      return operations.flatMap((operation) => resultAssociationRows(operation))
    case 'results':
      return operations.flatMap((operation) => resultRows(operation, counted))
    case 'participants':
      return operations.flatMap((operation) => participantRows(operation, counted))
  }
}

function outputRows(
  operation: SnapshotOperation,
  { report, settings }: CountedSnapshot,
): readonly RowFacts[] {
  const figures = report.operations.get(operation.operation)
  const everyCode = [...OUTPUT_INDICATORS.map(({ code }) => code), ...ENTITY_CODES]
  const codes = everyCode.filter((code) => {
    if (settings.in01Rows.value === 'planned-codes') return operation.planned.has(code)
    return !isEntityCode(code) || operation.planned.has(code) || operation.entities[code] !== undefined
  })
  return codes.map((code) => {
    const countsAll = code === 'EECO01' && settings.eeco01.value === 'all'
    return new Map<string, string | number | null>([
      ['project', operation.project],
      ['indicatorKind', 'common'],
      ['indicator', code],
      ['planned', operation.planned.get(code) ?? null],
      [
        'achieved',
        countsAll ? (figures?.all ?? 0) : (achievedBy(figures?.indicators, operation.entities, code) ?? null),
      ],
    ])
  })
}

function isEntityCode(code: string): code is (typeof ENTITY_CODES)[number] {
  return ENTITY_CODES.some((candidate) => candidate === code)
}

function resultAssociationRows({ project }: SnapshotOperation): readonly RowFacts[] {
  return RESULT_INDICATORS.map(
    ({ code }) =>
      new Map([
        ['project', project],
        ['indicatorKind', 'common'],
        ['indicator', code],
      ]),
  )
}

function resultRows(operation: SnapshotOperation, counted: CountedSnapshot): readonly RowFacts[] {
  const own = participationsOf(operation, counted)
  return RESULT_INDICATORS.flatMap(({ code, counts }) =>
    GENDERS.map((gender) => {
      const people = own
        .filter((one) => one.gender === gender && counts(one))
        .map(({ record }) => record.person)
      return new Map<string, string | number | null>([
        ['project', operation.project],
        ['indicator', code],
        ['gender', gender],
        ['value', people.length],
        ['setHash', hashOfSet(operation.operation, people)],
        ['period', counted.snapshot.period],
      ])
    }),
  )
}

/** SHA-256 of the operation and of the pseudonyms behind a figure, sorted: equal sets, equal hashes. */
export function hashOfSet(operation: string, people: readonly string[]): string {
  return hashOfText(sortedJson([operation, people.toSorted(byText)]))
}

/** SHA-256 of a text in UTF-8, in hexadecimal. */
export function hashOfText(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)))
}

function participantRows(operation: SnapshotOperation, counted: CountedSnapshot): readonly RowFacts[] {
  return participationsOf(operation, counted)
    .map((one) =>
      participantFacts(operation, one, counted.vault.get(participationKey(one.record)), counted.settings),
    )
    .toSorted((a, b) => byText(orderOf(a), orderOf(b)))
}

function orderOf(facts: RowFacts): string {
  return `${facts.get('fiscalCode') ?? ''} ${facts.get('entryDate') ?? ''}`
}

function participationsOf(
  { operation }: SnapshotOperation,
  counted: CountedSnapshot,
): readonly Participation[] {
  return counted.participations.get(operation) ?? []
}

function participantFacts(
  operation: SnapshotOperation,
  one: Participation,
  entry: VaultEntry | undefined,
  settings: MonitoringSettings,
): RowFacts {
  return new Map<string, string | number | null>([
    ['project', operation.project],
    ['fiscalCode', entry?.fiscalCode ?? null],
    ['course', entry?.course ?? null],
    ['gender', one.gender],
    ['birthDate', one.record.birthDate],
    ['residence', entry?.residence ?? null],
    ['domicile', entry?.domicile ?? null],
    ['citizenship', citizenshipOf(one)],
    ['isced', String(one.isced)],
    ['marketCondition', entry?.marketCondition ?? null],
    ['workType', entry?.workType ?? null],
    ['searchDuration', searchDurationOf(one)],
    ['vulnerability', settings.vulnerability.value.find((trait) => one.record[trait] === 'Y') ?? null],
    ['state', one.leftOn === undefined ? 'in-progress' : 'left'],
    ['entryDate', one.enteredOn],
    ['exitDate', one.leftOn ?? null],
  ])
}

/** One citizenship for a layout that has room for one: a Union one if there is any, as for EECO13, then the first in order. */
function citizenshipOf({ record, enteredOn }: Participation): string | null {
  const sorted = record.citizenship.toSorted(byText)
  const [first] = sorted
  return (
    sorted.find((country) => isUnionMember(country, enteredOn)) ??
    first ??
    (record.stateless ? 'stateless' : null)
  )
}

/** The class of DURATA_RICERCA at entry; who is not unemployed, or since nobody knows when, has none. */
function searchDurationOf({ record, statusAtEntry, enteredOn }: Participation): string | null {
  const since = record.unemployedSince
  if (statusAtEntry !== 'UNE' || since === null) return null
  if (enteredOn <= addMonths(since, 6)) return 'up-to-6-months'
  return enteredOn <= addMonths(since, 12) ? '6-to-12-months' : 'over-12-months'
}

function byText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
