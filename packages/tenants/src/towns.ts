import { allumiere } from './allumiere.ts'
import { pignataroInteramna } from './pignataro-interamna.ts'
import { romaMunicipioIx, romaMunicipioVii, romaMunicipioViii, romaMunicipioXii } from './poli-civici.ts'
import { romaCapitale } from './roma-capitale.ts'
import { romaMunicipioV } from './roma-municipio-v.ts'
import type { TenantConfig } from './tenant-config.ts'

/** The towns that ship with the product, by slug; each is applied to the database as a version. */
export const towns: readonly TenantConfig[] = [
  allumiere,
  pignataroInteramna,
  romaCapitale,
  romaMunicipioIx,
  romaMunicipioV,
  romaMunicipioVii,
  romaMunicipioViii,
  romaMunicipioXii,
]

/** Those of them where somebody can sit down: the others have nothing to fill with sample use. */
export const townsWithSeats: readonly TenantConfig[] = towns.filter(({ rules }) =>
  Object.values(rules.pools).some(({ kind }) => kind === 'seats'),
)
