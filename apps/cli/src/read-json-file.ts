import { readFile } from 'node:fs/promises'

export type JsonFileReading =
  | { readonly read: true; readonly value: unknown }
  | { readonly read: false; readonly says: string }

/** Parses a file of JSON in UTF-8. What a user can get wrong (no such file, other bytes, broken JSON) is an answer in one line. */
export async function readJsonFile(path: string): Promise<JsonFileReading> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path))
    return { read: true, value: JSON.parse(text) }
  } catch (fault) {
    const says = fault instanceof Error ? fault.message : String(fault)
    return { read: false, says: says.replaceAll(/\s+/g, ' ') }
  }
}
