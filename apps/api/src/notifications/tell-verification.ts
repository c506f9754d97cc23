import { findVerificationById, markRefused } from '@officine/db/email-verifications'
import { saveReturnToken } from '@officine/db/mail-returns'
import { findPreference } from '@officine/db/notification-preferences'
import { insertDone, settleWord } from '@officine/db/outbox'
import type { Settlement, WordRow } from '@officine/db/outbox'
import { withTenant } from '@officine/db/with-tenant'
import { instantText } from '../local-text.ts'
import type { Town } from '../town.ts'
import { mailOf, messageId } from './booking-mail.ts'
import { senderOf } from './letter-facts.ts'
import { letters } from './letters.ts'
import { portalAddresses } from './portal-addresses.ts'
import type { Delivery, PostOffice } from './post-office.ts'
import { newReturnToken, returnPath } from './return-path.ts'

/** Asks an address whether it is its person's: the link in the mail proves that somebody reads it. */
export async function tellVerification(office: PostOffice, town: Town, word: WordRow): Promise<Delivery> {
  const { db, mailFrom } = office
  const now = office.now()
  const settle = (outcome: Settlement['outcome'], because?: string) =>
    withTenant(db, town.id, async (tx) => {
      if (outcome === 'sent') await insertDone(tx, `word ${word.id}`, now)
      await settleWord(tx, word.id, { outcome, because }, now)
      return { settled: true } as const
    })

  const found = await withTenant(db, town.id, async (tx) => {
    const verification = await findVerificationById(tx, word.rowId)
    return verification && { ...verification, preference: await findPreference(tx, verification.personId) }
  })
  if (found === undefined) return settle('dropped', 'address-changed')
  const { row, personId, email, preference } = found
  if (row.verifiedAt !== null && row.refusedAt === null) return settle('dropped', 'known-already')
  if (row.secret === null || row.askedAt === null || row.expiresAt === null || row.expiresAt < now)
    return settle('dropped', 'late')

  const language = preference?.language ?? 'it'
  const sender = senderOf(town, language)
  const addresses = portalAddresses(office.originOf(town))
  const letter = letters[language].verification(
    instantText(row.expiresAt, language),
    sender,
    addresses,
    addresses.verification(row.secret),
  )
  const about = { wordId: word.id, personId, rowId: word.rowId, topic: word.topic, email }
  const token = await withTenant(db, town.id, (tx) => saveReturnToken(tx, about, newReturnToken(), now))
  const outcome = await office.mailer.send({
    ...mailOf(letter),
    messageId: messageId(word.topic, `${row.id}.${row.askedAt.getTime()}`, office),
    from: { name: `${sender.office}, ${sender.town}`, address: mailFrom },
    to: email,
    returnPath: returnPath(office.mailReturn, town.id, token),
    replyTo: town.config.contacts.email,
    calendar: undefined,
    now,
  })
  if (outcome.sent) return settle('sent')
  if (outcome.reason === 'try-later') return { settled: false, because: outcome.code }
  await withTenant(db, town.id, (tx) => markRefused(tx, personId, email, now))
  return settle('dropped', 'address-refused')
}
