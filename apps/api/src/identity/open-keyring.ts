import { join } from 'node:path'
import { keyringInFile, keyringOf } from '@officine/db/keyring'
import type { Keyring } from '@officine/db/keyring'

export interface KeyringSettings {
  /** The keyring itself, as JSON, or the path of its file. */
  readonly OFFICINE_KEYRING?: string | undefined
  readonly OFFICINE_DATA_DIR?: string | undefined
}

/** The keys this installation was given. Never makes any: new keys beside old data would double every person. Throws a sentence when there are none. */
export function openKeyring({
  OFFICINE_KEYRING: given,
  OFFICINE_DATA_DIR: folder,
}: KeyringSettings): Keyring {
  if (given?.trimStart().startsWith('{')) return keyringOf(given)
  if (given !== undefined) return keyringInFile(given)
  if (folder !== undefined) return keyringInFile(join(folder, 'keyring.json'))
  throw new Error(
    'OFFICINE_KEYRING is missing: the keyring of this installation, or the path of its file. See docs/keys.md.',
  )
}
