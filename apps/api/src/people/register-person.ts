import { insertAuditEvent } from '@officine/db/audit'
import { fiscalCodeColumns, fiscalCodeSeals } from '@officine/db/identity-seals'
import type { Keyring } from '@officine/db/keyring'
import { findLookalikes } from '@officine/db/lookalikes'
import type { Lookalike } from '@officine/db/lookalikes'
import { newId } from '@officine/db/new-id'
import { findPersonBySeals, insertPerson } from '@officine/db/people'
import type { TenantTransaction } from '@officine/db/with-tenant'
import { decideContacts } from '@officine/domain/identity/contacts'
import type { ContactsRefusal } from '@officine/domain/identity/contacts'
import { findCheckedFiscalCode } from '@officine/domain/identity/fiscal-code'

export interface RegisterPerson {
  readonly givenName: string
  readonly familyName: string
  readonly bornOn: string | undefined
  readonly email: string | undefined
  readonly phone: string | undefined
  readonly fiscalCode: string | undefined
  /** Said at the counter by who has neither telephone nor e-mail: they come by. */
  readonly comesToDesk: boolean
  /** Whoever looks like them was shown and is somebody else. */
  readonly isSomebodyElse: boolean
  readonly noticeVersion: string
  readonly staffId: string
  readonly now: Date
}

export type RegisterOutcome =
  | { readonly registered: true; readonly personId: string }
  | {
      readonly registered: false
      readonly refusal:
        | ContactsRefusal
        | { readonly reason: 'bad-fiscal-code' }
        | { readonly reason: 'already-known'; readonly personId: string }
        /** Nobody is made yet: somebody known may be them. */
        | { readonly reason: 'looks-known'; readonly people: readonly Lookalike[] }
    }

/** Makes a person at the counter. A fiscal code that the town knows already is nobody new, and who looks like somebody known is asked about first. */
export async function registerPerson(
  tx: TenantTransaction,
  keyring: Keyring,
  asked: RegisterPerson,
): Promise<RegisterOutcome> {
  const { now, comesToDesk } = asked
  const contacts = decideContacts({ email: asked.email ?? '', phone: asked.phone ?? '' })
  const staysWithout = comesToDesk && !contacts.kept && contacts.refusal.reason === 'no-contact'
  if (!contacts.kept && !staysWithout) return { registered: false, refusal: contacts.refusal }

  const code = asked.fiscalCode === undefined ? undefined : findCheckedFiscalCode(asked.fiscalCode)
  if (asked.fiscalCode !== undefined && code === undefined)
    return { registered: false, refusal: { reason: 'bad-fiscal-code' } }
  if (code !== undefined) {
    const known = await findPersonBySeals(tx, {
      fiscalCode: fiscalCodeSeals(keyring, tx.tenantId, code),
      subject: [],
    })
    if (known !== undefined)
      return { registered: false, refusal: { reason: 'already-known', personId: known.id } }
  }

  if (!asked.isSomebodyElse) {
    const { email, phone } = contacts.kept ? contacts.contacts : { email: null, phone: null }
    const described = { ...asked, bornOn: asked.bornOn ?? null, email, phone }
    const people = await findLookalikes(tx, described)
    if (people.length > 0) return { registered: false, refusal: { reason: 'looks-known', people } }
  }

  const id = newId(now)
  const made = await insertPerson(tx, {
    id,
    givenName: asked.givenName,
    familyName: asked.familyName,
    bornOn: asked.bornOn ?? null,
    ...(contacts.kept && contacts.contacts),
    ...(code !== undefined && fiscalCodeColumns(keyring, tx.tenantId, id, code)),
    madeAtCounter: true,
    noticeVersion: asked.noticeVersion,
    noticeAcceptedAt: now,
    createdAt: now,
  })
  // Somebody else typed the same fiscal code in the same instant: theirs is the row.
  if (made === undefined) return registerPerson(tx, keyring, asked)
  await insertAuditEvent(tx, {
    id: newId(now),
    at: now,
    actorId: asked.staffId,
    action: 'person.register',
    subjectId: id,
  })
  return { registered: true, personId: id }
}
