import { largestCount, localDay, name } from '../rules/rules-shape.ts'
import { exactly, isRecord, join, listOf, record, textThat, wholeNumber } from '../rules/shape.ts'
import type { Check, Fault } from '../rules/shape.ts'
import { validateRules } from '../rules/validate-rules.ts'
import type { CheckedRules } from '../rules/validate-rules.ts'
import { isInstant } from './instant-text.ts'
import type { AllocationCase, CasePerson, CaseRequest } from './allocation-case.ts'

const count = wholeNumber(0, 1_000_000)
const instant = textThat('an instant with its offset, YYYY-MM-DDThh:mm:ssZ', isInstant)
const names = listOf(name)

const personFields: Readonly<Record<string, Check>> = {
  traits: names,
  bornOn: localDay,
  residence: name,
  memberOf: names,
  vouchers: names,
  tier: count,
  points: count,
  recentUse: count,
}
const request = record(
  { id: name },
  {
    ...personFields,
    units: wholeNumber(1, largestCount),
    members: listOf(record({}, { id: name, ...personFields }), { atLeast: 1 }),
    ticket: name,
  },
)

const caseShape = record(
  {
    phase: exactly('draw', 'first-come', 'promotion'),
    // Read by its own check, which says more than a shape can.
    rules: () => undefined,
    pool: name,
    slot: record({ start: instant, end: instant }),
    now: instant,
    requests: listOf(request),
  },
  { ordered: exactly(true, false), incumbents: listOf(request) },
)

export type ReadCase =
  | { readonly ok: true; readonly case: AllocationCase }
  | { readonly ok: false; readonly faults: readonly Fault[] }

/** A value read from a file as a case that can be decided, or its faults: first the shape and the rules, then what they say to each other. */
export function readCase(value: unknown, path = '', checkRules = validateRules): ReadCase {
  const faults: Fault[] = []
  caseShape(value, path, faults)
  if (isRecord(value)) {
    const rules = checkRules(value['rules'])
    if (!rules.ok)
      faults.push(...rules.faults.map((fault) => ({ ...fault, path: join(path, rulesPath(fault)) })))
  }
  if (faults.length > 0) return { ok: false, faults }
  const read = value as AllocationCase // every field was just looked at
  faults.push(...meaningFaults(read).map((fault) => ({ ...fault, path: join(path, fault.path) })))
  return faults.length > 0 ? { ok: false, faults } : { ok: true, case: read }
}

function rulesPath({ path }: Fault): string {
  return path === '' ? 'rules' : `rules.${path}`
}

function meaningFaults(read: AllocationCase): readonly Fault[] {
  const faults: Fault[] = []
  if (!Object.hasOwn(read.rules.pools, read.pool)) {
    const allowed = `a pool of the rules: ${Object.keys(read.rules.pools).join(', ')}`
    faults.push({ path: 'pool', found: JSON.stringify(read.pool), allowed })
  }
  if (Date.parse(read.slot.end) <= Date.parse(read.slot.start))
    faults.push({ path: 'slot.end', found: read.slot.end, allowed: 'an instant after slot.start' })

  const seen = new Set<string>()
  for (const list of ['requests', 'incumbents'] as const)
    for (const [position, one] of (read[list] ?? []).entries()) {
      const path = `${list}[${position}]`
      if (seen.has(one.id))
        faults.push({ path: `${path}.id`, found: JSON.stringify(one.id), allowed: 'an id of its own' })
      seen.add(one.id)
      faults.push(...groupFaults(one, path), ...traitFaults(read, one, path))
    }
  return faults
}

function groupFaults({ units, members }: CaseRequest, path: string): readonly Fault[] {
  if (units === undefined || members === undefined || units === members.length) return []
  return [
    { path: `${path}.units`, found: String(units), allowed: `one a member, ${members.length}, or left out` },
  ]
}

function traitFaults(
  { rules }: AllocationCase,
  { traits, members }: CaseRequest,
  path: string,
): readonly Fault[] {
  const people: readonly (readonly [CasePerson, string])[] = [
    [traits === undefined ? {} : { traits }, path],
    ...(members ?? []).map((member, position) => [member, `${path}.members[${position}]`] as const),
  ]
  return people.flatMap(([person, at]) =>
    (person.traits ?? []).flatMap((trait, position) =>
      Object.hasOwn(rules.traits, trait)
        ? []
        : [
            {
              path: `${at}.traits[${position}]`,
              found: JSON.stringify(trait),
              allowed: `a trait of the rules: ${Object.keys(rules.traits).join(', ')}`,
            },
          ],
    ),
  )
}

export type ReadCases =
  | { readonly ok: true; readonly cases: readonly AllocationCase[] }
  | { readonly ok: false; readonly faults: readonly Fault[] }

/** A file is one case or a list of cases; the faults of all of them, with their place in the list. */
export function readCases(value: unknown): ReadCases {
  if (!Array.isArray(value)) return gather([readCase(value)])
  // A list repeats the rules of a town in each case: they are checked once.
  const known = new Map<string, CheckedRules>()
  const checkOnce = (rules: unknown): CheckedRules => {
    const text = JSON.stringify(rules) ?? ''
    const checked = known.get(text) ?? validateRules(rules)
    known.set(text, checked)
    return checked
  }
  return gather(value.map((one: unknown, position) => readCase(one, `[${position}]`, checkOnce)))
}

function gather(reads: readonly ReadCase[]): ReadCases {
  const faults = reads.flatMap((read) => (read.ok ? [] : read.faults))
  if (faults.length > 0) return { ok: false, faults }
  return { ok: true, cases: reads.flatMap((read) => (read.ok ? [read.case] : [])) }
}
