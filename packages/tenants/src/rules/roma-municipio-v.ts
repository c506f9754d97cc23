import type { LocalTime, TenantRules } from '@officine/domain/rules/tenant-rules'
import { romeHolidays } from '../rome.ts'

const weekdays = [1, 2, 3, 4, 5]
const halfDays = [
  ['09:00', '14:00'],
  ['14:00', '19:00'],
] as const satisfies readonly (readonly [LocalTime, LocalTime])[]

// Assumption: the municipio has published the 10 seats, the hours and whom it means to favour; every other figure here
// (sizes of the reserves, caps, deadlines, strikes) is our proposal until the municipal board adopts it.
export const romaMunicipioVRules = {
  schema: 'cw-rules/1',
  tenant: 'roma-municipio-v',
  version: '2026.1',
  effectiveFrom: '2026-01-01',
  timezone: 'Europe/Rome',
  // L. 241/1990, art. 12: criteria are fixed and published beforehand. The act itself is still to come.
  legalBasis: [{ act: 'Delibera di Giunta municipale (da adottare)' }],
  traits: {
    // Defined by care duties, never by sex: no council act motivates a positive action (Dir. 2004/113, art. 6).
    care: {
      label: 'Lavoro e cura di figli minori o familiari',
      evidence: 'selfDeclared',
      sensitive: false,
      validMonths: 12,
    },
    fragile: {
      label: 'Condizione di fragilità attestata',
      evidence: 'verified',
      sensitive: true,
      validMonths: 12,
    },
  },
  pools: {
    seats: {
      kind: 'seats',
      capacity: 10,
      open: { days: weekdays, slots: halfDays },
      eligibility: { age: { gte: 16, at: 'slotStart' } },
      reserves: [
        {
          id: 'care',
          size: 3,
          when: { trait: 'care' },
          mode: 'soft',
          release: { businessDaysBefore: 1, at: '12:00' },
        },
        {
          id: 'u35',
          size: 2,
          when: { age: { lt: 35, at: 'slotStart' } },
          mode: 'soft',
          release: { businessDaysBefore: 1, at: '12:00' },
        },
        // Held longer than the others: a certified condition often decides on the same day.
        { id: 'fragile', size: 2, when: { trait: 'fragile' }, mode: 'soft', release: { hoursBefore: 2 } },
      ],
      // Assumption: the reserves come on top of the places won by lot, hence the three open places are given first.
      precedence: { openFirst: 3 },
      group: { max: 4, adjacency: 'preferred' },
    },
    care: {
      kind: 'care',
      capacity: 6,
      open: { days: weekdays, slots: halfDays },
      // Assumption: from three years on, when nobody has to change nappies, up to the end of primary school.
      eligibility: { age: { gte: 3, lt: 11, at: 'slotStart' } },
      reserves: [],
      precedence: 'reserveFirst',
    },
    pet: {
      kind: 'pet',
      capacity: 2,
      open: { days: weekdays, slots: halfDays },
      eligibility: { always: true },
      reserves: [],
      precedence: 'reserveFirst',
    },
    laptop: {
      kind: 'equipment',
      capacity: 3,
      open: { days: weekdays, slots: halfDays },
      eligibility: { always: true },
      reserves: [],
      precedence: 'reserveFirst',
    },
    lab: {
      kind: 'workshop',
      capacity: 12,
      open: { days: [3], slots: [['16:30', '18:30']] },
      // The municipio announces laboratories from 6 to 18 years, both included.
      eligibility: { age: { gte: 6, lt: 19, at: 'slotStart' } },
      reserves: [],
      precedence: 'reserveFirst',
      household: { together: 'all' },
    },
  },
  bundles: {
    parent: {
      required: [
        { pool: 'seats', units: 1 },
        { pool: 'care', units: 1 },
      ],
      addOn: [{ pool: 'pet', units: 1 }],
      samePeriod: true,
    },
    // A laptop goes with any seat, child or no child.
    digital: {
      required: [{ pool: 'seats', units: 1 }],
      addOn: [{ pool: 'laptop', units: 1 }],
      samePeriod: true,
    },
  },
  orgs: {},
  priority: {
    tiers: [
      { rank: 1, when: { residence: { in: ['roma-municipio-v'] } } },
      { rank: 2, when: { always: true } },
    ],
    // No points: the conditions above are reserves, and a condition that gives both makes its reserve idle.
    points: [],
    maxPoints: 0,
    recentUse: { days: 28, countNoShow: true },
    tieBreak: 'ticket',
  },
  caps: [
    { who: 'person', pools: ['seats'], per: 'isoWeek', max: 4, unit: 'slots' },
    { who: 'household', pools: ['care'], per: 'isoWeek', max: 6, unit: 'slots' },
  ],
  lottery: {
    ticketUnit: 'household',
    scope: 'perWindow',
    source: {
      kind: 'drand',
      // quicknet, one round every three seconds
      chain: '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971',
      fallback: 'lotto-nazionale',
    },
  },
  windows: {
    opens: { businessDaysBefore: 8, at: '09:00' },
    closes: { businessDaysBefore: 3, at: '18:00' },
    draw: { businessDaysBefore: 2, at: '12:00' },
    horizon: 'nextIsoWeek',
  },
  fcfs: { opens: { businessDaysBefore: 2, at: '13:00' }, closes: { hoursBefore: 0 } },
  waitlist: {
    max: 20,
    autoConfirmUntilHours: 24,
    offerReplyHours: 4,
    stopHours: 3,
    quiet: ['21:00', '08:00'],
  },
  attendance: {
    graceMinutes: 30,
    lateCancelHours: 12,
    strikes: 3,
    strikeDays: 90,
    pauseDays: 14,
    excuseDays: 5,
    safeguard: 'humanReview',
  },
  overbook: 0,
  review: { channel: 'sportello di via Dameta', days: 10 },
  holidays: romeHolidays,
} satisfies TenantRules
