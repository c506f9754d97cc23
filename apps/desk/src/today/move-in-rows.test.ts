import { expect, test } from 'vitest'
import { moveInRows } from './move-in-rows.ts'

const morning = { from: 540, to: 840 }
const afternoon = { from: 840, to: 1140 }
const rows = [[morning, afternoon], [], [{ from: 540, to: 690 }, { from: 690, to: 840 }, afternoon]]

test.each([
  ['right goes on along the row', { row: 0, index: 0 }, 'ArrowRight', { row: 0, index: 1 }],
  ['left comes back', { row: 0, index: 1 }, 'ArrowLeft', { row: 0, index: 0 }],
  ['at the end of a row there is nothing more', { row: 0, index: 1 }, 'ArrowRight', undefined],
  ['down skips a row with nothing to press', { row: 0, index: 1 }, 'ArrowDown', { row: 2, index: 2 }],
  ['up finds what is nearest in time', { row: 2, index: 1 }, 'ArrowUp', { row: 0, index: 0 }],
  ['above the first row there is nothing', { row: 0, index: 0 }, 'ArrowUp', undefined],
  ['another key moves nothing', { row: 0, index: 0 }, 'Enter', undefined],
])('%s', (_what, at, key, expected) => {
  expect(moveInRows(rows, at, key)).toEqual(expected)
})
