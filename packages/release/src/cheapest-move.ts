import type { Highs } from 'highs'
import { members } from './block.ts'
import type { Block } from './block.ts'

/**
 * The open cells that would have to be hidden for one cell to count `need` people more, chosen for their price a person: the classical
 * network heuristic of cell suppression. Nothing where the published cells do not let it.
 */
export function cheapestMove(
  highs: Highs,
  block: Block,
  isHidden: (cell: number) => boolean,
  price: (cell: number) => number | undefined,
  { cell, need }: { readonly cell: number; readonly need: number },
): readonly number[] | undefined {
  const size = block.names.length
  const model = highs.createModel()
  try {
    model.options.set({ output_flag: false })
    // Each cell has a column for going up and one for going down.
    for (const direction of ['up', 'down'] as const) {
      for (let each = 0; each < size; each += 1) {
        const cost = isHidden(each) ? 0 : price(each)
        const room =
          direction === 'up' ? highs.infinity : (block.values[each] ?? 0) - (block.floors[each] ?? 0)
        model.addVar(0, cost === undefined ? 0 : room)
        model.changeColCost(direction === 'up' ? each : size + each, cost ?? 0)
      }
    }
    model.changeColBounds(cell, need, need)
    model.changeColBounds(size + cell, 0, 0)
    for (const sum of block.sums) {
      const cells = members(sum)
      const signs = cells.map((_, position) => (position === 0 ? 1 : -1))
      model.addRow(0, 0, {
        indices: [...cells, ...cells.map((each) => size + each)],
        values: [...signs, ...signs.map((sign) => -sign)],
      })
    }
    if (model.run().modelStatus !== highs.constants.modelStatus.optimal) return undefined
    const { colValue } = model.getSolution()
    const moved = (each: number): number => (colValue[each] ?? 0) + (colValue[size + each] ?? 0)
    return [...block.names.keys()].filter((each) => !isHidden(each) && moved(each) > 1e-7)
  } finally {
    model.dispose()
  }
}
