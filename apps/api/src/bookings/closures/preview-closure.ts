import { listOpeningChanges } from '@officine/db/opening-changes'
import type { TenantTransaction } from '@officine/db/with-tenant'
import type { PlacedChange } from '@officine/domain/booking/changes-of-pool'
import type { ChangeRefusal } from '@officine/domain/booking/decide-change'
import type { Town } from '../../town.ts'
import { alternativesFor } from './alternatives.ts'
import { placeChange, refusalOf } from './asked-change.ts'
import { mostTouched } from './close.ts'
import type { Elsewhere } from './settle-touched.ts'
import { keyOf, readTouched } from './touched.ts'
import type { Touched } from './touched.ts'

export type Preview =
  | { readonly possible: true; readonly seen: string; readonly touched: readonly PreviewedBooking[] }
  | {
      readonly possible: false
      readonly refusal: ChangeRefusal | { readonly reason: 'too-many'; readonly max: number }
    }
  | { readonly unknown: 'site or pool' }

export interface PreviewedBooking {
  readonly touched: Touched
  readonly elsewhere: readonly Elsewhere[]
}

/** Whom a change would touch and what could be done for each. Nothing is locked and nothing written: closing reads again. */
export async function previewClosure(
  tx: TenantTransaction,
  town: Town,
  asked: PlacedChange,
  now: Date,
): Promise<Preview> {
  const placed = placeChange(town, asked)
  if (placed === undefined) return { unknown: 'site or pool' }
  const decided = await listOpeningChanges(tx, asked.fromDay, asked.toDay)
  const refusal = refusalOf(placed, decided, now)
  if (refusal !== undefined) return { possible: false, refusal }
  const touched = await readTouched(tx, placed, decided, now)
  if (touched.length > mostTouched)
    return { possible: false, refusal: { reason: 'too-many', max: mostTouched } }
  const elsewhere = await alternativesFor(tx, town, placed, touched, now)
  return {
    possible: true,
    seen: keyOf(touched),
    touched: touched.map((each) => ({
      touched: each,
      elsewhere: elsewhere.get(each.record.id) ?? [],
    })),
  }
}
