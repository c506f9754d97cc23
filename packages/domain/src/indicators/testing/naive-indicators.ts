import type { Episode, ParticipantRecord } from '../participant-record.ts'

// A second reading of the rules, slow and plain, that shares no code with the first: Temporal for the calendar, a scan for every question.
const UNION_OF_2021 =
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' ')

type Count = { F: number; M: number; X: number; total: number }
type Table = Record<string, Count>

export interface NaiveReport {
  readonly operations: Record<string, Table>
  readonly programme: Table
  readonly records: { all: number; complete: number; persons: number }
  readonly faults: { index: number; rule: string }[]
}

const day = (text: string) => Temporal.PlainDate.from(text)
const isBy = (a: string, b: string) => Temporal.PlainDate.compare(a, b) <= 0

function ageOf(record: ParticipantRecord, entry: string): number {
  return day(record.birthDate ?? '').until(day(entry), { largestUnit: 'years' }).years
}

function begunOf(record: ParticipantRecord, asOf: string): Episode[] {
  return record.episodes
    .filter(({ entry }) => isBy(entry, asOf))
    .toSorted((a, b) => Temporal.PlainDate.compare(a.entry, b.entry))
}

function shareADay(a: Episode, b: Episode): boolean {
  const lasts = (e: Episode) => e.exit ?? '9999-12-31'
  return isBy(a.entry, lasts(b)) && isBy(b.entry, lasts(a))
}

function faultsOf(records: readonly ParticipantRecord[], index: number, asOf: string): string[] {
  const record = records[index]
  if (record === undefined) return []
  const begun = begunOf(record, asOf)
  const entry = begun[0]?.entry ?? ''
  const rules: string[] = []
  if (record.birthDate !== null && (!isBy(record.birthDate, entry) || ageOf(record, entry) > 110))
    rules.push('R02')
  const upsideDown = begun.some((e) => e.exit !== null && !isBy(e.entry, e.exit))
  const overlap = begun.some((a, i) => begun.some((b, j) => i < j && shareADay(a, b)))
  if (upsideDown || overlap) rules.push('R03')
  if (record.statusAtEntry === 'CONTRADICTORY') rules.push('R04')
  if (record.unemployedSince !== null && !isBy(record.unemployedSince, entry)) rules.push('R05')
  if (record.statusAtEntry === 'EMP' && record.birthDate !== null && ageOf(record, entry) < 15)
    rules.push('R06')
  const copies = records.filter(
    (other) =>
      other.operation === record.operation &&
      other.person === record.person &&
      begunOf(other, asOf).length > 0,
  )
  if (copies.length > 1) rules.push('R09')
  if (begun.some((e) => e.exit === null && (e.afterExit !== null || e.afterSixMonths !== null)))
    rules.push('R11')
  return rules
}

function codesOf(record: ParticipantRecord, asOf: string): string[] {
  const begun = begunOf(record, asOf)
  const entry = begun[0]?.entry ?? ''
  const age = ageOf(record, entry)
  const status = record.statusAtEntry
  const isced = record.isced ?? -1
  const codes = ['EECO01']
  const claim = (code: string, holds: boolean) => holds && codes.push(code)

  claim('EECO02', status === 'UNE')
  if (status === 'UNE' && record.unemployedSince !== null) {
    const limit = day(record.unemployedSince).add({ months: age < 25 ? 6 : 12 })
    claim('EECO03', Temporal.PlainDate.compare(entry, limit) > 0)
  }
  claim('EECO04', status === 'INA')
  claim('EECO05', status === 'EMP')
  claim('EECO06', age < 18)
  claim('EECO07', age >= 18 && age < 30)
  claim('EECO08', age >= 55)
  claim('EECO09', [0, 1, 2].includes(isced))
  claim('EECO10', [3, 4].includes(isced))
  claim('EECO11', [5, 6, 7, 8].includes(isced))
  claim('EECO12', record.disability === 'Y')
  const inUnion = record.citizenship.some((country) => UNION_OF_2021.includes(country))
  const isKnown = record.citizenship.length > 0 || record.stateless
  claim('EECO13', isKnown && !inUnion)
  claim('EECO14', record.foreignBackground === 'Y')
  claim('EECO15', record.minority === 'Y')
  claim('EECO16', record.homeless === 'Y')
  claim('EECO17', record.degurba === 3)

  if (begun.some(({ exit }) => exit === null || !isBy(exit, asOf))) return codes
  const final = begun.find((e) => begun.every((other) => isBy(other.exit ?? '', e.exit ?? '')))
  const exit = final?.exit ?? ''
  const soon = final?.afterExit
  if (
    soon &&
    isBy(exit, soon.eventOn) &&
    day(exit).until(soon.eventOn).days <= 28 &&
    isBy(soon.eventOn, asOf)
  ) {
    claim('EECR01', status === 'INA' && soon.searching)
    claim('EECR02', record.inEducationAtEntry === false && soon.inEducation)
    claim('EECR03', soon.qualification)
    claim('EECR04', (status === 'UNE' || status === 'INA') && soon.status === 'EMP')
  }
  const later = final?.afterSixMonths
  if (
    later &&
    isBy(day(exit).add({ months: 6 }).toString(), later.observedOn) &&
    isBy(later.observedOn, asOf)
  ) {
    claim('EECR05', (status === 'UNE' || status === 'INA') && later.status === 'EMP')
    claim('EECR06', status === 'EMP' && later.improved)
  }
  return codes
}

function emptyTable(): Table {
  const codes = [
    ...Array.from({ length: 17 }, (_, i) => `EECO${String(i + 1).padStart(2, '0')}`),
    ...Array.from({ length: 6 }, (_, i) => `EECR0${i + 1}`),
  ]
  return Object.fromEntries(codes.map((code) => [code, { F: 0, M: 0, X: 0, total: 0 }]))
}

/** The report of `records` on `asOf`, recomputed. Persons are compared as they are written. */
export function naiveReport(records: readonly ParticipantRecord[], asOf: string): NaiveReport {
  const operations: Record<string, Table> = {}
  const programme = emptyTable()
  const faults: { index: number; rule: string }[] = []
  const persons = new Set<string>()
  const tally = { all: 0, complete: 0 }

  for (const [index, record] of records.entries()) {
    if (begunOf(record, asOf).length === 0) continue
    tally.all += 1
    persons.add(record.person)
    const table = (operations[record.operation] ??= emptyTable())
    const rules = faultsOf(records, index, asOf)
    faults.push(...rules.map((rule) => ({ index, rule })))
    const { gender, birthDate, statusAtEntry, isced } = record
    if (rules.length > 0 || gender === null || birthDate === null || statusAtEntry === null || isced === null)
      continue
    tally.complete += 1
    for (const code of codesOf(record, asOf)) {
      for (const counts of [table[code], programme[code]]) {
        if (counts === undefined) throw new Error(code)
        counts[gender] += 1
        counts.total += 1
      }
    }
  }
  return { operations, programme, records: { ...tally, persons: persons.size }, faults }
}
