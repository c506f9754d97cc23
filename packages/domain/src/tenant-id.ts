declare const tenantIdBrand: unique symbol

/** A town's slug: the first label of its host name and the `tenant_id` of its rows. It never changes. */
export type TenantId = string & { readonly [tenantIdBrand]: true }

/** Slugs that name something else of ours at the same level of host names. */
export const reservedSlugs: readonly string[] = ['regione', 'idp', 'mail', 'www', 'api']

/** Whether the text can be a town's slug: 2 to 40 of a-z, 0-9 and hyphen, a letter first, and not reserved. */
export function isTenantId(text: string): text is TenantId {
  return /^[a-z][a-z0-9-]{1,39}$/.test(text) && !reservedSlugs.includes(text)
}

/** The text as a town's slug; throws a RangeError on anything that `isTenantId` refuses. */
export function tenantId(text: string): TenantId {
  if (!isTenantId(text)) throw new RangeError(`Not a town's slug: ${JSON.stringify(text.slice(0, 60))}`)
  return text
}
