import { unitText } from '../booking-view.ts'
import { dayText } from '../local-text.ts'
import type { TextLanguage } from '../local-text.ts'
import type { Town } from '../town.ts'
import { refusalView } from './refusal-view.ts'
import type { RestoreRefusal } from './restore.ts'

/** Why a booking stays cancelled or missed, its days and places in words. */
export function restoreRefusalView(refusal: RestoreRefusal, town: Town, language: TextLanguage) {
  if (!isOfTheRestore(refusal)) return refusalView(refusal, town, language)
  switch (refusal.reason) {
    case 'not-restorable':
      return { reason: refusal.reason, status: refusal.status }
    case 'not-today':
      return { reason: refusal.reason, dayLabel: dayText(refusal.day, language) }
    case 'grace-over':
      return { reason: refusal.reason, graceMinutes: refusal.graceMinutes }
    case 'never-accepted':
    case 'no-longer-given':
      return { reason: refusal.reason }
    case 'place-given-away':
      return { reason: refusal.reason, insteadLabel: insteadOf(refusal, town, language) }
  }
}

const ofTheRestore = [
  'not-restorable',
  'never-accepted',
  'not-today',
  'grace-over',
  'no-longer-given',
  'place-given-away',
] as const
type OfTheRestore = Extract<RestoreRefusal, { reason: (typeof ofTheRestore)[number] }>

/** The others are those of any booking, whose switch is exhaustive. */
function isOfTheRestore(refusal: RestoreRefusal): refusal is OfTheRestore {
  return ofTheRestore.some((reason) => reason === refusal.reason)
}

/** The free places by name. */
function insteadOf(
  { instead }: Extract<RestoreRefusal, { reason: 'place-given-away' }>,
  town: Town,
  language: TextLanguage,
): string {
  const labels = new Map(
    town.pools.flatMap(({ places }) => places.map(({ unitId, label }) => [unitId, label])),
  )
  const units = instead.map(({ unitId, startsAt, endsAt }) => ({
    label: labels.get(unitId) ?? '',
    startsAt,
    endsAt,
  }))
  return unitText({ units }, language)
}
