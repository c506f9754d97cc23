import type { Highs } from 'highs'
import { members } from './block.ts'
import type { Block } from './block.ts'
import { emptyModel } from './solver.ts'

/** A corner of the relaxed tables, and the reduced cost of each cell there. */
export interface Corner {
  readonly status: 'optimal'
  readonly x: Float64Array
  readonly dual: Float64Array
}

export type Relaxed = Corner | { readonly status: 'unbounded' } | { readonly status: 'infeasible' }

/** The linear relaxation of a block's tables, kept in the solver between questions so that each starts from the last answer. */
export interface Relaxation {
  bound(least: Float64Array, most: Float64Array): void
  /** Goes as far as it can along these costs, one a cell; the smallest sum wins. */
  minimise(costs: Float64Array): Relaxed
  /** The same over whole numbers, by HiGHS's own branch and cut. */
  minimiseIntegers(costs: Float64Array): Relaxed
  dispose(): void
}

/** Opens the relaxation of a block. The caller disposes of it: it owns memory of the WebAssembly runtime. */
export function openRelaxation(highs: Highs, block: Block): Relaxation {
  const size = block.names.length
  const model = emptyModel(highs)
  const every = { kind: 'range', from: 0, to: size - 1 } as const
  model.addVars(new Float64Array(size), new Float64Array(size).fill(highs.infinity))
  for (const sum of block.sums) {
    const indices = members(sum)
    model.addRow(0, 0, { indices, values: indices.map((_, position) => (position === 0 ? 1 : -1)) })
  }

  function minimise(costs: Float64Array): Relaxed {
    model.changeColsCost(every, costs)
    const { modelStatus } = model.run()
    const { optimal, infeasible } = highs.constants.modelStatus
    if (modelStatus === infeasible) return { status: 'infeasible' }
    if (modelStatus !== optimal) return { status: 'unbounded' }
    const { colValue, colDual } = model.getSolution()
    return { status: 'optimal', x: colValue, dual: colDual }
  }

  return {
    bound: (least, most) => {
      model.changeColsBounds(every, least, most)
    },
    minimise,
    minimiseIntegers: (costs) => {
      model.changeColsIntegrality(every, new Int32Array(size).fill(highs.constants.variableType.integer))
      // Whole numbers start from nothing anyway, and presolve throws out what is fixed.
      model.options.set('presolve', 'on')
      try {
        return minimise(costs)
      } finally {
        model.options.set('presolve', 'off')
        model.clearIntegrality()
      }
    },
    dispose: () => model.dispose(),
  }
}
