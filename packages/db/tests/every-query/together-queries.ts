import * as places from '../../src/booking-places.ts'
import { listCountedCompanions } from '../../src/counted-bookings.ts'
import * as care from '../../src/dependant-care.ts'
import * as dependants from '../../src/dependants.ts'
import { keyringOf, newKeyring } from '../../src/keyring.ts'
import * as outages from '../../src/outages.ts'
import { asked, commanded, later } from './scene.ts'
import type { QueryCall } from './scene.ts'

// The scene's ciphers are texts, so the keyring says what it would have opened.
const keyringAt = (now: Date) => ({
  ...keyringOf(newKeyring(now)),
  encrypt: () => 'k1:a',
  decrypt: () => 'noci',
})

/** What comes along with a booking, how it changes, and places out of order. */
export const togetherQueries: Readonly<Record<string, QueryCall>> = {
  lockBookings: asked((tx, { idOf }) => places.lockBookings(tx, [idOf('booking')])),
  updatePeriod: asked((tx, { idOf, now, newId }) =>
    places.updatePeriod(tx, idOf('booking'), {
      day: '2026-10-06',
      startsAt: now,
      endsAt: later,
      slots: 1,
      changeKey: newId(),
      expectedAt: null,
    }),
  ),
  endBooking: asked(async (tx, { idOf }) => {
    await places.endBooking(tx, idOf('booking'), later).catch(() => undefined) // confirmed, not here: the statement is what is heard
  }),
  removePlaces: asked((tx, { idOf }) => places.removePlaces(tx, [idOf('booking_unit')])),
  insertPlaces: asked((tx, { idOf, now, newId }) =>
    places.insertPlaces(tx, [
      {
        id: newId(),
        bookingId: idOf('booking'),
        status: 'confirmed',
        poolId: idOf('pool'),
        unitId: idOf('unit'),
        startsAt: now,
        endsAt: new Date(now.getTime() + 3_600_000),
        dependantId: idOf('dependant'),
      },
    ]),
  ),
  insertDecision: asked((tx, { idOf, now, newId }) =>
    places.insertDecision(
      tx,
      idOf('booking'),
      {
        id: newId(),
        outcome: 'MOVED',
        configVersion: Number(idOf('tenant_config', 'version')),
        rulesHash: 'r',
        inputsHash: 'i',
        facts: {},
      },
      now,
    ),
  ),
  listDropped: asked((tx, { idOf }) => places.listDropped(tx, idOf('booking'), 'made')),
  listHoldersOfUnit: asked((tx, { idOf, now }) => places.listHoldersOfUnit(tx, idOf('unit'), now, later)),
  listCountedCompanions: asked((tx, { idOf, now }) =>
    listCountedCompanions(tx, [idOf('person')], [idOf('dependant')], now, later),
  ),
  listOutages: asked((tx, { idOf, now }) => outages.listOutages(tx, [idOf('pool')], now, later)),
  insertOutage: asked((tx, { idOf, now, newId }) =>
    outages.insertOutage(tx, {
      id: newId(),
      poolId: idOf('pool'),
      unitId: idOf('unit'),
      startsAt: now,
      endsAt: later,
      because: 'presa senza corrente',
      declaredBy: idOf('person'),
      declaredAt: now,
    }),
  ),
  listOutagesInForce: asked((tx, { now }) => outages.listOutagesInForce(tx, now)),
  closeOutage: asked((tx, { idOf, now }) => outages.closeOutage(tx, idOf('unit_outage'), now)),
  listDependantsOf: asked((tx, { idOf }) => dependants.listDependantsOf(tx, idOf('person'))),
  listOwnDependants: asked((tx, { idOf }) =>
    dependants.listOwnDependants(tx, idOf('person'), [idOf('dependant')]),
  ),
  findDependant: asked((tx, { idOf }) => dependants.findDependant(tx, idOf('dependant'))),
  findSharedDependant: asked((tx, { now }) => dependants.findSharedDependant(tx, 'hash', now)),
  insertDependant: asked((tx, { idOf, now, newId }) =>
    dependants.insertDependant(tx, {
      id: newId(),
      personId: idOf('person'),
      kind: 'child',
      givenName: 'Ugo',
      bornOn: '2020-05-01',
      createdAt: now,
    }),
  ),
  updateDependant: asked((tx, { idOf }) =>
    dependants.updateDependant(tx, idOf('dependant'), { givenName: 'Ida' }),
  ),
  findBookingFor: asked((tx, { idOf, now }) => dependants.findBookingFor(tx, idOf('dependant'), now)),
  saveCare: asked((tx, { idOf, now }) =>
    care.saveCare(tx, keyringAt(now), idOf('dependant'), { allergies: 'noci' }, now),
  ),
  listCare: asked((tx, { idOf, now }) => care.listCare(tx, keyringAt(now), [idOf('dependant')])),
  removeCare: asked((tx, { idOf }) => care.removeCare(tx, idOf('dependant'))),
  resealCare: commanded((tx, { now }) => care.resealCare(tx, keyringAt(now))),
}
