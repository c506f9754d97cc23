import { insertDependant } from '../../src/dependants.ts'
import { endEveryOfficerSession, endEverySession } from '../../src/end-every-session.ts'
import { erasePerson } from '../../src/erase-person.ts'
import { insertPerson } from '../../src/people.ts'
import * as personal from '../../src/personal-data.ts'
import { listNotErased, repeatErasures } from '../../src/repeat-erasures.ts'
import * as retention from '../../src/retention.ts'
import { asked, later, worked } from './scene.ts'
import type { QueryCall } from './scene.ts'

/** What is known of a person, and what is let go. */
export const privacyQueries: Readonly<Record<string, QueryCall>> = {
  findPersonalData: asked((tx, { idOf }) => personal.findPersonalData(tx, idOf('person'))),
  listDeedsAbout: asked((tx, { idOf }) => personal.listDeedsAbout(tx, idOf('person'))),
  erasePerson: asked(async (tx, { newId, now }) => {
    const [id, child] = [newId(), newId()]
    await insertPerson(tx, {
      id,
      givenName: 'Ada',
      familyName: 'Riva',
      madeAtCounter: true,
      createdAt: now,
    })
    await insertDependant(tx, {
      id: child,
      personId: id,
      kind: 'child',
      givenName: 'Teo',
      bornOn: '2019-05-17',
      createdAt: now,
    })
    await erasePerson(tx, id, now)
  }),
  listNotErased: { by: 'owner', inTown: (tx, { idOf }) => listNotErased(tx, [idOf('person')]) },
  endEverySession: { by: 'owner', inTown: (tx, { now }) => endEverySession(tx, now) },
  endEveryOfficerSession: { by: 'owner', onDatabase: (db, { now }) => endEveryOfficerSession(db, now) },
  repeatErasures: {
    by: 'owner',
    onDatabase: (db) =>
      repeatErasures(db, [{ town: 'allumiere', person: crypto.randomUUID(), at: '2026-10-01T00:00:00Z' }]),
  },
  letGoOf: worked(async (tx) => {
    for (const what of retention.deletedKinds)
      await retention.letGoOf(tx, what, new Date('2001-01-01T00:00:00Z'))
  }),
  listPeopleUnseenSince: worked((tx, { now }) => retention.listPeopleUnseenSince(tx, now, later, 10)),
  insertRetentionRuns: worked((tx, { newId, now }) =>
    retention.insertRetentionRuns(tx, [
      { id: newId(), ranAt: now, what: 'words', keptDays: 30, beforeAt: now, affected: 0 },
    ]),
  ),
  listRetentionRuns: asked((tx) => retention.listRetentionRuns(tx, 10)),
}
