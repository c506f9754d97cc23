import type { Database } from '@officine/db/database'
import { listCare } from '@officine/db/dependant-care'
import { openFiscalCode } from '@officine/db/identity-seals'
import type { Keyring } from '@officine/db/keyring'
import { findPersonalData, listDeedsAbout } from '@officine/db/personal-data'
import { listRoleHistory } from '@officine/db/staff-roles'
import { withTenant } from '@officine/db/with-tenant'
import type { TenantConfig } from '@officine/tenants/tenant-config'

export interface ExportMyData {
  readonly config: Pick<TenantConfig, 'id' | 'institutionName'>
  readonly personId: string
  readonly keyring: Keyring
  readonly now: Date
}

/** Everything the town holds about a person, sealed texts opened, in a form that another program reads (GDPR art. 15 and 20). Undefined for whom it does not know. */
export function exportMyData(db: Database, { config, personId, keyring, now }: ExportMyData) {
  return withTenant(db, config.id, async (tx) => {
    const [data, openedBy, roles] = await Promise.all([
      findPersonalData(tx, personId),
      listDeedsAbout(tx, personId),
      listRoleHistory(tx, personId),
    ])
    if (data === undefined) return undefined
    const { person, dependants, preferences, ...rest } = data
    const care = await listCare(
      tx,
      keyring,
      dependants.map(({ id }) => id),
    )
    return {
      format: 'officine-personal-data/1',
      controller: config.institutionName.it,
      madeAt: now,
      person: {
        givenName: person.givenName,
        familyName: person.familyName,
        bornOn: person.bornOn,
        fiscalCode:
          person.fiscalCodeCipher && openFiscalCode(keyring, config.id, personId, person.fiscalCodeCipher),
        residence: person.residence,
        email: person.email,
        phone: person.phone,
        madeAtCounter: person.madeAtCounter,
        noticeVersion: person.noticeVersion,
        noticeAcceptedAt: person.noticeAcceptedAt,
        createdAt: person.createdAt,
      },
      dependants: dependants.map(({ id, ...dependant }) => ({ ...dependant, care: care.get(id) ?? null })),
      preferences: preferences.map(({ tenantId: _tenant, personId: _person, ...preference }) => preference),
      ...rest,
      roles,
      deedsOfOthers: openedBy.map(({ at, action, reason, actorGivenName, actorFamilyName }) => ({
        at,
        action,
        reason,
        by: [actorGivenName, actorFamilyName].filter(Boolean).join(' ') || null,
      })),
    }
  })
}
