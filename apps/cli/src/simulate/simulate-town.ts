import type { PlaceOfTown } from '@officine/db/towns'
import { codeAlphabet } from '@officine/domain/booking/booking-code'
import { addDays, daysBetween, isoWeekOf, monthOf, weekdayOf } from '@officine/domain/calendar/local-day'
import { localDayOf, localTimeOf } from '@officine/domain/calendar/local-time'
import { slotsOn } from '@officine/domain/calendar/slots'
import type { SlotTimes } from '@officine/domain/calendar/slots'
import type { LocalDay, PoolRules } from '@officine/domain/rules/tenant-rules'
import type { TenantConfig } from '@officine/tenants/tenant-config'
import { inventDweller, likelihood } from './habits.ts'
import type { Dweller } from './habits.ts'
import { poolsOf } from './pools-to-fill.ts'
import type { PoolToFill } from './pools-to-fill.ts'
import type { Random } from './seeded-random.ts'
import { fateOf } from './fate.ts'
import type { Fate } from './fate.ts'

export interface SimulatedBooking extends Fate, SlotTimes {
  readonly id: string
  readonly personId: string
  readonly poolId: string
  readonly day: LocalDay
  readonly code: string
  readonly qrSecret: string
  /** The seat first, then what was booked with it. */
  readonly units: readonly { readonly id: string; readonly poolId: string; readonly unitId: string }[]
}

export interface SimulatedDay {
  readonly people: readonly Dweller[]
  readonly bookings: readonly SimulatedBooking[]
}

export interface SimulatedTown {
  readonly config: TenantConfig
  readonly places: readonly PlaceOfTown[]
  readonly from: LocalDay
  readonly now: Date
  readonly random: Random
}

/** Seats that a full room needs: how many people know the place for each of them, at the end. */
const peopleForASeat = 7
/** What is taken of the days to come, the first first: who tries the portal finds places. */
const takenAhead = [0.2, 0.12, 0.06]

/**
 * A town's use from a day until a few days after `now`, by people who do not exist: more of them every month, each with habits, by the town's own hours, holidays,
 * closures and caps. Seats with their add-ons, and turns at the desks; the same for the same seed and the same `now`.
 */
export function* simulateTown({ config, places, from, now, random }: SimulatedTown): Generator<SimulatedDay> {
  const pools = poolsOf(config, places)
  const seats = pools.filter(({ rules }) => rules.kind === 'seats')
  const desks = pools.filter(({ rules }) => rules.kind === 'desk')
  const addOns = pools.filter(({ rules }) => comesAlong(rules.kind))
  const capacity = seats.reduce((sum, { places: own }) => sum + own.length, 0)
  const today = localDayOf(now)
  const days = daysBetween(from, today)
  const codes = new Set<string>()
  const dwellers: Dweller[] = []
  const uses = new Map<string, number>()
  const invited = Math.max(6, capacity) * peopleForASeat

  for (let at = 0; at <= days + takenAhead.length; at += 1) {
    const day = addDays(from, at)
    // A quarter knows the place when it opens; the others hear of it, month by month.
    const known = Math.min(invited, Math.round(invited * (1 / 4 + (3 / 4) * (at / Math.max(days, 1)))))
    const people: Dweller[] = []
    while (dwellers.length < known) {
      const dweller = inventDweller(random, at === 0 ? from : day)
      dwellers.push(dweller)
      people.push(dweller)
    }
    const share = at <= days ? 1 : (takenAhead[at - days - 1] ?? 0)
    // Rain, strikes, a football match: a day is not its average.
    const mood = (0.8 + 0.4 * random.next()) * share
    const asking = { config, day, mood, random, codes, uses, now }
    const bookings = [
      ...seats.flatMap((pool) => fillSeats(asking, pool, dwellers, addOns)),
      ...desks.flatMap((pool) => fillDesk(asking, pool, dwellers)),
    ]
    yield { people, bookings }
  }
}

interface Asking {
  readonly config: TenantConfig
  readonly day: LocalDay
  readonly mood: number
  readonly random: Random
  readonly codes: Set<string>
  /** How often a person used a pool in a period that a cap looks at. */
  readonly uses: Map<string, number>
  readonly now: Date
}

function comesAlong(kind: PoolRules['kind']): boolean {
  return kind === 'care' || kind === 'pet' || kind === 'equipment'
}

function likelihoodAlong(kind: PoolRules['kind'], { habit }: Dweller): number {
  if (kind === 'care') return habit.withChild
  return kind === 'pet' ? habit.withPet : habit.withLaptop
}

function fillSeats(
  asking: Asking,
  pool: PoolToFill,
  dwellers: readonly Dweller[],
  addOns: readonly PoolToFill[],
): SimulatedBooking[] {
  const { day, mood, random } = asking
  const weekday = weekdayOf(day)
  return slotsOn(pool.rules, day, pool.closed).flatMap((slot) => {
    const part = localTimeOf(slot.startsAt) < '13:00' ? 'morning' : 'afternoon'
    const comers = dwellers.filter(
      (dweller) => random.next() < likelihood(dweller, day, weekday, part) * mood,
    )
    const free = new Set(pool.places)
    const left = new Map(addOns.map((addOn) => [addOn, [...addOn.places]]))
    return inAnyOrder(comers, random).flatMap((dweller) => {
      if (free.size === 0 || !mayHaveOneMore(asking, pool, dweller)) return []
      const fate = fateOf(dweller.habit, slot, asking.now, random)
      const place = favourite(dweller, pool, free)
      if (fate.status !== 'cancelled') {
        free.delete(place) // a cancelled place is somebody else's
        countUse(asking, pool, dweller)
      }
      const wanted = [...left].flatMap(([addOn, spare]) => {
        const isWanted = random.chance(likelihoodAlong(addOn.rules.kind, dweller))
        const fits = slotsOn(addOn.rules, day, addOn.closed).some(
          (own) => own.startsAt <= slot.startsAt && slot.endsAt <= own.endsAt,
        )
        const given = isWanted && fits ? spare.at(-1) : undefined
        if (given !== undefined && fate.status !== 'cancelled') spare.pop()
        return given ?? []
      })
      return [booked(asking, pool, dweller, slot, fate, [place, ...wanted])]
    })
  })
}

function fillDesk(asking: Asking, pool: PoolToFill, dwellers: readonly Dweller[]): SimulatedBooking[] {
  const { day, mood, random, now } = asking
  const active = dwellers.filter(({ joinedOn, leftOn }) => joinedOn <= day && day < leftOn)
  const turns = slotsOn(pool.rules, day, pool.closed).flatMap((slot) =>
    pool.places.map((place) => ({ slot, place })),
  )
  // A month has some nine days of opening.
  const wanted = (active.reduce((sum, { habit }) => sum + habit.deskAMonth, 0) / 9) * mood
  const comers = inAnyOrder(
    active.filter(({ habit }) => random.next() < (habit.deskAMonth / 9) * mood),
    random,
  ).slice(0, Math.ceil(wanted))
  return inAnyOrder(turns, random).flatMap(({ slot, place }, at) => {
    const dweller = comers[at]
    if (dweller === undefined) return []
    return [booked(asking, pool, dweller, slot, fateOf(dweller.habit, slot, now, random), [place])]
  })
}

function booked(
  { day, random, codes }: Asking,
  { poolId }: PoolToFill,
  dweller: Dweller,
  { startsAt, endsAt }: SlotTimes,
  fate: Fate,
  places: readonly PlaceOfTown[],
): SimulatedBooking {
  const at = fate.bookedAt.getTime()
  return {
    id: random.id(at),
    personId: dweller.id,
    poolId,
    day,
    startsAt,
    endsAt,
    code: newCode(random, codes),
    qrSecret: random.id(at).replaceAll('-', ''),
    units: places.map((place) => ({ id: random.id(at), poolId: place.poolId, unitId: place.unitId })),
    ...fate,
  }
}

/** Whoever can has their own corner of the room. */
function favourite(dweller: Dweller, pool: PoolToFill, free: ReadonlySet<PlaceOfTown>): PlaceOfTown {
  const start = Number.parseInt(dweller.id.slice(-4), 16)
  for (let step = 0; ; step += 1) {
    const place = pool.places[(start + step) % pool.places.length]
    if (place !== undefined && free.has(place)) return place
  }
}

function capsOf({ config, day }: Asking, pool: PoolToFill, { id }: Dweller) {
  return config.rules.caps
    .filter(({ who, pools, unit }) => who === 'person' && unit === 'slots' && pools.includes(pool.slug))
    .map(({ per, max }) => ({
      max,
      key: `${id} ${per === 'day' ? day : per === 'isoWeek' ? isoWeekOf(day) : monthOf(day)}`,
    }))
}

function mayHaveOneMore(asking: Asking, pool: PoolToFill, dweller: Dweller): boolean {
  return capsOf(asking, pool, dweller).every(({ key, max }) => (asking.uses.get(key) ?? 0) < max)
}

function countUse(asking: Asking, pool: PoolToFill, dweller: Dweller): void {
  for (const { key } of capsOf(asking, pool, dweller)) asking.uses.set(key, (asking.uses.get(key) ?? 0) + 1)
}

function inAnyOrder<Item>(items: readonly Item[], random: Random): Item[] {
  return items
    .map((item) => ({ item, at: random.next() }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item)
}

function newCode(random: Random, taken: Set<string>): string {
  for (;;) {
    const code = Array.from({ length: 8 }, () => codeAlphabet[random.below(32)]).join('')
    if (taken.has(code)) continue
    taken.add(code)
    return code
  }
}
