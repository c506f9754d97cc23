import { and, asc, desc, eq, inArray, isNull, ne, or } from 'drizzle-orm'
import {
  absenceExcuse,
  auditEvent,
  booking,
  callList,
  decision,
  dependant,
  emailVerification,
  notificationPreference,
  person,
  pool,
  session,
  wait,
} from './schema.ts'
import { listIdsOf } from './people.ts'
import type { TenantTransaction } from './with-tenant.ts'

/** Everything a town holds about a person but what is sealed; undefined for whom it does not know. */
export async function findPersonalData(tx: TenantTransaction, personId: string) {
  const { tenantId } = tx
  const [row] = await tx
    .select()
    .from(person)
    .where(and(eq(person.tenantId, tenantId), eq(person.id, personId)))
  if (row === undefined) return undefined
  const [bookings, sessions, preferences, verifications, calls, dependants] = await Promise.all([
    tx
      .select({
        code: booking.code,
        pool: pool.name,
        day: booking.day,
        startsAt: booking.startsAt,
        endsAt: booking.endsAt,
        status: booking.status,
        channel: booking.channel,
        bookedAt: booking.bookedAt,
        checkedInAt: booking.checkedInAt,
        cancelledAt: booking.cancelledAt,
        cancelReason: booking.cancelReason,
        missedAt: booking.missedAt,
        excusedAt: booking.excusedAt,
        excusedBecause: absenceExcuse.because,
        outcome: decision.outcome,
        rulesVersion: decision.configVersion,
        rulesHash: decision.rulesHash,
      })
      .from(booking)
      .innerJoin(pool, and(eq(pool.tenantId, tenantId), eq(pool.id, booking.poolId)))
      .leftJoin(
        absenceExcuse,
        and(eq(absenceExcuse.tenantId, tenantId), eq(absenceExcuse.bookingId, booking.id)),
      )
      .leftJoin(decision, and(eq(decision.tenantId, tenantId), eq(decision.bookingId, booking.id)))
      .where(and(eq(booking.tenantId, tenantId), eq(booking.personId, personId)))
      .orderBy(asc(booking.startsAt)),
    tx
      .select({
        startedAt: session.startedAt,
        lastSeenAt: session.lastSeenAt,
        endedAt: session.endedAt,
        device: session.device,
      })
      .from(session)
      .where(and(eq(session.tenantId, tenantId), eq(session.personId, personId)))
      .orderBy(asc(session.startedAt)),
    tx
      .select()
      .from(notificationPreference)
      .where(
        and(eq(notificationPreference.tenantId, tenantId), eq(notificationPreference.personId, personId)),
      ),
    tx
      .select({
        askedAt: emailVerification.askedAt,
        verifiedAt: emailVerification.verifiedAt,
        refusedAt: emailVerification.refusedAt,
      })
      .from(emailVerification)
      .where(and(eq(emailVerification.tenantId, tenantId), eq(emailVerification.personId, personId))),
    tx
      .select({
        topic: callList.topic,
        because: callList.because,
        listedAt: callList.listedAt,
        settledAt: callList.settledAt,
        outcome: callList.outcome,
      })
      .from(callList)
      .where(and(eq(callList.tenantId, tenantId), eq(callList.personId, personId))),
    tx
      .select({
        id: dependant.id,
        kind: dependant.kind,
        givenName: dependant.givenName,
        bornOn: dependant.bornOn,
        createdAt: dependant.createdAt,
        removedAt: dependant.removedAt,
      })
      .from(dependant)
      .where(
        and(
          eq(dependant.tenantId, tenantId),
          or(eq(dependant.personId, personId), eq(dependant.secondParentId, personId)),
        ),
      )
      .orderBy(asc(dependant.bornOn)),
  ])
  const waits = await tx
    .select({
      pool: pool.name,
      day: wait.day,
      startsAt: wait.startsAt,
      endsAt: wait.endsAt,
      people: wait.people,
      channel: wait.channel,
      askedAt: wait.askedAt,
      status: wait.status,
      closedAt: wait.closedAt,
    })
    .from(wait)
    .innerJoin(pool, and(eq(pool.tenantId, tenantId), eq(pool.id, wait.poolId)))
    .where(and(eq(wait.tenantId, tenantId), eq(wait.personId, personId)))
    .orderBy(asc(wait.startsAt))
  return { person: row, bookings, waits, sessions, preferences, verifications, calls, dependants }
}

export interface DeedAboutPerson {
  readonly at: Date
  readonly action: string
  readonly reason: string | null
  readonly actorGivenName: string | null
  readonly actorFamilyName: string | null
}

/** What others did with a person's record, under any id it had, or opened about whom they answer for, the latest first; at most 200. */
export async function listDeedsAbout(
  tx: TenantTransaction,
  personId: string,
): Promise<readonly DeedAboutPerson[]> {
  const ids = await listIdsOf(tx, personId)
  const family = tx
    .select({ id: dependant.id })
    .from(dependant)
    .where(
      and(
        eq(dependant.tenantId, tx.tenantId),
        or(eq(dependant.personId, personId), eq(dependant.secondParentId, personId)),
      ),
    )
  return tx
    .select({
      at: auditEvent.at,
      action: auditEvent.action,
      reason: auditEvent.reason,
      actorGivenName: person.givenName,
      actorFamilyName: person.familyName,
    })
    .from(auditEvent)
    .leftJoin(person, and(eq(person.tenantId, tx.tenantId), eq(person.id, auditEvent.actorId)))
    .where(
      and(
        eq(auditEvent.tenantId, tx.tenantId),
        or(inArray(auditEvent.subjectId, [...ids]), inArray(auditEvent.subjectId, family)),
        or(isNull(auditEvent.actorId), ne(auditEvent.actorId, personId)),
      ),
    )
    .orderBy(desc(auditEvent.at), desc(auditEvent.id))
    .limit(200)
}
