/** What is wrong in a file: where, what stands there, what may. One line each when printed. */
export interface Fault {
  readonly path: string
  readonly found: string
  readonly allowed: string
}

/** A check looks at the value at a path and adds a fault for whatever may not stand there; it never throws. */
export type Check = (value: unknown, path: string, faults: Fault[]) => void

/** The value in a few words, cut short: it is printed on a line of its own. */
export function describeValue(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`
  if (typeof value === 'object' && value !== null) return 'an object'
  const text = JSON.stringify(value) ?? typeof value
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}

/** An object with exactly these fields; the `optional` ones may be left out, no other may stand there. */
export function record(
  fields: Readonly<Record<string, Check>>,
  optional: Readonly<Record<string, Check>> = {},
): Check {
  return (value, path, faults) => {
    if (!isRecord(value)) return refuse(value, path, 'an object', faults)
    for (const [name, check] of Object.entries(fields)) check(memberOf(value, name), join(path, name), faults)
    for (const [name, check] of Object.entries(optional)) {
      if (Object.hasOwn(value, name)) check(memberOf(value, name), join(path, name), faults)
    }
    for (const name of Object.keys(value)) {
      if (Object.hasOwn(fields, name) || Object.hasOwn(optional, name)) continue
      faults.push({
        path: join(path, name),
        found: 'a field that nobody reads',
        allowed: 'no such field here',
      })
    }
  }
}

/** An object whose members, under whatever names, all pass the check. */
export function dictionary(check: Check): Check {
  return (value, path, faults) => {
    if (!isRecord(value)) return refuse(value, path, 'an object', faults)
    for (const [name, member] of Object.entries(value)) {
      if (name === '') refuse(name, path, 'names that are not empty', faults)
      else check(member, join(path, name), faults)
    }
  }
}

export function listOf(check: Check, { atLeast = 0 }: { readonly atLeast?: number } = {}): Check {
  return (value, path, faults) => {
    if (!Array.isArray(value) || value.length < atLeast) {
      return refuse(value, path, atLeast === 0 ? 'a list' : `a list of at least ${atLeast}`, faults)
    }
    value.forEach((member: unknown, position) => check(member, `${path}[${position}]`, faults))
  }
}

/** A list of exactly two, such as the ends of an interval. */
export function pairOf(check: Check): Check {
  return (value, path, faults) => {
    if (!Array.isArray(value) || value.length !== 2) return refuse(value, path, 'a list of two', faults)
    value.forEach((member: unknown, position) => check(member, `${path}[${position}]`, faults))
  }
}

export function nullOr(check: Check): Check {
  return (value, path, faults) => {
    if (value !== null) check(value, path, faults)
  }
}

export function wholeNumber(from: number, to: number): Check {
  return (value, path, faults) => {
    const isWithin = typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to
    if (!isWithin) refuse(value, path, `a whole number from ${from} to ${to}`, faults)
  }
}

export function exactly(...values: readonly (string | number | boolean)[]): Check {
  const allowed = values.map((value) => JSON.stringify(value)).join(' or ')
  return (value, path, faults) => {
    if (!values.some((one) => one === value)) refuse(value, path, allowed, faults)
  }
}

export function textThat(allowed: string, passes: (text: string) => boolean): Check {
  return (value, path, faults) => {
    if (typeof value !== 'string' || !passes(value)) refuse(value, path, allowed, faults)
  }
}

/** Tries the alternatives by the field each is known by; a value with none or several of these fields is a fault. */
export function oneOfFields(alternatives: Readonly<Record<string, Check>>): Check {
  const names = Object.keys(alternatives)
  return (value, path, faults) => {
    const present = isRecord(value) ? names.filter((name) => Object.hasOwn(value, name)) : []
    const check = present.length === 1 ? alternatives[present[0] ?? ''] : undefined
    if (check === undefined) refuse(value, path, `an object with one of ${names.join(', ')}`, faults)
    else check(value, path, faults)
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`
}

function memberOf(value: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(value, name) ? value[name] : undefined
}

function refuse(value: unknown, path: string, allowed: string, faults: Fault[]): void {
  faults.push({ path, found: describeValue(value), allowed })
}
