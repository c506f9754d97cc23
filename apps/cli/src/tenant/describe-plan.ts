import { localTimeOf } from '@officine/domain/calendar/local-time'
import type { Change } from '@officine/tenants/plan-changes'
import type { Stranded } from './apply-town.ts'

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

const reasons: Readonly<Record<Stranded['because'], string>> = {
  'no-such-pool': 'the pool would be gone',
  'no-such-unit': 'the place would be gone',
  shut: 'the workshop would be shut',
  'no-such-time': 'the time would be gone',
}

/** The bookings that would be left without a place, by when and where: who holds them is for the desk to see. */
export function describeStranded(stranded: readonly Stranded[]): readonly string[] {
  const lines = stranded
    .slice(0, mostShown)
    .map(
      ({ bookingId, day, startsAt, endsAt, pool, unit, because }) =>
        `  ${day} ${localTimeOf(startsAt)}-${localTimeOf(endsAt)} ${pool} ${unit}: ${reasons[because]} (booking ${bookingId})`,
    )
  const left = stranded.length - lines.length
  return left > 0 ? [...lines, `  and ${left} more`] : lines
}

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
