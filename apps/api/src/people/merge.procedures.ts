import { z } from 'zod'
import { insertAuditEvent } from '@officine/db/audit'
import { findBooking, listBookingsOf } from '@officine/db/bookings'
import { listDependantsOf } from '@officine/db/dependants'
import { findLookalikes } from '@officine/db/lookalikes'
import { newId } from '@officine/db/new-id'
import { findPerson } from '@officine/db/people'
import { withTenant } from '@officine/db/with-tenant'
import type { TenantTransaction } from '@officine/db/with-tenant'
import { mergedFacts, planMerge } from '@officine/domain/identity/decide-merge'
import type { MergePlan, MergeRefusal, Side } from '@officine/domain/identity/decide-merge'
import { findCheckedFiscalCode, maskedFiscalCode } from '@officine/domain/identity/fiscal-code'
import { bookingView } from '../booking-view.ts'
import { language, uuid, why } from '../inputs.ts'
import { calendarDayText, dayText } from '../local-text.ts'
import type { TextLanguage } from '../local-text.ts'
import { assertNotOwn } from '../own-record.ts'
import { deskProcedure, notFound } from '../procedures.ts'
import type { Town } from '../town.ts'
import { lookalikeView } from './lookalike-view.ts'
import { mergePeople, placeSideBySide } from './merge-people.ts'
import type { SideBySide } from './merge-people.ts'

const deskDoor = deskProcedure('front-desk', 'operator', 'manager')
const twoRows = z.object({ personId: uuid, otherId: uuid, why, language })
const side = z.enum(['first', 'second'])

/** Who else in the town may be this person, by name and day of birth only: where the desk begins to look. */
export const likelyTwinsProcedure = deskDoor
  .input(z.object({ personId: uuid, language }))
  .query(({ ctx: { db, town }, input }) =>
    withTenant(db, town.id, async (tx) => {
      const person = await findPerson(tx, input.personId)
      if (person === undefined) throw notFound('person')
      const alike = await findLookalikes(tx, person, person.id)
      return alike.map((each) => lookalikeView(each, input.language))
    }),
  )

/** Two records side by side, as much of them as it takes to tell whether they are one person's. Both openings are written down. */
export const compareProcedure = deskDoor
  .input(twoRows)
  .mutation(({ ctx: { db, town, staff, keyring, now }, input }) =>
    withTenant(db, town.id, async (tx) => {
      const { caps } = town.config.rules
      const asked = { firstId: input.personId, secondId: input.otherId, caps, now }
      const both = await placeSideBySide(tx, keyring, asked)
      if (both === undefined) throw notFound('person')
      assertNotOwn(staff.person.id, both.rows.first.id, both.rows.second.id)
      for (const subjectId of new Set([both.rows.first.id, both.rows.second.id]))
        await insertAuditEvent(tx, {
          id: newId(now),
          at: now,
          actorId: staff.person.id,
          action: 'person.compare',
          subjectId,
          reason: input.why,
        })
      const plan = planMerge(both.sides.first, both.sides.second, {}, caps)
      const view = (which: Side) => sideView(tx, both, which, input.language, now)
      return {
        first: await view('first'),
        second: await view('second'),
        ...planView(plan, input.language),
        refusal: both.refusal && (await mergeRefusalView(tx, town, both.refusal, input.language, now)),
      }
    }),
  )

/** Makes one of the two, for good. */
export const mergeProcedure = deskDoor
  .input(
    twoRows.extend({
      wins: z
        .object(Object.fromEntries(mergedFacts.map((fact) => [fact, side.optional()])) as Choices)
        .default({}),
    }),
  )
  .mutation(({ ctx: { db, town, staff, keyring, now }, input }) =>
    withTenant(db, town.id, async (tx) => {
      const outcome = await mergePeople(tx, keyring, {
        firstId: input.personId,
        secondId: input.otherId,
        caps: town.config.rules.caps,
        chosen: Object.fromEntries(Object.entries(input.wins).filter(([, won]) => won !== undefined)),
        by: { staffId: staff.person.id, why: input.why },
        now,
      })
      if (outcome === undefined) throw notFound('person')
      if (!outcome.merged) {
        const refusal = await mergeRefusalView(tx, town, outcome.refusal, input.language, now)
        return { merged: false as const, refusal }
      }
      const { survivorId, plan } = outcome
      return {
        merged: true as const,
        personId: survivorId,
        capsPassed: planView(plan, input.language).capsPassed,
      }
    }),
  )

type Choices = Record<(typeof mergedFacts)[number], z.ZodOptional<typeof side>>

async function sideView(
  tx: TenantTransaction,
  { rows, sides }: SideBySide,
  which: Side,
  reader: TextLanguage,
  now: Date,
) {
  const row = rows[which]
  const { fiscalCode, facts, isAttested } = sides[which]
  const bookings = await listBookingsOf(tx, row.id)
  const dependants = await listDependantsOf(tx, row.id)
  const checked = fiscalCode === null ? undefined : findCheckedFiscalCode(fiscalCode)
  const isAhead = ({ status, endsAt }: (typeof bookings)[number]) =>
    endsAt > now && status !== 'cancelled' && status !== 'completed'
  return {
    personId: row.id,
    name: `${row.givenName} ${row.familyName}`,
    bornOn: row.bornOn === null ? undefined : calendarDayText(row.bornOn, reader),
    phone: facts.phone ?? undefined,
    email: facts.email ?? undefined,
    residence: facts.residence ?? undefined,
    fiscalCode: checked && maskedFiscalCode(checked),
    isAttested,
    madeAtCounter: row.madeAtCounter,
    ahead: bookings.filter(isAhead).length,
    past: bookings.filter(({ endsAt }) => endsAt <= now).length,
    dependants: dependants.map(({ givenName }) => givenName),
  }
}

function planView({ survivor, wins, toChoose, capsPassed }: MergePlan, reader: TextLanguage) {
  return {
    survivor,
    wins,
    toChoose,
    capsPassed: capsPassed.map(({ day, ...cap }) => ({ ...cap, dayLabel: dayText(day, reader) })),
  }
}

/** A refusal with the bookings it is about, in words. */
async function mergeRefusalView(
  tx: TenantTransaction,
  town: Town,
  refusal: MergeRefusal,
  reader: TextLanguage,
  now: Date,
) {
  if (refusal.reason !== 'overlapping-bookings') return refusal
  const said = async (bookingId: string) => {
    const record = await findBooking(tx, bookingId, 'read')
    if (record === undefined) throw new Error('A booking that overlaps is not there')
    const { dayLabel, timeLabel, poolName, code } = bookingView(record, town, reader, now)
    return { bookingId, when: `${dayLabel}, ${timeLabel}`, poolName, code }
  }
  const pairs = []
  for (const [first, second] of refusal.pairs)
    pairs.push({ first: await said(first), second: await said(second) })
  return { reason: refusal.reason, pairs }
}
