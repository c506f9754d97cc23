import { isoWeekOf, monthOf } from '../calendar/local-day.ts'
import { localDayOf } from '../calendar/local-time.ts'
import type { Cap, LocalDay, RuleId } from '../rules/tenant-rules.ts'
import type { TimeRange } from './peak-use.ts'
import type { WindowPerson } from './window-types.ts'

/** Units of each holder by cap and period, raised as a window is drawn. */
export class CapLedger {
  readonly #caps: readonly Cap[]
  readonly #amounts = new Map<string, Map<string, number>>()
  readonly #slots = new Map<string, CapsOfSlot>()

  constructor(caps: readonly Cap[]) {
    this.#caps = caps
  }

  /** What counts during one slot of a pool. */
  on(pool: RuleId, slot: TimeRange): CapsOfSlot {
    const name = `${slot.startsAt.getTime()} ${slot.endsAt.getTime()} ${pool}`
    const known = this.#slots.get(name) ?? this.#counters(pool, slot)
    this.#slots.set(name, known)
    return known
  }

  #counters(pool: RuleId, slot: TimeRange): CapsOfSlot {
    const day = localDayOf(slot.startsAt)
    const counters = this.#caps.flatMap((cap, index) => {
      if (!cap.pools.includes(pool)) return []
      const key = `${index} ${periodOf(cap.per, day)}`
      const amounts = this.#amounts.get(key) ?? new Map<string, number>()
      this.#amounts.set(key, amounts)
      const minutes = (slot.endsAt.getTime() - slot.startsAt.getTime()) / 60_000
      return [{ cap, amounts, each: cap.unit === 'slots' ? 1 : minutes }]
    })
    return new CapsOfSlot(counters)
  }
}

interface Counter {
  readonly cap: Cap
  readonly amounts: Map<string, number>
  readonly each: number
}

export class CapsOfSlot {
  readonly #counters: readonly Counter[]

  constructor(counters: readonly Counter[]) {
    this.#counters = counters
  }

  /** The first cap that one more unit for each of the people would pass (rule 21); it refuses the request and moves nobody in rank. */
  findReached(people: readonly CapPerson[], org: RuleId | undefined): Cap | undefined {
    for (const { cap, amounts, each } of this.#counters)
      for (const person of people) {
        const id = idOf(cap, person, org)
        if (id === undefined) continue
        const units = people.length === 1 ? 1 : people.filter((other) => idOf(cap, other, org) === id).length
        if ((amounts.get(id) ?? 0) + units * each > cap.max) return cap
      }
    return undefined
  }

  record(people: readonly CapPerson[], org: RuleId | undefined): void {
    for (const { cap, amounts, each } of this.#counters)
      for (const person of people) {
        const id = idOf(cap, person, org)
        if (id !== undefined) amounts.set(id, (amounts.get(id) ?? 0) + each)
      }
  }
}

type CapPerson = Pick<WindowPerson, 'person' | 'household'>

function idOf({ who }: Cap, { person, household }: CapPerson, org: RuleId | undefined): string | undefined {
  switch (who) {
    case 'person':
      return person
    case 'household':
      // Who has no household on record is a household of one.
      return household ?? person
    case 'org':
      return org
  }
}

/** The period a unit falls in, by the local day it starts on; ISO weeks begin on Monday and may cross the year. */
export function periodOf(per: Cap['per'], day: LocalDay): string {
  switch (per) {
    case 'day':
      return day
    case 'isoWeek':
      return isoWeekOf(day)
    case 'month':
      return monthOf(day)
  }
}
