import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson } from './canonical-json.ts'

/** SHA-256 of the UTF-8 bytes of a text, lower-case hexadecimal. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)))
}

/** SHA-256 of the canonical JSON text of a value (RFC 8785): what `rulesHash` and `inputsHash` are. */
export function hashOfJson(value: unknown): string {
  return sha256Hex(canonicalJson(value))
}
