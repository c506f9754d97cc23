/* oxlint-disable max-lines -- one list of tables, read beside the migrations */
/** The tables as TypeScript sees them. The SQL in `migrations/` is the authority; a test compares the two column by column. */
import type { ExcuseKind } from '@officine/domain/attendance/excuse-kinds'
import type { LocalTime } from '@officine/domain/rules/tenant-rules'
import { bigint, boolean, date, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
const tenantId = () => text('tenant_id').notNull()
const id = () => uuid('id').notNull()

export const tenant = pgTable('tenant', {
  id: text('id').primaryKey(),
  kind: text('kind').$type<'municipality' | 'municipio' | 'city'>().notNull(),
  name: text('name').notNull(),
  configVersion: integer('config_version').notNull().default(0),
  createdAt: instant('created_at').notNull(),
  suspendedAt: instant('suspended_at'),
})

export const tenantHost = pgTable('tenant_host', {
  host: text('host').primaryKey(),
  tenantId: tenantId(),
})

export const tenantConfig = pgTable('tenant_config', {
  tenantId: tenantId(),
  version: integer('version').notNull(),
  hash: text('hash').notNull(),
  rulesHash: text('rules_hash').notNull(),
  effectiveFrom: date('effective_from').notNull(),
  config: jsonb('config').$type<unknown>().notNull(),
  appliedAt: instant('applied_at').notNull(),
})

export const site = pgTable('site', {
  tenantId: tenantId(),
  id: id(),
  slug: text('slug').notNull(),
  name: text('name').notNull(),
})

export const pool = pgTable('pool', {
  tenantId: tenantId(),
  id: id(),
  siteId: uuid('site_id').notNull(),
  slug: text('slug').notNull(),
  kind: text('kind').$type<'seats' | 'room' | 'care' | 'pet' | 'workshop' | 'desk' | 'equipment'>().notNull(),
  name: text('name').notNull(),
  retiredAt: instant('retired_at'),
})

export const unit = pgTable('unit', {
  tenantId: tenantId(),
  id: id(),
  poolId: uuid('pool_id').notNull(),
  number: integer('number').notNull(),
  label: text('label').notNull(),
  isAccessible: boolean('is_accessible').notNull().default(false),
  retiredAt: instant('retired_at'),
})

export const poolDay = pgTable('pool_day', {
  tenantId: tenantId(),
  poolId: uuid('pool_id').notNull(),
  day: date('day').notNull(),
  lockedAt: instant('locked_at'),
})

export const person = pgTable('person', {
  tenantId: tenantId(),
  id: id(),
  fiscalCodeHmac: text('fiscal_code_hmac'),
  fiscalCodeCipher: text('fiscal_code_cipher'),
  subjectHmac: text('subject_hmac'),
  givenName: text('given_name').notNull(),
  familyName: text('family_name').notNull(),
  bornOn: date('born_on'),
  residence: text('residence'),
  email: text('email'),
  phone: text('phone'),
  madeAtCounter: boolean('made_at_counter').notNull(),
  noticeVersion: text('notice_version'),
  noticeAcceptedAt: instant('notice_accepted_at'),
  createdAt: instant('created_at').notNull(),
  lockedAt: instant('locked_at'),
  erasedAt: instant('erased_at'),
  attestedAt: instant('attested_at'),
  mergedInto: uuid('merged_into'),
})

export const staffRole = pgTable('staff_role', {
  tenantId: tenantId(),
  id: id(),
  personId: uuid('person_id').notNull(),
  role: text('role').$type<'front-desk' | 'operator' | 'manager'>().notNull(),
  grantedAt: instant('granted_at').notNull(),
  grantedBy: text('granted_by').notNull(),
  expiresAt: instant('expires_at').notNull(),
  revokedAt: instant('revoked_at'),
})

export const signInAttempt = pgTable('sign_in_attempt', {
  tenantId: tenantId(),
  id: id(),
  stateHash: text('state_hash').notNull(),
  nonce: text('nonce').notNull(),
  codeVerifier: text('code_verifier').notNull(),
  returnTo: text('return_to').notNull(),
  startedAt: instant('started_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
})

export const session = pgTable('session', {
  tenantId: tenantId(),
  id: id(),
  tokenHash: text('token_hash').notNull(),
  personId: uuid('person_id').notNull(),
  device: text('device').notNull(),
  startedAt: instant('started_at').notNull(),
  lastSeenAt: instant('last_seen_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  endedAt: instant('ended_at'),
  secondFactorAt: instant('second_factor_at'),
})

export const secondFactor = pgTable('second_factor', {
  tenantId: tenantId(),
  personId: uuid('person_id').notNull(),
  secretCipher: text('secret_cipher'),
  confirmedAt: instant('confirmed_at'),
  pendingCipher: text('pending_cipher'),
  pendingAt: instant('pending_at'),
  lastStep: bigint('last_step', { mode: 'number' }).notNull().default(0),
  wrongTries: integer('wrong_tries').notNull().default(0),
  blockedUntil: instant('blocked_until'),
})

export const recoveryCode = pgTable('recovery_code', {
  tenantId: tenantId(),
  id: id(),
  personId: uuid('person_id').notNull(),
  codeHmac: text('code_hmac').notNull(),
  madeAt: instant('made_at').notNull(),
  usedAt: instant('used_at'),
})

export const auditEvent = pgTable('audit_event', {
  tenantId: tenantId(),
  id: id(),
  at: instant('at').notNull(),
  actorId: uuid('actor_id'),
  action: text('action').notNull(),
  subjectId: uuid('subject_id'),
  reason: text('reason'),
  details: jsonb('details').$type<Record<string, unknown>>().notNull().default({}),
})

export const booking = pgTable('booking', {
  tenantId: tenantId(),
  id: id(),
  personId: uuid('person_id').notNull(),
  poolId: uuid('pool_id').notNull(),
  day: date('day').notNull(),
  startsAt: instant('starts_at').notNull(),
  endsAt: instant('ends_at').notNull(),
  slots: integer('slots').notNull(),
  status: text('status')
    .$type<'offered' | 'confirmed' | 'checked-in' | 'completed' | 'cancelled' | 'no-show'>()
    .notNull(),
  channel: text('channel').$type<'web' | 'desk' | 'phone'>().notNull(),
  code: text('code').notNull(),
  qrSecret: text('qr_secret').notNull(),
  requestedBy: uuid('requested_by').notNull(),
  idempotencyKey: uuid('idempotency_key').notNull(),
  requestHash: text('request_hash').notNull(),
  bookedAt: instant('booked_at').notNull(),
  checkedInAt: instant('checked_in_at'),
  cancelledAt: instant('cancelled_at'),
  cancelReason: text('cancel_reason'),
  changeKey: uuid('change_key'),
  expectedAt: instant('expected_at'),
  missedAt: instant('missed_at'),
  excusedAt: instant('excused_at'),
  offerExpiresAt: instant('offer_expires_at'),
  acceptedAt: instant('accepted_at'),
})

export const wait = pgTable('wait', {
  tenantId: tenantId(),
  id: id(),
  personId: uuid('person_id').notNull(),
  poolId: uuid('pool_id').notNull(),
  day: date('day').notNull(),
  startsAt: instant('starts_at').notNull(),
  endsAt: instant('ends_at').notNull(),
  people: integer('people').notNull(),
  unitId: uuid('unit_id'),
  channel: text('channel').$type<'web' | 'desk' | 'phone'>().notNull(),
  requestedBy: uuid('requested_by').notNull(),
  idempotencyKey: uuid('idempotency_key').notNull(),
  askedAt: instant('asked_at').notNull(),
  status: text('status')
    .$type<'given' | 'offered' | 'waiting' | 'declined' | 'expired' | 'left' | 'over'>()
    .notNull(),
  bookingId: uuid('booking_id'),
  passedOverAt: instant('passed_over_at'),
  closedAt: instant('closed_at'),
})

export const waitCompanion = pgTable('wait_companion', {
  tenantId: tenantId(),
  id: id(),
  waitId: uuid('wait_id').notNull(),
  poolId: uuid('pool_id').notNull(),
  dependantId: uuid('dependant_id'),
  isAddOn: boolean('is_add_on').notNull(),
})

export const absenceExcuse = pgTable('absence_excuse', {
  tenantId: tenantId(),
  bookingId: uuid('booking_id').notNull(),
  because: text('because').$type<ExcuseKind>().notNull(),
  declaredAt: instant('declared_at').notNull(),
})

export const bookingUnit = pgTable('booking_unit', {
  tenantId: tenantId(),
  id: id(),
  bookingId: uuid('booking_id').notNull(),
  poolId: uuid('pool_id').notNull(),
  unitId: uuid('unit_id').notNull(),
  startsAt: instant('starts_at').notNull(),
  endsAt: instant('ends_at').notNull(),
  status: text('status').notNull(),
  isPinned: boolean('is_pinned').notNull().default(false),
  isAddOn: boolean('is_add_on').notNull().default(false),
  isChosen: boolean('is_chosen').notNull().default(false),
  dependantId: uuid('dependant_id'),
})

export const dependant = pgTable('dependant', {
  tenantId: tenantId(),
  id: id(),
  personId: uuid('person_id').notNull(),
  secondParentId: uuid('second_parent_id'),
  kind: text('kind').$type<'child' | 'adult'>().notNull(),
  givenName: text('given_name').notNull(),
  bornOn: date('born_on').notNull(),
  shareHash: text('share_hash'),
  shareExpiresAt: instant('share_expires_at'),
  createdAt: instant('created_at').notNull(),
  removedAt: instant('removed_at'),
})

export const dependantCare = pgTable('dependant_care', {
  tenantId: tenantId(),
  dependantId: uuid('dependant_id').notNull(),
  allergiesCipher: text('allergies_cipher'),
  emergencyContactCipher: text('emergency_contact_cipher'),
  mayCollectCipher: text('may_collect_cipher'),
  changedAt: instant('changed_at').notNull(),
})

export const unitOutage = pgTable('unit_outage', {
  tenantId: tenantId(),
  id: id(),
  poolId: uuid('pool_id').notNull(),
  unitId: uuid('unit_id').notNull(),
  startsAt: instant('starts_at').notNull(),
  endsAt: instant('ends_at').notNull(),
  because: text('because').notNull(),
  declaredBy: uuid('declared_by').notNull(),
  declaredAt: instant('declared_at').notNull(),
  endedAt: instant('ended_at'),
})

export const openingChange = pgTable('opening_change', {
  tenantId: tenantId(),
  id: id(),
  kind: text('kind').$type<'closed' | 'hours'>().notNull(),
  site: text('site'),
  poolId: uuid('pool_id'),
  fromDay: date('from_day').notNull(),
  toDay: date('to_day').notNull(),
  fromTime: text('from_time').$type<LocalTime>(),
  toTime: text('to_time').$type<LocalTime>(),
  opensShutDays: boolean('opens_shut_days').notNull(),
  because: text('because').notNull(),
  becauseIn: jsonb('because_in').$type<Readonly<Partial<Record<string, string>>>>().notNull(),
  decidedBy: uuid('decided_by').notNull(),
  requestKey: uuid('request_key').notNull(),
  decidedAt: instant('decided_at').notNull(),
  settled: jsonb('settled').$type<readonly SettledBooking[]>().notNull(),
  endedAt: instant('ended_at'),
  endedBy: uuid('ended_by'),
})

/** What became of a booking that a change of the opening took time from. */
export interface SettledBooking {
  readonly bookingId: string
  readonly how: 'cancelled' | 'moved' | 'dropped' | 'kept' | 'ended'
}

export const decision = pgTable('decision', {
  tenantId: tenantId(),
  id: id(),
  bookingId: uuid('booking_id').notNull(),
  outcome: text('outcome').notNull(),
  configVersion: integer('config_version').notNull(),
  rulesHash: text('rules_hash').notNull(),
  inputsHash: text('inputs_hash').notNull(),
  facts: jsonb('facts').$type<Record<string, unknown>>().notNull(),
  decidedAt: instant('decided_at').notNull(),
})

export const outbox = pgTable('outbox', {
  tenantId: tenantId(),
  id: id(),
  topic: text('topic').notNull(),
  rowId: uuid('row_id').notNull(),
  createdAt: instant('created_at').notNull(),
  runAt: instant('run_at').notNull(),
  handedAt: instant('handed_at'),
  attempts: integer('attempts').notNull().default(0),
  triedAt: instant('tried_at'),
  fault: text('fault'),
  settledAt: instant('settled_at'),
  outcome: text('outcome').$type<'sent' | 'call' | 'dropped' | 'failed'>(),
  because: text('because'),
  retryOf: uuid('retry_of'),
})

export const outboxHint = pgTable('outbox_hint', {
  tenantId: text('tenant_id').primaryKey(),
})

export const done = pgTable('done', {
  tenantId: tenantId(),
  jobKey: text('job_key').notNull(),
  doneAt: instant('done_at').notNull(),
})

export const notificationPreference = pgTable('notification_preference', {
  tenantId: tenantId(),
  personId: uuid('person_id').notNull(),
  language: text('language').$type<'it' | 'en'>().notNull(),
  dayBefore: boolean('day_before').notNull(),
  twoHoursBefore: boolean('two_hours_before').notNull(),
  calendarFile: boolean('calendar_file').notNull(),
  prefersPhone: boolean('prefers_phone').notNull(),
  changedAt: instant('changed_at').notNull(),
})

export const emailVerification = pgTable('email_verification', {
  tenantId: tenantId(),
  id: id(),
  personId: uuid('person_id').notNull(),
  addressHash: text('address_hash').notNull(),
  secret: text('secret'),
  askedAt: instant('asked_at'),
  expiresAt: instant('expires_at'),
  verifiedAt: instant('verified_at'),
  refusedAt: instant('refused_at'),
})

export const callList = pgTable('call_list', {
  tenantId: tenantId(),
  id: id(),
  personId: uuid('person_id').notNull(),
  bookingId: uuid('booking_id').notNull(),
  topic: text('topic').notNull(),
  because: text('because')
    .$type<'no-email' | 'prefers-phone' | 'address-refused' | 'mail-failed'>()
    .notNull(),
  listedAt: instant('listed_at').notNull(),
  settledAt: instant('settled_at'),
  settledBy: uuid('settled_by'),
  outcome: text('outcome').$type<'reached' | 'given-up'>(),
  tries: integer('tries').notNull().default(0),
  triedAt: instant('tried_at'),
})

export const mailReturn = pgTable('mail_return', {
  tenantId: tenantId(),
  token: text('token').notNull(),
  wordId: uuid('word_id').notNull(),
  personId: uuid('person_id').notNull(),
  rowId: uuid('row_id').notNull(),
  topic: text('topic').notNull(),
  addressHash: text('address_hash').notNull(),
  sentAt: instant('sent_at').notNull(),
  status: text('status'),
  delayedAt: instant('delayed_at'),
  returnedAt: instant('returned_at'),
})

export const installationFact = pgTable('installation_fact', {
  name: text('name').primaryKey(),
  value: text('value').notNull(),
  recordedAt: instant('recorded_at').notNull(),
})

export const clockOffset = pgTable('clock_offset', {
  name: text('name').primaryKey(),
  milliseconds: bigint('milliseconds', { mode: 'number' }).notNull(),
  setAt: instant('set_at').notNull(),
})

export const retentionRun = pgTable('retention_run', {
  tenantId: tenantId(),
  id: id(),
  ranAt: instant('ran_at').notNull(),
  what: text('what')
    .$type<
      | 'audit'
      | 'call-list'
      | 'cancel-reasons'
      | 'excuses'
      | 'jobs-done'
      | 'people'
      | 'sessions'
      | 'sign-in-attempts'
      | 'verifications'
      | 'words'
    >()
    .notNull(),
  keptDays: integer('kept_days').notNull(),
  beforeAt: instant('before_at').notNull(),
  affected: integer('affected').notNull(),
})

export const usageDay = pgTable('usage_day', {
  tenantId: tenantId(),
  day: date('day').notNull(),
  kind: text('kind').$type<'seats' | 'room'>().notNull(),
  places: integer('places').notNull(),
  bookings: integer('bookings').notNull(),
  peoplePresent: integer('people_present').notNull(),
  minutesOffered: integer('minutes_offered').notNull(),
  minutesBooked: integer('minutes_booked').notNull(),
})

export const usageHour = pgTable('usage_hour', {
  tenantId: tenantId(),
  day: date('day').notNull(),
  kind: text('kind').$type<'seats' | 'room'>().notNull(),
  hour: integer('hour').notNull(),
  minutesOffered: integer('minutes_offered').notNull(),
  minutesBooked: integer('minutes_booked').notNull(),
})
