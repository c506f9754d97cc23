import type { TenantConfig } from './tenant-config.ts'
import { nameOf } from './path-text.ts'

export interface Change {
  /** As the checks write it: `pools[seats].units[3].label`. */
  readonly path: string
  readonly kind: 'added' | 'changed' | 'removed'
  readonly before: unknown
  readonly after: unknown
  /** Takes away something that a citizen may already have booked. */
  readonly destructive: boolean
}

/**
 * What applying `next` over `current` would change, in the order of the file; `[]` when they say the same. Named elements
 * of a list (slug, number) are followed by name, so that a new one in the middle is one change and not ten.
 */
export function planChanges(current: TenantConfig | undefined, next: TenantConfig): readonly Change[] {
  if (current === undefined)
    return [{ path: 'town', kind: 'added', before: undefined, after: next.id, destructive: false }]
  return compare('', current, next)
}

function compare(path: string, before: unknown, after: unknown): readonly Change[] {
  if (sameJson(before, after)) return []
  const parts = partsOf(before)
  const nextParts = partsOf(after)
  if (before === undefined || after === undefined || parts === undefined || nextParts === undefined)
    return [change(path, before, after)]
  const names = [...new Set([...parts.keys(), ...nextParts.keys()])]
  const inside = names.flatMap((name) => compare(join(path, name), parts.get(name), nextParts.get(name)))
  // The same elements in another order: shown as such, or the plan would say that nothing changes.
  return inside.length > 0 ? inside : [change(path, [...parts.keys()], [...nextParts.keys()])]
}

function change(path: string, before: unknown, after: unknown): Change {
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed'
  return { path, kind, before, after, destructive: isDestructive(path, kind, before, after) }
}

/** Places, grid cells and days: what a booking points at. */
function isDestructive(path: string, kind: Change['kind'], before: unknown, after: unknown): boolean {
  if (kind === 'removed') return /^(pools\[[^\]]+\](\.units\[\d+\])?|rules\.pools\.[^.]+)$/.test(path)
  if (/^rules\.pools\.[^.]+\.kind$/.test(path)) return true
  if (/^rules\.pools\.[^.]+\.capacity$/.test(path)) return Number(after) < Number(before)
  if (/^rules\.pools\.[^.]+\.open\.(days|slots)$/.test(path))
    return kind === 'changed' && !asList(before).every((one) => holds(after, one))
  // A town shuts by adding: a closure or a holiday, over days that may be booked.
  if (path === 'closures' || path === 'rules.holidays')
    return !asList(after).every((one) => holds(before, one))
  return false
}

/** The named parts of an object or of a list whose elements have names; `undefined` for what is compared whole. */
function partsOf(value: unknown): ReadonlyMap<string, unknown> | undefined {
  if (Array.isArray(value)) {
    const named = value.map((element): [string | undefined, unknown] => [nameOf(element), element])
    return named.every((entry): entry is [string, unknown] => entry[0] !== undefined)
      ? new Map(named.map(([name, element]) => [`[${name}]`, element]))
      : undefined
  }
  if (typeof value === 'object' && value !== null) return new Map(Object.entries(value))
  return undefined
}

function join(path: string, name: string): string {
  return path === '' || name.startsWith('[') ? path + name : `${path}.${name}`
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function holds(list: unknown, element: unknown): boolean {
  return asList(list).some((each) => sameJson(each, element))
}

/** Whether two JSON values say the same: the order of keys means nothing, the order of a list does. */
function sameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const entries = Object.entries(one)
  const others = new Map(Object.entries(other))
  return (
    entries.length === others.size &&
    entries.every(([key, value]) => others.has(key) && sameJson(value, others.get(key)))
  )
}
