import { findVerification } from '@officine/db/email-verifications'
import type { WaitingPerson } from '@officine/db/waiting-people'
import type { TenantTransaction } from '@officine/db/with-tenant'

/** How somebody hears of an offer in time: by a mail to an address they answer from, or because the desk calls. */
export type Reach = 'mail' | 'phone' | 'none'

/** Who has neither a proved address nor a telephone cannot be asked: a place is only given to them, never offered. */
export async function reachOf(
  tx: TenantTransaction,
  { id, email, phone }: Pick<WaitingPerson, 'id' | 'email' | 'phone'>,
): Promise<Reach> {
  const known = email === null ? undefined : await findVerification(tx, id, email)
  if (known !== undefined && known.verifiedAt !== null && known.refusedAt === null) return 'mail'
  return phone === null ? 'none' : 'phone'
}
