import { expect, test } from 'vitest'
import { layoutSeats, seatsAcross } from './seat-layout.tsx'

const twoRows = [1, 2].flatMap((y) => [1, 2, 3, 4, 5].map((x) => ({ x, y })))

test('a room is drawn the same in whole steps and in finer ones', () => {
  const finer = twoRows.map(({ x, y }) => ({ x: x * 80 + 15, y: y * 80 + 95 }))
  const coarse = layoutSeats(twoRows)
  const fine = layoutSeats(finer)
  expect(fine.aspect).toBeCloseTo(coarse.aspect)
  expect(fine.size).toBeCloseTo(coarse.size)
})

test('every seat lies whole inside the room', () => {
  for (const isUpright of [false, true]) {
    const { centres, size, aspect } = layoutSeats(twoRows, isUpright)
    for (const { left, top } of centres) {
      expect(left - size / 2).toBeGreaterThan(0)
      expect(left + size / 2).toBeLessThan(100)
      expect(top - (size * aspect) / 2).toBeGreaterThan(0)
      expect(top + (size * aspect) / 2).toBeLessThan(100)
    }
  }
})

test('a wide room turned on its side is narrower', () => {
  expect(seatsAcross(twoRows, true)).toBeLessThan(seatsAcross(twoRows))
})

test('a single seat still has a room', () => {
  expect(layoutSeats([{ x: 3, y: 3 }]).centres).toEqual([{ left: 50, top: 50 }])
})
