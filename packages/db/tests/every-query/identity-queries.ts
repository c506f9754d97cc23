import { lockActiveBookings } from '../../src/active-bookings.ts'
import { insertAuditEvent, listAuditEvents } from '../../src/audit.ts'
import { grantRole, revokeRole } from '../../src/grant-role.ts'
import { insertAttestedAddress } from '../../src/email-verifications.ts'
import { keyringOf, newKeyring } from '../../src/keyring.ts'
import { findLookalikes } from '../../src/lookalikes.ts'
import { absorbPerson } from '../../src/merge-people.ts'
import * as people from '../../src/people.ts'
import { reseal } from '../../src/reseal.ts'
import { searchPeople } from '../../src/search-people.ts'
import * as sessions from '../../src/sessions.ts'
import { insertAttempt, takeAttempt } from '../../src/sign-in-attempts.ts'
import * as staff from '../../src/staff-roles.ts'
import { asked, commanded, later } from './scene.ts'
import type { QueryCall } from './scene.ts'

/** People, sessions, roles, and what is told of them. */
export const identityQueries: Readonly<Record<string, QueryCall>> = {
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
      attestedAt: later,
    }),
  ),
  updateSealedCode: commanded((tx, { idOf }) =>
    people.updateSealedCode(tx, idOf('person'), { fiscalCodeHmac: 'k2:a', fiscalCodeCipher: 'k2:b' }),
  ),
  // The row's cipher is a text of the scene, so the keyring says what it would have opened.
  reseal: commanded((tx, { now }) =>
    reseal(tx, { ...keyringOf(newKeyring(now)), decrypt: () => 'RSSMRA85T10A562S' }),
  ),
  updateContacts: asked((tx, { idOf }) =>
    people.updateContacts(tx, idOf('person'), { email: 'ada@example.org', phone: null }),
  ),
  updateResidence: asked((tx, { idOf }) => people.updateResidence(tx, idOf('person'), 'resident')),
  updateNotice: asked((tx, { idOf, now }) => people.updateNotice(tx, idOf('person'), '1', now)),
  findPerson: asked((tx, { idOf }) => people.findPerson(tx, idOf('person'))),
  listPeopleBySeals: asked((tx) =>
    people.listPeopleBySeals(tx, { fiscalCode: ['v1:a', 'v2:a'], subject: ['v1:b'] }),
  ),
  lockPerson: asked(async (tx, { idOf, now, newId }) => {
    const pointer = newId()
    await people.insertPerson(tx, {
      id: pointer,
      givenName: 'Ada',
      familyName: 'Prova',
      mergedInto: idOf('person'),
      madeAtCounter: true,
      createdAt: now,
    })
    await people.lockPerson(tx, pointer)
    await people.findPerson(tx, pointer)
  }),
  listIdsOf: asked((tx, { idOf }) => people.listIdsOf(tx, idOf('person'))),
  findLookalikes: asked((tx, { idOf }) =>
    findLookalikes(
      tx,
      {
        givenName: 'Ada',
        familyName: 'Prova',
        bornOn: '1990-05-01',
        phone: '+39333',
        email: 'ada@example.org',
      },
      idOf('person'),
    ),
  ),
  lockActiveBookings: asked((tx, { idOf, now }) => lockActiveBookings(tx, [idOf('person')], now)),
  absorbPerson: asked(async (tx, { idOf, now, newId }) => {
    const absorbed = await people.findPerson(tx, idOf('person'))
    const survivor = await people.insertPerson(tx, {
      id: newId(),
      givenName: 'Ada',
      familyName: 'Prova',
      email: 'ada@example.org',
      madeAtCounter: false,
      createdAt: now,
    })
    if (absorbed === undefined || survivor === undefined) throw new Error('Two people are needed')
    await insertAttestedAddress(tx, absorbed.id, 'ada@example.org', now)
    const { fiscalCodeHmac, fiscalCodeCipher, ...facts } = absorbed
    await absorbPerson(tx, {
      survivor,
      absorbed,
      facts: { ...facts, email: 'ada@example.org', fiscalCodeHmac, fiscalCodeCipher },
      now,
    })
  }),
  searchPeople: asked((tx) => searchPeople(tx, ['ada', 'prova'])),
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
  grantRole: commanded((tx, { idOf, now }) =>
    grantRole(tx, { personId: idOf('person'), role: 'manager', expiresAt: later, by: 'command', now }),
  ),
  revokeRole: commanded((tx, { idOf }) =>
    revokeRole(tx, {
      personId: idOf('person'),
      role: 'front-desk',
      by: 'command',
      now: new Date('2026-10-10T00:00:00Z'),
    }),
  ),
  listRolesOf: asked((tx, { idOf, now }) => staff.listRolesOf(tx, idOf('person'), now)),
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
}
