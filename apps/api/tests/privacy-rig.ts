import { randomUUID } from 'node:crypto'
import { insertAuditEvent } from '@officine/db/audit'
import { changeBooking, insertBooking } from '@officine/db/bookings'
import { closeDatabase, openDatabase } from '@officine/db/database'
import type { Database } from '@officine/db/database'
import { saveCare } from '@officine/db/dependant-care'
import { insertDependant } from '@officine/db/dependants'
import { insertAttestedAddress } from '@officine/db/email-verifications'
import { fiscalCodeColumns } from '@officine/db/identity-seals'
import { keyringOf, newKeyring } from '@officine/db/keyring'
import { newBookingCode, newQrSecret } from '@officine/db/new-booking-code'
import { newId } from '@officine/db/new-id'
import { insertPerson } from '@officine/db/people'
import { insertSession } from '@officine/db/sessions'
import { listPlaces } from '@officine/db/towns'
import { withTenant } from '@officine/db/with-tenant'
import { hashOfJson } from '@officine/domain/allocation/hashes'
import { decideTogether } from '@officine/domain/booking/decide-together'
import { decisionInputs } from '@officine/domain/booking/decision-record'
import { addDays, weekdayOf } from '@officine/domain/calendar/local-day'
import { instantOf, localDayOf } from '@officine/domain/calendar/local-time'
import { findCheckedFiscalCode } from '@officine/domain/identity/fiscal-code'
import type { TenantId } from '@officine/domain/tenant-id'
import { allumiere } from '@officine/tenants/allumiere'
import { findPersona } from '@officine/tenants/personas'
import { testDatabase } from '@officine/testing/test-database'
import type { TestDatabase } from '@officine/testing/test-database'
import { applyTowns, insertPeople } from '@officine/testing/town-in-database'

export const town = allumiere.id
export const keyring = keyringOf(newKeyring(new Date()))

/** Words that only this person's records hold: whichever is found somewhere was theirs. */
export const said = {
  givenName: 'Ermenegilda',
  familyName: 'Scognamillo',
  email: 'gilda.scognamillo@example.org',
  phone: '+393334567891',
  bornOn: '1988-03-14',
  device: 'Telescrivente di Ermenegilda',
  child: 'Pancrazio',
  childBornOn: '2019-05-17',
  allergy: 'allergico alle arachidi',
  whyCancelled: 'influenza del figlio Pancrazio',
} as const
/** A fact that rules ask for, and shared with a whole town: it stays behind decisions. */
export const residence = 'allumiere'
export const fiscalCode = findPersona('working-mother')?.fiscalCode ?? ''

export interface PrivacyRig {
  readonly database: TestDatabase
  readonly api: Database
  readonly worker: Database
  readonly staffId: string
  readonly end: () => Promise<void>
}

/** A database with two towns and somebody at the desk of the first. */
export async function privacyRig(): Promise<PrivacyRig> {
  const database = await testDatabase()
  await applyTowns(database)
  const api = openDatabase(database.url('api'), { connections: 4 })
  const worker = openDatabase(database.url('worker'), { connections: 4 })
  const [staffId = ''] = await insertPeople(api, town, 1)
  return {
    database,
    api,
    worker,
    staffId,
    end: async () => {
      await Promise.all([closeDatabase(api), closeDatabase(worker)])
      await database.drop()
    },
  }
}

/** A citizen with all that a town may know of somebody, as of a moment. */
export async function somebody(
  { api, staffId }: PrivacyRig,
  now: Date,
  code: string | null = fiscalCode,
  at: TenantId = town,
): Promise<string> {
  const personId = newId(now)
  const checked = code === null ? undefined : findCheckedFiscalCode(code)
  await withTenant(api, at, async (tx) => {
    await insertPerson(tx, {
      id: personId,
      givenName: said.givenName,
      familyName: said.familyName,
      bornOn: said.bornOn,
      residence,
      email: said.email,
      phone: said.phone,
      ...(checked !== undefined && fiscalCodeColumns(keyring, at, personId, checked)),
      madeAtCounter: false,
      noticeVersion: '2026-1',
      noticeAcceptedAt: now,
      createdAt: now,
    })
    await insertSession(tx, {
      id: newId(now),
      tokenHash: randomUUID(),
      personId,
      device: said.device,
      startedAt: now,
      expiresAt: new Date(now.getTime() + 8 * 3_600_000),
    })
    await insertAttestedAddress(tx, personId, said.email, now)
    const childId = newId(now)
    await insertDependant(tx, {
      id: childId,
      personId,
      kind: 'child',
      givenName: said.child,
      bornOn: said.childBornOn,
      createdAt: now,
    })
    await saveCare(tx, keyring, childId, { allergies: said.allergy }, now)
    if (at === town)
      await insertAuditEvent(tx, {
        id: newId(now),
        at: now,
        actorId: staffId,
        action: 'person.open-record',
        subjectId: personId,
        reason: 'chiede di cambiare il turno',
      })
  })
  return personId
}

/** A working day at least so many days after. */
export function workingDayAfter(now: Date, days: number): string {
  let day = addDays(localDayOf(now), days)
  while (weekdayOf(day) > 5) day = addDays(day, 1)
  return day
}

/** Books a morning for a person as the product does, with the decision behind it; answers its id. */
export async function bookMorning(
  { api }: PrivacyRig,
  personId: string,
  day: string,
  now: Date,
  status: 'confirmed' | 'cancelled' | 'completed' | 'checked-in' = 'confirmed',
): Promise<string> {
  const [startsAt, endsAt] = [instantOf(day, '09:00'), instantOf(day, '14:00')]
  const id = newId(now)
  await withTenant(api, town, async (tx) => {
    const places = (await listPlaces(tx)).filter(({ slug }) => slug === 'seats')
    const pool = allumiere.rules.pools.seats
    const facts = {
      rules: allumiere.rules,
      pool,
      poolSlug: 'seats',
      period: { day, startsAt, endsAt, cells: [{ startsAt, endsAt }] },
      personId,
      person: { bornOn: said.bornOn, residence },
      companions: [],
      household: [],
      own: [],
      units: places,
      held: [],
    }
    const decision = decideTogether(facts, now)
    if (!decision.booked) throw new Error('not booked')
    const inputs = decisionInputs(facts, now)
    const poolId = places[0]?.poolId ?? ''
    await insertBooking(
      tx,
      {
        id,
        personId,
        poolId,
        day,
        startsAt,
        endsAt,
        slots: 1,
        status: 'confirmed',
        channel: 'web',
        code: newBookingCode(),
        qrSecret: newQrSecret(),
        requestedBy: personId,
        idempotencyKey: newId(now),
        requestHash: 'test',
        bookedAt: now,
      },
      decision.units.map((unit) => ({ id: newId(now), poolId, ...unit })),
      {
        id: newId(now),
        outcome: 'ACCEPTED_OPEN',
        configVersion: 1,
        rulesHash: hashOfJson(allumiere.rules),
        inputsHash: hashOfJson(inputs),
        facts: { inputs },
      },
      [],
    )
    if (status === 'cancelled')
      await changeBooking(tx, id, 'confirmed', { status, cancelledAt: now, cancelReason: said.whyCancelled })
    else if (status !== 'confirmed') await changeBooking(tx, id, 'confirmed', { status })
  })
  return id
}
