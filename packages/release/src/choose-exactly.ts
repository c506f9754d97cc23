import type { Choice, Clause } from './clause.ts'

export interface ExactQuestion {
  /** Every cell that may be hidden, in the order in which ties are tried. */
  readonly candidates: readonly number[]
  readonly clauses: readonly Clause[]
  /** Cells decided beforehand. */
  readonly fixed: ReadonlyMap<number, boolean>
  /** What hiding a cell costs, a non-negative integer: the sum is made as small as possible. */
  readonly cost: (cell: number) => number
  /** Other sums that may not exceed a limit. */
  readonly limits: readonly Limit[]
  /** No choice costs less: the first that costs no more ends the search. */
  readonly floor: number
}

export interface Limit {
  readonly weight: (cell: number) => number
  readonly most: number
}

// About a second; what is left unproven then is still attacked, and said.
const searchNodes = 150_000

/**
 * The cheapest set of cells that meets every clause, by branch and bound: branch on the clause with the fewest ways left, bound by
 * clauses that share no cell.
 */
export function chooseExactly(question: ExactQuestion): Choice {
  const { clauses, cost, floor } = question
  const weights = [cost, ...question.limits.map(({ weight }) => weight)]
  const most = [Infinity, ...question.limits.map((limit) => limit.most)]
  const decided = new Map(question.fixed)
  const spent = weights.map((weight) =>
    [...decided].reduce((sum, [cell, hidden]) => sum + (hidden ? weight(cell) : 0), 0),
  )
  let best: { readonly hidden: ReadonlySet<number>; readonly cost: number } | undefined
  let nodes = searchNodes

  function decide(cell: number, hidden: boolean): void {
    decided.set(cell, hidden)
    if (hidden)
      for (const [each, weight] of weights.entries()) spent[each] = (spent[each] ?? 0) + weight(cell)
  }

  function undo(cell: number): void {
    if (decided.get(cell) === true)
      for (const [each, weight] of weights.entries()) spent[each] = (spent[each] ?? 0) - weight(cell)
    decided.delete(cell)
  }

  /** The clauses still to be met, as the cells that could meet them; nothing when one cannot be met any more. */
  function openClauses(): (readonly number[])[] | undefined {
    const open: (readonly number[])[] = []
    for (const { anyOf, unless } of clauses) {
      if (unless !== undefined && decided.get(unless) !== true) continue
      const ways: number[] = []
      let isMet = false
      for (const cell of anyOf) {
        const hidden = decided.get(cell)
        if (hidden === true) {
          isMet = true
          break
        }
        if (hidden === undefined) ways.push(cell)
      }
      if (isMet) continue
      if (ways.length === 0) return undefined
      open.push(ways)
    }
    return open.sort((one, other) => one.length - other.length)
  }

  /** Whether even the cheapest way through clauses that share no cell costs too much, for either order of picking such clauses. */
  function isTooDear(open: readonly (readonly number[])[]): boolean {
    const priced = open.map((ways) => ({
      ways,
      least: weights.map((weight) => Math.min(...ways.map(weight))),
    }))
    if (exceeds(priced)) return true
    return exceeds(priced.sort((one, other) => (other.least[0] ?? 0) - (one.least[0] ?? 0)))
  }

  function exceeds(
    priced: readonly { readonly ways: readonly number[]; readonly least: readonly number[] }[],
  ): boolean {
    const used = new Set<number>()
    const sums = [...spent]
    for (const { ways, least } of priced) {
      if (ways.some((cell) => used.has(cell))) continue
      for (const cell of ways) used.add(cell)
      for (const [each, weight] of least.entries()) sums[each] = (sums[each] ?? 0) + weight
    }
    const isOver = sums.some((sum, each) => sum > (most[each] ?? 0))
    return isOver || (best !== undefined && (sums[0] ?? 0) >= best.cost)
  }

  function descend(): void {
    if (nodes === 0 || (best !== undefined && best.cost <= floor)) return
    nodes -= 1
    const open = openClauses()
    if (open === undefined || isTooDear(open)) return
    const [ways] = open
    if (ways === undefined) {
      best = {
        hidden: new Set([...decided].flatMap(([cell, hidden]) => (hidden ? [cell] : []))),
        cost: spent[0] ?? 0,
      }
      return
    }
    const meets = new Map<number, number>()
    for (const others of open) for (const cell of others) meets.set(cell, (meets.get(cell) ?? 0) + 1)
    const ranked = ways.map((cell) => ({ cell, price: cost(cell), gain: meets.get(cell) ?? 0 }))
    ranked.sort((one, other) => one.price - other.price || other.gain - one.gain || one.cell - other.cell)
    for (const { cell } of ranked) {
      decide(cell, true)
      descend()
      undo(cell)
      decide(cell, false)
    }
    for (const cell of ways) undo(cell)
  }

  descend()
  const proven = nodes > 0
  return best === undefined ? { found: false, proven } : { found: true, ...best, proven }
}
