import { listBookingsById } from '../../src/bookings.ts'
import * as changes from '../../src/opening-changes.ts'
import { listOutagesHeld } from '../../src/usage-roll-up.ts'
import { asked, commanded, later } from './scene.ts'
import type { QueryCall } from './scene.ts'

/** When a town is shut or keeps other hours. */
export const closureQueries: Readonly<Record<string, QueryCall>> = {
  listOpeningChanges: asked((tx) => changes.listOpeningChanges(tx, '2026-10-01', '2026-10-31')),
  listChangesHeld: {
    by: 'publisher',
    inTown: (tx) => changes.listChangesHeld(tx, '2026-10-01', '2026-10-31'),
  },
  listOutagesHeld: { by: 'publisher', inTown: (tx, { now }) => listOutagesHeld(tx, now, later) },
  listChangesAhead: asked((tx) => changes.listChangesAhead(tx, '2026-10-01')),
  listBookingsById: asked((tx, { idOf }) => listBookingsById(tx, [idOf('booking')])),
  listWithoutAddress: asked((tx, { idOf }) => changes.listWithoutAddress(tx, [idOf('person')])),
  listOtherHoursAhead: commanded((tx, { now }) => changes.listOtherHoursAhead(tx, now)),
  lockOpeningChange: asked((tx, { idOf }) => changes.lockOpeningChange(tx, idOf('opening_change'))),
  findOpeningChangeByKey: asked((tx, { idOf, newId }) =>
    changes.findOpeningChangeByKey(tx, idOf('person'), newId()),
  ),
  insertOpeningChange: asked((tx, { idOf, now, newId }) =>
    changes.insertOpeningChange(tx, {
      id: newId(),
      kind: 'closed',
      site: undefined,
      poolId: undefined,
      fromDay: '2026-10-05',
      toDay: '2026-10-06',
      because: { it: 'lavori', en: 'works' },
      decidedBy: idOf('person'),
      requestKey: newId(),
      decidedAt: now,
      settled: [],
    }),
  ),
  endOpeningChange: asked((tx, { idOf, now }) =>
    changes.endOpeningChange(tx, idOf('opening_change'), idOf('person'), now),
  ),
}
