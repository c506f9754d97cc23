import type { LinkedTables, Sum } from './linked-tables.ts'

/** Whether a count of people may be shown by itself: none, or at least `threshold`. Negative corrections count by their size. */
export function isPublishable(count: number, threshold: number): boolean {
  return count === 0 || Math.abs(count) >= threshold
}

/**
 * The cells that may not be published whatever the rest of the table says: small counts, small changes since the last publication,
 * and every part of a sensitive breakdown where all people, or all but one, are in one part. Regole deontologiche, art. 5
 * (GU 14 January 2019), and the group disclosure of the European handbook on statistical disclosure control.
 */
export function findPrimary(tables: LinkedTables): ReadonlySet<string> {
  const primary = new Set(tables.guarded)
  for (const [name, count] of tables.cells) {
    const before = tables.previous.get(name)
    if (!isPublishable(count, tables.threshold)) primary.add(name)
    if (before !== undefined && !isPublishable(count - before, tables.threshold)) primary.add(name)
  }
  for (const [position, sum] of tables.sums.entries()) {
    if (!tables.sensitive.has(position)) continue
    if (isDominated(sum, tables.cells) || isDominated(sum, increments(tables, sum))) {
      for (const part of sum.parts) primary.add(part)
    }
  }
  return primary.difference(tables.latent).difference(tables.known)
}

/** What each member of the sum grew by; empty where one of them was never published or went down. */
function increments(tables: LinkedTables, sum: Sum): ReadonlyMap<string, number> {
  const grown = new Map<string, number>()
  for (const name of [sum.total, ...sum.parts]) {
    const before = tables.previous.get(name)
    const count = tables.cells.get(name)
    if (before === undefined || count === undefined || count < before) return new Map()
    grown.set(name, count - before)
  }
  return grown
}

function isDominated(sum: Sum, counts: ReadonlyMap<string, number>): boolean {
  const total = counts.get(sum.total) ?? 0
  return total > 0 && sum.parts.some((part) => (counts.get(part) ?? 0) >= total - 1)
}
