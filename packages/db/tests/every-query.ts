import { applyTenant, listHeldAhead } from '../src/apply-tenant.ts'
import { insertAuditEvent, listAuditEvents } from '../src/audit.ts'
import * as bookings from '../src/bookings.ts'
import type { Database } from '../src/database.ts'
import * as facts from '../src/installation-facts.ts'
import { isReady } from '../src/is-ready.ts'
import * as people from '../src/people.ts'
import * as pools from '../src/pools.ts'
import { savePlaces } from '../src/save-places.ts'
import { searchPeople } from '../src/search-people.ts'
import * as sessions from '../src/sessions.ts'
import { insertAttempt, takeAttempt } from '../src/sign-in-attempts.ts'
import * as staff from '../src/staff-roles.ts'
import * as towns from '../src/towns.ts'
import type { TenantId } from '@officine/domain/tenant-id'
import type { TenantTransaction } from '../src/with-tenant.ts'
import type { Rows } from './rows-of-every-table.ts'

/** How to call a query of the package once: by whom, and in the town's transaction or with the database. */
export type QueryCall =
  | { readonly by: 'api' | 'owner'; readonly inTown: (tx: TenantTransaction, at: Scene) => Promise<unknown> }
  | { readonly by: 'api' | 'owner'; readonly onDatabase: (db: Database, at: Scene) => Promise<unknown> }

/** The town that the calls stand in, with its one row of each table. */
export interface Scene {
  readonly town: TenantId
  readonly idOf: (table: string, column?: string) => string
  readonly now: Date
  readonly newId: () => string
}

export function sceneOf(town: TenantId, rows: Rows): Scene {
  let made = 0
  return {
    town,
    now: new Date('2026-10-01T08:00:00Z'),
    idOf: (table, column = 'id') => String(rows.get(table)?.[column]),
    newId: () => `01900000-0000-7000-8000-${String((made += 1)).padStart(12, '0')}`,
  }
}

const asked = (inTown: (tx: TenantTransaction, at: Scene) => Promise<unknown>): QueryCall => ({
  by: 'api',
  inTown,
})
const commanded = (inTown: (tx: TenantTransaction, at: Scene) => Promise<unknown>): QueryCall => ({
  by: 'owner',
  inTown,
})

const later = new Date('2027-10-01T08:00:00Z')
const places = {
  sites: [{ slug: 'officina', name: 'Officina' }],
  pools: [
    {
      slug: 'postazioni',
      site: 'officina',
      kind: 'seats' as const,
      name: 'Postazioni',
      units: [{ number: 1, label: '1', isAccessible: true }],
    },
  ],
}

/** One call of every query that the package exports, by its name: a test refuses one that is missing. */
export const everyQuery: Readonly<Record<string, QueryCall>> = {
  applyTenant: {
    by: 'owner',
    onDatabase: (db, at) =>
      applyTenant(
        db,
        {
          id: at.town,
          kind: 'municipality',
          name: 'Allumiere',
          hosts: ['allumiere.localhost', 'www.allumiere.localhost'],
          hash: 'hash',
          rulesHash: 'rules',
          effectiveFrom: '2026-10-01',
          config: {},
          ...places,
        },
        at.now,
        at.newId,
        () => [],
      ),
  },
  listHeldAhead: commanded((tx, { now }) => listHeldAhead(tx, now)),
  savePlaces: commanded((tx, { now, newId }) => savePlaces(tx, places, now, newId)),

  insertAuditEvent: asked((tx, { idOf, now, newId }) =>
    insertAuditEvent(tx, {
      id: newId(),
      at: now,
      actorId: idOf('person'),
      action: 'person.open',
      subjectId: idOf('person'),
      reason: 'asked',
    }),
  ),
  listAuditEvents: asked((tx, { idOf }) => listAuditEvents(tx, idOf('person'), 'person.open')),

  findBookingByKey: asked((tx, { newId }) => bookings.findBookingByKey(tx, newId(), newId())),
  listCountedBookings: asked((tx, { idOf, now }) =>
    bookings.listCountedBookings(tx, idOf('person'), now, later),
  ),
  insertBooking: asked((tx, { idOf, now, newId }) => {
    const period = { startsAt: now, endsAt: new Date(now.getTime() + 3_600_000) }
    return bookings.insertBooking(
      tx,
      {
        id: newId(),
        personId: idOf('person'),
        poolId: idOf('pool'),
        day: '2026-10-01',
        ...period,
        slots: 1,
        status: 'confirmed',
        channel: 'web',
        code: 'AAAABBBB',
        qrSecret: 'q'.repeat(22),
        requestedBy: idOf('person'),
        idempotencyKey: newId(),
        requestHash: 'hash',
        bookedAt: now,
      },
      [{ id: newId(), poolId: idOf('pool'), unitId: idOf('unit'), ...period }],
      {
        id: newId(),
        outcome: 'booked',
        configVersion: Number(idOf('tenant_config', 'version')),
        rulesHash: 'r',
        inputsHash: 'i',
        facts: {},
      },
      { id: newId(), topic: 'booking.confirmed' },
    )
  }),
  findBooking: asked((tx, { idOf }) => bookings.findBooking(tx, idOf('booking'), 'locked')),
  findBookingByCode: asked((tx, { idOf }) => bookings.findBookingByCode(tx, idOf('booking', 'code'))),
  listBookingsOf: asked((tx, { idOf }) => bookings.listBookingsOf(tx, idOf('person'))),
  listBookingsOn: asked((tx) => bookings.listBookingsOn(tx, '2026-10-05')),
  changeBooking: asked((tx, { idOf, now }) =>
    bookings.changeBooking(tx, idOf('booking'), 'confirmed', {
      status: 'cancelled',
      cancelledAt: now,
      cancelReason: 'asked',
    }),
  ),
  insertOutbox: asked((tx, { idOf, now, newId }) =>
    bookings.insertOutbox(tx, { id: newId(), topic: 'booking.cancelled', rowId: idOf('booking'), at: now }),
  ),

  findInstallationFact: { by: 'api', onDatabase: (db) => facts.findInstallationFact(db, 'samples') },
  recordInstallationFact: {
    by: 'owner',
    onDatabase: (db, { now }) => facts.recordInstallationFact(db, 'samples', 'yes', now),
  },
  isEmptyInstallation: { by: 'owner', onDatabase: (db) => facts.isEmptyInstallation(db) },
  isReady: { by: 'api', onDatabase: (db) => isReady(db) },

  findPersonBySeals: asked((tx) =>
    people.findPersonBySeals(tx, { fiscalCode: ['v1:a', 'v2:a'], subject: ['v1:b'] }),
  ),
  insertPerson: asked((tx, { now, newId }) =>
    people.insertPerson(tx, {
      id: newId(),
      givenName: 'Ada',
      familyName: 'Prova',
      madeAtCounter: true,
      createdAt: now,
    }),
  ),
  updateAttestedFacts: asked((tx, { idOf }) =>
    people.updateAttestedFacts(tx, idOf('person'), {
      givenName: 'Ada',
      familyName: 'Prova',
      bornOn: '1990-05-01',
    }),
  ),
  updateContacts: asked((tx, { idOf }) =>
    people.updateContacts(tx, idOf('person'), { email: 'ada@example.org', phone: null }),
  ),
  updateNotice: asked((tx, { idOf, now }) => people.updateNotice(tx, idOf('person'), '1', now)),
  findPerson: asked((tx, { idOf }) => people.findPerson(tx, idOf('person'))),
  searchPeople: asked((tx) => searchPeople(tx, ['ada', 'prova'])),

  lockPersons: asked((tx, { idOf }) => pools.lockPersons(tx, [idOf('person')])),
  lockPoolDay: asked((tx, { idOf }) => pools.lockPoolDay(tx, idOf('pool'), '2026-10-05')),
  insertPoolDay: asked((tx, { idOf }) => pools.insertPoolDay(tx, idOf('pool'), '2026-10-06')),
  listHeldPlaces: asked((tx, { idOf, now }) => pools.listHeldPlaces(tx, idOf('pool'), now, later)),

  findSessionHolder: asked((tx, { idOf, now }) =>
    sessions.findSessionHolder(tx, idOf('session', 'token_hash'), now),
  ),
  insertSession: asked((tx, { idOf, now, newId }) =>
    sessions.insertSession(tx, {
      id: newId(),
      tokenHash: 'hash',
      personId: idOf('person'),
      device: 'Firefox',
      startedAt: now,
      expiresAt: later,
    }),
  ),
  updateLastSeen: asked((tx, { idOf, now }) => sessions.updateLastSeen(tx, idOf('session'), now)),
  listOpenSessions: asked((tx, { idOf, now }) => sessions.listOpenSessions(tx, idOf('person'), now)),
  closeSession: asked((tx, { idOf, now }) => sessions.closeSession(tx, idOf('person'), idOf('session'), now)),
  closeSessionByToken: asked((tx, { now }) => sessions.closeSessionByToken(tx, 'hash', now)),
  closeSessionsOf: asked((tx, { idOf, now }) => sessions.closeSessionsOf(tx, idOf('person'), now)),

  insertAttempt: asked((tx, { now, newId }) =>
    insertAttempt(tx, {
      id: newId(),
      stateHash: 'hash',
      nonce: 'n',
      codeVerifier: 'v',
      returnTo: '/',
      startedAt: now,
      expiresAt: later,
    }),
  ),
  takeAttempt: asked((tx) => takeAttempt(tx, 'hash')),

  insertStaffRole: commanded((tx, { idOf, now, newId }) =>
    staff.insertStaffRole(tx, {
      id: newId(),
      personId: idOf('person'),
      role: 'manager',
      grantedAt: now,
      grantedBy: 'command',
      expiresAt: later,
    }),
  ),
  closeStaffRole: commanded((tx, { idOf, now }) => staff.closeStaffRole(tx, idOf('person'), 'manager', now)),
  updateRoleExpiry: commanded((tx, { idOf }) => staff.updateRoleExpiry(tx, idOf('staff_role'), later)),
  listStaff: asked((tx, { now }) => staff.listStaff(tx, now)),
  findRoleInForce: asked((tx, { idOf, now }) => staff.findRoleInForce(tx, idOf('person'), 'manager', now)),

  listHosts: { by: 'api', onDatabase: (db) => towns.listHosts(db) },
  listTowns: { by: 'api', onDatabase: (db) => towns.listTowns(db) },
  findConfigVersion: asked((tx) => towns.findConfigVersion(tx)),
  findConfig: asked((tx, { idOf }) => towns.findConfig(tx, Number(idOf('tenant_config', 'version')))),
  listPlaces: asked((tx) => towns.listPlaces(tx)),
}
