import { callTRPCProcedure } from '@trpc/server'
import type { AnyProcedure } from '@trpc/server'
import { describe, expect, test } from 'vitest'
import type { Context } from '../src/context.ts'
import { appRouter } from '../src/router.ts'

/** Open on purpose: what is printed on a town's walls, and whether one is signed in. Nothing else may join without a reason. */
const openOnPurpose = [
  'bookings.companions',
  'bookings.pools',
  'bookings.whatIsFree',
  'identity.me',
  'notifications.confirmEmail',
  'rules.explained',
  'town.current',
  'town.now',
]

// Flat at run time, by full path; the type describes the tree.
const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, AnyProcedure>)
const guarded = procedures.filter(([path]) => !openOnPurpose.includes(path))
const ofTheDesk = guarded.filter(([path]) => path.startsWith('desk.'))

/** Throws when it is touched: who is turned away at the door must not have reached a table. */
const untouchable = new Proxy(
  {},
  {
    get: (_target, property) => {
      throw new Error(`A stranger reached the database (${String(property)})`)
    },
  },
)

const stranger = {
  db: untouchable,
  town: { id: 'allumiere' },
  signedIn: undefined,
  now: new Date(),
  request: { id: 'r' },
} as unknown as Context
const citizen = {
  ...stranger,
  signedIn: {
    sessionId: 's',
    person: { id: 'p', givenName: 'Ada', familyName: 'Riva' },
    roles: [],
    expiresAt: new Date(),
  },
} as unknown as Context

const call = (path: string, type: 'query' | 'mutation' | 'subscription', ctx: Context) =>
  callTRPCProcedure({
    router: appRouter,
    path,
    ctx,
    type,
    getRawInput: async () => ({}),
    signal: undefined,
    batchIndex: 0,
  })

describe('a stranger', () => {
  test.each(guarded)('is turned away from %s', async (path, procedure) => {
    await expect(call(path, procedure._def.type, stranger)).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
  })

  test('finds open only what is open on purpose', () => {
    expect(
      procedures
        .map(([path]) => path)
        .filter((path) => openOnPurpose.includes(path))
        .sort(),
    ).toEqual([...openOnPurpose].sort())
  })
})

describe('a citizen without a role', () => {
  test('has doors to try', () => {
    expect(ofTheDesk.length).toBeGreaterThan(5)
  })

  test.each(ofTheDesk)('is turned away from %s', async (path, procedure) => {
    await expect(call(path, procedure._def.type, citizen)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
