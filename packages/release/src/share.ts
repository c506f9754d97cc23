import type { DatedCount } from './lattice-snapshot.ts'

/**
 * A part of a whole as a percentage of released figures, with one decimal. `undefined` unless both are released and of the same
 * quarter: a share across two dates is of nothing, and a share of a hidden figure is the figure.
 */
export function shareOf(
  figures: ReadonlyMap<string, DatedCount>,
  part: string,
  whole: string,
): { readonly percent: number; readonly asOf: string } | undefined {
  const [counted, among] = [figures.get(part), figures.get(whole)]
  if (counted === undefined || among === undefined || counted.asOf !== among.asOf || among.count === 0)
    return undefined
  return { percent: Math.round((counted.count * 1000) / among.count) / 10, asOf: among.asOf }
}
