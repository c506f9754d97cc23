import fc from 'fast-check'
import { addDays, addMonths } from '../civil-day.ts'
import { ANSWERS, GENDERS, STATUSES } from '../participant-record.ts'
import type { AfterExit, AfterSixMonths, Episode, ParticipantRecord } from '../participant-record.ts'

export const FIRST_DAY = '2023-05-01'
export const DAYS = 4 * 365

/** Any day of the simulated years. */
export const aDay = fc.nat(DAYS).map((days) => addDays(FIRST_DAY, days))

const COUNTRIES = ['IT', 'IT', 'IT', 'RO', 'FR', 'GB', 'US', 'MA', 'CH', 'UA'] as const
const anAnswer = fc.constantFrom(...ANSWERS)

// Near the edges of the four weeks and of the six months, where the rules decide.
const daysAfterExit = fc.oneof(fc.constantFrom(0, 1, 27, 28, 29), fc.nat(60))
const daysAroundSixMonths = fc.oneof(fc.constantFrom(-1, 0, 1), fc.integer({ min: -40, max: 90 }))

const aStay = fc.record({
  gap: fc.integer({ min: 1, max: 200 }),
  length: fc.nat(250),
  results: fc.option(
    fc.record({
      days: daysAfterExit,
      status: fc.option(fc.constantFrom(...STATUSES)),
      searching: fc.boolean(),
      inEducation: fc.boolean(),
      qualification: fc.boolean(),
    }),
  ),
  later: fc.option(
    fc.record({
      days: daysAroundSixMonths,
      status: fc.option(fc.constantFrom(...STATUSES)),
      improved: fc.boolean(),
    }),
  ),
})
type Stay = typeof aStay extends fc.Arbitrary<infer Value> ? Value : never

/** One person's participation over the simulated years: stays one after another, the last one possibly open, in any order. */
export const aPlausibleRecord: fc.Arbitrary<ParticipantRecord> = fc
  .record({
    operation: fc.constantFrom('OP1', 'OP2', 'OP3'),
    gender: maybe(fc.constantFrom(...GENDERS)),
    ageInDays: fc.integer({ min: 15 * 366, max: 90 * 365 }),
    bornOnLeapDay: fc.boolean(),
    knowsBirth: fc.nat(12).map((n) => n > 0),
    statusAtEntry: maybe(fc.constantFrom(...STATUSES)),
    monthsUnemployed: fc.option(fc.oneof(fc.constantFrom(6, 12), fc.nat(30))),
    spareDays: fc.nat(2),
    inEducationAtEntry: fc.option(fc.boolean()),
    isced: maybe(fc.nat(8)),
    citizenship: fc.array(fc.constantFrom(...COUNTRIES), { maxLength: 2 }),
    stateless: fc.boolean(),
    foreignBackground: anAnswer,
    minority: anAnswer,
    disability: anAnswer,
    homeless: anAnswer,
    degurba: fc.option(fc.constantFrom(1 as const, 2 as const, 3 as const)),
    firstEntry: aDay,
    stays: fc.array(aStay, { minLength: 1, maxLength: 3 }),
    isOpen: fc.boolean(),
    shuffled: fc.boolean(),
  })
  .map((drawn) => {
    const { firstEntry, statusAtEntry } = drawn
    const born = addDays('1936-01-01', Math.max(0, daysFrom1936(firstEntry) - drawn.ageInDays))
    const episodes = episodesOf(firstEntry, drawn.stays, drawn.isOpen)
    const isUnemployed = statusAtEntry === 'UNE' && drawn.monthsUnemployed !== null
    return {
      operation: drawn.operation,
      person: '',
      gender: drawn.gender,
      birthDate: drawn.knowsBirth ? (drawn.bornOnLeapDay ? nearestLeapDay(born) : born) : null,
      statusAtEntry,
      unemployedSince: isUnemployed
        ? earlier(firstEntry, drawn.monthsUnemployed ?? 0, drawn.spareDays)
        : null,
      inEducationAtEntry: drawn.inEducationAtEntry,
      isced: drawn.isced,
      citizenship: drawn.citizenship,
      stateless: drawn.stateless,
      foreignBackground: drawn.foreignBackground,
      minority: drawn.minority,
      disability: drawn.disability,
      homeless: drawn.homeless,
      degurba: drawn.degurba,
      episodes: drawn.shuffled ? episodes.toReversed() : episodes,
    }
  })

/** Records of different people, some of them in two operations, none twice in one. */
export const plausibleRecords: fc.Arbitrary<readonly ParticipantRecord[]> = fc
  .array(aPlausibleRecord, { maxLength: 40 })
  .map((records) =>
    records.map((record, index) => {
      const isSecond = index % 2 === 1 && records[index - 1]?.operation !== record.operation
      return { ...record, person: `p${isSecond ? index - 1 : index}` }
    }),
  )

/** Records that break rules as often as not: copies, exits before entries, overlaps, results without an exit, impossible ages. */
export const anyRecords: fc.Arbitrary<readonly ParticipantRecord[]> = fc.array(
  fc
    .tuple(
      aPlausibleRecord,
      fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7'),
      fc.nat(12),
      aDay,
      aDay,
    )
    .map(([record, person, breakage, one, other]) => ({
      ...record,
      person,
      ...broken(record, breakage, one, other),
    })),
  { maxLength: 30 },
)

function broken(
  record: ParticipantRecord,
  breakage: number,
  one: string,
  other: string,
): Partial<ParticipantRecord> {
  const after: AfterExit = {
    eventOn: one,
    status: 'EMP',
    searching: true,
    inEducation: true,
    qualification: true,
  }
  const episode: Episode = { entry: one, exit: other, afterExit: null, afterSixMonths: null }
  switch (breakage) {
    case 0:
      return { birthDate: one }
    case 1:
      return { birthDate: '1899-02-28' }
    case 2:
      return { episodes: [episode] }
    case 3:
      return { episodes: [...record.episodes, episode] }
    case 4:
      return { statusAtEntry: 'CONTRADICTORY' }
    case 5:
      return { unemployedSince: one }
    case 6:
      return { birthDate: '2012-02-29', statusAtEntry: 'EMP' }
    case 7:
      return { episodes: [{ ...episode, exit: null, afterExit: after }] }
    case 8:
      return { episodes: [] }
    default:
      return {}
  }
}

function episodesOf(firstEntry: string, stays: readonly Stay[], isOpen: boolean): readonly Episode[] {
  const episodes: Episode[] = []
  let entry = firstEntry
  for (const [position, stay] of stays.entries()) {
    if (isOpen && position === stays.length - 1) {
      episodes.push({ entry, exit: null, afterExit: null, afterSixMonths: null })
      break
    }
    const exit = addDays(entry, stay.length)
    episodes.push({
      entry,
      exit,
      afterExit: afterExitOf(exit, stay),
      afterSixMonths: afterSixMonthsOf(exit, stay),
    })
    entry = addDays(exit, stay.gap)
  }
  return episodes
}

function afterExitOf(exit: string, { results }: Stay): AfterExit | null {
  if (results === null) return null
  const { days, ...found } = results
  return { eventOn: addDays(exit, days), ...found }
}

function afterSixMonthsOf(exit: string, { later }: Stay): AfterSixMonths | null {
  if (later === null) return null
  const { days, ...found } = later
  const due = addMonths(exit, 6)
  return { observedOn: days >= 0 ? addDays(due, days) : earlier(due, 0, -days), ...found }
}

function earlier(on: string, months: number, days: number): string {
  return Temporal.PlainDate.from(on).subtract({ months }).subtract({ days }).toString()
}

function daysFrom1936(on: string): number {
  return Temporal.PlainDate.from('1936-01-01').until(on).days
}

function nearestLeapDay(on: string): string {
  const year = Number(on.slice(0, 4))
  return `${year - (year % 4)}-02-29`
}

function maybe<Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> {
  return fc.option(arbitrary, { freq: 12 })
}
