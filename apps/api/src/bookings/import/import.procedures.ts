import { z } from 'zod'
import { findBooking } from '@officine/db/bookings'
import { withTenant } from '@officine/db/with-tenant'
import type { ImportRow } from '@officine/domain/booking/read-import-row'
import { spacedCode } from '../../booking-view.ts'
import type { Context } from '../../context.ts'
import { language } from '../../inputs.ts'
import { dayText, periodText } from '../../local-text.ts'
import type { TextLanguage } from '../../local-text.ts'
import { deskProcedure } from '../../procedures.ts'
import { findPoolBySlug, textIn } from '../../town.ts'
import type { Town } from '../../town.ts'
import { atCurrentTown } from '../at-current-town.ts'
import { refusalView } from '../refusal-view.ts'
import { importOne, tryImport } from './import-bookings.ts'
import type { DecidedRow } from './import-bookings.ts'
import { longestList, readBookingsCsv } from './read-bookings-csv.ts'
import type { ListedRow } from './read-bookings-csv.ts'

const managerDoor = deskProcedure('manager')
const list = z.object({
  csv: z.string().max(longestList, `is longer than ${longestList} characters`),
  language,
})

/** What would become of each row of a list, were it imported now. Writes nothing. */
export const tryImportProcedure = managerDoor.input(list).mutation(async ({ ctx, input }) => {
  const { town, outcome } = await atCurrentTown(ctx, async (current) => {
    const read = readBookingsCsv(input.csv, (name) => poolNamed(current, name))
    if ('refusal' in read) return read
    const tried = await tryImport(ctx.db, importingBy(ctx, current), bookable(read.rows))
    return tried === 'stale' ? { stale: true as const } : { ...read, tried }
  })
  if ('refusal' in outcome) return { read: false as const, refusal: outcome.refusal }
  const { rows, ignored, tried } = outcome
  return { read: true as const, ignored, rows: await rowViews(ctx, town, rows, tried, input.language) }
})

/** Imports a list for good: each row for itself, those that cannot be had are told and the others booked. The same list a second time books nothing twice. */
export const applyImportProcedure = managerDoor
  // Whoever is made for a row accepts nothing by being in a file: somebody gave them the notice, and says so.
  .input(list.extend({ noticeGiven: z.literal(true, 'the privacy notice must be given first') }))
  .mutation(async ({ ctx, input }) => {
    const read = readBookingsCsv(input.csv, (name) => poolNamed(ctx.town, name))
    if ('refusal' in read) return { read: false as const, refusal: read.refusal }
    const made: DecidedRow[] = []
    for (const row of bookable(read.rows)) {
      const { outcome } = await atCurrentTown(ctx, (town) => importOne(ctx.db, importingBy(ctx, town), row))
      made.push(outcome)
    }
    const { rows, ignored } = read
    return { read: true as const, ignored, rows: await rowViews(ctx, ctx.town, rows, made, input.language) }
  })

function importingBy(
  {
    keyring,
    staff,
    now,
  }: Pick<Context, 'keyring' | 'now'> & { readonly staff: { readonly person: { readonly id: string } } },
  town: Town,
) {
  return { town, keyring, staffId: staff.person.id, now }
}

function bookable(rows: readonly ListedRow[]): readonly ImportRow[] {
  return rows.flatMap((each) => ('row' in each ? [each.row] : []))
}

/** A pool that is booked by who comes, by its slug or by its name in any language of the town. */
function poolNamed(town: Town, name: string): string | undefined {
  const wanted = name.toLowerCase()
  const found = town.pools.find(
    ({ slug, pool, presentation }) =>
      (pool.kind === 'seats' || pool.kind === 'desk') &&
      [slug, ...Object.values(presentation.name)].some((text) => text?.toLowerCase() === wanted),
  )
  return found?.slug
}

async function rowViews(
  { db, town: { id } }: Pick<Context, 'db' | 'town'>,
  town: Town,
  rows: readonly ListedRow[],
  decided: readonly DecidedRow[],
  reader: TextLanguage,
) {
  const left = [...decided]
  const views = []
  for (const listed of rows) {
    if (!('row' in listed)) {
      views.push({ kind: 'malformed' as const, ...listed })
      continue
    }
    const outcome = left.shift()
    if (outcome === undefined) throw new Error('A row of the list was not decided')
    const { row, line } = listed
    const pool = findPoolBySlug(town, row.pool)
    const what = {
      line,
      name: `${row.givenName} ${row.familyName}`,
      when: `${dayText(row.day, reader)}, ${periodText(row.from, row.to)}`,
      poolName: pool === undefined ? row.pool : textIn(pool.presentation.name, reader),
    }
    if ('already' in outcome) views.push({ kind: 'already' as const, ...what, status: outcome.status })
    else if (!outcome.booked) {
      const { refusal } = outcome
      const isAboutWho = refusal.reason === 'several-people' || refusal.reason === 'other-name'
      const view = isAboutWho ? refusal : refusalView(refusal, town, reader)
      views.push({ kind: 'refused' as const, ...what, refusal: view })
    } else {
      const { bookingId, isNewPerson } = outcome
      const record = await withTenant(db, id, (tx) => findBooking(tx, bookingId, 'read'))
      const code = record === undefined ? undefined : spacedCode(record.code) // only tried: undone, and there is none
      views.push({ kind: 'booked' as const, ...what, isNewPerson, code })
    }
  }
  return views
}
