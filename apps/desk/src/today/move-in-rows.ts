export type Stretch = { readonly from: number; readonly to: number }
export type Position = { readonly row: number; readonly index: number }

/**
 * Where an arrow leads among rows of stretches: along the row, or to the stretch of the nearest row that has one,
 * the closest in time. Undefined at an edge, and for any other key.
 */
export function moveInRows(
  rows: readonly (readonly Stretch[])[],
  at: Position,
  key: string,
): Position | undefined {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight': {
      const index = at.index + (key === 'ArrowRight' ? 1 : -1)
      return rows[at.row]?.[index] ? { row: at.row, index } : undefined
    }
    case 'ArrowUp':
    case 'ArrowDown':
      return inNextRow(rows, at, key === 'ArrowDown' ? 1 : -1)
    default:
      return undefined
  }
}

function inNextRow(rows: readonly (readonly Stretch[])[], at: Position, step: 1 | -1): Position | undefined {
  const here = rows[at.row]?.[at.index]
  if (!here) return undefined
  for (let row = at.row + step; rows[row] !== undefined; row += step) {
    const distances = (rows[row] ?? []).map((stretch) => Math.abs(middleOf(stretch) - middleOf(here)))
    if (distances.length > 0) return { row, index: distances.indexOf(Math.min(...distances)) }
  }
  return undefined
}

function middleOf({ from, to }: Stretch): number {
  return (from + to) / 2
}
