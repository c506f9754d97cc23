import type { Database } from '@officine/db/database'
import type { Keyring } from '@officine/db/keyring'
import { insertPoolDays, lockPersons, lockPoolDays } from '@officine/db/pools'
import { withTenant, withTenantIf } from '@officine/db/with-tenant'
import type { TenantTransaction } from '@officine/db/with-tenant'
import { addDays } from '@officine/domain/calendar/local-day'
import { localDayOf } from '@officine/domain/calendar/local-time'
import type { ImportRow } from '@officine/domain/booking/read-import-row'
import { findPoolBySlug } from '../../town.ts'
import type { Town } from '../../town.ts'
import type { DaysToMake } from '../lock-and-load.ts'
import { findNamed, importRow } from './import-row.ts'
import type { RowOutcome } from './import-row.ts'

export interface ImportBookings {
  readonly town: Town
  readonly keyring: Keyring
  readonly staffId: string
  readonly now: Date
}

export type DecidedRow = Exclude<RowOutcome, DaysToMake | { readonly stale: true }>

/**
 * What would become of each row, were the list imported now: every row is decided and written by the import's own steps, each seeing those before it, and then all
 * of it is undone. It holds its locks until then, which is why a list is short; it takes them all first, persons and then days, so that nobody waits in a circle.
 */
export async function tryImport(
  db: Database,
  asked: ImportBookings,
  rows: readonly ImportRow[],
): Promise<readonly DecidedRow[] | 'stale'> {
  const { town, keyring } = asked
  const days = daysToLock(asked, rows)
  if (days.length > 0) await withTenant(db, town.id, (tx) => insertPoolDays(tx, days))
  return withTenantIf<readonly DecidedRow[] | 'stale'>(
    db,
    town.id,
    () => false,
    async (tx) => {
      await lockNamed(tx, keyring, rows)
      if (days.length > 0) await lockPoolDays(tx, days)
      const outcomes: DecidedRow[] = []
      for (const row of rows) {
        const outcome = await importRow(tx, keyring, { ...asked, row })
        if ('stale' in outcome) return 'stale'
        if ('missing' in outcome) throw new Error('The lock rows of a list were made and are not there')
        outcomes.push(outcome)
      }
      return outcomes
    },
  )
}

/** Books one row for good, in a transaction of its own; refused, nothing of it stays, nor who was made for it. */
export async function importOne(
  db: Database,
  asked: ImportBookings,
  row: ImportRow,
): Promise<DecidedRow | { readonly stale: true }> {
  const { town, keyring } = asked
  for (;;) {
    const outcome = await withTenantIf<RowOutcome>(
      db,
      town.id,
      (made) => 'booked' in made && made.booked,
      (tx) => importRow(tx, keyring, { ...asked, row }),
    )
    if (!('missing' in outcome)) return outcome
    await withTenant(db, town.id, (tx) => insertPoolDays(tx, outcome.missing))
  }
}

async function lockNamed(tx: TenantTransaction, keyring: Keyring, rows: readonly ImportRow[]): Promise<void> {
  const known = new Set<string>()
  for (const row of rows) {
    const who = await findNamed(tx, keyring, row)
    if (who !== undefined && 'personId' in who) known.add(who.personId)
  }
  if (known.size > 0) await lockPersons(tx, [...known])
}

function daysToLock({ town, now }: ImportBookings, rows: readonly ImportRow[]) {
  const today = localDayOf(now)
  const last = addDays(today, 366)
  const named = rows.flatMap(({ pool: slug, day }) => {
    const pool = findPoolBySlug(town, slug)
    return pool === undefined || day < today || day > last ? [] : [{ poolId: pool.poolId, day }]
  })
  return [...new Map(named.map((each) => [`${each.poolId} ${each.day}`, each])).values()]
}
