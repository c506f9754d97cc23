import { z } from 'zod'
import { listBookingsById } from '@officine/db/bookings'
import { listChangesAhead, listWithoutAddress } from '@officine/db/opening-changes'
import type { SettledBooking } from '@officine/db/opening-changes'
import { withTenant } from '@officine/db/with-tenant'
import type { PlacedChange } from '@officine/domain/booking/changes-of-pool'
import { localDayOf } from '@officine/domain/calendar/local-time'
import type { Context } from '../../context.ts'
import { day, language, plainText, time, uuid, why } from '../../inputs.ts'
import type { TextLanguage } from '../../local-text.ts'
import { deskProcedure, notFound } from '../../procedures.ts'
import { textIn } from '../../town.ts'
import type { Town } from '../../town.ts'
import { atCurrentTown } from '../at-current-town.ts'
import { closeOpening } from './close.ts'
import { changeInWords, changeOnList, closeRefusalView, touchedView } from './closure-view.ts'
import { previewClosure } from './preview-closure.ts'
import { reopen } from './reopen.ts'
import type { Answer } from './settle-touched.ts'

const managerDoor = deskProcedure('manager')

const reasonText = plainText(300).refine(
  (text) => text.length >= 3,
  'needs a reason of at least three characters',
)

const asked = z.object({
  kind: z.enum(['closed', 'hours']),
  /** Neither: the whole town. */
  site: z.string().max(100).optional(),
  poolId: uuid.optional(),
  fromDay: day,
  toDay: day,
  /** Left out, the whole day; other hours always have them. */
  hours: z.tuple([time, time]).optional(),
  opensShutDays: z.boolean().default(false),
  /** As citizens read it. */
  reason: z.object({ it: reasonText, en: reasonText.optional() }),
  language,
})
const hasHours = [
  ({ kind, hours }: Pick<z.infer<typeof asked>, 'kind' | 'hours'>) =>
    kind === 'closed' || hours !== undefined,
  'other hours need their hours',
] as const

const answer = z.union([
  z.object({ bookingId: uuid, how: z.enum(['cancel', 'drop', 'keep', 'end']) }),
  z.object({
    bookingId: uuid,
    how: z.literal('move'),
    to: z.object({ poolId: uuid, day, from: time, to: time }),
  }),
])

/** Who would lose their time, and what could be done for each. */
export const previewClosureProcedure = managerDoor
  .input(asked.refine(...hasHours))
  .mutation(async ({ ctx, input }) => previewView(ctx, ctx.town, input))

/** Shuts, or gives other hours, and settles every booking that it touches: all or nothing. */
export const closeProcedure = managerDoor
  .input(
    asked
      .extend({
        seen: z.string().max(200),
        answers: z.array(answer).max(300),
        rest: z.enum(['usual', 'cancel']),
        idempotencyKey: uuid,
      })
      .refine(...hasHours),
  )
  .mutation(async ({ ctx, input }) => {
    const answers = new Map(
      input.answers.map(({ bookingId, ...each }): [string, Answer] => [bookingId, each]),
    )
    const { town, outcome } = await atCurrentTown(ctx, (current) =>
      closeOpening(ctx.db, {
        town: current,
        change: changeOf(input),
        seen: input.seen,
        answers,
        rest: input.rest,
        staffId: ctx.staff.person.id,
        requestKey: input.idempotencyKey,
        now: ctx.now,
      }),
    )
    if (!outcome.closed) {
      const isOld = outcome.refusal.reason === 'touched-changed'
      return {
        closed: false as const,
        refusal: closeRefusalView(outcome.refusal, town, input.language),
        /** The list as it is now, when it was not the one that somebody decided about. */
        preview: isOld ? await previewView(ctx, town, input) : undefined,
      }
    }
    return {
      closed: true as const,
      closureId: outcome.changeId,
      ...(await settledView(ctx, town, outcome.settled, input.language)),
    }
  })

/** Lifts a change. What was cancelled stays so: people made other plans. */
export const reopenProcedure = managerDoor
  .input(z.object({ closureId: uuid, why }))
  .mutation(async ({ ctx, input }) => {
    const { outcome } = await atCurrentTown(ctx, (town) =>
      reopen(ctx.db, {
        town,
        changeId: input.closureId,
        why: input.why,
        staffId: ctx.staff.person.id,
        now: ctx.now,
      }),
    )
    return outcome
  })

/** What is shut or keeps other hours from today on, by the desk and by the town's own file. */
export const closuresProcedure = deskProcedure('front-desk', 'operator', 'manager')
  .input(z.object({ language }).prefault({}))
  .query(async ({ ctx: { db, town, staff, now }, input }) => {
    const today = localDayOf(now)
    const rows = await withTenant(db, town.id, (tx) => listChangesAhead(tx, today))
    const { config } = town
    return {
      today,
      mayDecide: staff.roles.includes('manager'),
      decided: rows.map((row) => ({
        ...changeOnList(row, town, input.language),
        isNow: row.fromDay <= today,
      })),
      /** Read-only: they change with the town's file. */
      ofTown: config.closures
        .filter(({ to }) => to >= today)
        .map(({ from, to, site, because }) => ({
          ...changeInWords({ kind: 'closed', fromDay: from, toDay: to, because }, input.language),
          where: config.sites.find(({ slug }) => slug === site)?.name[input.language],
        })),
      sites: config.sites.map(({ slug, name }) => ({ slug, name: textIn(name, input.language) })),
      pools: town.pools.map(({ poolId, presentation }) => ({
        poolId,
        name: textIn(presentation.name, input.language),
      })),
    }
  })

function changeOf(input: z.infer<typeof asked>): PlacedChange {
  const { kind, site, poolId, fromDay, toDay, hours, opensShutDays, reason } = input
  return {
    kind,
    site,
    poolId,
    fromDay,
    toDay,
    because: { it: reason.it, ...(reason.en !== undefined && { en: reason.en }) },
    opensShutDays: kind === 'hours' && opensShutDays,
    ...(hours !== undefined && { hours }),
  }
}

async function previewView(
  { db, now }: Pick<Context, 'db' | 'now'>,
  town: Town,
  input: z.infer<typeof asked>,
) {
  const preview = await withTenant(db, town.id, (tx) => previewClosure(tx, town, changeOf(input), now))
  if ('unknown' in preview) throw notFound(preview.unknown)
  if (!preview.possible)
    return { possible: false as const, refusal: closeRefusalView(preview.refusal, town, input.language) }
  return {
    possible: true as const,
    seen: preview.seen,
    touched: preview.touched.map(({ touched, elsewhere }) =>
      touchedView(touched, elsewhere, town, input.language),
    ),
  }
}

/** What was done, person by person, and whom nobody can write to. */
async function settledView(
  { db }: Pick<Context, 'db'>,
  town: Town,
  settled: readonly SettledBooking[],
  reader: TextLanguage,
) {
  const howOf = new Map(settled.map(({ bookingId, how }) => [bookingId, how]))
  return withTenant(db, town.id, async (tx) => {
    const records = await listBookingsById(tx, [...howOf.keys()])
    const told = records.filter(({ id }) => !['kept', 'ended'].includes(howOf.get(id) ?? ''))
    const people = [...new Set(told.map(({ personId }) => personId))]
    return {
      done: records.map((record) => ({
        ...touchedView({ record, what: 'place', places: [] }, [], town, reader),
        how: howOf.get(record.id) ?? ('cancelled' as const),
      })),
      toCall: await listWithoutAddress(tx, people),
    }
  })
}
