/** Seats for people who come together, or the word that no run of neighbours is long enough. */
export type SeatsTogether =
  | { readonly seated: true; readonly seats: readonly number[] }
  | { readonly seated: false; readonly reason: 'NOT_CONTIGUOUS' | 'GROUP_DOES_NOT_FIT' }

/**
 * Seats for a group among those numbered 1 to `seats` (rule 27): the shortest free run that holds it, the lowest on ties. With
 * `preferred` and no such run, the fewest runs, the longest first; with `none`, the lowest free seats.
 */
export function seatTogether({
  seats,
  occupied,
  people,
  adjacency,
}: {
  readonly seats: number
  readonly occupied: readonly number[]
  readonly people: number
  readonly adjacency: 'none' | 'preferred' | 'required'
}): SeatsTogether {
  const runs = freeRuns(seats, new Set(occupied))
  const free = runs.flat()
  if (free.length < people) return { seated: false, reason: 'GROUP_DOES_NOT_FIT' }
  if (adjacency === 'none') return { seated: true, seats: free.slice(0, people) }

  const best = shortestHolding(runs, people)
  if (best !== undefined) return { seated: true, seats: best.slice(0, people) }
  if (adjacency === 'required') return { seated: false, reason: 'NOT_CONTIGUOUS' }
  return { seated: true, seats: fewestRuns(runs, people) }
}

/** Longest runs first; the last part goes where it fits best, so that no longer run is broken for it. */
function fewestRuns(runs: readonly (readonly number[])[], people: number): readonly number[] {
  const chosen: number[] = []
  let left = [...runs].sort((one, other) => other.length - one.length)
  while (chosen.length < people) {
    const missing = people - chosen.length
    const run = shortestHolding(left, missing) ?? left[0]
    if (run === undefined) throw new RangeError('Fewer free seats than people')
    chosen.push(...run.slice(0, missing))
    left = left.filter((other) => other !== run)
  }
  return chosen.sort((one, other) => one - other)
}

/** The lowest of the shortest, as the runs stand in the order of their seats among equals. */
function shortestHolding(
  runs: readonly (readonly number[])[],
  people: number,
): readonly number[] | undefined {
  return runs.filter((run) => run.length >= people).toSorted((left, right) => left.length - right.length)[0]
}

function freeRuns(seats: number, occupied: ReadonlySet<number>): readonly (readonly number[])[] {
  const runs: number[][] = []
  for (let seat = 1; seat <= seats; seat += 1) {
    if (occupied.has(seat)) continue
    if (occupied.has(seat - 1) || runs.length === 0) runs.push([])
    runs.at(-1)?.push(seat)
  }
  return runs
}
