import { describe, expect, test } from 'vitest'
import { seatTogether } from './adjacent-seats.ts'

const hall = { seats: 10, occupied: [3, 6, 7] }

describe('seats for people who come together (TC9)', () => {
  test.each([
    [1, [1]],
    [2, [1, 2]],
    [3, [8, 9, 10]],
  ])('%d of them sit in the shortest free run that holds them, the lowest on ties', (people, seats) => {
    expect(seatTogether({ ...hall, people, adjacency: 'required' })).toEqual({ seated: true, seats })
  })

  test('four find no run, and are refused only if they insist', () => {
    expect(seatTogether({ ...hall, people: 4, adjacency: 'required' })).toEqual({
      seated: false,
      reason: 'NOT_CONTIGUOUS',
    })
    expect(seatTogether({ ...hall, people: 4, adjacency: 'preferred' })).toEqual({
      seated: true,
      seats: [1, 8, 9, 10],
    })
  })

  test('six sit in as few runs as can be', () => {
    expect(seatTogether({ ...hall, people: 6, adjacency: 'preferred' })).toEqual({
      seated: true,
      seats: [1, 2, 4, 8, 9, 10],
    })
  })

  test('who does not care sits in the lowest free seats', () => {
    expect(seatTogether({ ...hall, people: 3, adjacency: 'none' })).toEqual({
      seated: true,
      seats: [1, 2, 4],
    })
  })

  test('more than there are free seats do not fit', () => {
    expect(seatTogether({ ...hall, people: 8, adjacency: 'none' })).toEqual({
      seated: false,
      reason: 'GROUP_DOES_NOT_FIT',
    })
  })
})
