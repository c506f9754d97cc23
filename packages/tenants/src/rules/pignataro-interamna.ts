import type { LocalTime, PoolRules, TenantRules } from '@officine/domain/rules/tenant-rules'

const allDay = [['08:00', '22:00']] as const satisfies readonly (readonly [LocalTime, LocalTime])[]

const hall = {
  kind: 'room',
  capacity: 1,
  open: { days: [1, 2, 3, 4, 5, 6], slots: allDay },
  eligibility: { always: true },
  reserves: [],
  precedence: 'reserveFirst',
  // Time to set up and to tidy; it may extend past closing time.
  bufferMinutes: 30,
} satisfies PoolRules

// Assumption: the town has published the two halls, the coworking and the parties it has agreements with; the number of
// seats (10 is the least the Region's call admits), reserves, ceilings and dates are ours until the agreements are signed.
export const pignataroInteramnaRules = {
  schema: 'cw-rules/1',
  tenant: 'pignataro-interamna',
  version: '2026.1',
  effectiveFrom: '2026-01-01',
  timezone: 'Europe/Rome',
  // L. 241/1990, art. 12: criteria are fixed and published beforehand. Art. 15: agreements between administrations.
  legalBasis: [
    { act: 'Delibera di Giunta comunale (da adottare)' },
    { act: 'Convenzioni con Ordine degli Avvocati di Cassino e Università di Cassino (da sottoscrivere)' },
  ],
  traits: {},
  pools: {
    seats: {
      kind: 'seats',
      capacity: 10,
      open: {
        days: [1, 2, 3, 4, 5],
        slots: [
          ['08:30', '13:30'],
          ['14:00', '18:30'],
        ],
      },
      eligibility: { always: true },
      reserves: [
        {
          id: 'bar',
          size: 2,
          when: { memberOf: { org: 'ordine-avvocati-cassino' } },
          mode: 'soft',
          release: { businessDaysBefore: 1, at: '12:00' },
        },
        {
          id: 'uni',
          size: 2,
          when: { memberOf: { org: 'unicas' } },
          mode: 'soft',
          release: { businessDaysBefore: 1, at: '12:00' },
        },
      ],
      precedence: 'reserveFirst',
      // The order of precedence below is for the halls: for a seat everybody stands on the same step.
      priority: {
        tiers: [{ rank: 1, when: { always: true } }],
        points: [],
        maxPoints: 0,
        recentUse: { days: 28, countNoShow: true },
        tieBreak: 'ticket',
      },
    },
    hallA: hall,
    hallB: hall,
  },
  bundles: {},
  orgs: {
    // The town is no party to an agreement with itself; it is listed so that the halls' first tier has a name.
    comune: { label: 'Comune di Pignataro Interamna', agreementUntil: '2099-12-31', spill: 'none' },
    'ordine-avvocati-cassino': {
      label: 'Ordine degli Avvocati di Cassino',
      agreementUntil: '2028-12-31',
      ceiling: { concurrent: 4, perIsoWeek: 16 },
      spill: 'asIndividual',
    },
    unicas: {
      label: 'Università di Cassino e del Lazio Meridionale',
      agreementUntil: '2028-12-31',
      ceiling: { concurrent: 4, perIsoWeek: 20 },
      spill: 'asIndividual',
    },
    sindacati: {
      label: 'Organizzazioni sindacali',
      agreementUntil: '2027-12-31',
      ceiling: { perIsoWeek: 4 },
      spill: 'none',
    },
    scuole: {
      label: 'Scuole ed enti di formazione',
      agreementUntil: '2027-08-31',
      ceiling: { perIsoWeek: 6 },
      spill: 'none',
    },
  },
  priority: {
    tiers: [
      { rank: 1, when: { memberOf: { org: 'comune' } } },
      {
        rank: 2,
        when: {
          any: [
            { memberOf: { org: 'unicas' } },
            { memberOf: { org: 'ordine-avvocati-cassino' } },
            { memberOf: { org: 'scuole' } },
            { memberOf: { org: 'sindacati' } },
          ],
        },
      },
      { rank: 3, when: { always: true } },
    ],
    points: [],
    maxPoints: 0,
    recentUse: { days: 28, countNoShow: true },
    tieBreak: 'ticket',
  },
  caps: [
    { who: 'org', pools: ['hallA', 'hallB'], per: 'month', max: 4, unit: 'slots' },
    { who: 'person', pools: ['seats'], per: 'isoWeek', max: 6, unit: 'slots' },
  ],
  lottery: {
    // Assumption: individuals, since no place here is for families.
    ticketUnit: 'person',
    scope: 'perWindow',
    source: {
      kind: 'drand',
      // quicknet, one round every three seconds
      chain: '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971',
      fallback: 'lotto-nazionale',
    },
  },
  windows: {
    opens: { businessDaysBefore: 30, at: '09:00' },
    closes: { businessDaysBefore: 15, at: '12:00' },
    draw: { businessDaysBefore: 14, at: '12:00' },
    horizon: 'nextMonth',
  },
  fcfs: { opens: { businessDaysBefore: 14, at: '13:00' }, closes: { hoursBefore: 0 } },
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
  review: { channel: 'ufficio protocollo del Comune', days: 10 },
  // The patron saint, for as long as the workshop is funded to run.
  holidays: ['2026-08-06', '2027-08-06', '2028-08-06', '2029-08-06'],
} satisfies TenantRules
