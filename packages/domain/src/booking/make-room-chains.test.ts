import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { overlaps } from './assign-units.ts'
import { aPool, places, someRules } from './booking-fixtures.ts'
import { decideBooking } from './decide-booking.ts'
import type { BookingFacts } from './decide-booking.ts'
import { makeRoom, makeRoomTogether, mostRelocations } from './make-room.ts'
import type { HeldPlace, Relocation } from './make-room.ts'

const now = new Date('2026-11-30T09:00:00Z')
const hour = (at: number) => new Date(Date.UTC(2026, 11, 3, 8 + at))
const stay = (unit: number, from: number, to: number, more: Partial<HeldPlace> = {}): HeldPlace => ({
  unitId: `u${unit}`,
  startsAt: hour(from),
  endsAt: hour(to),
  placeId: `${unit} ${from}`,
  isMovable: true,
  ...more,
})
const day = { startsAt: hour(0), endsAt: hour(10) }

describe('one moves so that another can', () => {
  test('a row of two is freed by a chain where no single move frees it', () => {
    // Who sits at 2 all day fits nowhere until who sits at 4 in the afternoon joins the morning at 5.
    const taken = [
      stay(2, 0, 10),
      stay(3, 0, 10, { isMovable: false }),
      stay(4, 5, 10),
      stay(5, 0, 5, { isMovable: false }),
    ]
    expect(makeRoomTogether(places(5), taken, day, 2)).toEqual({
      unitIds: ['u1', 'u2'],
      relocations: [
        { placeId: '2 0', unitId: 'u4' },
        { placeId: '4 5', unitId: 'u5' },
      ],
    })
  })

  test('a group that wants to sit together does, and whoever needs their own place keeps it', () => {
    const facts = (isMovable: boolean): BookingFacts => ({
      rules: someRules(),
      poolSlug: 'seats',
      pool: aPool({ capacity: 4, group: { max: 4, adjacency: 'required' } }),
      period: { day: '2026-12-03', ...day, cells: [day] },
      person: {},
      own: [],
      units: places(4),
      held: [
        { ...stay(2, 0, 10, { isMovable }), holder: {} },
        { ...stay(4, 0, 10, { isMovable: false }), holder: {} },
      ],
      people: 2,
    })
    expect(decideBooking(facts(true), now)).toMatchObject({
      booked: true,
      units: [{ unitId: 'u1' }, { unitId: 'u2' }],
      relocations: [{ placeId: '2 0', unitId: 'u3' }],
    })
    expect(decideBooking(facts(false), now)).toEqual({
      booked: false,
      refusal: { reason: 'not-contiguous' },
    })
  })
})

const unitsInAll = 4
const anyDay = fc
  .array(fc.tuple(fc.nat(unitsInAll - 1), fc.nat(5), fc.integer({ min: 1, max: 5 }), fc.nat(5)), {
    minLength: 4,
    maxLength: 9,
  })
  .map((stays) => {
    const taken: HeldPlace[] = []
    for (const [unit, from, length, oneInSix] of stays) {
      const place = stay(unit + 1, from, from + length, {
        isMovable: oneInSix > 0,
        placeId: `p${taken.length}`,
      })
      if (!taken.some((other) => other.unitId === place.unitId && overlaps(other, place))) taken.push(place)
    }
    return taken
  })

/** Every arrangement there is: who may move anywhere, who may not where they are. The fewest moves that leave the rows free; undefined for none. */
function fewestByBruteForce(
  taken: readonly HeldPlace[],
  period: typeof day,
  rows: readonly (readonly string[])[],
): number | undefined {
  let fewest: number | undefined
  const arrange = (at: number, placed: readonly HeldPlace[], moves: number) => {
    if (fewest !== undefined && moves >= fewest) return
    const place = taken[at]
    if (place === undefined) {
      const isFree = (unitId: string) =>
        !placed.some((each) => each.unitId === unitId && overlaps(each, period))
      if (rows.some((row) => row.every(isFree))) fewest = moves
      return
    }
    const choices = place.isMovable ? places(unitsInAll).map(({ unitId }) => unitId) : [place.unitId]
    for (const unitId of choices) {
      const there = { ...place, unitId }
      if (placed.some((each) => each.unitId === unitId && overlaps(each, there))) continue
      arrange(at + 1, [...placed, there], moves + Number(unitId !== place.unitId))
    }
  }
  arrange(0, [], 0)
  return fewest === undefined || fewest > mostRelocations ? undefined : fewest
}

function expectSound(
  taken: readonly HeldPlace[],
  relocations: readonly Relocation[],
  row: readonly string[],
  period: typeof day,
) {
  const after = taken.map((place) => ({
    ...place,
    unitId: relocations.find(({ placeId }) => placeId === place.placeId)?.unitId ?? place.unitId,
  }))
  const all = [...after, ...row.map((unitId) => ({ unitId, ...period }))]
  const clashes = all.flatMap((one, at) =>
    all.slice(at + 1).filter((other) => one.unitId === other.unitId && overlaps(one, other)),
  )
  expect(clashes).toEqual([])
  const moved = relocations.map(({ placeId }) => taken.find((place) => place.placeId === placeId))
  expect(moved.every((place) => place?.isMovable)).toBe(true)
  expect(new Set(relocations.map(({ placeId }) => placeId)).size).toBe(relocations.length)
}

describe('whatever the day looks like', () => {
  const period = { startsAt: hour(2), endsAt: hour(6) }

  test('one place is freed with as few moves as any arrangement needs, or not at all when none does', () => {
    fc.assert(
      fc.property(anyDay, (taken) => {
        const room = makeRoom(places(unitsInAll), taken, period)
        const rows = places(unitsInAll).map(({ unitId }) => [unitId])
        expect(room?.relocations.length).toBe(fewestByBruteForce(taken, period, rows))
        if (room !== undefined) expectSound(taken, room.relocations, [room.unitId], period)
      }),
      { numRuns: 300 },
    )
  })

  test('and so are two neighbours', () => {
    fc.assert(
      fc.property(anyDay, (taken) => {
        const room = makeRoomTogether(places(unitsInAll), taken, period, 2)
        const rows = [1, 2, 3].map((number) => [`u${number}`, `u${number + 1}`])
        expect(room?.relocations.length).toBe(fewestByBruteForce(taken, period, rows))
        if (room !== undefined) expectSound(taken, room.relocations, room.unitIds, period)
      }),
      { numRuns: 300 },
    )
  })

  test('a full day of many short stays is decided within the looks it has', () => {
    const taken = Array.from({ length: 30 }, (_, unit) =>
      Array.from({ length: 10 }, (_each, from) =>
        stay(unit + 1, from, from + 1, { placeId: `${unit} ${from}` }),
      ),
    ).flat()
    expect(makeRoomTogether(places(30), taken.slice(2), day, 4)).toBeUndefined()
  })
})
