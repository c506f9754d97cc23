import * as offers from '../../src/offers.ts'
import * as people from '../../src/waiting-people.ts'
import * as waits from '../../src/waits.ts'
import { asked, later, worked } from './scene.ts'
import type { QueryCall } from './scene.ts'

/** Who waits, what was offered, and how it ends. */
export const waitingQueries: Readonly<Record<string, QueryCall>> = {
  insertWait: asked((tx, { idOf, now, newId }) =>
    waits.insertWait(
      tx,
      {
        id: newId(),
        personId: idOf('person'),
        poolId: idOf('pool'),
        day: '2026-12-01',
        startsAt: later,
        endsAt: new Date(later.getTime() + 3_600_000),
        people: 1,
        unitId: idOf('unit'),
        channel: 'web',
        requestedBy: idOf('person'),
        idempotencyKey: newId(),
        askedAt: now,
      },
      [{ id: newId(), poolId: idOf('pool'), dependantId: idOf('dependant'), isAddOn: false }],
    ),
  ),
  findWaitByKey: asked((tx, { idOf, newId }) => waits.findWaitByKey(tx, idOf('person'), newId())),
  findWait: asked((tx, { idOf }) => waits.findWait(tx, idOf('wait'))),
  findWaitOfBooking: worked((tx, { idOf }) => waits.findWaitOfBooking(tx, idOf('booking'))),
  listWaitsOf: asked((tx, { idOf, now }) => waits.listWaitsOf(tx, idOf('person'), now)),
  listWaitingOn: worked((tx, { idOf }) => waits.listWaitingOn(tx, [idOf('pool')], '2026-12-01')),
  listWaiting: asked((tx, { now }) => waits.listWaiting(tx, now)),
  listWaitingDays: worked((tx, { now }) => waits.listWaitingDays(tx, now)),
  changeWait: worked(async (tx, { idOf, now }) => {
    await waits
      .changeWait(tx, idOf('wait'), 'waiting', { status: 'left', closedAt: now })
      .catch(() => undefined) // given, not waiting: the statement is what is heard
  }),
  markPassedOver: worked((tx, { idOf, now }) => waits.markPassedOver(tx, [idOf('wait')], now)),
  closeWaitsUntil: worked((tx, { now }) => waits.closeWaitsUntil(tx, later, now)),
  leaveWaits: asked((tx, { idOf, now }) => waits.leaveWaits(tx, idOf('person'), now)),
  listWaitingPeople: worked((tx, { idOf }) => people.listWaitingPeople(tx, [idOf('person')])),
  listWaitingNames: asked((tx, { idOf }) => people.listWaitingNames(tx, [idOf('person')])),
  listUse: worked((tx, { idOf, now }) => people.listUse(tx, [idOf('person')], now)),
  lockOffer: worked((tx, { idOf }) => offers.lockOffer(tx, idOf('booking'))),
  isAnybodyWaiting: worked((tx, { now }) => offers.isAnybodyWaiting(tx, now)),
  listExpiredOffers: worked((tx, { now }) => offers.listExpiredOffers(tx, now)),
  closeOffer: worked(async (tx, { idOf, now }) => {
    await offers.closeOffer(tx, idOf('booking'), now).catch(() => undefined) // confirmed, not offered
  }),
  listRunningOffers: asked((tx) => offers.listRunningOffers(tx)),
}
