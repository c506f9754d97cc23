import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { aCase, aPool, people } from '../fixtures/allocation-cases.ts'
import { allocate } from './allocate.ts'
import { canonicalJson } from './canonical-json.ts'
import { drandRoundAt, drawTag, listHash, ticketOf } from './lottery.ts'

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

describe('canonical JSON', () => {
  test('is that of RFC 8785, section 3.2.2 and 3.2.3', () => {
    const value = JSON.parse(
      String.raw`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`,
    )
    expect(canonicalJson(value)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    )
  })

  test('sorts members by UTF-16 code units, also beyond the first plane', () => {
    const value = { '€': 1, '\r': 2, '\uFB33': 3, '1': 4, '\u{1F600}': 5, '\u0080': 6, ö: 7 }
    expect(Object.values(JSON.parse(`[${canonicalJson(value).replaceAll(/[{}]|"[^"]*":/g, '')}]`))).toEqual([
      2, 4, 6, 7, 1, 5, 3,
    ])
  })

  test('refuses what JSON cannot say', () => {
    expect(() => canonicalJson({ n: Number.NaN })).toThrow('Not a JSON number')
    expect(() => canonicalJson([undefined])).toThrow('Not a JSON value')
  })
})

describe('the hashes of a decision', () => {
  const one = aCase(aPool({ capacity: 1 }), { ordered: false, requests: people('b a') })

  test('are those of the rules, and of the case without them with its requests by id', () => {
    const { rules, ...inputs } = one
    const result = allocate(one)
    expect(result.rulesHash).toBe(sha256(canonicalJson(rules)))
    expect(result.inputsHash).toBe(sha256(canonicalJson({ ...inputs, requests: people('a b') })))
  })

  test('keep the order of the file where it is an input', () => {
    for (const more of [{ ordered: true }, { phase: 'first-come' }] as const) {
      const { rules: _rules, ...inputs } = { ...one, ...more }
      expect(allocate({ ...one, ...more }).inputsHash).toBe(sha256(canonicalJson(inputs)))
    }
  })
})

describe('the lottery', () => {
  test('publishes a list that does not depend on who wrote it down first', () => {
    expect(listHash(['b', 'a'])).toBe(sha256('cw-list-v1\na\nb\n'))
    expect(listHash(['a', 'b'])).toBe(listHash(['b', 'a']))
    expect(listHash([])).toBe(sha256('cw-list-v1\n\n'))
  })

  test('gives a ticket that depends on the draw, the seed and the tag alone', () => {
    const ticket = ticketOf({ drawId: 'd1', seed: '00ff', tag: 't1' })
    expect(ticket).toBe(sha256('cw-lottery-v1|d1|00ff|t1'))
    expect(ticketOf({ drawId: 'd2', seed: '00ff', tag: 't1' })).not.toBe(ticket)
  })

  test('gives a tag that cannot be followed from draw to draw', () => {
    const key = new Uint8Array(32).fill(7)
    const tag = drawTag({ key, drawId: 'd1', unitId: 'anna' })
    expect(tag).toMatch(/^[0-9a-f]{64}$/)
    expect(drawTag({ key, drawId: 'd2', unitId: 'anna' })).not.toBe(tag)
    expect(drawTag({ key, drawId: 'd1', unitId: 'bruno' })).not.toBe(tag)
  })

  test('names the round that appears at or after an instant', () => {
    expect(drandRoundAt(new Date(1_692_803_367_000))).toBe(1)
    expect(drandRoundAt(new Date(1_692_803_367_001))).toBe(2)
    expect(drandRoundAt(new Date(1_692_803_370_000))).toBe(2)
    expect(drandRoundAt(new Date(1_692_803_371_000))).toBe(3)
  })
})
