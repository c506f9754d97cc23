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
    return { read: false, says: sayUnread(fault) }
  }
}

/** Why a file could not be read, in one line. */
export function sayUnread(fault: unknown): string {
  if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return 'no such file'
  return (fault instanceof Error ? fault.message : String(fault)).replaceAll(/\s+/g, ' ')
}
