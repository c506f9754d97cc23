import { describe, expect, it } from 'vitest'
import { splitBlocks } from '../src/block.ts'
import type { Block } from '../src/block.ts'
import { openCompletions } from '../src/completions.ts'
import { findTable } from '../src/find-table.ts'
import { stepOf } from '../src/kernel-lattice.ts'
import { loadSolver } from '../src/solver.ts'
import { tablesOf } from './tables.ts'

const highs = await loadSolver()

/** y and w are both what x leaves of seven, and z what the two of them leave of eleven: z = 2x - 3. */
const cells = { x: 4, y: 3, w: 3, z: 5, 'x and y': 7, 'x and w': 7, 'y, w and z': 11 }
const sums = { 'x and y': ['x', 'y'], 'x and w': ['x', 'w'], 'y, w and z': ['y', 'w', 'z'] }

function theBlock(): Block {
  const [block] = splitBlocks(tablesOf(3, cells, sums), new Set())
  if (block === undefined) throw new Error('A table of no cells.')
  return block
}

const block = theBlock()
const at = (name: string): number => block.names.indexOf(name)
const hidden = new Set(['x', 'y', 'w', 'z'].map(at))

describe('an attack in whole people', () => {
  it('stops where half a person would be needed to go on', () => {
    const completions = openCompletions(highs, block)
    completions.hide(hidden)
    const ends = ['x', 'z'].map((name) => [
      completions.extreme(at(name), 'least'),
      completions.extreme(at(name), 'most'),
    ])
    completions.dispose()
    // With halves allowed, x could be 1.5 and z could be 0.
    expect(ends).toEqual([
      [2, 7],
      [1, 11],
    ])
  })

  it('knows that one count moves by two when another moves by one', () => {
    const isFree = (cell: number): boolean => hidden.has(cell)
    expect(stepOf(block.sums, isFree, at('z'), block.names.length)).toBe(2)
    expect(stepOf(block.sums, isFree, at('x'), block.names.length)).toBe(1)
    expect(stepOf(block.sums, (cell) => cell === at('x'), at('x'), block.names.length)).toBe(0)
  })

  it('an enumeration cut short says so, and claims nothing', () => {
    const size = block.names.length
    const question = {
      sums: block.sums,
      box: { least: new Float64Array(size), most: new Float64Array(size).fill(50) },
      base: Float64Array.from(block.values, (value) => value ?? 0),
      cell: at('z'),
      direction: 'most' as const,
      guide: new Float64Array(size),
    }
    expect(findTable({ ...question, nodes: 1 })).toEqual({ outcome: 'too-long' })
    const found = findTable({ ...question, nodes: 100_000 })
    expect(found.outcome === 'found' ? found.table[at('z')] : undefined).toBe(50)
  })

  it('cells without a limit have none', () => {
    const completions = openCompletions(highs, block)
    completions.hide(new Set([...hidden, at('x and y'), at('x and w'), at('y, w and z')]))
    const most = completions.extreme(at('x'), 'most')
    const least = completions.extreme(at('x'), 'least')
    completions.dispose()
    expect([least, most]).toEqual([0, null])
  })
})
