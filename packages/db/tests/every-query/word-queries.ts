import { setTimeout as pause } from 'node:timers/promises'
import * as calls from '../../src/call-list.ts'
import * as verifications from '../../src/email-verifications.ts'
import * as preferences from '../../src/notification-preferences.ts'
import * as returns from '../../src/mail-returns.ts'
import * as hints from '../../src/outbox-hint.ts'
import * as outbox from '../../src/outbox.ts'
import { countWords } from '../../src/word-counts.ts'
import { findBookingToTell } from '../../src/word-booking.ts'
import { asked, later, worked } from './scene.ts'
import type { QueryCall } from './scene.ts'

const email = 'ada@example.org'
const preference = {
  language: 'it',
  dayBefore: true,
  twoHoursBefore: false,
  calendarFile: true,
  prefersPhone: false,
} as const

/** Words, from the deed to the mail or the call. */
export const wordQueries: Readonly<Record<string, QueryCall>> = {
  insertWords: asked((tx, { idOf, now, newId }) =>
    outbox.insertWords(tx, idOf('booking'), [{ id: newId(), topic: 'booking-moved', runAt: now }], now),
  ),
  // Says what the transaction noted, and sends nothing: heard with a word that is written.
  hasWords: asked(async (tx, { idOf, now, newId }) => {
    await outbox.insertWords(tx, idOf('booking'), [{ id: newId(), topic: 'a', runAt: now }], now)
    return outbox.hasWords(tx)
  }),
  hintAt: {
    by: 'api',
    onDatabase: async (db, { town }) => {
      hints.hintAt(db, town)
      await pause(300)
    },
  },
  insertHint: { by: 'api', onDatabase: (db, { town }) => hints.insertHint(db, town) },
  takeHints: { by: 'worker', onDatabase: (db) => hints.takeHints(db) },
  listDueWords: worked((tx) => outbox.listDueWords(tx, later, 100)),
  findNextRunAt: worked((tx) => outbox.findNextRunAt(tx)),
  markHanded: worked((tx, { idOf, now }) => outbox.markHanded(tx, [idOf('outbox')], now)),
  findWord: worked((tx, { idOf }) => outbox.findWord(tx, idOf('outbox'))),
  countEarlierWords: worked((tx, { idOf, now }) =>
    outbox.countEarlierWords(tx, { id: idOf('outbox'), topic: 'b', rowId: idOf('booking'), createdAt: now }, [
      'a',
    ]),
  ),
  insertDone: worked((tx, { now }) => outbox.insertDone(tx, 'key', now)),
  isDone: worked((tx) => outbox.isDone(tx, 'key')),
  settleWord: worked((tx, { idOf, now }) =>
    outbox.settleWord(tx, idOf('outbox'), { outcome: 'sent', because: undefined }, now),
  ),
  noteAttempt: worked((tx, { idOf, now }) =>
    outbox.noteAttempt(tx, { id: idOf('outbox'), attempts: 0 }, 'ECONNREFUSED', now),
  ),
  listTroubledWords: asked((tx) => outbox.listTroubledWords(tx, 100)),
  insertRetry: asked((tx, { idOf, now, newId }) => {
    const failed = { id: idOf('outbox'), topic: 'a', rowId: idOf('booking'), runAt: now }
    return outbox.insertRetry(tx, failed, newId(), now)
  }),
  firstTold: worked(async (tx, { idOf }) => {
    const word = await outbox.findWord(tx, idOf('outbox'))
    return word && outbox.firstTold(tx, { ...word, retryOf: idOf('booking') })
  }),
  countWords: worked((tx) => countWords(tx, later)),
  findBookingToTell: worked((tx, { idOf }) => findBookingToTell(tx, idOf('booking'))),
  findPreference: worked((tx, { idOf }) => preferences.findPreference(tx, idOf('person'))),
  savePreference: asked((tx, { idOf, now }) =>
    preferences.savePreference(tx, idOf('person'), preference, now),
  ),
  findVerification: worked((tx, { idOf }) => verifications.findVerification(tx, idOf('person'), email)),
  findVerificationById: worked((tx, { idOf }) =>
    verifications.findVerificationById(tx, idOf('email_verification')),
  ),
  saveLink: worked((tx, { idOf, now }) => verifications.saveLink(tx, idOf('person'), email, now)),
  askVerification: asked((tx, { idOf, now }) =>
    verifications.askVerification(tx, idOf('person'), email, now),
  ),
  insertAttestedAddress: asked((tx, { idOf, now }) =>
    verifications.insertAttestedAddress(tx, idOf('person'), email, now),
  ),
  followLink: asked(async (tx, { idOf, now }) => {
    const { secret } = await verifications.saveLink(tx, idOf('person'), email, now)
    return verifications.followLink(tx, secret ?? '', now)
  }),
  findVerificationByHash: worked((tx, { idOf }) =>
    verifications.findVerificationByHash(tx, idOf('person'), 'hash'),
  ),
  markHashRefused: worked((tx, { idOf, now }) =>
    verifications.markHashRefused(tx, idOf('person'), 'hash', now),
  ),
  saveReturnToken: worked((tx, { idOf, now }) =>
    returns.saveReturnToken(
      tx,
      {
        wordId: idOf('outbox'),
        personId: idOf('person'),
        rowId: idOf('booking'),
        topic: 'booking-moved',
        email,
      },
      '0123456789abcdefghjkmnpq',
      now,
    ),
  ),
  lockReturn: worked((tx, { idOf }) => returns.lockReturn(tx, idOf('mail_return', 'token'))),
  noteReturn: worked((tx, { idOf, now }) =>
    returns.noteReturn(tx, idOf('mail_return', 'token'), { status: '5.1.1', returnedAt: now }),
  ),
  listReturns: asked((tx) => returns.listReturns(tx, 100)),
  markRefused: worked((tx, { idOf, now }) => verifications.markRefused(tx, idOf('person'), email, now)),
  insertCall: worked((tx, { idOf, now, newId }) =>
    calls.insertCall(tx, {
      id: newId(),
      personId: idOf('person'),
      bookingId: idOf('booking'),
      topic: 'booking-moved',
      because: 'no-email',
      listedAt: now,
    }),
  ),
  listOpenCalls: asked((tx, { now }) => calls.listOpenCalls(tx, now)),
  countOpenCalls: asked((tx, { now }) => calls.countOpenCalls(tx, now)),
  noteNoAnswer: asked((tx, { idOf, now }) => calls.noteNoAnswer(tx, idOf('call_list'), 0, now)),
  findCall: asked((tx, { idOf }) => calls.findCall(tx, idOf('call_list'))),
  settleCall: asked((tx, { idOf, now }) =>
    calls.settleCall(tx, idOf('call_list'), { outcome: 'reached', by: idOf('person'), now }),
  ),
}
