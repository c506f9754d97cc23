import { combinations, countWhere, figureName } from './lattice.ts'
import type { Where } from './lattice.ts'
import { previousOf } from './lattice-snapshot.ts'
import type { LatticeSnapshot, RegionalIndicator } from './lattice-snapshot.ts'
import { plainTables } from './linked-tables.ts'
import type { LinkedTables, Sum } from './linked-tables.ts'

const byGender: readonly Where[] = [{}, ...combinations(['sex'])]

/** The names of an indicator's figures: all, women, others. */
export function indicatorFigures(code: string): readonly string[] {
  return byGender.map((where) => figureName(`region ${code}`, where))
}

/**
 * The tables of each regional indicator that is due this quarter. The participants it does not count can be worked out from those it
 * is part of, so they are cells like the others. Throws when an indicator counts more people than the one it is within.
 */
export function indicatorTables(
  snapshot: LatticeSnapshot,
): readonly { readonly code: string; readonly tables: LinkedTables }[] {
  const byCode = new Map(snapshot.indicators.map((indicator) => [indicator.code, indicator]))
  const due = snapshot.indicators.filter(
    ({ frequency }) => frequency === 'quarter' || snapshot.quarter.endsWith('Q4'),
  )
  return due.map((indicator) => {
    const { code, within, threshold } = indicator
    const parent = within === null ? 'region' : `region ${within}`
    const countWithin = (where: Where): number =>
      within === null ? countWhere(snapshot.people, where) : countIndicator(byCode.get(within), where)
    const others = `region without ${code}`
    const cells = new Map<string, number>()
    const sums: Sum[] = []
    for (const where of byGender) {
      const [whole, part] = [countWithin(where), countIndicator(indicator, where)]
      if (part > whole) throw new RangeError(`${code} counts more people than those it is among.`)
      cells.set(figureName(parent, where), whole)
      cells.set(figureName(`region ${code}`, where), part)
      cells.set(figureName(others, where), whole - part)
      sums.push({
        total: figureName(parent, where),
        parts: [figureName(`region ${code}`, where), figureName(others, where)],
      })
    }
    for (const place of [`region ${code}`, others]) {
      sums.push({ total: place, parts: combinations(['sex']).map((where) => figureName(place, where)) })
    }
    const known = new Set(byGender.map((where) => figureName(parent, where)))
    const tables = { ...plainTables(threshold, cells, sums), known, guardSingletons: true }
    return { code, tables: { ...tables, previous: previousOf(snapshot, indicatorFigures(code)) } }
  })
}

function countIndicator(indicator: RegionalIndicator | undefined, where: Where): number {
  if (indicator === undefined)
    throw new RangeError('An indicator is within one that the snapshot does not have.')
  const { F, 'not-F': others } = indicator.count
  return where.sex === undefined ? F + others : indicator.count[where.sex]
}
