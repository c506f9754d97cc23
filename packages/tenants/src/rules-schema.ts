import type { LocalTime, Predicate, TenantRules } from '@officine/domain/rules/tenant-rules'
import { z } from 'zod'
import {
  choice,
  day,
  flag,
  line,
  list,
  object,
  slug,
  some,
  time,
  whole,
  withAnyName,
} from './schema-parts.ts'

const count = whole(0, 9_999)

const when = z.union([object({ businessDaysBefore: count, at: time }), object({ hoursBefore: count })], {
  error: '{ businessDaysBefore, at } or { hoursBefore }',
})

const predicate: z.ZodType<Predicate> = z.lazy(() =>
  z.union(
    [
      object({ all: list(predicate) }),
      object({ any: list(predicate) }),
      object({ not: predicate }),
      object({ always: z.literal(true) }),
      object({
        age: object({ gte: count.exactOptional(), lt: count.exactOptional(), at: z.literal('slotStart') }),
      }),
      object({ residence: object({ in: some(slug) }) }),
      object({ memberOf: object({ org: slug }) }),
      object({ trait: slug }),
      object({ voucher: slug }),
    ],
    { error: 'a predicate: one of all, any, not, always, age, residence, memberOf, trait, voucher' },
  ),
)

const priority = object({
  tiers: some(object({ rank: whole(1, 99), when: predicate })),
  points: list(object({ when: predicate, value: count })),
  maxPoints: count,
  recentUse: object({ days: whole(1, 366), countNoShow: z.literal(true, { error: 'true' }) }).nullable(),
  tieBreak: choice('ticket'),
})

const pool = object({
  kind: choice('seats', 'room', 'care', 'pet', 'workshop', 'desk'),
  capacity: count,
  open: object({ days: some(whole(1, 7)), slots: some(z.tuple([time, time], { error: 'a pair of times' })) }),
  eligibility: predicate,
  reserves: list(
    object({
      id: slug,
      size: count,
      when: predicate,
      mode: choice('soft', 'hard'),
      release: when.nullable(),
    }),
  ),
  precedence: z.union([z.literal('reserveFirst'), object({ openFirst: count })], {
    error: 'reserveFirst or { openFirst }',
  }),
  group: object({ max: whole(1, 99), adjacency: choice('none', 'preferred', 'required') }).exactOptional(),
  household: object({ together: choice('all', 'asMany') }).exactOptional(),
  bufferMinutes: whole(0, 1_440).exactOptional(),
  priority: priority.exactOptional(),
})

const components = list(object({ pool: slug, units: whole(1, 99) }))

const organisation = object({
  label: line,
  agreementUntil: day,
  ceiling: object({ concurrent: count.exactOptional(), perIsoWeek: count.exactOptional() }).exactOptional(),
  spill: choice('asIndividual', 'none'),
})

/** The shape of a town's rules; whether they can be followed is `validateRules`'s to say. */
export const rulesSchema: z.ZodType<TenantRules> = object({
  schema: choice('cw-rules/1'),
  tenant: slug,
  version: line,
  effectiveFrom: day,
  timezone: choice('Europe/Rome'),
  legalBasis: list(object({ act: line, url: line.exactOptional() })),
  traits: withAnyName(
    object({
      label: line,
      evidence: choice('selfDeclared', 'verified'),
      sensitive: flag,
      validMonths: whole(1, 120),
    }),
  ),
  pools: withAnyName(pool),
  bundles: withAnyName(
    object({ required: components, addOn: components, samePeriod: z.literal(true, { error: 'true' }) }),
  ),
  orgs: withAnyName(organisation),
  priority,
  caps: list(
    object({
      who: choice('person', 'household', 'org'),
      pools: some(slug),
      per: choice('day', 'isoWeek', 'month'),
      max: count,
      unit: choice('slots', 'minutes'),
    }),
  ),
  lottery: object({
    ticketUnit: choice('person', 'household'),
    scope: choice('perSlot', 'perWindow'),
    source: object({ kind: choice('drand'), chain: line, fallback: line }),
  }).nullable(),
  windows: object({
    opens: when,
    closes: when,
    draw: when,
    horizon: choice('nextIsoWeek', 'nextMonth'),
  }).nullable(),
  fcfs: object({ opens: when, closes: when }),
  waitlist: object({
    max: count,
    autoConfirmUntilHours: count,
    offerReplyHours: count,
    stopHours: count,
    quiet: z.tuple([time, time], { error: 'a pair of times' }) satisfies z.ZodType<[LocalTime, LocalTime]>,
  }),
  attendance: object({
    graceMinutes: count,
    lateCancelHours: count,
    strikes: count,
    strikeDays: count,
    pauseDays: count,
    excuseDays: count,
    safeguard: choice('humanReview'),
  }),
  overbook: z.literal(0, { error: '0' }),
  review: object({ channel: line, days: whole(1, 366) }),
  holidays: list(day).exactOptional(),
})
