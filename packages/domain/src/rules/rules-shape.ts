import { isLocalDay } from '../calendar/local-day.ts'
import {
  describeValue,
  dictionary,
  exactly,
  isRecord,
  listOf,
  nullOr,
  oneOfFields,
  pairOf,
  record,
  textThat,
  wholeNumber,
} from './shape.ts'
import type { Check } from './shape.ts'

/** Far beyond any room or any year: what is larger is a slip of the pen, and would only cost memory. */
export const largestCount = 10_000
const deepestPredicate = 20

const count = wholeNumber(0, largestCount)
export const name = textThat('a name', (text) => text !== '')
const line = textThat('a text', () => true)
export const localDay = textThat('a day that exists, YYYY-MM-DD', isLocalDay)
const localTime = textThat('a time, HH:MM', (text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text))
const when = oneOfFields({
  businessDaysBefore: record({ businessDaysBefore: wholeNumber(0, 366), at: localTime }),
  hoursBefore: record({ hoursBefore: count }),
})

const predicate = predicateWithin(deepestPredicate)

// Built level by level: a file nested without end must be a fault with a path, not a stack that overflows.
function predicateWithin(depth: number): Check {
  const part: Check = (value, path, faults) => {
    if (depth > 0) predicateWithin(depth - 1)(value, path, faults)
    else
      faults.push({
        path,
        found: 'a condition in a condition',
        allowed: `at most ${deepestPredicate} of them`,
      })
  }
  return oneOfFields({
    all: record({ all: listOf(part) }),
    any: record({ any: listOf(part) }),
    not: record({ not: part }),
    always: record({ always: exactly(true) }),
    age: record({ age: record({ at: exactly('slotStart') }, { gte: count, lt: count }) }),
    residence: record({ residence: record({ in: listOf(name) }) }),
    memberOf: record({ memberOf: record({ org: name }) }),
    trait: record({ trait: name }),
    voucher: record({ voucher: name }),
  })
}

const trait = record({
  label: line,
  evidence: exactly('selfDeclared', 'verified'),
  sensitive: exactly(true, false),
  validMonths: count,
})

const reserve = record({
  id: name,
  size: count,
  when: predicate,
  mode: exactly('soft', 'hard'),
  release: nullOr(when),
})

const priority = record({
  tiers: listOf(record({ rank: count, when: predicate })),
  points: listOf(record({ when: predicate, value: count })),
  maxPoints: count,
  recentUse: nullOr(record({ days: count, countNoShow: exactly(true) })),
  tieBreak: exactly('ticket'),
})

const openFirst = record({ openFirst: count })
const precedence: Check = (value, path, faults) => {
  if (isRecord(value)) openFirst(value, path, faults)
  else if (value !== 'reserveFirst')
    faults.push({ path, found: describeValue(value), allowed: '"reserveFirst" or an object with openFirst' })
}

const pool = record(
  {
    kind: exactly('seats', 'room', 'care', 'pet', 'workshop', 'desk', 'equipment'),
    capacity: count,
    open: record({ days: listOf(wholeNumber(1, 7)), slots: listOf(pairOf(localTime)) }),
    eligibility: predicate,
    reserves: listOf(reserve),
    precedence,
  },
  {
    group: record({ max: count, adjacency: exactly('none', 'preferred', 'required') }),
    household: record({ together: exactly('all', 'asMany') }),
    bufferMinutes: count,
    priority,
  },
)

const components = listOf(record({ pool: name, units: wholeNumber(1, largestCount) }))
const organisation = record(
  { label: line, agreementUntil: localDay, spill: exactly('asIndividual', 'none') },
  { ceiling: record({}, { concurrent: count, perIsoWeek: count }) },
)
const cap = record({
  who: exactly('person', 'household', 'org'),
  pools: listOf(name),
  per: exactly('day', 'isoWeek', 'month'),
  max: wholeNumber(0, 1_000_000),
  unit: exactly('slots', 'minutes'),
})
const lottery = record({
  ticketUnit: exactly('person', 'household'),
  scope: exactly('perSlot', 'perWindow'),
  source: record({ kind: exactly('drand'), chain: line, fallback: line }),
})
const windows = record({
  opens: when,
  closes: when,
  draw: when,
  horizon: exactly('nextIsoWeek', 'nextMonth'),
})

/** The shape of a complete rules file: every field, its kind, and no other. What its parts say to each other is checked after. */
export const rulesShape: Check = record(
  {
    schema: exactly('cw-rules/1'),
    tenant: name,
    version: name,
    effectiveFrom: localDay,
    timezone: exactly('Europe/Rome'),
    legalBasis: listOf(record({ act: line }, { url: line })),
    traits: dictionary(trait),
    pools: dictionary(pool),
    bundles: dictionary(record({ required: components, addOn: components, samePeriod: exactly(true) })),
    orgs: dictionary(organisation),
    priority,
    caps: listOf(cap),
    lottery: nullOr(lottery),
    windows: nullOr(windows),
    fcfs: record({ opens: when, closes: when }),
    waitlist: record({
      max: count,
      autoConfirmUntilHours: count,
      offerReplyHours: count,
      stopHours: count,
      quiet: pairOf(localTime),
    }),
    attendance: record({
      graceMinutes: count,
      lateCancelHours: count,
      strikes: count,
      strikeDays: count,
      pauseDays: count,
      excuseDays: count,
      safeguard: exactly('humanReview'),
    }),
    overbook: exactly(0),
    review: record({ channel: line, days: count }),
  },
  { holidays: listOf(localDay) },
)
