import { plainTables } from '../src/linked-tables.ts'
import type { LinkedTables, Sum } from '../src/linked-tables.ts'

/** Linked tables as a test writes them: counts by name, and `total: [parts]`; a total with two breakdowns takes a list of lists. */
export function tablesOf(
  threshold: number,
  cells: Readonly<Record<string, number>>,
  sums: Readonly<Record<string, readonly string[] | readonly (readonly string[])[]>>,
  options: Partial<LinkedTables> = {},
): LinkedTables {
  const list: Sum[] = Object.entries(sums).flatMap(([total, parts]) => {
    const breakdowns = parts.map((part) => (typeof part === 'string' ? undefined : part))
    return breakdowns.every((each) => each === undefined)
      ? [{ total, parts: parts.filter((part) => typeof part === 'string') }]
      : breakdowns.flatMap((each) => (each === undefined ? [] : [{ total, parts: each }]))
  })
  return { ...plainTables(threshold, new Map(Object.entries(cells)), list), ...options }
}
