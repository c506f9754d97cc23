import { isDatabaseAway } from '@officine/db/database-away'
import { findWord, noteAttempt, settleWord } from '@officine/db/outbox'
import type { WordRow } from '@officine/db/outbox'
import { withTenant } from '@officine/db/with-tenant'
import { tenantId as checkedTenantId } from '@officine/domain/tenant-id'
import type { TenantId } from '@officine/domain/tenant-id'
import { isBookingTopic } from '@officine/domain/word/decide-word'
import type { Town } from '../town.ts'
import type { Delivery, PostOffice, WordJob } from './post-office.ts'
import { tellBooking } from './tell-booking.ts'
import { tellVerification } from './tell-verification.ts'

/**
 * Does what one word asks for, on the facts of this moment. It may come twice, and again after a crash: what was done is found and not
 * done again, save that a mail sent just before a crash is sent once more, under the same Message-ID.
 */
export async function deliverWord(office: PostOffice, job: WordJob): Promise<Delivery> {
  const tenantId = checkedTenantId(job.tenantId)
  const town = await office.towns.current(tenantId)
  if (town === undefined) return { settled: false, because: 'town-away' } // suspended: its words wait with it
  const word = await withTenant(office.db, tenantId, (tx) => findWord(tx, job.id))
  if (word === undefined || word.settledAt !== null) return { settled: true }
  try {
    const delivery = await tell(office, town, word)
    if (!delivery.settled && delivery.because !== 'earlier-word')
      await note(office, tenantId, word, delivery.because)
    return delivery
  } catch (error) {
    if (!isDatabaseAway(error)) await note(office, tenantId, word, 'defect')
    throw error
  }
}

async function tell(office: PostOffice, town: Town, word: WordRow): Promise<Delivery> {
  const { topic } = word
  if (isBookingTopic(topic)) return tellBooking(office, town, { ...word, topic })
  if (topic === 'email-verification') return tellVerification(office, town, word)
  await withTenant(office.db, town.id, (tx) =>
    settleWord(tx, word.id, { outcome: 'failed', because: 'unknown-topic' }, office.now()),
  )
  return { settled: true }
}

async function note(office: PostOffice, town: TenantId, word: WordRow, fault: string): Promise<void> {
  await withTenant(office.db, town, (tx) => noteAttempt(tx, word, fault.slice(0, 60), office.now()))
}
