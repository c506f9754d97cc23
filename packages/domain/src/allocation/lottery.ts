import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { compareText } from './compare-text.ts'
import { sha256Hex } from './hashes.ts'

/** The hash published when the list closes, before the round that draws it exists: nobody can add or drop a name afterwards. */
export function listHash(tags: readonly string[]): string {
  const sorted = [...tags].sort(compareText)
  return sha256Hex(`cw-list-v1\n${sorted.join('\n')}\n`)
}

/**
 * The ticket of a tag in a draw (rule 12), lower-case hexadecimal, lowest first. It depends on nobody else's request, so
 * correcting one entry reshuffles nothing. One tag a household where the household is the unit: asking more often changes no luck.
 */
export function ticketOf({
  drawId,
  seed,
  tag,
}: {
  readonly drawId: string
  readonly seed: string
  readonly tag: string
}): string {
  return sha256Hex(`cw-lottery-v1|${drawId}|${seed}|${tag}`)
}

/** The pseudonym of a person or household in one draw; with another draw it is another, so that wins cannot be linked. `key` is the town's secret. */
export function drawTag({
  key,
  drawId,
  unitId,
}: {
  readonly key: Uint8Array
  readonly drawId: string
  readonly unitId: string
}): string {
  return bytesToHex(hmac(sha256, key, utf8ToBytes(`${drawId}|${unitId}`)))
}

/** drand's quicknet: first round and seconds between rounds. */
const quicknet = { genesis: 1_692_803_367, period: 3 }

/** The first quicknet round that appears at or after an instant: announced with the list, drawn when it comes. */
export function drandRoundAt(instant: Date): number {
  return Math.ceil((instant.getTime() / 1000 - quicknet.genesis) / quicknet.period) + 1
}
