import { extname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { checkTenant } from '@officine/tenants/check-tenant'
import type { TenantConfig } from '@officine/tenants/tenant-config'
import { towns } from '@officine/tenants/towns'
import { fileArgument } from '../env.ts'
import type { CliEnvironment } from '../env.ts'
import { readJsonFile } from '../read-json-file.ts'

export type TownReading =
  | { readonly read: true; readonly config: TenantConfig; readonly warnings: readonly string[] }
  | { readonly read: false; readonly lines: readonly string[] }

/** A checked town out of a file (.json, or .ts with one town among its exports), or out of those that ship, by slug. */
export async function readTown(argument: string, environment: CliEnvironment): Promise<TownReading> {
  const isFile = /[/\\.]/.test(argument)
  const value = isFile ? await readFileOfTown(fileArgument(argument, environment)) : shippedTown(argument)
  if ('says' in value) return { read: false, lines: [`${argument}: ${value.says}`] }

  const checked = checkTenant(value.town)
  if (checked.ok) return { read: true, config: checked.config, warnings: checked.warnings }
  return {
    read: false,
    lines: checked.faults.map(
      ({ path, found, allowed }) => `${argument}: ${path}: found ${found}; allowed: ${allowed}`,
    ),
  }
}

type Found = { readonly town: unknown } | { readonly says: string }

function shippedTown(slug: string): Found {
  const town = towns.find(({ id }) => id === slug)
  if (town !== undefined) return { town }
  return {
    says: `no such town here; a FILE has a dot or a slash, the slugs are ${towns.map(({ id }) => id).join(', ')}`,
  }
}

async function readFileOfTown(path: string): Promise<Found> {
  if (extname(path) === '.json') {
    const json = await readJsonFile(path)
    return json.read ? { town: json.value } : { says: json.says }
  }
  if (extname(path) !== '.ts') return { says: 'a town is written in a .ts or a .json file' }
  try {
    const exported: Readonly<Record<string, unknown>> = await import(pathToFileURL(path).href)
    const candidates = Object.values(exported).filter((each) => typeof each === 'object' && each !== null)
    const [town, ...others] = candidates
    if (town !== undefined && others.length === 0) return { town }
    return { says: `found ${candidates.length} exported objects; allowed: one, the town` }
  } catch (fault) {
    // The file runs as it is read: a slug that is none, or a slip of the pen, throws from inside it.
    return { says: (fault instanceof Error ? fault.message : String(fault)).replaceAll(/\s+/g, ' ') }
  }
}
