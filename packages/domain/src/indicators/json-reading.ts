import { isCivilDay } from './civil-day.ts'
import type { CivilDay } from './civil-day.ts'

/** What is wrong and where, as `records[3].episodes[0].entry`; an empty path is the whole file. */
export interface InputFault {
  readonly path: string
  readonly says: string
}

/** A JSON object with the path that leads to it. */
export interface JsonObject {
  readonly path: string
  readonly fields: Readonly<Record<string, unknown>>
}

const NOTHING: Readonly<Record<string, unknown>> = {}

/** Reads parsed JSON strictly and collects every fault; null and an absent field are the same "no value". What it returns is good only if no fault was found. */
export class JsonReading {
  readonly faults: InputFault[] = []

  object(value: unknown, path: string, known: ReadonlySet<string>): JsonObject {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.blame(path, 'is not an object')
      return { path, fields: NOTHING }
    }
    // A non-null object that is no array: its fields are whatever they are.
    const fields = value as Readonly<Record<string, unknown>>
    for (const name in fields) {
      if (!known.has(name)) this.blame(pathOf({ path, fields }, name), 'is not a field of this format')
    }
    return { path, fields }
  }

  required(holder: JsonObject, field: string): boolean {
    if (valueOf(holder, field) !== null) return true
    if (holder.fields !== NOTHING) this.blame(pathOf(holder, field), 'is missing')
    return false
  }

  text(holder: JsonObject, field: string): string {
    const value = valueOf(holder, field)
    if (value === null) {
      this.required(holder, field)
      return ''
    }
    if (typeof value === 'string' && value.trim() !== '') return value
    this.blame(pathOf(holder, field), 'is not a text, or is blank')
    return ''
  }

  day(holder: JsonObject, field: string): CivilDay | null {
    const value = valueOf(holder, field)
    if (value === null) return null
    if (typeof value === 'string' && isCivilDay(value)) return value
    this.blame(pathOf(holder, field), 'is not a day written YYYY-MM-DD')
    return null
  }

  requiredDay(holder: JsonObject, field: string): CivilDay {
    this.required(holder, field)
    return this.day(holder, field) ?? ''
  }

  oneOf<Value extends string | number>(
    holder: JsonObject,
    field: string,
    allowed: readonly Value[],
  ): Value | null {
    const value = valueOf(holder, field)
    if (value === null) return null
    for (const candidate of allowed) if (candidate === value) return candidate
    this.blame(pathOf(holder, field), `is none of ${allowed.join(', ')}`)
    return null
  }

  flag(holder: JsonObject, field: string): boolean | null {
    const value = valueOf(holder, field)
    if (value === null || typeof value === 'boolean') return value
    this.blame(pathOf(holder, field), 'is neither true nor false')
    return null
  }

  /** The elements of a list, each read by `read`; empty when there is no value. */
  list<Element>(
    holder: JsonObject,
    field: string,
    read: (json: JsonReading, element: unknown, path: string) => Element,
  ): readonly Element[] {
    const value = valueOf(holder, field)
    if (value === null) return []
    const path = pathOf(holder, field)
    if (Array.isArray(value)) return value.map((element, index) => read(this, element, `${path}[${index}]`))
    this.blame(path, 'is not a list')
    return []
  }

  /** The fields of an object whose names are free, each read by `read`; empty when there is no value. */
  entries<Value>(
    holder: JsonObject,
    field: string,
    read: (json: JsonReading, value: unknown, path: string) => Value,
  ): ReadonlyMap<string, Value> {
    const value = valueOf(holder, field)
    if (value === null) return new Map()
    const path = pathOf(holder, field)
    if (typeof value !== 'object' || Array.isArray(value)) {
      this.blame(path, 'is not an object')
      return new Map()
    }
    return new Map(
      Object.entries(value).map(([name, held]) => [
        name,
        read(this, held, pathOf({ path, fields: NOTHING }, name)),
      ]),
    )
  }

  blame(path: string, says: string): void {
    this.faults.push({ path, says })
  }
}

/** The value of a field, null when it is absent. */
export function valueOf(holder: JsonObject, field: string): unknown {
  return holder.fields[field] ?? null
}

/** The path of a field; a name that could be misread, or break the line, is quoted. */
export function pathOf(holder: JsonObject, field: string): string {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(field)) return `${holder.path}[${JSON.stringify(field)}]`
  return holder.path === '' ? field : `${holder.path}.${field}`
}
