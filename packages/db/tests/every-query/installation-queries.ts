import { applyTenant } from '../../src/apply-tenant.ts'
import * as clock from '../../src/clock.ts'
import { findConnectedRole } from '../../src/connected-role.ts'
import { listHeldAhead, listOutOfOrderAhead, lockHeldAhead } from '../../src/held-ahead.ts'
import * as facts from '../../src/installation-facts.ts'
import { isReady } from '../../src/is-ready.ts'
import * as samples from '../../src/sample-use.ts'
import { savePlaces } from '../../src/save-places.ts'
import { nobodyStranded, settleBookings } from '../../src/settle-bookings.ts'
import * as towns from '../../src/towns.ts'
import { asked, commanded } from './scene.ts'
import type { QueryCall } from './scene.ts'

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

/** Towns, their places, and the installation itself. */
export const installationQueries: Readonly<Record<string, QueryCall>> = {
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
        () => nobodyStranded,
      ),
  },
  lockHeldAhead: commanded((tx, { now }) => lockHeldAhead(tx, now)),
  listHeldAhead: commanded((tx, { now }) => listHeldAhead(tx, now)),
  listOutOfOrderAhead: commanded((tx, { now }) => listOutOfOrderAhead(tx, now)),
  settleBookings: commanded(async (tx, { idOf, now, newId }) => {
    const moves = (await listHeldAhead(tx, new Date(0))).map((place) => ({ place, toUnit: place.unit }))
    const cancellations = [{ bookingId: idOf('booking'), because: 'works' }]
    await settleBookings(tx, { moves, cancellations }, now, newId)
  }),
  savePlaces: commanded((tx, { now, newId }) => savePlaces(tx, places, now, newId)),
  findClockOffset: { by: 'api', onDatabase: (db) => clock.findClockOffset(db) },
  readClock: { by: 'api', onDatabase: (db) => clock.readClock(db) },
  followClock: { by: 'api', onDatabase: async (db) => (await clock.followClock(db)).stop() },
  saveClockOffset: { by: 'owner', onDatabase: (db) => clock.saveClockOffset(db, 0) },
  findDevelopmentFact: { by: 'api', onDatabase: (db) => facts.findDevelopmentFact(db) },
  findInstallationFact: { by: 'api', onDatabase: (db) => facts.findInstallationFact(db, 'samples') },
  recordInstallationFact: {
    by: 'owner',
    onDatabase: (db, { now }) => facts.recordInstallationFact(db, 'samples', 'yes', now),
  },
  isEmptyInstallation: { by: 'owner', onDatabase: (db) => facts.isEmptyInstallation(db) },
  insertSamplePeople: commanded((tx, { now, newId }) =>
    samples.insertSamplePeople(tx, [
      { id: newId(), givenName: 'Ada', familyName: 'Neri (esempio)', madeAtCounter: false, createdAt: now },
    ]),
  ),
  insertSampleBookings: commanded((tx, { idOf, now, newId }) =>
    samples.insertSampleBookings(tx, [
      {
        id: newId(),
        personId: idOf('person'),
        poolId: idOf('pool'),
        day: '2026-10-01',
        startsAt: now,
        endsAt: new Date(now.getTime() + 3_600_000),
        slots: 1,
        status: 'completed',
        channel: 'web',
        code: 'AAAACCCC',
        qrSecret: 'q'.repeat(22),
        requestedBy: idOf('person'),
        idempotencyKey: newId(),
        requestHash: 'sample',
        bookedAt: now,
        units: [{ id: newId(), poolId: idOf('pool'), unitId: idOf('unit') }],
      },
    ]),
  ),
  countBookings: commanded((tx) => samples.countBookings(tx)),
  listSamplesBegun: commanded((tx, { now }) => samples.listSamplesBegun(tx, now)),
  findConnectedRole: { by: 'api', onDatabase: (db) => findConnectedRole(db) },
  isReady: { by: 'api', onDatabase: (db) => isReady(db) },
  listHosts: { by: 'api', onDatabase: (db) => towns.listHosts(db) },
  listTowns: { by: 'api', onDatabase: (db) => towns.listTowns(db) },
  findConfigVersion: asked((tx) => towns.findConfigVersion(tx)),
  findConfig: asked((tx, { idOf }) => towns.findConfig(tx, Number(idOf('tenant_config', 'version')))),
  listPlaces: asked((tx) => towns.listPlaces(tx)),
}
