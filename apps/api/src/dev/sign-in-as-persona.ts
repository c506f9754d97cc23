import type { Database } from '@officine/db/database'
import { grantRole } from '@officine/db/grant-role'
import type { Keyring } from '@officine/db/keyring'
import { updateContacts, updateNotice, updateResidence } from '@officine/db/people'
import { listRolesOf } from '@officine/db/staff-roles'
import { withTenant } from '@officine/db/with-tenant'
import type { TenantId } from '@officine/domain/tenant-id'
import { findCheckedFiscalCode } from '@officine/domain/identity/fiscal-code'
import type { Persona } from '@officine/tenants/personas'
import { makeOrFindPerson } from '../identity/make-or-find-person.ts'
import type { AttestedPerson } from '../identity/attested-person.ts'
import { openSession } from '../identity/open-session.ts'
import type { OpenedSession } from '../identity/open-session.ts'

export interface DevelopmentDatabases {
  readonly db: Database
  /** As the owner: a request's own role cannot grant, on purpose. */
  readonly owner: Database
  readonly keyring: Keyring
  /** Of the development identity provider: one person, whichever door they come through. */
  readonly issuer: string
}

const roleLastsMilliseconds = 365 * 86_400_000

/** What the development identity provider attests of an invented person. */
export function attestedPersona(issuer: string, persona: Persona): AttestedPerson {
  const { slug, givenName, familyName, bornOn, email = null, phone = null } = persona
  const fiscalCode = persona.fiscalCode === undefined ? undefined : findCheckedFiscalCode(persona.fiscalCode)
  return { issuer, subject: slug, fiscalCode, givenName, familyName, bornOn, email, phone }
}

/** Gives a member of staff their role in their own town and nowhere else; makes their row when they have none yet. Answers whose row it is: a command may have given them a role elsewhere. */
export async function grantPersonaRole(
  { db, owner, keyring, issuer }: DevelopmentDatabases,
  tenantId: TenantId,
  persona: Persona,
  now: Date,
): Promise<string | undefined> {
  const { staff } = persona
  if (staff === undefined) return undefined
  const { id: personId } = await withTenant(db, tenantId, (tx) =>
    makeOrFindPerson(tx, keyring, attestedPersona(issuer, persona), now),
  )
  if (staff.town !== tenantId) return personId
  await withTenant(owner, tenantId, async (tx) => {
    const held = await listRolesOf(tx, personId, now)
    if (held.includes(staff.role)) return
    const expiresAt = new Date(now.getTime() + roleLastsMilliseconds)
    await grantRole(tx, { personId, role: staff.role, expiresAt, by: 'development', now })
  })
  return personId
}

export interface SignedInPersona {
  readonly session: OpenedSession
  readonly roles: readonly string[]
}

/** Signs an invented person in with everything a first sign-in asks for already answered, so that they can book at once. */
export async function signInAsPersona(
  databases: DevelopmentDatabases,
  town: { readonly id: TenantId; readonly noticeVersion: string },
  persona: Persona,
  now: Date,
): Promise<SignedInPersona> {
  await grantPersonaRole(databases, town.id, persona, now)
  const attested = attestedPersona(databases.issuer, persona)
  return withTenant(databases.db, town.id, async (tx) => {
    const person = await makeOrFindPerson(tx, databases.keyring, attested, now)
    const personId = person.id
    const isReachable = person.email !== null || person.phone !== null
    if (!isReachable) await updateContacts(tx, personId, { email: null, phone: '+390766000001' })
    if (person.noticeVersion !== town.noticeVersion) await updateNotice(tx, personId, town.noticeVersion, now)
    if (persona.residence !== undefined && person.residence !== persona.residence)
      await updateResidence(tx, personId, persona.residence)
    const roles = persona.staff === undefined ? [] : await listRolesOf(tx, personId, now)
    // Programs have no phone: what the desk asks of people is given at once, here and nowhere else.
    const session = await openSession(tx, { personId, device: 'Sviluppo', now, secondFactorAt: now })
    return { session, roles }
  })
}
