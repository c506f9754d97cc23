import { roles } from '../bootstrap-roles.ts'
import type { RoleName } from '../bootstrap-roles.ts'

/** The schema of the job queue: its tables are the queue's own, made by the worker and shut to everybody else. */
export const queueSchema = 'pgboss'

/** The schemas an installation has; `public` stays empty. */
export const knownSchemas: readonly string[] = ['officine', 'public', queueSchema]

/** Tables that belong to no town, each with its reason. Every other table carries `tenant_id` and is walled. */
export const globalTables: Readonly<Record<string, string>> = {
  tenant: 'which towns exist, by name: no person in it, and every town refers to it',
  tenant_host: 'a host belongs to one town in the whole installation, and is read before the town is known',
  installation_fact: 'whether the installation holds sample use: nothing about a town or a person',
  clock_offset: 'how far the one clock is from the machine’s: nothing about a town or a person',
  outbox_hint: 'in which towns a word waits: their ids and nothing else',
  schema_migration: 'what the owner has run; no role that serves requests reads it',
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

const nothing: Allowance = { townTables: [], tables: {} }

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
      call_list: ['SELECT', 'UPDATE'], // the worker lists, the desk settles
      tenant_config: ['SELECT'], // applied by the owner's command, never by a request
      audit_event: ['SELECT', 'INSERT'], // append only
      decision: ['SELECT', 'INSERT'], // append only
    },
  },
  worker: {
    townTables: [],
    tables: {
      tenant: ['SELECT'],
      tenant_host: ['SELECT'],
      clock_offset: ['SELECT'],
      outbox_hint: ['DELETE', 'SELECT'],
      outbox: ['SELECT', 'UPDATE'],
      done: ['INSERT', 'SELECT'],
      call_list: ['INSERT', 'SELECT'],
      email_verification: ['INSERT', 'SELECT', 'UPDATE'],
      notification_preference: ['SELECT'],
      tenant_config: ['SELECT'],
      pool: ['SELECT'],
      unit: ['SELECT'],
      person: ['SELECT'],
      booking: ['SELECT'],
      booking_unit: ['SELECT'],
    },
    // What it takes to write a mail about a booking: no fiscal code, no birth date, no secret of the door.
    columns: {
      tenant_config: ['tenant_id', 'version', 'config'],
      person: ['tenant_id', 'id', 'given_name', 'email', 'phone'],
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
      ],
    },
  },
  publisher: nothing,
  regione: nothing,
  regioneApp: nothing,
}

/** The allowance of a database role, or undefined for a role that is none of ours or the owner. */
export function allowanceOf(databaseRole: string): Allowance | undefined {
  const [name] = Object.entries(roles).find(([, role]) => role === databaseRole) ?? []
  return name === undefined || name === 'owner' ? undefined : allowances[name as Exclude<RoleName, 'owner'>]
}

/** SECURITY DEFINER functions, each with its reason: they read past the policies, so each checks the town itself. None so far. */
export const definerFunctions: Readonly<Record<string, string>> = {}
