import { expect, test } from 'vitest'
import { freeTicks } from './meter.tsx'

test.each([
  ['no place left draws no tick', 0, 10, 0],
  ['one place of thirty still draws a tick', 1, 30, 1],
  ['one place taken of thirty never looks like all free', 29, 30, 9],
  ['all free draws ten', 10, 10, 10],
  ['a closed pool draws nothing', 0, 0, 0],
])('%s', (_what, free, capacity, ticks) => {
  expect(freeTicks(free, capacity)).toBe(ticks)
})
