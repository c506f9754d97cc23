import { randomUUID } from 'node:crypto'
import { withTenant } from '@officine/db/with-tenant'
import type { PlacedChange } from '@officine/domain/booking/changes-of-pool'
import { closeOpening } from '../../src/bookings/closures/close.ts'
import type { Close, CloseOutcome } from '../../src/bookings/closures/close.ts'
import { previewClosure } from '../../src/bookings/closures/preview-closure.ts'
import { reopen } from '../../src/bookings/closures/reopen.ts'
import type { Answer } from '../../src/bookings/closures/settle-touched.ts'
import { municipioV, now, togetherRig } from '../together/together-rig.ts'
import type { TogetherRig } from '../together/together-rig.ts'

export interface ClosuresRig extends TogetherRig {
  readonly staffId: string
  readonly seenOf: (change: PlacedChange, at?: Date) => Promise<string>
  /** Previews and closes, as a clerk does who answers at once. */
  readonly close: (
    change: PlacedChange,
    answers?: Readonly<Record<string, Answer>>,
    more?: Partial<Close>,
  ) => Promise<CloseOutcome>
  readonly lift: (changeId: string, at?: Date) => ReturnType<typeof reopen>
}

/** Municipio V with a manager who shuts and opens. */
export async function closuresRig(): Promise<ClosuresRig> {
  const rig = await togetherRig({ seats: { reserves: [], precedence: 'reserveFirst' } }, 12, {
    windows: null,
    fcfs: { opens: { businessDaysBefore: 30, at: '09:00' }, closes: { hoursBefore: 0 } },
  })
  const [staffId = ''] = await rig.people(1)
  const seenOf: ClosuresRig['seenOf'] = async (change, at = now) => {
    const preview = await withTenant(rig.db, municipioV, (tx) => previewClosure(tx, rig.town, change, at))
    return 'possible' in preview && preview.possible ? preview.seen : ''
  }
  return {
    ...rig,
    staffId,
    seenOf,
    close: async (change, answers = {}, more = {}) =>
      closeOpening(rig.db, {
        town: rig.town,
        change,
        seen: await seenOf(change, more.now),
        answers: new Map(Object.entries(answers)),
        rest: 'usual',
        staffId,
        requestKey: randomUUID(),
        now,
        ...more,
      }),
    lift: (changeId, at = now) =>
      reopen(rig.db, { town: rig.town, changeId, staffId, why: 'la caldaia funziona', now: at }),
  }
}

/** A closure of some days, of the whole town unless it says more. */
export function shut(fromDay: string, more: Partial<PlacedChange> = {}): PlacedChange {
  return {
    kind: 'closed',
    fromDay,
    toDay: fromDay,
    because: { it: 'caldaia rotta', en: 'broken boiler' },
    ...more,
  }
}

export function idOf(outcome: CloseOutcome): string {
  if ('closed' in outcome && outcome.closed) return outcome.changeId
  throw new Error(`Not closed: ${JSON.stringify(outcome)}`)
}

/** `closed`, or why not. */
export function closing(outcome: CloseOutcome): string {
  if (!('closed' in outcome)) return 'neither'
  return outcome.closed ? 'closed' : outcome.refusal.reason
}
