import { localTimeOf } from '@officine/domain/calendar/local-time'
import type { Change } from '@officine/tenants/plan-changes'
import type { StrandedPlace } from './apply-town.ts'
import type { TownPlan } from './plan-town.ts'

const signs: Readonly<Record<Change['kind'], string>> = { added: '+', changed: '~', removed: '-' }
const mostShown = 20

/** A line for each change: `!` before those that take away what somebody may have booked. */
export function describeChanges(changes: readonly Change[]): readonly string[] {
  return changes.map(({ kind, path, before, after, destructive }) => {
    const said = {
      added: short(after),
      removed: short(before),
      changed: `${short(before)} → ${short(after)}`,
    }[kind]
    return `${destructive ? '!' : ' '} ${signs[kind]} ${path}: ${said}`
  })
}

const reasons: Readonly<Record<StrandedPlace['because'], string>> = {
  'no-such-pool': 'the pool would be gone',
  'no-such-unit': 'the place would be gone',
  shut: 'the workshop would be shut',
  'no-such-time': 'the time would be gone',
}

/** The bookings that would be left without a place, by when and where: who holds them is for the desk to see. */
export function describeStranded(stranded: readonly StrandedPlace[]): readonly string[] {
  return shortened(stranded.map((place) => `  ${saidOf(place)}`))
}

/** The same, each with what a move would do. */
export function describePlanned(stranded: TownPlan['stranded']): readonly string[] {
  return shortened(
    stranded.map(
      ({ place, toUnit }) =>
        `  ${saidOf(place)}; ${toUnit === undefined ? 'a move finds no place' : `a move gives ${place.pool} ${toUnit}`}`,
    ),
  )
}

function saidOf({ bookingId, day, startsAt, endsAt, pool, unit, because, status, isPinned }: StrandedPlace) {
  const note = status === 'checked-in' ? ', who is here now' : isPinned ? ', who needs this very place' : ''
  return `${day} ${localTimeOf(startsAt)}-${localTimeOf(endsAt)} ${pool} ${unit}: ${reasons[because]} (booking ${bookingId}${note})`
}

function shortened(lines: readonly string[]): readonly string[] {
  const left = lines.length - mostShown
  return left > 0 ? [...lines.slice(0, mostShown), `  and ${left} more`] : lines
}

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
