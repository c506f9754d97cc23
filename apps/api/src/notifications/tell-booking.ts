import { insertCall } from '@officine/db/call-list'
import { findVerification, markRefused, saveLink } from '@officine/db/email-verifications'
import type { VerificationRow } from '@officine/db/email-verifications'
import { saveReturnToken } from '@officine/db/mail-returns'
import { newId } from '@officine/db/new-id'
import { findPreference } from '@officine/db/notification-preferences'
import type { Preference } from '@officine/db/notification-preferences'
import { countEarlierWords, firstTold, insertDone, isDone, settleWord } from '@officine/db/outbox'
import type { Settlement, WordRow } from '@officine/db/outbox'
import { withTenant } from '@officine/db/with-tenant'
import type { TenantTransaction } from '@officine/db/with-tenant'
import { findBookingToTell } from '@officine/db/word-booking'
import type { BookingToTell } from '@officine/db/word-booking'
import { commonWishes, decideWord } from '@officine/domain/word/decide-word'
import type { BookingTopic, CallReason, WordDecision, WordFacts } from '@officine/domain/word/decide-word'
import { isReminder } from '@officine/domain/word/reminders'
import type { Town } from '../town.ts'
import { bookingMail } from './booking-mail.ts'
import type { Delivery, PostOffice } from './post-office.ts'
import { newReturnToken, returnPath } from './return-path.ts'

export type BookingWord = WordRow & { readonly topic: BookingTopic }

/** What the decision and the mail are made from, read in one transaction. */
export interface BookingWordFacts {
  readonly word: BookingWord
  readonly booking: BookingToTell
  readonly preference: Preference | undefined
  readonly facts: WordFacts
  /** How often the booking had changed when the word was written. */
  readonly sequence: number
  /** What is done at most once for this word. */
  readonly jobKey: string
  readonly isDone: boolean
  readonly link: VerificationRow | undefined
}

/** Tells a person about their booking, by mail or through the desk, or leaves it unsaid. The mail leaves between two transactions, never inside one. */
export async function tellBooking(office: PostOffice, town: Town, word: BookingWord): Promise<Delivery> {
  const now = office.now()
  const read = await withTenant(office.db, town.id, (tx) => readFacts(tx, word, now))
  if (read === undefined) return settle(office, town, word, 'dropped', 'booking-gone')
  if (read.isDone) return settle(office, town, word, 'dropped', 'done-before')

  const decision = decideWord(read.facts, now)
  switch (decision.act) {
    case 'wait':
      return { settled: false, because: 'earlier-word' }
    case 'drop':
      return settle(office, town, word, 'dropped', decision.because)
    case 'call':
      return putOnCallList(office, town, read, decision.because)
    case 'send':
      return send(office, town, read, decision)
  }
}

/** Reads what a word about a booking is decided on; undefined once the booking is gone. */
export async function readFacts(
  tx: TenantTransaction,
  word: BookingWord,
  now: Date,
): Promise<BookingWordFacts | undefined> {
  const told = await firstTold(tx, word)
  const booking = await findBookingToTell(tx, word.rowId)
  if (booking === undefined) return undefined
  const { personId, email, phone, startsAt } = booking
  const jobKey = isReminder(word.topic)
    ? `${word.topic} ${booking.id} ${startsAt.toISOString()}`
    : `word ${word.id}`
  const [preference, earlier, known, done] = await Promise.all([
    findPreference(tx, personId),
    countEarlierWords(tx, told, ['booking-reminder', 'booking-reminder-soon']),
    email === null ? undefined : findVerification(tx, personId, email),
    isDone(tx, jobKey),
  ])
  const address = email === null ? 'none' : addressState(known)
  const facts: WordFacts = {
    topic: word.topic,
    runAt: word.runAt,
    booking: {
      status: booking.status,
      startsAt,
      channel: booking.channel,
      isCancelledByDesk: booking.cancelReason !== null, // the desk says why, who cancels their own need not
      isExcused: booking.excusedAt !== null,
      isSample: booking.requestHash === 'sample',
      offerExpiresAt: booking.offerExpiresAt,
    },
    address,
    hasPhone: phone !== null,
    wants: preference ?? commonWishes,
    isEarlierWaiting: earlier.unsettled > 0,
  }
  const needsLink = email !== null && address === 'unverified' && decideWord(facts, now).act === 'send'
  const isLinkGood =
    known !== undefined && known.secret !== null && known.expiresAt !== null && known.expiresAt > now
  const link = needsLink && !isLinkGood ? await saveLink(tx, personId, email, now) : known
  return { word, booking, preference, facts, sequence: earlier.all, jobKey, isDone: done, link }
}

function addressState(known: VerificationRow | undefined): WordFacts['address'] {
  if (known === undefined) return 'unverified'
  if (known.refusedAt !== null) return 'refused'
  return known.verifiedAt === null ? 'unverified' : 'verified'
}

async function send(
  office: PostOffice,
  town: Town,
  read: BookingWordFacts,
  decision: WordDecision & { readonly act: 'send' },
): Promise<Delivery> {
  const { word, booking, facts, jobKey } = read
  const { email } = booking
  if (email === null) throw new Error('A mail was decided for somebody without an address')
  const about = { wordId: word.id, personId: booking.personId, rowId: word.rowId, topic: word.topic, email }
  const token = await withTenant(office.db, town.id, (tx) =>
    saveReturnToken(tx, about, newReturnToken(), office.now()),
  )
  const mail = bookingMail(office, town, read, decision.text, returnPath(office.mailReturn, town.id, token))
  const outcome = await office.mailer.send(mail)
  const now = office.now()
  if (outcome.sent) {
    await withTenant(office.db, town.id, async (tx) => {
      await insertDone(tx, jobKey, now)
      await settleWord(tx, word.id, { outcome: 'sent', because: undefined }, now)
    })
    return { settled: true }
  }
  if (outcome.reason === 'try-later') return { settled: false, because: outcome.code }
  await withTenant(office.db, town.id, (tx) => markRefused(tx, booking.personId, mail.to, now))
  const instead = decideWord({ ...facts, address: 'refused' }, now)
  return instead.act === 'call'
    ? putOnCallList(office, town, read, instead.because)
    : settle(office, town, word, 'dropped', 'address-refused')
}

async function putOnCallList(
  office: PostOffice,
  town: Town,
  { word, booking, jobKey }: BookingWordFacts,
  because: CallReason,
): Promise<Delivery> {
  const now = office.now()
  await withTenant(office.db, town.id, async (tx) => {
    if (await insertDone(tx, jobKey, now)) {
      await insertCall(tx, {
        id: newId(now),
        personId: booking.personId,
        bookingId: booking.id,
        topic: word.topic,
        because,
        listedAt: now,
      })
    }
    await settleWord(tx, word.id, { outcome: 'call', because }, now)
  })
  return { settled: true }
}

async function settle(
  office: PostOffice,
  town: Town,
  word: WordRow,
  outcome: Settlement['outcome'],
  because: string,
): Promise<Delivery> {
  await withTenant(office.db, town.id, (tx) => settleWord(tx, word.id, { outcome, because }, office.now()))
  return { settled: true }
}
