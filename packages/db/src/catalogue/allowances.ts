import { roles } from '../bootstrap-roles.ts'
import type { RoleName } from '../bootstrap-roles.ts'

/** The schema of the job queue: its tables are the queue's own, made by the worker and shut to everybody else. */
export const queueSchema = 'pgboss'

/** The schemas an installation has; `public` stays empty. */
export const knownSchemas: readonly string[] = ['officine', 'public', 'released', 'regione_app', queueSchema]

/** Tables that belong to no town, each with its reason. Every other table carries `tenant_id` and is walled. */
export const globalTables: Readonly<Record<string, string>> = {
  tenant: 'which towns exist, by name: no person in it, and every town refers to it',
  tenant_host: 'a host belongs to one town in the whole installation, and is read before the town is known',
  installation_fact: 'whether the installation holds sample use: nothing about a town or a person',
  clock_offset: 'how far the one clock is from the machine’s: nothing about a town or a person',
  outbox_hint: 'in which towns a word waits: their ids and nothing else',
  schema_migration: 'what the owner has run; no role that serves requests reads it',
  'released.edition': 'what was released last, and whether of invented people',
  'released.town': 'a town as the Region lists it: name, place, how many seats',
  'released.town_quarter': 'a town’s use of public places by quarter: sums, and nobody in them',
  'released.town_week': 'a town’s use of public places by week: sums, and nobody in them',
  'released.town_hour': 'a town’s use of public places by weekday and hour: sums, and nobody in them',
  'released.region_quarter': 'sums over the towns',
  'released.region_week': 'sums over the towns',
  'released.region_hour': 'sums over the towns',
  'released.revision': 'what a closed quarter of a town said before: sums, and nobody in them',
  'regione_app.officer': 'who works at the Region: of no town',
  'regione_app.officer_role': 'what who works at the Region may do',
  'regione_app.officer_sign_in': 'sign-ins at the Region that have begun',
  'regione_app.officer_session': 'who is signed in at the Region',
  'regione_app.export_log': 'which released figures left as a file',
}

/** A right on a table; `UPDATE` is always by column. */
export type Right = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE'

export interface Allowance {
  /** On tables of a town, unless `tables` says less. */
  readonly townTables: readonly Right[]
  readonly tables: Readonly<Record<string, readonly Right[]>>
  /** Of these tables it may read these columns and no other. */
  readonly columns?: Readonly<Record<string, readonly string[]>>
}

/** When a town is shut and why it says so: never who decided, nor whose bookings it touched. */
const openingChangeColumns: readonly string[] = [
  'tenant_id',
  'id',
  'kind',
  'site',
  'pool_id',
  'from_day',
  'to_day',
  'from_time',
  'to_time',
  'opens_shut_days',
  'because',
  'because_in',
  'decided_at',
  'ended_at',
]

const releasedTables = Object.keys(globalTables).filter((table) => table.startsWith('released.'))
const ofReleased = (rights: readonly Right[]) =>
  Object.fromEntries(releasedTables.map((table) => [table, rights] as const))

/** What each role that runs may hold at most; the migrations grant within it. The owner's rights are its own and are not listed. */
export const allowances: Readonly<Record<Exclude<RoleName, 'owner'>, Allowance>> = {
  api: {
    townTables: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
    tables: {
      tenant: ['SELECT'],
      tenant_host: ['SELECT'],
      installation_fact: ['SELECT'],
      clock_offset: ['SELECT'],
      outbox_hint: ['INSERT'],
      schema_migration: [],
      done: [], // the worker's own
      retention_run: ['SELECT'], // the worker's proof
      usage_day: [], // the publisher's own
      usage_hour: [],
      call_list: ['DELETE', 'SELECT', 'UPDATE'], // the worker lists, the desk settles; with the person gone nobody is called
      mail_return: ['DELETE', 'SELECT'], // the worker sends; it goes with the person
      tenant_config: ['SELECT'], // applied by the owner's command, never by a request
      audit_event: ['SELECT', 'INSERT'], // append only
      decision: ['SELECT', 'INSERT'], // append only
      staff_role: ['SELECT', 'INSERT', 'UPDATE'], // given, moved, taken back; never deleted
    },
  },
  worker: {
    townTables: [],
    tables: {
      tenant: ['SELECT'],
      tenant_host: ['SELECT'],
      installation_fact: ['SELECT'],
      clock_offset: ['SELECT'],
      outbox_hint: ['DELETE', 'INSERT', 'SELECT'],
      outbox: ['DELETE', 'INSERT', 'SELECT', 'UPDATE'],
      done: ['DELETE', 'INSERT', 'SELECT'],
      call_list: ['DELETE', 'INSERT', 'SELECT'],
      mail_return: ['DELETE', 'INSERT', 'SELECT', 'UPDATE'],
      email_verification: ['DELETE', 'INSERT', 'SELECT', 'UPDATE'],
      notification_preference: ['DELETE', 'SELECT'],
      tenant_config: ['SELECT'],
      pool: ['SELECT'],
      unit: ['SELECT'],
      person: ['SELECT', 'UPDATE'],
      booking: ['INSERT', 'SELECT', 'UPDATE'],
      booking_unit: ['DELETE', 'INSERT', 'SELECT', 'UPDATE'],
      // Who waits, and what a place that came free looks at before it is given.
      wait: ['SELECT', 'UPDATE'],
      wait_companion: ['SELECT'],
      unit_outage: ['SELECT'],
      opening_change: ['SELECT'],
      // How a visit ended, under the locks that everybody takes, and why.
      pool_day: ['INSERT', 'SELECT', 'UPDATE'],
      decision: ['INSERT'],
      absence_excuse: ['DELETE', 'SELECT'],
      // What is let go when its time is over, and who is no longer named.
      retention_run: ['INSERT', 'SELECT'],
      session: ['DELETE', 'SELECT'],
      sign_in_attempt: ['DELETE', 'SELECT'],
      audit_event: ['DELETE', 'INSERT', 'SELECT'],
      staff_role: ['SELECT'],
      second_factor: ['DELETE', 'SELECT'],
      recovery_code: ['DELETE', 'SELECT'],
      dependant: ['SELECT', 'UPDATE'],
      dependant_care: ['DELETE', 'SELECT'],
    },
    // What it takes to write a mail, to tell how old a thing is, and to give a place under the rules, which ask age and residence: no fiscal code, no family name, no secret, no health.
    columns: {
      tenant_config: ['tenant_id', 'version', 'config'],
      person: [
        'tenant_id',
        'id',
        'given_name',
        'email',
        'phone',
        'born_on',
        'residence',
        'notice_version',
        'created_at',
        'erased_at',
        'merged_into',
      ],
      session: ['tenant_id', 'id', 'person_id', 'last_seen_at', 'expires_at'],
      sign_in_attempt: ['tenant_id', 'id', 'expires_at'],
      audit_event: ['tenant_id', 'id', 'at'],
      staff_role: ['tenant_id', 'person_id', 'expires_at', 'revoked_at'],
      second_factor: ['tenant_id', 'person_id'],
      recovery_code: ['tenant_id', 'person_id'],
      dependant: ['tenant_id', 'id', 'person_id', 'second_parent_id', 'born_on', 'removed_at'],
      dependant_care: ['tenant_id', 'dependant_id'],
      booking: [
        'tenant_id',
        'id',
        'person_id',
        'pool_id',
        'day',
        'starts_at',
        'ends_at',
        'status',
        'channel',
        'code',
        'request_hash',
        'booked_at',
        'cancel_reason',
        'expected_at',
        'missed_at',
        'excused_at',
        'slots',
        'offer_expires_at',
        'accepted_at',
      ],
      absence_excuse: ['tenant_id', 'booking_id', 'declared_at'],
      opening_change: openingChangeColumns,
    },
  },
  // Counts, town by town: it sees when a place was taken and never by whom.
  publisher: {
    townTables: [],
    tables: {
      ...ofReleased(['DELETE', 'INSERT', 'SELECT']),
      'released.town': ['DELETE', 'INSERT', 'SELECT', 'UPDATE'], // the rows two publishers wait at
      'released.edition': ['DELETE', 'INSERT', 'SELECT', 'UPDATE'],
      'released.revision': ['INSERT', 'SELECT'], // append only
      tenant: ['SELECT'],
      installation_fact: ['SELECT'],
      clock_offset: ['SELECT'],
      tenant_config: ['SELECT'],
      pool: ['SELECT'],
      unit: ['SELECT'],
      booking: ['SELECT'],
      booking_unit: ['SELECT'],
      opening_change: ['SELECT'],
      unit_outage: ['SELECT'],
      usage_day: ['DELETE', 'INSERT', 'SELECT'],
      usage_hour: ['DELETE', 'INSERT', 'SELECT'],
    },
    columns: {
      tenant_config: ['tenant_id', 'version', 'config'],
      pool: ['tenant_id', 'id', 'slug', 'kind', 'retired_at'],
      unit: ['tenant_id', 'pool_id', 'retired_at'],
      booking: ['tenant_id', 'pool_id', 'day', 'status'],
      booking_unit: ['tenant_id', 'pool_id', 'starts_at', 'ends_at', 'status'],
      opening_change: openingChangeColumns,
      unit_outage: ['tenant_id', 'pool_id', 'unit_id', 'starts_at', 'ends_at', 'ended_at'],
    },
  },
  regione: { townTables: [], tables: ofReleased(['SELECT']) },
  regioneApp: {
    townTables: [],
    tables: {
      'regione_app.officer': ['SELECT', 'UPDATE'],
      'regione_app.officer_role': ['SELECT'],
      'regione_app.officer_sign_in': ['DELETE', 'INSERT', 'SELECT'],
      'regione_app.officer_session': ['DELETE', 'INSERT', 'SELECT', 'UPDATE'],
      'regione_app.export_log': ['INSERT', 'SELECT'],
    },
  },
}

/** The schemas a role may enter: those that hold a table it has a right on. */
export function schemasOf({ townTables, tables }: Allowance): ReadonlySet<string> {
  const held = Object.entries(tables).filter(([, rights]) => rights.length > 0)
  const schemas = held.map(([table]) => (table.includes('.') ? (table.split('.')[0] ?? '') : 'officine'))
  return new Set(townTables.length > 0 ? ['officine', ...schemas] : schemas)
}

/** The allowance of a database role, or undefined for a role that is none of ours or the owner. */
export function allowanceOf(databaseRole: string): Allowance | undefined {
  const [name] = Object.entries(roles).find(([, role]) => role === databaseRole) ?? []
  return name === undefined || name === 'owner' ? undefined : allowances[name as Exclude<RoleName, 'owner'>]
}

/** SECURITY DEFINER functions, each with its reason: they read past the policies, so each checks the town itself. None so far. */
export const definerFunctions: Readonly<Record<string, string>> = {}
