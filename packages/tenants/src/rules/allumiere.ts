import type { TenantRules } from '@officine/domain/rules/tenant-rules'

const weekdays = [1, 2, 3, 4, 5]

// Assumption: the town has published the 10 seats, the desks and the words "equal opportunity of use, simply and
// transparently"; hours, caps and deadlines are our proposal until the board adopts them.
export const allumiereRules = {
  schema: 'cw-rules/1',
  tenant: 'allumiere',
  version: '2026.1',
  effectiveFrom: '2026-01-01',
  timezone: 'Europe/Rome',
  // L. 241/1990, art. 12: criteria are fixed and published beforehand. The act itself is still to come.
  legalBasis: [{ act: 'Delibera di Giunta comunale (da adottare)' }],
  traits: {},
  pools: {
    // One of the ten desks is accessible: an attribute used at check-in, given out last, and not a reserve.
    seats: {
      kind: 'seats',
      capacity: 10,
      open: {
        days: weekdays,
        slots: [
          ['09:00', '14:00'],
          ['14:00', '19:00'],
        ],
      },
      eligibility: { always: true },
      reserves: [],
      precedence: 'reserveFirst',
      group: { max: 3, adjacency: 'none' },
    },
    desk: {
      kind: 'desk',
      capacity: 1,
      open: {
        days: [2, 4],
        slots: [
          ['09:00', '09:30'],
          ['09:30', '10:00'],
          ['10:00', '10:30'],
          ['10:30', '11:00'],
          ['11:00', '11:30'],
          ['11:30', '12:00'],
          ['12:00', '12:30'],
          ['12:30', '13:00'],
        ],
      },
      eligibility: { always: true },
      reserves: [],
      precedence: 'reserveFirst',
    },
  },
  bundles: {},
  orgs: {},
  priority: {
    // Equal opportunity: no precedence to residents.
    tiers: [{ rank: 1, when: { always: true } }],
    points: [],
    maxPoints: 0,
    recentUse: { days: 28, countNoShow: true },
    tieBreak: 'ticket',
  },
  caps: [{ who: 'person', pools: ['seats'], per: 'isoWeek', max: 3, unit: 'slots' }],
  lottery: null,
  // Assumption: no weekly draw until requests pass 80 % of the places for four weeks running; then Municipio V's window.
  windows: null,
  fcfs: { opens: { businessDaysBefore: 10, at: '09:00' }, closes: { hoursBefore: 0 } },
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
  review: { channel: 'sportello dell’officina municipale', days: 10 },
  // The patron saint, for as long as the workshop is funded to run.
  holidays: ['2026-09-08', '2027-09-08', '2028-09-08', '2029-09-08'],
} satisfies TenantRules
