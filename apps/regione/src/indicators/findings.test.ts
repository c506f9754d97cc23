import { expect, test } from 'vitest'
import { byPresence, fullestHour, heatStep, leadingTown, spreadOfUse, trendOf } from './findings.ts'

test('the fullest hour is the one with the highest number, and none when nothing was taken', () => {
  const cells = [
    { weekday: 1, hour: 9, percent: 40 },
    { weekday: 2, hour: 11, percent: 84 },
    { weekday: 4, hour: 11, percent: 84 },
  ]
  expect(fullestHour(cells)).toEqual({ weekday: 2, hour: 11, percent: 84 })
  expect(fullestHour([{ weekday: 1, hour: 9, percent: 0 }])).toBeUndefined()
  expect(fullestHour([])).toBeUndefined()
})

test.each([
  ['rises', [100, 104, 98, 110, 160, 171, 166, 180], { goes: 'up', from: 103, to: 169 }],
  ['falls', [100, 100, 50, 50], { goes: 'down', from: 100, to: 50 }],
  ['stands still', [100, 104, 98, 101], { goes: 'steady', around: 101 }],
  [
    'sinks and comes back',
    [190, 200, 195, 198, 60, 17, 80, 196, 198, 200, 194],
    { goes: 'dip', least: 17, around: 197 },
  ],
  ['is empty all along', [0, 0, 0, 0], { goes: 'steady', around: 0 }],
  ['is too short to say', [10, 90, 200], { goes: 'unknown' }],
])('a line that %s is told so', (_what, counts, trend) => {
  expect(trendOf(counts)).toEqual(trend)
})

test('the leading town has its share, and none leads where nobody came', () => {
  const towns = [
    { name: 'Allumiere', peoplePresent: 30 },
    { name: 'Pignataro', peoplePresent: 70 },
  ]
  expect(leadingTown(towns)).toEqual({ town: towns[1], percent: 70 })
  expect(leadingTown([{ name: 'Allumiere', peoplePresent: 0 }])).toBeUndefined()
  expect(byPresence(towns).map(({ name }) => name)).toEqual(['Pignataro', 'Allumiere'])
})

test('the scale has five steps, whose edges belong to the darker one', () => {
  expect([0, 39, 40, 55, 65, 79, 80, 100].map(heatStep)).toEqual([1, 1, 2, 3, 4, 4, 5, 5])
})

test('the towns are told apart by how much of what they offer is used, those without any left out', () => {
  expect(spreadOfUse([{ occupancy: 60 }, { occupancy: 53 }, {}])).toEqual({ towns: 2, least: 53, most: 60 })
  expect(spreadOfUse([{ occupancy: 60 }])).toEqual({ towns: 1, least: 60, most: 60 })
  expect(spreadOfUse([{}])).toBeUndefined()
})
