import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { WrittenFile } from '@officine/domain/monitoring/write-layouts'

/**
 * Saves the files where only their owner can read them, in order, so that the manifest says last that the others are there.
 * A frozen snapshot is never overwritten: saves nothing and returns the names that hold other bytes.
 */
export async function saveFiles(folder: string, files: readonly WrittenFile[]): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const present = new Set(await readdir(folder))
  const occupied: string[] = []
  for (const { name, text } of files) {
    if (present.has(name) && (await readFile(join(folder, name), 'utf8')) !== text) occupied.push(name)
  }
  if (occupied.length > 0) return occupied
  for (const { name, text } of files) {
    if (!present.has(name)) await writeFile(join(folder, name), text, { mode: 0o600, flag: 'wx' })
  }
  return []
}
