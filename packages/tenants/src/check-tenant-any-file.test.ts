import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allumiere } from './allumiere.ts'
import { checkTenant } from './check-tenant.ts'

type Path = readonly (string | number)[]

const whole: unknown = JSON.parse(JSON.stringify(allumiere))
const places = pathsIn(whole, [])
const anyValue = fc.oneof(
  fc.jsonValue(),
  fc.constant(undefined),
  fc.constant({ __proto__: null }),
  fc.constant('x'.repeat(1_000_000)),
)

test('whatever a file holds, the answer is a town or a list of faults that say where, what and what else', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => expectAnswer(value)))
})

test('whatever stands in place of one value, the answer is a town or a list of faults', () => {
  fc.assert(
    fc.property(fc.constantFrom(...places), anyValue, (path, value) =>
      expectAnswer(replaced(whole, path, value)),
    ),
    { numRuns: 300 },
  )
})

function expectAnswer(value: unknown): void {
  const checked = checkTenant(value)
  if (checked.ok) return
  expect(checked.faults.length).toBeGreaterThan(0)
  for (const { path, found, allowed } of checked.faults) {
    expect([path, found, allowed].every((text) => text !== '')).toBe(true)
    expect(Math.max(path.length, found.length)).toBeLessThan(200)
  }
}

function pathsIn(value: unknown, above: Path): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [above]
  const inside = Array.isArray(value)
    ? value.map((element, index): [number, unknown] => [index, element])
    : Object.entries(value)
  return [above, ...inside.flatMap(([key, member]) => pathsIn(member, [...above, key]))]
}

function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by
  if (Array.isArray(value))
    return value.map((element, index) => (index === key ? replaced(element, rest, by) : element))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, name === key ? replaced(member, rest, by) : member]),
  )
}
