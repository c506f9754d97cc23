import { addDays } from '@officine/domain/calendar/local-day'
import type { LocalDay } from '@officine/domain/rules/tenant-rules'
import { sampleName } from './sample-names.ts'
import type { Random } from './seeded-random.ts'

const kinds = ['remote-worker', 'freelancer', 'student', 'parent', 'job-seeker'] as const
type Kind = (typeof kinds)[number]

interface Habit {
  /** Of a hundred people, how many live like this. Assumption: no source counts the users of such places in Lazio. */
  readonly share: number
  readonly ages: readonly [from: number, to: number]
  /** How likely on a day of theirs and on another, in the morning and in the afternoon. */
  readonly mornings: number
  readonly afternoons: number
  readonly otherDays: number
  readonly daysOfTheirs: number
  /** Factor for each month, January first. */
  readonly months: readonly number[]
  /** Days ahead that they book, at most. */
  readonly booksAhead: number
  readonly missesOne: number
  readonly byPhone: number
  /** Turns to the desk in a month. */
  readonly deskAMonth: number
  readonly withChild: number
  readonly withPet: number
  /** Comes without a computer. */
  readonly withLaptop: number
}

const allYear = [1, 1, 1, 0.95, 1, 0.95, 0.8, 0.3, 1, 1.05, 1.05, 0.75]

const habits: Readonly<Record<Kind, Habit>> = {
  'remote-worker': {
    share: 32,
    ages: [26, 58],
    mornings: 0.72,
    afternoons: 0.6,
    otherDays: 0.04,
    daysOfTheirs: 2,
    months: allYear,
    booksAhead: 8,
    missesOne: 0.04,
    byPhone: 0.03,
    deskAMonth: 0.1,
    withChild: 0,
    withPet: 0.08,
    withLaptop: 0.02,
  },
  freelancer: {
    share: 22,
    ages: [24, 62],
    mornings: 0.4,
    afternoons: 0.25,
    otherDays: 0.14,
    daysOfTheirs: 2,
    months: allYear,
    booksAhead: 4,
    missesOne: 0.08,
    byPhone: 0.08,
    deskAMonth: 0.25,
    withChild: 0,
    withPet: 0.12,
    withLaptop: 0.02,
  },
  // Exams in January, February, June, July and September.
  student: {
    share: 20,
    ages: [17, 27],
    mornings: 0.18,
    afternoons: 0.5,
    otherDays: 0.08,
    daysOfTheirs: 3,
    months: [1.5, 1.5, 0.8, 0.8, 1, 1.6, 1.4, 0.25, 1.4, 0.8, 0.9, 0.8],
    booksAhead: 2,
    missesOne: 0.14,
    byPhone: 0.01,
    deskAMonth: 0.1,
    withChild: 0,
    withPet: 0.02,
    withLaptop: 0.15,
  },
  // While the schools are open.
  parent: {
    share: 14,
    ages: [28, 46],
    mornings: 0.6,
    afternoons: 0.12,
    otherDays: 0.05,
    daysOfTheirs: 2,
    months: [1, 1.05, 1.05, 0.95, 1.05, 0.5, 0.3, 0.15, 0.8, 1.1, 1.1, 0.7],
    booksAhead: 9,
    missesOne: 0.07,
    byPhone: 0.1,
    deskAMonth: 0.3,
    withChild: 0.7,
    withPet: 0.03,
    withLaptop: 0.08,
  },
  'job-seeker': {
    share: 12,
    ages: [22, 63],
    mornings: 0.3,
    afternoons: 0.12,
    otherDays: 0.07,
    daysOfTheirs: 1,
    months: allYear,
    booksAhead: 3,
    missesOne: 0.12,
    byPhone: 0.35,
    deskAMonth: 0.9,
    withChild: 0.05,
    withPet: 0.02,
    withLaptop: 0.35,
  },
}

/** Somebody who does not exist, and what they are likely to do. */
export interface Dweller {
  readonly id: string
  readonly givenName: string
  readonly familyName: string
  readonly bornOn: LocalDay
  readonly kind: Kind
  readonly joinedOn: LocalDay
  readonly leftOn: LocalDay
  readonly ownDays: readonly number[]
  readonly habit: Habit
}

/** An invented person who comes for the first time on `joinedOn`, for some months or for good. */
export function inventDweller(random: Random, joinedOn: LocalDay): Dweller {
  const kind = kindAt(random.below(100))
  const habit = habits[kind]
  const [from, to] = habit.ages
  const year = Number(joinedOn.slice(0, 4)) - from - random.below(to - from)
  const bornOn = addDays(`${year}-01-01`, random.below(365))
  const stays = random.chance(0.35) ? 4_000 : 30 + random.below(400)
  const first = 1 + random.below(5)
  const ownDays = Array.from({ length: habit.daysOfTheirs }, (_, at) => 1 + ((first - 1 + at * 2) % 5))
  return {
    id: random.id(Date.parse(`${joinedOn}T08:00:00Z`) + random.below(36_000_000)),
    ...sampleName(random),
    bornOn,
    kind,
    joinedOn,
    leftOn: addDays(joinedOn, stays),
    ownDays,
    habit,
  }
}

function kindAt(percent: number): Kind {
  let reached = 0
  return kinds.find((kind) => percent < (reached += habits[kind].share)) ?? 'freelancer'
}

/** Fridays are short, and in Lazio nobody begins the week early. */
const weekdayFactor = [0, 0.92, 1.08, 1.1, 1.04, 0.7, 0.35, 0.2]

/** How likely a person takes a seat for a part of this day; before and after their time here, never. */
export function likelihood(
  dweller: Dweller,
  day: LocalDay,
  weekday: number,
  part: 'morning' | 'afternoon',
): number {
  if (day < dweller.joinedOn || dweller.leftOn <= day) return 0
  const { habit } = dweller
  const own = dweller.ownDays.includes(weekday)
  const usual = part === 'morning' ? habit.mornings : habit.afternoons
  const month = habit.months[Number(day.slice(5, 7)) - 1] ?? 1
  return (own ? usual : habit.otherDays) * month * (weekdayFactor[weekday] ?? 0) * feast(day)
}

/** The days around Christmas and the middle of August stand empty even where they are no holiday. */
function feast(day: LocalDay): number {
  const date = day.slice(5)
  if (date >= '12-23' || date <= '01-05') return 0.25
  return date >= '08-08' && date <= '08-22' ? 0.3 : 1
}
