import { instantOf } from '@officine/domain/calendar/local-time'
import type { LocalTime } from '@officine/domain/rules/tenant-rules'

const zone = 'Europe/Rome'

/**
 * A moment as typed: an instant with its offset (`2026-03-29T09:00:00+02:00`, `…Z`), or what the clocks show in Rome
 * (`2026-03-29`, `2026-03-29T09:00`; a time skipped in spring is the first that exists, one shown twice in autumn the first). Undefined for anything else.
 */
export function readMoment(text: string): Date | undefined {
  const typed = text.replace(' ', 'T')
  const hasOffset = /T.*(Z|[+-]\d{2}:?\d{2})$/.test(typed)
  try {
    if (hasOffset) return new Date(Temporal.Instant.from(typed).epochMilliseconds)
    const shown = Temporal.PlainDateTime.from(typed)
    const time = shown.toPlainTime().toString({ smallestUnit: 'minute' }) as LocalTime // HH:MM, as Temporal writes it
    return new Date(instantOf(shown.toPlainDate().toString(), time).getTime() + shown.second * 1000)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** The moment that far after `now`: `90s`, `30m`, `3h`, `2d`, `1w` or several together, `1d12h`. Days and weeks keep the time on Rome's clocks. */
export function readAdvance(text: string, now: Date): Date | undefined {
  if (!/^(\d{1,5}[wdhms])+$/.test(text)) return undefined
  const amounts = { w: 0, d: 0, h: 0, m: 0, s: 0 }
  for (const [, amount, unit] of text.matchAll(/(\d+)([wdhms])/g))
    amounts[unit as keyof typeof amounts] += Number(amount) // the pattern above lets no other letter through
  const moved = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(zone)
    .add({ weeks: amounts.w, days: amounts.d, hours: amounts.h, minutes: amounts.m, seconds: amounts.s })
  return new Date(moved.epochMilliseconds)
}

/** What Rome's clocks show, with the offset that tells the two halves of the autumn night apart. */
export function romeText(moment: Date): string {
  const shown = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone)
  return `${shown.toPlainDate().toString()} ${shown.toPlainTime().toString({ smallestUnit: 'second' })} ${shown.offset} (Europe/Rome)`
}
