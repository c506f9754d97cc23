import type { LocalDay } from '../rules/tenant-rules.ts'
import { addDays } from '../calendar/local-day.ts'

/** The longest that a role given at the desk lasts; whoever is still needed then is given it anew by somebody who knows. */
const longestDays = 365

/** From how many days before its end a role is said to end soon. */
export const endsSoonDays = 14

export type UntilRefusal =
  | { readonly reason: 'until-past' }
  | { readonly reason: 'until-too-far'; readonly latest: LocalDay }

export type GrantRefusal =
  | { readonly reason: 'yourself' }
  | { readonly reason: 'cannot-sign-in' }
  | { readonly reason: 'already-held'; readonly until: LocalDay }
  | UntilRefusal

export type ExtendRefusal = { readonly reason: 'yourself' } | UntilRefusal

export type RevokeRefusal = { readonly reason: 'last-manager' }

export type ResetRefusal = { readonly reason: 'yourself' }

export interface AskedGrant {
  readonly actorId: string
  readonly personId: string
  /** Whether an identity provider could ever tell us that somebody is this person. */
  readonly canSignIn: boolean
  /** The last day of this role as the person holds it now. */
  readonly heldUntil: LocalDay | undefined
  /** The last day asked for. */
  readonly until: LocalDay
  readonly today: LocalDay
}

/** Why a manager may not give this role; undefined when they may. Nobody raises themselves, whatever they hold already. */
export function findGrantRefusal(asked: AskedGrant): GrantRefusal | undefined {
  if (asked.actorId === asked.personId) return { reason: 'yourself' }
  if (!asked.canSignIn) return { reason: 'cannot-sign-in' }
  const { heldUntil } = asked
  if (heldUntil !== undefined && heldUntil !== asked.until)
    return { reason: 'already-held', until: heldUntil }
  return findUntilRefusal(asked)
}

/** Why a manager may not move the end of this role; undefined when they may. One's own end is for another to move. */
export function findExtendRefusal(
  asked: Pick<AskedGrant, 'actorId' | 'personId' | 'until' | 'today'>,
): ExtendRefusal | undefined {
  return asked.actorId === asked.personId ? { reason: 'yourself' } : findUntilRefusal(asked)
}

/** Why a role may not be taken back: a town without a manager could give no role any more. */
export function findRevokeRefusal(asked: {
  readonly personId: string
  readonly role: string
  /** Who holds the manager's role now. */
  readonly managerIds: readonly string[]
}): RevokeRefusal | undefined {
  const othersManage = asked.managerIds.some((id) => id !== asked.personId)
  return asked.role === 'manager' && !othersManage ? { reason: 'last-manager' } : undefined
}

/** Why a person's second factor may not be forgotten by this manager. With their own phone in hand they connect another; without it, somebody else must say who they are. */
export function findResetRefusal(asked: {
  readonly actorId: string
  readonly personId: string
}): ResetRefusal | undefined {
  return asked.actorId === asked.personId ? { reason: 'yourself' } : undefined
}

/** Whether a role whose last day this is ends soon enough to be said. */
export function endsSoon(lastDay: LocalDay, today: LocalDay): boolean {
  return lastDay <= addDays(today, endsSoonDays)
}

/** The last day that a role given or moved today may have. */
export function latestLastDay(today: LocalDay): LocalDay {
  return addDays(today, longestDays)
}

function findUntilRefusal({ until, today }: Pick<AskedGrant, 'until' | 'today'>): UntilRefusal | undefined {
  if (until < today) return { reason: 'until-past' }
  const latest = latestLastDay(today)
  return until > latest ? { reason: 'until-too-far', latest } : undefined
}
