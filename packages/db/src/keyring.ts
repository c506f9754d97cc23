import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { chownSync, closeSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

interface Key {
  readonly hmac: Buffer
  readonly cipher: Buffer
}

interface Keys {
  readonly current: string
  readonly byVersion: ReadonlyMap<string, Key>
}

/** The keys of an installation: one pair a version, the current one for what is written, all of them for what was. */
export interface Keyring {
  /** `version:hmac` of a text under the current key. */
  readonly seal: (text: string) => string
  /** The same under every key held, the current first: what a row written under an older key is found by. */
  readonly seals: (text: string) => readonly string[]
  /** `version:ciphertext` (AES-256-GCM), readable only by who names the same `place`: a value moved to another row does not open. */
  readonly encrypt: (text: string, place: string) => string
  /** Throws when the key is not held or the value was altered or moved. */
  readonly decrypt: (sealed: string, place: string) => string
  /** The name of the key that new values are written under; what they begin with. */
  readonly currentVersion: () => string
}

/** A keyring whose keys are given as text, from a variable or a secret store. Throws a sentence when the text is no keyring. */
export function keyringOf(text: string): Keyring {
  const keys = keysOf(text)
  return keyringReading(() => keys)
}

/** A keyring kept in a file; read again when the file changes, so that a rotation reaches a running process. */
export function keyringInFile(file: string): Keyring {
  let kept: { readonly state: string; readonly keys: Keys } | undefined
  const read = () => {
    const { ino, mtimeMs, size } = statSync(file)
    const state = `${ino} ${mtimeMs} ${size}` // a rotation within the clock's grain is another file all the same
    if (kept?.state !== state) kept = { state, keys: keysOf(readFileSync(file, 'utf8')) }
    return kept.keys
  }
  read()
  return keyringReading(read)
}

/** Makes a keyring file with one key, unless there is one; only its owner may read it. Whether it was made now. */
export function makeKeyringFile(file: string, now: Date): boolean {
  try {
    const handle = openSync(file, 'wx', 0o600)
    writeFileSync(handle, newKeyring(now))
    closeSync(handle)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** The text of a keyring with one new key. */
export function newKeyring(now: Date): string {
  return written({ current: '', keys: {} }, now)
}

/** Adds a key to the file and makes it the current one; the older stay, to read what they wrote. Answers the new key's version. */
export function rotateKeyringFile(file: string, now: Date): string {
  const text = readFileSync(file, 'utf8')
  keysOf(text) // refuses to build on a file that is not a keyring
  const rotated = written(JSON.parse(text) as KeyringFile, now) // its shape was checked in the line before
  const beside = join(dirname(file), `.keyring-${randomBytes(6).toString('hex')}`)
  writeFileSync(beside, rotated, { mode: 0o600, flag: 'wx' })
  const { uid, gid } = statSync(file)
  chownSync(beside, uid, gid) // run by root, it still belongs to the account of the server
  renameSync(beside, file)
  return keysOf(rotated).current
}

interface KeyringFile {
  readonly current: string
  readonly keys: Readonly<
    Record<string, { readonly hmac: string; readonly cipher: string; readonly madeAt: string }>
  >
}

function written(before: KeyringFile, now: Date): string {
  // The random part tells a lost keyring from its replacement: both would be number 1.
  const version = `k${Object.keys(before.keys).length + 1}-${randomBytes(3).toString('hex')}`
  const secret = () => randomBytes(32).toString('base64url')
  const keys = { ...before.keys, [version]: { hmac: secret(), cipher: secret(), madeAt: now.toISOString() } }
  return `${JSON.stringify({ current: version, keys }, null, 2)}\n`
}

function keysOf(text: string): Keys {
  const refuse = (why: string): never => {
    throw new Error(`The keyring cannot be used: ${why}. See docs/keys.md.`)
  }
  const file = jsonObject(text)
  if (file === undefined) return refuse('it is not JSON')
  const byVersion = new Map<string, Key>()
  for (const [version, pair] of Object.entries(file.keys ?? {})) {
    const bytes = (secret: unknown) => Buffer.from(typeof secret === 'string' ? secret : '', 'base64url')
    const key = { hmac: bytes(pair.hmac), cipher: bytes(pair.cipher) }
    if (!/^[a-z0-9-]+$/.test(version)) refuse(`${JSON.stringify(version)} is no version`)
    if (key.hmac.length !== 32 || key.cipher.length !== 32)
      refuse(`the keys of ${version} are not 32 bytes long`)
    byVersion.set(version, key)
  }
  const { current } = file
  if (current === undefined || !byVersion.has(current)) return refuse('its current key is missing')
  return { current, byVersion }
}

/** The parser's own message would quote the secret, so it is not passed on. */
function jsonObject(text: string): Partial<KeyringFile> | undefined {
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null ? read : undefined
  } catch {
    return undefined
  }
}

function keyringReading(read: () => Keys): Keyring {
  const keyNamed = ({ byVersion }: Keys, version: string): Key => {
    const key = byVersion.get(version)
    if (key === undefined)
      throw new Error(
        `The keyring holds no key ${JSON.stringify(version)}: it is not the one this database was written with. See docs/keys.md.`,
      )
    return key
  }
  const sealedUnder = (keys: Keys, version: string, text: string) =>
    `${version}:${createHmac('sha256', keyNamed(keys, version).hmac).update(text).digest('base64url')}`
  return {
    seal: (text) => {
      const keys = read()
      return sealedUnder(keys, keys.current, text)
    },
    seals: (text) => {
      const keys = read()
      const older = [...keys.byVersion.keys()].filter((version) => version !== keys.current)
      return [keys.current, ...older].map((version) => sealedUnder(keys, version, text))
    },
    encrypt: (text, place) => {
      const keys = read()
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', keyNamed(keys, keys.current).cipher, iv).setAAD(
        Buffer.from(place),
      )
      const sealed = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return `${keys.current}:${sealed.toString('base64url')}`
    },
    decrypt: (sealed, place) => {
      const [version = '', value = ''] = sealed.split(':')
      const bytes = Buffer.from(value, 'base64url')
      const decipher = createDecipheriv(
        'aes-256-gcm',
        keyNamed(read(), version).cipher,
        bytes.subarray(0, 12),
        { authTagLength: 16 },
      )
      decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(-16))
      return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8')
    },
    currentVersion: () => read().current,
  }
}
