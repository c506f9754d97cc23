import type { Highs } from 'highs'
import type { Choice, Clause } from './clause.ts'

/** How far above the proven bound a choice may lie, as a share. */
const gap = 0.01

/**
 * A cheap set of cells that meets every clause, for blocks too large to prove the cheapest: HiGHS's branch and cut, stopped by gap
 * and by nodes, never by the clock.
 */
export function chooseClosely(
  highs: Highs,
  candidates: readonly number[],
  clauses: readonly Clause[],
  cost: (cell: number) => number,
): Choice {
  const column = new Map(candidates.map((cell, position) => [cell, position]))
  const entries = clauses.map(({ anyOf, unless }) => {
    const weights = new Map(anyOf.map((cell) => [column.get(cell) ?? 0, 1]))
    if (unless !== undefined) weights.set(column.get(unless) ?? 0, -1)
    return { weights, least: unless === undefined ? 1 : 0 }
  })
  if (entries.some(({ weights, least }) => weights.size === 0 && least > 0))
    return { found: false, proven: true }
  const starts = [0]
  for (const { weights } of entries) starts.push((starts.at(-1) ?? 0) + weights.size)
  const [size, rows] = [candidates.length, entries.length]
  const model = highs.createModel({
    numCols: size,
    numRows: rows,
    colCost: candidates.map(cost),
    colLower: new Float64Array(size),
    colUpper: new Float64Array(size).fill(1),
    rowLower: entries.map(({ least }) => least),
    rowUpper: new Float64Array(rows).fill(highs.infinity),
    matrix: {
      format: 'csr',
      numCols: size,
      numRows: rows,
      starts,
      indices: entries.flatMap(({ weights }) => [...weights.keys()]),
      values: entries.flatMap(({ weights }) => [...weights.values()]),
    },
    integrality: new Int32Array(size).fill(highs.constants.variableType.integer),
  })
  try {
    model.options.set({ output_flag: false, mip_rel_gap: gap, mip_max_nodes: 100 })
    const { modelStatus } = model.run()
    const { infeasible } = highs.constants.modelStatus
    if (model.info.get('primal_solution_status') !== highs.constants.solutionStatus.feasible)
      return { found: false, proven: modelStatus === infeasible }
    const { colValue } = model.getSolution()
    const hidden = candidates.filter((_, position) => (colValue[position] ?? 0) > 0.5)
    return {
      found: true,
      hidden: new Set(hidden),
      cost: hidden.reduce((sum, cell) => sum + cost(cell), 0),
      proven: false,
    }
  } finally {
    model.dispose()
  }
}
