import { plainTables } from './linked-tables.ts'
import type { LinkedTables, Sum } from './linked-tables.ts'

/** One thing wrong with a file: where, as a path from its root (empty for the whole of it), and what. */
export interface ReleaseCaseFault {
  readonly path: string
  readonly problem: string
}

/** Linked tables to decide on, or a pattern of hidden cells to attack as it stands. */
export type ReleaseCase =
  | { readonly kind: 'choose'; readonly tables: LinkedTables }
  | { readonly kind: 'audit'; readonly audit: Audit }

/** A finished pattern: which cells are hidden; the counts of some of these may be unknown to whoever asks. */
export interface Audit extends Omit<LinkedTables, 'cells'> {
  readonly cells: ReadonlyMap<string, number | undefined>
  readonly hidden: ReadonlySet<string>
}

export type ReadReleaseCase =
  | { readonly valid: true; readonly case: ReleaseCase; readonly hasPrevious: boolean }
  | { readonly valid: false; readonly faults: readonly ReleaseCaseFault[] }

const fields = ['threshold', 'cells', 'sums', 'keep', 'sensitive', 'hidden', 'previous']
// Far above the people of a country, and far below where the solver's arithmetic loses units.
const mostPeople = 1_000_000_000

/**
 * Reads one case of `release-check`. Refuses, with the path of each fault, what is no table: unknown fields and names, counts that are
 * no whole number of people, sums that do not add up.
 */
export function readReleaseCase(value: unknown, path: string): ReadReleaseCase {
  const faults: ReleaseCaseFault[] = []
  const fault = (where: string, problem: string): void => {
    faults.push({ path: where, problem })
  }
  if (!isRecord(value)) {
    fault(path, 'is not an object.')
    return { valid: false, faults }
  }
  const inside = (field: string): string => (path === '' ? field : `${path}.${field}`)
  for (const field of Object.keys(value))
    if (!fields.includes(field)) fault(inside(field), 'is not a known field.')

  const hidden = readNames(value['hidden'], inside('hidden'), fault)
  const threshold = value['threshold']
  if (!isCount(threshold) || threshold < 1) fault(inside('threshold'), 'is not a whole number of at least 1.')
  const cells = readCells(value['cells'], inside('cells'), hidden, fault)
  const sums = readSums(value['sums'], inside('sums'), cells, fault)
  const keep = readNames(value['keep'], inside('keep'), fault)
  const previous = new Map<string, number>()
  if (value['previous'] !== undefined && !isRecord(value['previous']))
    fault(inside('previous'), 'is not an object.')
  for (const [name, count] of Object.entries(isRecord(value['previous']) ? value['previous'] : {})) {
    if (isCount(count)) previous.set(name, count)
    else fault(member(inside('previous'), name), 'is not a count of people.')
  }
  for (const [field, names] of [
    ['hidden', hidden],
    ['keep', keep],
    ['previous', [...previous.keys()]],
  ] as const) {
    for (const name of names)
      if (!cells.has(name)) fault(inside(field), `names ${JSON.stringify(name)}, which is no cell.`)
  }
  const sensitive = readSensitive(value['sensitive'], inside('sensitive'), sums.length, fault)
  if (faults.length > 0 || !isCount(threshold)) return { valid: false, faults }

  const options = { keep: new Set(keep), sensitive: new Set(sensitive), previous }
  const hasPrevious = value['previous'] !== undefined
  if (value['hidden'] === undefined) {
    const known = new Map(
      [...cells].flatMap(([name, count]) => (count === undefined ? [] : [[name, count] as const])),
    )
    return {
      valid: true,
      hasPrevious,
      case: { kind: 'choose', tables: { ...plainTables(threshold, known, sums), ...options } },
    }
  }
  const audit = { ...plainTables(threshold, new Map(), sums), ...options, cells, hidden: new Set(hidden) }
  return { valid: true, hasPrevious, case: { kind: 'audit', audit } }
}

type Fault = (path: string, problem: string) => void

function readCells(
  value: unknown,
  path: string,
  hidden: readonly string[],
  fault: Fault,
): ReadonlyMap<string, number | undefined> {
  const cells = new Map<string, number | undefined>()
  if (!isRecord(value)) {
    fault(path, 'is not an object of counts.')
    return cells
  }
  for (const [name, count] of Object.entries(value)) {
    if (isCount(count)) cells.set(name, count)
    else if (count === null && hidden.includes(name)) cells.set(name, undefined)
    else {
      fault(member(path, name), count === null ? 'is unknown, and not hidden.' : 'is not a count of people.')
      cells.set(name, undefined)
    }
  }
  return cells
}

function readSums(
  value: unknown,
  path: string,
  cells: ReadonlyMap<string, number | undefined>,
  fault: Fault,
): readonly Sum[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) {
    fault(path, 'is not a list.')
    return []
  }
  return value.flatMap((each: unknown, position) => {
    const at = `${path}[${position}]`
    if (!isRecord(each) || Object.keys(each).some((key) => key !== 'total' && key !== 'parts')) {
      fault(at, 'is not an object of "total" and "parts" alone.')
      return []
    }
    const { total, parts } = { total: each['total'], parts: each['parts'] }
    if (typeof total !== 'string' || !cells.has(total)) {
      fault(
        `${at}.total`,
        typeof total === 'string' ? `names ${JSON.stringify(total)}, which is no cell.` : 'is not a name.',
      )
      return []
    }
    if (!isNames(parts) || parts.length === 0) {
      fault(`${at}.parts`, 'is not a list of at least one name.')
      return []
    }
    const strangers = [...parts.entries()].filter(([, part]) => !cells.has(part))
    for (const [index, part] of strangers)
      fault(`${at}.parts[${index}]`, `names ${JSON.stringify(part)}, which is no cell.`)
    if (strangers.length > 0) return []
    if (new Set([total, ...parts]).size <= parts.length) fault(at, 'names a cell twice.')
    else if (
      !mayAddUp(
        cells.get(total),
        parts.map((part) => cells.get(part)),
      )
    )
      fault(at, 'does not add up.')
    return [{ total, parts }]
  })
}

function mayAddUp(total: number | undefined, parts: readonly (number | undefined)[]): boolean {
  const known = parts.reduce<number>((sum, part) => sum + (part ?? 0), 0)
  if (total === undefined) return true
  return parts.every((part) => part !== undefined) ? total === known : total >= known
}

function readNames(value: unknown, path: string, fault: Fault): readonly string[] {
  if (value === undefined) return []
  if (isNames(value)) return value
  fault(path, 'is not a list of names.')
  return []
}

function readSensitive(value: unknown, path: string, sums: number, fault: Fault): readonly number[] {
  if (value === undefined) return []
  const isPosition = (each: unknown): each is number => isCount(each) && each < sums
  if (Array.isArray(value) && value.every(isPosition)) return value
  fault(path, 'is not a list of positions in "sums".')
  return []
}

function member(path: string, name: string): string {
  return `${path}[${JSON.stringify(name)}]`
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= mostPeople
}

function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string')
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
