/** The zone every town of the Region lives in; the rules carry no other (`timezone: 'Europe/Rome'`). */
const zone = 'Europe/Rome'

interface OffsetFrom {
  readonly from: number
  readonly offset: number
}

// The zone database answers once a year of the calendar; a draw then asks for offsets tens of thousands of times.
const offsetsOfYear = new Map<number, readonly OffsetFrom[]>()

/** Milliseconds that Rome's wall clock is ahead of UTC at the instant, given in epoch milliseconds. */
export function romeOffsetAt(epochMilliseconds: number): number {
  const periods = offsetsIn(new Date(epochMilliseconds).getUTCFullYear())
  let offset = 0
  for (const period of periods) {
    if (period.from > epochMilliseconds) break
    offset = period.offset
  }
  return offset
}

/** The instants of the year at which Rome changes its offset, in epoch milliseconds. */
export function romeOffsetChanges(year: number): readonly number[] {
  return offsetsIn(year)
    .slice(1)
    .map((period) => period.from)
}

function offsetsIn(year: number): readonly OffsetFrom[] {
  const known = offsetsOfYear.get(year)
  if (known !== undefined) return known
  const newYear = Temporal.Instant.fromEpochMilliseconds(Date.UTC(year, 0, 1)).toZonedDateTimeISO(zone)
  const end = Date.UTC(year + 1, 0, 1)
  const periods: OffsetFrom[] = []
  let at: Temporal.ZonedDateTime | null = newYear
  while (at !== null && at.epochMilliseconds < end) {
    periods.push({ from: at.epochMilliseconds, offset: at.offsetNanoseconds / 1e6 })
    at = at.getTimeZoneTransition('next')
  }
  offsetsOfYear.set(year, periods)
  return periods
}
