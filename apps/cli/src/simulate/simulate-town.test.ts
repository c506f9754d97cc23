import { describe, expect, test } from 'vitest'
import { isoWeekOf, weekdayOf } from '@officine/domain/calendar/local-day'
import { localTimeOf } from '@officine/domain/calendar/local-time'
import { slotsOn } from '@officine/domain/calendar/slots'
import { allumiere } from '@officine/tenants/allumiere'
import { checkTenant, checkTowns } from '@officine/tenants/check-tenant'
import type { TenantConfig } from '@officine/tenants/tenant-config'
import { towns, townsWithSeats } from '@officine/tenants/towns'
import { inventedTown } from './invented-town.ts'
import { sampleMark } from './sample-names.ts'
import { seededRandom } from './seeded-random.ts'
import { simulateTown } from './simulate-town.ts'
import type { SimulatedBooking } from './simulate-town.ts'

const from = '2025-10-01'
// A morning in the middle of a week, an hour and a half after the doors opened.
const now = new Date('2026-10-14T08:30:00Z')

function simulated(config: TenantConfig, seed = 7) {
  const places = config.pools.flatMap(({ slug, units }) =>
    units.map(({ number, label, isAccessible }) => ({
      poolId: slug,
      slug,
      kind: config.rules.pools[slug]?.kind ?? ('seats' as const),
      unitId: `${slug} ${number}`,
      number,
      label,
      isAccessible,
    })),
  )
  return [...simulateTown({ config, places, from, now, random: seededRandom(seed) })]
}

const year = simulated(allumiere)
const people = new Map(year.flatMap((day) => day.people).map((person) => [person.id, person]))
const bookings = year.flatMap((day) => day.bookings)
const seats = bookings.filter(({ poolId }) => poolId === 'seats')
const held = (all: readonly SimulatedBooking[]) => all.filter(({ status }) => status !== 'cancelled')
const perDay = (all: readonly SimulatedBooking[]) => all.length / new Set(all.map(({ day }) => day)).size

describe('a year of use', () => {
  test('is the same for the same seed, and another for another', () => {
    expect(simulated(allumiere)).toEqual(year)
    expect(simulated(allumiere, 8)).not.toEqual(year)
  })

  test.each(townsWithSeats.map((town) => [town.id, town] as const))(
    'keeps the hours, holidays, caps and places of %s',
    (_id, town) => {
      const all = simulated(town).flatMap((day) => day.bookings)
      const taken = new Set<string>()
      const weekly = new Map<string, number>()
      const cap = town.rules.caps.find(({ who, per }) => who === 'person' && per === 'isoWeek')
      for (const { poolId, day, startsAt, endsAt, status, units, personId } of all) {
        const rules = town.rules.pools[poolId]
        if (rules === undefined) throw new Error(`no pool ${poolId}`)
        const closed = [
          ...(town.rules.holidays ?? []),
          ...town.closures.flatMap((closure) => (closure.from <= day && day <= closure.to ? [day] : [])),
        ]
        expect(slotsOn(rules, day, closed)).toContainEqual({ startsAt, endsAt })
        if (status === 'cancelled') continue
        for (const { unitId } of units) {
          const place = `${unitId} ${startsAt.toISOString()}`
          expect(taken).not.toContain(place)
          taken.add(place)
        }
        if (cap?.pools.includes(poolId) !== true) continue
        const week = `${personId} ${isoWeekOf(day)}`
        weekly.set(week, (weekly.get(week) ?? 0) + 1)
        expect(weekly.get(week)).toBeLessThanOrEqual(cap.max)
      }
      expect(all.length).toBeGreaterThan(1_500)
    },
  )

  test('is thin in August and on Fridays, full in autumn and in the morning', () => {
    const inMonth = (month: string) => perDay(held(seats).filter(({ day }) => day.startsWith(month)))
    expect(inMonth('2026-08')).toBeLessThan(inMonth('2026-09') / 2)
    expect(inMonth('2026-03')).toBeGreaterThan(inMonth('2025-10'))
    const onWeekday = (weekday: number) => perDay(held(seats).filter(({ day }) => weekdayOf(day) === weekday))
    expect(onWeekday(5)).toBeLessThan(onWeekday(3))
    const mornings = held(seats).filter(({ startsAt }) => localTimeOf(startsAt) === '09:00').length
    expect(mornings).toBeGreaterThan(held(seats).length / 2)
  })

  test('is made by people with habits: some come every week, most now and then', () => {
    const uses = [...Map.groupBy(held(seats), ({ personId }) => personId).values()]
      .map((own) => own.length)
      .sort((one, other) => other - one)
    const [most = 0] = uses
    const middle = uses[Math.floor(uses.length / 2)] ?? 0
    expect(most).toBeGreaterThan(3 * middle)
    expect(bookings.every(({ personId, day }) => (people.get(personId)?.joinedOn ?? '9') <= day)).toBe(true)
  })

  test('ends as such things end: most came, some cancelled in time, few did not come', () => {
    const share = (status: SimulatedBooking['status']) =>
      bookings.filter((each) => each.status === status).length / bookings.length
    expect(share('completed')).toBeGreaterThan(0.75)
    expect(share('cancelled')).toBeGreaterThan(0.04)
    expect(share('no-show')).toBeGreaterThan(0.02)
    expect(share('no-show')).toBeLessThan(0.15)
  })

  test('knows what time it is: nothing was booked after now, nobody came tomorrow, who is in today is in', () => {
    for (const { bookedAt, checkedInAt, cancelledAt, startsAt, endsAt, status } of bookings) {
      for (const at of [bookedAt, checkedInAt, cancelledAt]) expect(at === null || at <= now).toBe(true)
      expect(bookedAt < startsAt).toBe(true)
      if (cancelledAt !== null) expect(bookedAt <= cancelledAt && cancelledAt <= startsAt).toBe(true)
      if (startsAt > now) expect(['confirmed', 'cancelled']).toContain(status)
      if (endsAt <= now) expect(['completed', 'no-show', 'cancelled']).toContain(status)
    }
    expect(bookings.some(({ status }) => status === 'checked-in')).toBe(true)
  })

  test('leaves the days ahead nearly free', () => {
    const ahead = held(seats).filter(({ day }) => day > '2026-10-14')
    expect(ahead.length).toBeGreaterThan(0)
    expect(ahead.length).toBeLessThan(20) // of 60 places
  })

  test('is labelled: every name says that it is an example, and no two codes are the same', () => {
    for (const { familyName } of people.values()) expect(familyName).toContain(sampleMark)
    expect(new Set(bookings.map(({ code }) => code)).size).toBe(bookings.length)
    expect(new Set(bookings.map(({ id }) => id)).size).toBe(bookings.length)
  })
})

test('invented towns pass the check that real ones pass, and say that they are invented', () => {
  const invented = Array.from({ length: 40 }, (_, at) => inventedTown(at + 1))
  for (const town of invented) {
    expect(checkTenant(town)).toMatchObject({ ok: true })
    expect(town.institutionName.it).toContain('inventato')
  }
  expect(checkTowns([...towns, ...invented])).toEqual([])
})
