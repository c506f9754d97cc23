import type { Highs } from 'highs'
import { splitBlocks } from './block.ts'
import type { Block } from './block.ts'
import { openCompletions } from './completions.ts'
import type { Interval } from './completions.ts'
import { findPrimary, isPublishable } from './find-primary.ts'
import { byName } from './linked-tables.ts'
import type { Audit } from './read-release-case.ts'
import { intervalOf, sorted } from './release-tables.ts'

export type AuditOutcome =
  | {
      readonly consistent: true
      readonly intervals: ReadonlyMap<string, Interval>
      /** Hidden cells that a reader can narrow too much, alone or as a group. */
      readonly unsafe: readonly string[]
      /** Cells that are published although nothing could make that safe. */
      readonly exposed: readonly string[]
    }
  /** No table of whole people agrees with what is published. */
  | { readonly consistent: false }

/**
 * Attacks a finished pattern without changing it. A hidden cell whose count is not given is held to what a primary cell is, since it
 * may be one.
 */
export function auditTables(highs: Highs, audit: Audit): AuditOutcome {
  const known = new Map(
    [...audit.cells].flatMap(([name, count]) => (count === undefined ? [] : [[name, count] as const])),
  )
  const primary = findPrimary({ ...audit, cells: known })
  const unsafe = new Set<string>()
  const intervals = new Map<string, Interval>()
  for (const block of splitBlocks(audit, primary)) {
    const name = (cell: number): string => block.names[cell] ?? ''
    const hidden = [...block.names.keys()].filter((cell) => audit.hidden.has(name(cell)))
    const completions = openCompletions(highs, block)
    try {
      completions.hide(new Set(hidden))
      if (!completions.exist()) return { consistent: false }
      for (const cell of hidden) {
        const interval = intervalOf(completions, cell)
        const isPrimary = block.primary.has(cell) || block.values[cell] === undefined
        const need = isPrimary ? audit.threshold - 1 : 1
        intervals.set(name(cell), interval)
        if (interval.max !== null && interval.max - interval.min < need) unsafe.add(name(cell))
      }
      for (const cell of smallGroups(block, new Set(hidden))) unsafe.add(name(cell))
    } finally {
      completions.dispose()
    }
  }
  return {
    consistent: true,
    intervals: sorted(intervals),
    unsafe: [...unsafe].sort(byName),
    exposed: [...primary].filter((name) => !audit.hidden.has(name)).sort(byName),
  }
}

/** The hidden parts under published totals whose sum, which anybody can work out, may not be published. */
function smallGroups(block: Block, hidden: ReadonlySet<number>): readonly number[] {
  return block.sums.flatMap((sum) => {
    const parts = sum.parts.filter((part) => hidden.has(part))
    if (hidden.has(sum.total)) return []
    const shown = sum.parts.reduce(
      (people, part) => people + (hidden.has(part) ? 0 : (block.values[part] ?? 0)),
      0,
    )
    return isPublishable((block.values[sum.total] ?? 0) - shown, block.threshold) ? [] : parts
  })
}
