import { validateRules } from '@officine/domain/rules/validate-rules'
import type { z } from 'zod'
import { checkConsistency } from './check-consistency.ts'
import { findEmblemFault } from './check-emblem.ts'
import { findValue, pathText } from './path-text.ts'
import { describeValue } from '@officine/domain/rules/shape'
import type { Fault } from '@officine/domain/rules/shape'
import type { TenantConfig } from './tenant-config.ts'
import { languagesSchema, tenantSchema } from './tenant-schema.ts'
import { warningsOf } from './warnings-of.ts'

export type CheckedTenant =
  | { readonly ok: true; readonly config: TenantConfig; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly faults: readonly Fault[] }

/**
 * Whether a value read from a file is a town that can be served: its shape first, then what its parts say to each other
 * and whether its rules can be followed. Each of the three steps tells all its faults, and none is taken before the one above holds.
 */
export function checkTenant(value: unknown): CheckedTenant {
  const languages = languagesSchema.safeParse(findValue(value, ['languages']))
  if (!languages.success) return refuse(shapeFaults(value, languages.error, ['languages']))

  const shape = tenantSchema(languages.data).safeParse(value)
  if (!shape.success) return refuse(shapeFaults(value, shape.error, []))

  const rules = validateRules(shape.data.rules)
  if (!rules.ok) return refuse(rules.faults.map(withinRules))

  const config: TenantConfig = { ...shape.data, rules: rules.rules }
  const faults = checkConsistency(config)
  if (faults.length > 0) return refuse(faults)
  return {
    ok: true,
    config,
    warnings: [...warningsOf(config), ...rules.warnings.map((warning) => `rules: ${warning}`)],
  }
}

/** A fault is a line to read: what a slip of the pen made a megabyte long is cut. */
function refuse(faults: readonly Fault[]): CheckedTenant {
  const cut = (text: string) => (text.length > 160 ? `${text.slice(0, 159)}…` : text)
  return {
    ok: false,
    faults: faults.map(({ path, found, allowed }) => ({ path: cut(path), found: cut(found), allowed })),
  }
}

/** What towns must not share: slugs and host names, since a request is known by its host alone. */
export function checkTowns(towns: readonly TenantConfig[]): readonly Fault[] {
  const claims = towns.flatMap((town) => [
    { path: `${town.id}.id`, what: town.id },
    ...town.hosts.map((host) => ({ path: `${town.id}.hosts`, what: host })),
  ])
  return claims
    .filter(({ what }, index) => claims.findIndex((claim) => claim.what === what) < index)
    .map(({ path, what }) => ({ path, found: describeValue(what), allowed: 'what no other town has' }))
}

function shapeFaults(root: unknown, { issues }: z.ZodError, above: readonly PropertyKey[]): readonly Fault[] {
  return issues.flatMap((issue) => {
    const segments = [...above, ...issue.path]
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        path: pathText(root, [...segments, key]),
        found: 'a field that nobody reads',
        allowed: 'no such field here',
      }))
    const value = findValue(root, segments)
    const path = pathText(root, segments) || 'the file'
    const drawing = path === 'emblem.svg' && typeof value === 'string' ? findEmblemFault(value) : undefined
    return [{ path, found: drawing ?? describeValue(value), allowed: issue.message }]
  })
}

/** `validateRules` counts from the rules, a town's file from its own beginning. */
function withinRules(fault: Fault): Fault {
  const isWhole = !/^[\w-]+([.[]|$)/.test(fault.path)
  return { ...fault, path: isWhole ? 'rules' : `rules.${fault.path}` }
}
