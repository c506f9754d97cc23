import type { Database } from '@officine/db/database'
import { findConfig, listHosts, listPlaces } from '@officine/db/towns'
import type { TownAtHost } from '@officine/db/towns'
import { withTenant } from '@officine/db/with-tenant'
import type { TenantId } from '@officine/domain/tenant-id'
import { townOf } from './town.ts'
import type { Town } from './town.ts'

/** How long a host may keep answering with the version before: a new town or configuration is live within this time. */
const freshForMilliseconds = 1_000

export interface TownDirectory {
  /** The town at a host name (lower case, no port); undefined for an unknown one. */
  readonly atHost: (host: string) => Promise<Town | undefined>
  /** The town as it stands now, read anew: for a decision that found the version it was given out of date. */
  readonly current: (id: TenantId) => Promise<Town | undefined>
  /** The town as it stood within the last second: for a round over all towns, which an older version only makes look again. */
  readonly lately: (id: TenantId) => Promise<Town | undefined>
}

/** Which town answers where. Versions never change, so they are kept; which one is in force is read again every second, and by every decision after its locks. */
export function townDirectory(
  db: Database,
  rulesHashOf: (rules: Town['config']['rules']) => string,
): TownDirectory {
  const versions = new Map<TenantId, { readonly version: number; readonly town: Promise<Town> }>()
  let hosts:
    | { readonly readAt: number; readonly byHost: Promise<ReadonlyMap<string, TownAtHost>> }
    | undefined

  const load = async (id: TenantId, version: number): Promise<Town> =>
    withTenant(db, id, async (tx) => {
      const [config, places] = await Promise.all([findConfig(tx, version), listPlaces(tx)])
      if (config === undefined) throw new Error(`Town ${id} has no configuration ${version}`)
      // Checked by `officine tenant apply` before it was stored, and only the owner's command can store one.
      const checked = config as Town['config']
      return townOf(checked, version, rulesHashOf(checked.rules), places)
    })

  const townAt = ({ id, configVersion }: TownAtHost): Promise<Town> => {
    const kept = versions.get(id)
    if (kept?.version === configVersion) return kept.town
    const town = load(id, configVersion)
    versions.set(id, { version: configVersion, town })
    town.catch(() => versions.delete(id))
    return town
  }

  const readHosts = (isFresh: boolean) => {
    const now = performance.now()
    if (hosts === undefined || !isFresh || now - hosts.readAt > freshForMilliseconds) {
      const byHost = listHosts(db).then((rows) => new Map(rows.map((row) => [row.host, row])))
      hosts = { readAt: now, byHost }
      byHost.catch(() => {
        hosts = undefined
      })
    }
    return hosts.byHost
  }

  const townNamed = async (id: TenantId, isFresh: boolean) => {
    const found = [...(await readHosts(isFresh)).values()].find((row) => row.id === id)
    return found && townAt(found)
  }

  return {
    atHost: async (host) => {
      const found = (await readHosts(true)).get(host)
      return found && found.configVersion > 0 ? townAt(found) : undefined
    },
    current: (id) => townNamed(id, false),
    lately: (id) => townNamed(id, true),
  }
}
