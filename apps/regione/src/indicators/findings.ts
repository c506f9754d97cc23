/** One cell of a heat map: ISO weekday, hour of the day, places taken of a hundred. */
export interface HeatCell {
  readonly weekday: number
  readonly hour: number
  readonly percent: number
}

/** The fullest hour of the week, the earlier one of two that are as full; undefined when nothing was taken. */
export function fullestHour(cells: readonly HeatCell[]): HeatCell | undefined {
  const [first, ...others] = cells
  if (first === undefined) return undefined
  const fullest = others.reduce((most, cell) => (cell.percent > most.percent ? cell : most), first)
  return fullest.percent > 0 ? fullest : undefined
}

export type Trend =
  | { readonly goes: 'up' | 'down'; readonly from: number; readonly to: number }
  | { readonly goes: 'steady'; readonly around: number }
  /** As much in the end as in the beginning, with a week of less than half in between: August, mostly. */
  | { readonly goes: 'dip'; readonly least: number; readonly around: number }
  | { readonly goes: 'unknown' }

/** Less than this is the weather, not a trend. */
const noticeable = 0.08

/** Where weekly counts go: the mean of the last weeks against that of the first, two each at least. */
export function trendOf(counts: readonly number[]): Trend {
  if (counts.length < 4) return { goes: 'unknown' }
  const span = Math.min(4, Math.floor(counts.length / 2))
  const from = mean(counts.slice(0, span))
  const to = mean(counts.slice(-span))
  if (Math.abs(to - from) > noticeable * Math.max(from, to))
    return { goes: to > from ? 'up' : 'down', from, to }
  const least = Math.min(...counts)
  const atTheEnds = mean([from, to])
  return least < atTheEnds / 2
    ? { goes: 'dip', least, around: atTheEnds }
    : { goes: 'steady', around: mean(counts) }
}

function mean(counts: readonly number[]): number {
  return Math.round(counts.reduce((sum, count) => sum + count, 0) / counts.length)
}

export interface TownCount {
  readonly name: string
  readonly peoplePresent: number
}

/** The town with the most visits and its share of a hundred; undefined when there was none. */
export function leadingTown<Town extends TownCount>(
  towns: readonly Town[],
): { readonly town: Town; readonly percent: number } | undefined {
  const total = towns.reduce((sum, { peoplePresent }) => sum + peoplePresent, 0)
  const [town] = byPresence(towns)
  if (town === undefined || total === 0) return undefined
  return { town, percent: Math.round((100 * town.peoplePresent) / total) }
}

/** From how many to how many places of a hundred the towns use; undefined when none has used any. */
export function spreadOfUse(
  towns: readonly { readonly occupancy?: number | undefined }[],
): { readonly towns: number; readonly least: number; readonly most: number } | undefined {
  const used = towns.flatMap(({ occupancy }) => occupancy ?? [])
  if (used.length === 0) return undefined
  return { towns: used.length, least: Math.min(...used), most: Math.max(...used) }
}

/** The towns with the most visits first; equal ones by name. */
export function byPresence<Town extends TownCount>(towns: readonly Town[]): readonly Town[] {
  return [...towns].sort(
    (one, other) => other.peoplePresent - one.peoplePresent || one.name.localeCompare(other.name, 'it'),
  )
}

/** The step of the heat scale, 1 to 5. */
export function heatStep(percent: number): 1 | 2 | 3 | 4 | 5 {
  if (percent < 40) return 1
  if (percent < 55) return 2
  if (percent < 65) return 3
  return percent < 80 ? 4 : 5
}
