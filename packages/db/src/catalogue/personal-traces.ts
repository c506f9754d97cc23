import type { RetainedKind } from '../retention.ts'

/** What becomes of what a table says of a person. */
export type Trace =
  /** Its rows go with the person. */
  | { readonly erased: 'rows' }
  /** Its rows stay about nobody: what these columns said is overwritten. */
  | { readonly erased: readonly string[] }
  /** Its rows go when their time is over. */
  | { readonly retained: RetainedKind }
  /** Its rows hold no more than ids and times, and stay: the reason. */
  | { readonly stays: string }

/**
 * Every table that holds or points to a person, directly or through what is theirs, and how it lets go. A test reads the tables from the database and fails
 * for one that is missing here, or that does not do what is said.
 */
export const personalTraces: Readonly<Record<string, readonly Trace[]>> = {
  person: [
    {
      erased: [
        'given_name',
        'family_name',
        'born_on',
        'residence',
        'email',
        'phone',
        'fiscal_code_hmac',
        'fiscal_code_cipher',
        'subject_hmac',
      ],
    },
  ],
  session: [{ erased: 'rows' }, { retained: 'sessions' }],
  recovery_code: [{ erased: 'rows' }],
  second_factor: [{ erased: 'rows' }],
  notification_preference: [{ erased: 'rows' }],
  email_verification: [{ erased: 'rows' }, { retained: 'verifications' }],
  call_list: [{ erased: 'rows' }, { retained: 'call-list' }],
  mail_return: [{ erased: 'rows' }, { retained: 'words' }],
  dependant: [{ erased: ['given_name', 'born_on', 'share_hash', 'second_parent_id'] }],
  dependant_care: [{ erased: 'rows' }],
  absence_excuse: [{ erased: 'rows' }, { retained: 'excuses' }],
  booking: [{ erased: ['cancel_reason'] }, { retained: 'cancel-reasons' }],
  audit_event: [{ retained: 'audit' }],
  outbox: [{ retained: 'words' }],
  done: [{ retained: 'jobs-done' }],
  booking_unit: [{ stays: 'which place a booking had, for the figures and for the draw of others' }],
  decision: [
    { stays: 'why a place was given, with ages instead of birthdays, so that it can be decided again' },
  ],
  staff_role: [
    { stays: 'who had which role when: whoever holds one cannot be erased, and then it names nobody' },
  ],
  unit_outage: [{ stays: 'who declared a place out of order, by id' }],
  opening_change: [{ stays: 'who decided a closure, by id' }],
  wait: [{ stays: 'who waited for what and what came of it, by id' }],
  wait_companion: [{ stays: 'what was to come along, by id' }],
}

/** Tables that point to a person by a column without a foreign key. */
export const pointingByHand: readonly string[] = ['audit_event', 'outbox', 'done']
