import { insertCall } from '@officine/db/call-list'
import { newId } from '@officine/db/new-id'
import { findWord, insertDone, settleWord } from '@officine/db/outbox'
import { withTenant } from '@officine/db/with-tenant'
import { findBookingToTell } from '@officine/db/word-booking'
import { tenantId as checkedTenantId } from '@officine/domain/tenant-id'
import { isBookingTopic } from '@officine/domain/word/decide-word'
import { isReminder } from '@officine/domain/word/reminders'
import type { PostOffice, WordJob } from './post-office.ts'

/** Days of tries are over: the word is marked as failed, for a manager to see, and the desk calls whom it was about. */
export async function giveUp(
  { db, now: clock }: Pick<PostOffice, 'db' | 'now'>,
  job: WordJob,
): Promise<void> {
  const now = clock()
  await withTenant(db, checkedTenantId(job.tenantId), async (tx) => {
    const word = await findWord(tx, job.id)
    if (word === undefined || word.settledAt !== null) return
    const isNews = isBookingTopic(word.topic) && !isReminder(word.topic)
    const booking = isNews ? await findBookingToTell(tx, word.rowId) : undefined
    if (booking !== undefined && (await insertDone(tx, `given-up ${word.id}`, now))) {
      await insertCall(tx, {
        id: newId(now),
        personId: booking.personId,
        bookingId: booking.id,
        topic: word.topic,
        because: 'mail-failed',
        listedAt: now,
      })
    }
    await settleWord(tx, word.id, { outcome: 'failed', because: word.fault ?? 'unknown' }, now)
  })
}
