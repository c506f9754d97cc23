import { allumiere } from './allumiere.ts'
import { pignataroInteramna } from './pignataro-interamna.ts'
import type { TenantConfig } from './tenant-config.ts'

/** The towns that ship with the product, in alphabetical order; each is applied to the database as a version. */
export const towns: readonly TenantConfig[] = [allumiere, pignataroInteramna]
