import { insertCall } from '@officine/db/call-list'
import { findVerificationByHash, markHashRefused } from '@officine/db/email-verifications'
import { lockReturn, noteReturn } from '@officine/db/mail-returns'
import type { ReturnRow } from '@officine/db/mail-returns'
import { newId } from '@officine/db/new-id'
import { findWord, insertDone } from '@officine/db/outbox'
import { listTowns } from '@officine/db/towns'
import { withTenant } from '@officine/db/with-tenant'
import type { TenantTransaction } from '@officine/db/with-tenant'
import { decideBounce } from '@officine/domain/word/decide-bounce'
import { decideWord, isBookingTopic } from '@officine/domain/word/decide-word'
import type { PostOffice } from './post-office.ts'
import { readNotification } from './read-notification.ts'
import { readReturnPath, townTag } from './return-path.ts'
import { readFacts } from './tell-booking.ts'

export type BounceOutcome =
  | { readonly noted: 'refused' | 'lost'; readonly isCallAsked: boolean }
  | { readonly noted: 'delayed' }
  /** Nothing changed. */
  | {
      readonly noted: 'nothing'
      readonly because:
        | 'not-a-notification'
        | 'no-return-path'
        | 'unknown-mail'
        | 'delivered'
        | 'noted-before'
        | 'asked-anew'
    }

/**
 * Takes in a notification about a mail that was accepted and came back. Believed is only what shows the token that the mail left with. Of an address that takes
 * no mail nothing more is asked, and whoever the word was for is called while it is still worth it.
 */
export async function receiveBounce(
  { db, now: clock }: Pick<PostOffice, 'db' | 'now'>,
  raw: Buffer,
): Promise<BounceOutcome> {
  const notification = await readNotification(raw)
  if (notification === undefined) return { noted: 'nothing', because: 'not-a-notification' }
  const tag = notification.addresses.flatMap((address) => readReturnPath(address) ?? [])[0]
  if (tag === undefined) return { noted: 'nothing', because: 'no-return-path' }
  const verdict = decideBounce(notification.reports)
  if (verdict === undefined) return { noted: 'nothing', because: 'delivered' }

  const now = clock()
  const towns = (await listTowns(db)).filter(({ id }) => townTag(id) === tag.townTag)
  for (const { id } of towns) {
    const outcome = await withTenant(db, id, async (tx): Promise<BounceOutcome | undefined> => {
      const mail = await lockReturn(tx, tag.token)
      if (mail === undefined) return undefined
      if (mail.returnedAt !== null) return { noted: 'nothing', because: 'noted-before' }
      const { status } = verdict
      if (verdict.means === 'delayed') {
        await noteReturn(tx, mail.token, { status, delayedAt: now })
        return { noted: 'delayed' }
      }
      const known = await findVerificationByHash(tx, mail.personId, mail.addressHash)
      // Its owner asked for a new link since: what came back is older than that.
      const askedAt = known?.askedAt ?? undefined
      if (askedAt !== undefined && askedAt > mail.sentAt) return { noted: 'nothing', because: 'asked-anew' }
      await noteReturn(tx, mail.token, { status, returnedAt: now })
      if (verdict.means === 'refused') await markHashRefused(tx, mail.personId, mail.addressHash, now)
      return { noted: verdict.means, isCallAsked: await askForCall(tx, mail, verdict.means, now) }
    })
    if (outcome !== undefined) return outcome
  }
  return { noted: 'nothing', because: 'unknown-mail' }
}

/** Puts the person on the desk's list if the word that did not arrive is still worth a call. */
async function askForCall(
  tx: TenantTransaction,
  mail: ReturnRow,
  means: 'refused' | 'lost',
  now: Date,
): Promise<boolean> {
  const { topic } = mail
  const word = isBookingTopic(topic) ? await findWord(tx, mail.wordId) : undefined
  const read =
    word !== undefined && isBookingTopic(topic) ? await readFacts(tx, { ...word, topic }, now) : undefined
  if (read === undefined) return false
  const decision = decideWord({ ...read.facts, address: 'refused', isEarlierWaiting: false }, now)
  if (decision.act !== 'call' || !(await insertDone(tx, `returned ${mail.wordId}`, now))) return false
  const because = means === 'lost' ? 'mail-failed' : decision.because
  await insertCall(tx, {
    id: newId(now),
    personId: mail.personId,
    bookingId: read.booking.id,
    topic,
    because,
    listedAt: now,
  })
  return true
}
