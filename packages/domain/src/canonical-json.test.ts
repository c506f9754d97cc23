import { expect, test } from 'vitest'
import { canonicalHash, canonicalJson } from './canonical-json.ts'

test('the same facts in another order are the same text', () => {
  expect(canonicalJson({ b: [1, { d: null, c: 'è' }], a: undefined, A: 1e21 })).toBe('{"A":1e+21,"b":[1,{"c":"è","d":null}]}')
})

test('the hash is that of the text in UTF-8', () => {
  expect(canonicalHash({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a')
})

test.each([[Number.NaN], [() => 1], [1n]])('what JSON cannot say is refused', (value) => {
  expect(() => canonicalJson(value)).toThrow()
})
