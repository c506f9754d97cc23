import { describe, expect, test } from 'vitest'
import { contrast } from './contrast.ts'

describe('the contrast of two colours', () => {
  test.each([
    ['black on white', '#000000', '#ffffff', 21],
    ['a colour on itself', '#1b5a45', '#1b5a45', 1],
    ['Allumiere’s green on white', '#1b5a45', '#ffffff', 8.1],
    ['Pignataro’s clay on white', '#91400f', '#ffffff', 7.1],
    ['Pignataro’s clay on its tint', '#91400f', '#faf0e8', 6.3],
  ])('is that of the design: %s', (_what, one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 1)
    expect(contrast(other, one)).toBeCloseTo(ratio, 1)
  })

  test('of something that is no colour is a fault', () => {
    expect(() => contrast('red', '#ffffff')).toThrow(RangeError)
  })
})
