import type { Messages } from './messages/it.ts'
import { base, patterns } from './paths.ts'
import type { Shortcut } from './shortcuts.ts'
import type { SignedIn } from './town.ts'

export const railGroups = ['counter', 'places', 'managers'] as const
export type RailGroup = (typeof railGroups)[number]

/** A page of the desk as its rail lists it. */
export type RailPage = {
  readonly group: RailGroup
  /** One of `patterns`. */
  readonly pattern: string
  readonly label: (messages: Messages) => string
  /** The single key that opens it; one page, one key. */
  readonly key?: Shortcut
  /** Addresses below it are its own: a person's record belongs to people. */
  readonly hasPagesBelow?: true
  /** What stands beside the name: a number that is asked for by itself. */
  readonly badge?: 'calls'
}

/**
 * The pages in the order of the rail: one line a page, and the help of the keyboard follows by itself.
 * The pages of the group `managers` are listed for managers only; that their doors are shut to others is the API's doing.
 */
export const railPages: readonly RailPage[] = [
  { group: 'counter', pattern: patterns.today, label: ({ shell }) => shell.today },
  { group: 'counter', pattern: patterns.newBooking, label: ({ shell }) => shell.newBooking, key: 'n' },
  {
    group: 'counter',
    pattern: patterns.people,
    label: ({ shell }) => shell.people,
    key: 'p',
    hasPagesBelow: true,
  },
  { group: 'counter', pattern: patterns.present, label: ({ present }) => present.title, key: 'c' },
  { group: 'counter', pattern: patterns.waiting, label: ({ waiting }) => waiting.title, key: 'a' },
  { group: 'counter', pattern: patterns.calls, label: ({ calls }) => calls.title, key: 't', badge: 'calls' },
  { group: 'places', pattern: patterns.places, label: ({ places }) => places.title, key: 'f' },
  { group: 'places', pattern: patterns.closures, label: ({ closures }) => closures.title, key: 'h' },
  { group: 'managers', pattern: patterns.staff, label: ({ staff }) => staff.title, key: 's' },
  { group: 'managers', pattern: patterns.unsent, label: ({ unsent }) => unsent.title, key: 'i' },
  { group: 'managers', pattern: patterns.import, label: ({ importing }) => importing.title, key: 'm' },
]

/** What this person finds in the rail. */
export function railPagesFor(me: Pick<SignedIn, 'roles'>, pages: readonly RailPage[] = railPages) {
  return pages.filter((page) => page.group !== 'managers' || me.roles.includes('manager'))
}

export function isCurrent(page: RailPage, pathname: string): boolean {
  if (pathname === page.pattern) return true
  return page.hasPagesBelow === true && pathname.startsWith(`${page.pattern}/`)
}

export function hrefOf(page: RailPage): string {
  return base + page.pattern
}
