import type { CivilDay } from './civil-day.ts'
import type { ParticipantRecord } from './participant-record.ts'
import { JsonReading } from './json-reading.ts'
import type { InputFault } from './json-reading.ts'
import { readParticipantRecord } from './read-participant-record.ts'

export interface IndicatorFile {
  /** Absent when the file does not say: the caller must. */
  readonly asOf: CivilDay | null
  readonly records: readonly ParticipantRecord[]
}

export type IndicatorFileReading =
  | { readonly read: true; readonly file: IndicatorFile }
  | { readonly read: false; readonly faults: readonly InputFault[] }

const FILE_FIELDS: ReadonlySet<string> = new Set(['asOf', 'records'])

/** Reads a parsed participants file; refuses it whole, with every fault and its path, at the first unknown field or malformed value. */
export function readIndicatorFile(value: unknown): IndicatorFileReading {
  const json = new JsonReading()
  const file = json.object(value, '', FILE_FIELDS)
  const asOf = json.day(file, 'asOf')
  const records = readParticipantRecords(json, file, 'records')
  return json.faults.length > 0
    ? { read: false, faults: json.faults }
    : { read: true, file: { asOf, records } }
}

/** The list of records under a field, which must be there. */
export function readParticipantRecords(
  json: JsonReading,
  holder: ReturnType<JsonReading['object']>,
  field: string,
): readonly ParticipantRecord[] {
  return json.required(holder, field) ? json.list(holder, field, readParticipantRecord) : []
}
