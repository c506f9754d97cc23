import { findCheckedFiscalCode } from '@officine/domain/identity/fiscal-code'
import { findPersona } from '@officine/tenants/personas'
import { keyringOf, newKeyring } from '../../src/keyring.ts'
import { publishUsage } from '../../src/publish-usage.ts'
import * as released from '../../src/read-released.ts'
import * as officers from '../../src/regione-officers.ts'
import * as sessions from '../../src/regione-sessions.ts'
import * as release from '../../src/release-usage.ts'
import * as rollUp from '../../src/usage-roll-up.ts'
import { later } from './scene.ts'
import type { QueryCall, Scene } from './scene.ts'
import type { TenantTransaction } from '../../src/with-tenant.ts'

const published = (inTown: (tx: TenantTransaction, at: Scene) => Promise<unknown>): QueryCall => ({
  by: 'publisher',
  inTown,
})
const keyring = keyringOf(newKeyring(new Date('2026-10-01T00:00:00Z')))
const fiscalCode = findCheckedFiscalCode(findPersona('regione-officer')?.fiscalCode ?? '')
if (fiscalCode === undefined) throw new Error('The officer has no fiscal code')
const paola = { fiscalCode, givenName: 'Paola', familyName: 'Serra' }
const grant = (now: Date) => ({ ...paola, expiresAt: later, by: 'command', now })
const day = {
  day: '2026-10-01',
  kind: 'seats' as const,
  places: 1,
  bookings: 1,
  peoplePresent: 1,
  minutesOffered: 60,
  minutesBooked: 60,
}
const hour = { day: '2026-10-01', kind: 'seats' as const, hour: 9, minutesOffered: 60, minutesBooked: 60 }
const facts = {
  name: 'Allumiere',
  kind: 'municipality' as const,
  municipio: null,
  latitude: 42.1,
  longitude: 11.9,
  seats: 1,
  rooms: 0,
  firstDay: '2026-10-01',
}
const attempt = (id: string, now: Date) => ({
  id,
  stateHash: `hash-${id}`,
  nonce: 'n',
  codeVerifier: 'v',
  returnTo: '/',
  startedAt: now,
  expiresAt: later,
})

/** Roll-up, release and the Region's own office. */
export const regioneQueries: Readonly<Record<string, QueryCall>> = {
  listPublicPools: published((tx) => rollUp.listPublicPools(tx)),
  findFirstDayOfUse: published((tx) => rollUp.findFirstDayOfUse(tx)),
  findLastUsageDay: published((tx) => rollUp.findLastUsageDay(tx)),
  listTakenPeriods: published((tx, { now }) => rollUp.listTakenPeriods(tx, now, later)),
  listDaysOfUse: published((tx) => rollUp.listDaysOfUse(tx, '2026-10-01', '2026-10-31')),
  replaceUsage: published((tx) => rollUp.replaceUsage(tx, '2026-10-01', [day], [hour])),
  listQuarterSums: published((tx) => release.listQuarterSums(tx)),
  listWeekSums: published((tx) => release.listWeekSums(tx)),
  listHourSums: published((tx) => release.listHourSums(tx)),
  listReleasedQuarters: published((tx) => release.listReleasedQuarters(tx)),
  keepReleasedTown: published((tx) => release.keepReleasedTown(tx, facts)),
  releaseTown: published(async (tx, { now }) => {
    await release.keepReleasedTown(tx, facts)
    await rollUp.replaceUsage(tx, '2026-10-01', [day], [hour])
    await release.releaseTown(tx, now, { cause: 'counted-late' }, () => true)
  }),
  releaseRegion: {
    by: 'publisher',
    onDatabase: (db, { now }) =>
      release.releaseRegion(db, { publishedAt: now, lastDay: '2026-10-01', isSample: true }),
  },
  publishUsage: { by: 'publisher', onDatabase: (db, { now }) => publishUsage(db, now) },
  findEdition: { by: 'regione', onDatabase: (db) => released.findEdition(db) },
  listRegionQuarters: { by: 'regione', onDatabase: (db) => released.listRegionQuarters(db, 'seats') },
  listTownsInQuarter: {
    by: 'regione',
    onDatabase: (db) => released.listTownsInQuarter(db, 'seats', '2026-Q4', '2026-Q3'),
  },
  listRegionHours: { by: 'regione', onDatabase: (db) => released.listRegionHours(db, 'seats', '2026-Q4') },
  listRegionWeeks: {
    by: 'regione',
    onDatabase: (db) => released.listRegionWeeks(db, 'seats', '2026-10-01', '2026-12-31'),
  },
  listRevisions: { by: 'regione', onDatabase: (db) => released.listRevisions(db, 'seats', '2026-Q4') },
  findReleasedTown: { by: 'regione', onDatabase: (db) => released.findReleasedTown(db, 'allumiere') },
  listQuartersOf: { by: 'regione', onDatabase: (db) => released.listQuartersOf(db, 'allumiere') },
  listHoursOf: {
    by: 'regione',
    onDatabase: (db) => released.listHoursOf(db, 'allumiere', 'seats', '2026-Q4'),
  },
  listWeeksOf: {
    by: 'regione',
    onDatabase: (db) => released.listWeeksOf(db, 'allumiere', 'seats', '2026-10-01', '2026-12-31'),
  },
  grantOfficer: {
    by: 'owner',
    onDatabase: (db, { now }) => officers.grantOfficer(db, keyring, grant(now)),
  },
  revokeOfficer: {
    by: 'owner',
    onDatabase: (db) => officers.revokeOfficer(db, keyring, fiscalCode, later),
  },
  listOfficers: { by: 'owner', onDatabase: (db, { now }) => officers.listOfficers(db, now) },
  findOfficer: {
    by: 'regioneApp',
    onDatabase: (db, { now }) => officers.findOfficer(db, keyring, paola, now),
  },
  insertOfficerSignIn: {
    by: 'regioneApp',
    onDatabase: (db, { now, newId }) => sessions.insertOfficerSignIn(db, attempt(newId(), now)),
  },
  takeOfficerSignIn: { by: 'regioneApp', onDatabase: (db) => sessions.takeOfficerSignIn(db, 'hash') },
  insertOfficerSession: {
    by: 'regioneApp',
    onDatabase: async (db, { now, newId }) => {
      const found = await officers.findOfficer(db, keyring, paola, now)
      if (found === undefined) throw new Error('The officer was granted their role before')
      await sessions.insertOfficerSession(db, {
        id: newId(),
        tokenHash: 'hash',
        officerId: found.id,
        device: 'Firefox',
        startedAt: now,
        expiresAt: later,
      })
    },
  },
  findOfficerSession: {
    by: 'regioneApp',
    onDatabase: (db, { now }) => sessions.findOfficerSession(db, 'hash', now),
  },
  closeOfficerSession: {
    by: 'regioneApp',
    onDatabase: (db, { now }) => sessions.closeOfficerSession(db, 'hash', now),
  },
  insertExport: {
    by: 'regioneApp',
    onDatabase: async (db, { now }) => {
      const found = await officers.findOfficer(db, keyring, paola, now)
      await sessions.insertExport(db, { officerId: found?.id ?? '', what: 'towns', rowCount: 1, now })
    },
  },
}
