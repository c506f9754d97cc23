import type { RetainedKind } from '@officine/db/retention'

/**
 * Days that each kind of thing is kept once its use is over. `people` is what the privacy notice promises: a year after the last booking. The others are ours, from
 * what each is for; a controller that wants less says so here and in the notice together.
 */
export const retentionDays: Readonly<Record<RetainedKind, number>> = {
  people: 365,
  // Who opened which record: long enough to answer a complaint, whose action prescribes in five years (c.c. art. 2947).
  audit: 5 * 365,
  // Complaints about a cancellation come within weeks, and strikes count for ninety days.
  'cancel-reasons': 90,
  // Health data: once the strike that it spares could no longer count (`attendance.strikeDays`), nobody needs to know why.
  excuses: 90,
  'call-list': 90,
  words: 30,
  'jobs-done': 60,
  sessions: 30,
  'sign-in-attempts': 1,
  verifications: 30,
}
