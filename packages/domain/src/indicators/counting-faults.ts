import { completedYears } from './civil-day.ts'
import { personKey } from './fiscal-code.ts'
import type { RecordAsOf } from './participation.ts'

export type CountingRule = 'R02' | 'R03' | 'R04' | 'R05' | 'R06' | 'R09' | 'R11'

/** A record that fails a rule is counted among all records and in no indicator; `index` is its place in the list. */
export interface CountingFault {
  readonly index: number
  readonly rule: CountingRule
}

const OLDEST_AGE = 110
const YOUNGEST_WORKER = 15

type LoneRule = Exclude<CountingRule, 'R09'>

const FAILS: Readonly<Record<LoneRule, (standing: RecordAsOf) => boolean>> = {
  R02: hasImpossibleAge,
  R03: hasImpossibleEpisodes,
  R04: ({ record }) => record.statusAtEntry === 'CONTRADICTORY',
  R05: ({ record, enteredOn }) => record.unemployedSince !== null && record.unemployedSince > enteredOn,
  R06: isWorkingChild,
  R11: ({ episodes }) =>
    episodes.some(
      ({ exit, afterExit, afterSixMonths }) =>
        exit === null && (afterExit !== null || afterSixMonths !== null),
    ),
}
const LONE_RULES = ['R02', 'R03', 'R04', 'R05', 'R06', 'R11'] as const satisfies readonly LoneRule[]

/** Whether the record breaks a rule that keeps it out of the figures. */
export function breaksRule(standing: RecordAsOf, rule: LoneRule): boolean {
  return FAILS[rule](standing)
}

/** The rules that the record breaks by itself, in order of rule. */
export function listRecordFaults(standing: RecordAsOf): readonly CountingRule[] {
  return LONE_RULES.filter((rule) => breaksRule(standing, rule))
}

/** Places of the records that stand for one person in one operation more than once (R09): all the copies, since none is known to be the right one. */
export function listDuplicates(standings: readonly RecordAsOf[]): ReadonlySet<number> {
  const firstIndex = new Map<string, Map<string, number>>()
  const duplicates = new Set<number>()
  for (const { index, record } of standings) {
    let people = firstIndex.get(record.operation)
    if (people === undefined) firstIndex.set(record.operation, (people = new Map()))
    const key = personKey(record.person)
    const first = people.get(key)
    if (first === undefined) people.set(key, index)
    else duplicates.add(first).add(index)
  }
  return duplicates
}

function hasImpossibleAge({ record, enteredOn }: RecordAsOf): boolean {
  if (record.birthDate === null) return false
  return record.birthDate > enteredOn || completedYears(record.birthDate, enteredOn) > OLDEST_AGE
}

/** An exit before its entry, or a day that belongs to two episodes. */
function hasImpossibleEpisodes({ episodes }: RecordAsOf): boolean {
  return episodes.some(({ entry, exit }, position) => {
    if (exit !== null && exit < entry) return true
    const next = episodes[position + 1]
    return next !== undefined && (exit === null || next.entry <= exit)
  })
}

function isWorkingChild({ record, enteredOn }: RecordAsOf): boolean {
  if (record.birthDate === null || record.statusAtEntry !== 'EMP') return false
  return completedYears(record.birthDate, enteredOn) < YOUNGEST_WORKER
}
