import { combinations, countWhere, figureName } from './lattice.ts'
import type { Where } from './lattice.ts'
import { previousOf } from './lattice-snapshot.ts'
import type { IndicatorFamily, LatticeSnapshot } from './lattice-snapshot.ts'
import { plainTables } from './linked-tables.ts'
import type { LinkedTables, Sum } from './linked-tables.ts'

const byGender: readonly Where[] = [{}, ...combinations(['sex'])]

/** The names of an indicator's figures: all, women, others. */
export function indicatorFigures(code: string): readonly string[] {
  return byGender.map((where) => figureName(`region ${code}`, where))
}

/**
 * The tables of each family of indicators that is due this quarter. The participants whom a family leaves out can be worked out, so
 * they are cells like the others. Throws when a family counts more people than those it is among.
 */
export function indicatorTables(
  snapshot: LatticeSnapshot,
): readonly { readonly codes: string; readonly tables: LinkedTables }[] {
  const due = snapshot.indicators.filter(
    ({ frequency }) => frequency === 'quarter' || snapshot.quarter.endsWith('Q4'),
  )
  return due.map((family) => familyTables(snapshot, family))
}

function familyTables(
  snapshot: LatticeSnapshot,
  { members, within, threshold }: IndicatorFamily,
): { readonly codes: string; readonly tables: LinkedTables } {
  const codes = members.map(({ code }) => code).join(', ')
  const left = `region without ${codes}`
  const places = [...members.map(({ code }) => `region ${code}`), left]
  const cells = new Map<string, number>()
  const sums: Sum[] = []
  const known = new Set<string>()
  for (const where of byGender) {
    const { name, count } = wholeOf(snapshot, within, where)
    const parts = members.map((member) => countMember(member, where))
    const rest = count - parts.reduce((sum, part) => sum + part, 0)
    if (rest < 0) throw new RangeError(`${codes}: more people than those they are among.`)
    known.add(name)
    cells.set(name, count)
    for (const [position, place] of places.entries())
      cells.set(figureName(place, where), parts[position] ?? rest)
    sums.push({ total: name, parts: places.map((place) => figureName(place, where)) })
  }
  for (const place of places) {
    sums.push({ total: place, parts: combinations(['sex']).map((where) => figureName(place, where)) })
  }
  const tables = { ...plainTables(threshold, cells, sums), known, guardSingletons: true }
  const previous = previousOf(
    snapshot,
    members.flatMap(({ code }) => indicatorFigures(code)),
  )
  return { codes, tables: { ...tables, previous } }
}

function wholeOf(
  snapshot: LatticeSnapshot,
  within: Where | string,
  where: Where,
): { readonly name: string; readonly count: number } {
  if (typeof within !== 'string') {
    const both = { ...within, ...where }
    return { name: figureName('region', both), count: countWhere(snapshot.people, both) }
  }
  const parent = snapshot.indicators.flatMap(({ members }) => members).find(({ code }) => code === within)
  if (parent === undefined) throw new RangeError(`"${within}" is no indicator of the snapshot.`)
  return { name: figureName(`region ${within}`, where), count: countMember(parent, where) }
}

function countMember({ count }: IndicatorFamily['members'][number], where: Where): number {
  return where.sex === undefined ? count.F + count['not-F'] : count[where.sex]
}
