import { TRPCError, callTRPCProcedure, getErrorShape } from '@trpc/server'
import type { AnyProcedure } from '@trpc/server'
import { describe, expect, test } from 'vitest'
import type { Context } from '../src/context.ts'
import type { SignedIn } from '../src/identity/find-signed-in.ts'
import { MissingSecondFactor } from '../src/missing-second-factor.ts'
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
const ofTheDesk = guarded.filter(([path]) => path.startsWith('desk.') || path.startsWith('staff.'))

/** Where the second factor itself is connected and given: the only doors to staff that do not ask for it. */
const beforeTheFactor = ['secondFactor.begin', 'secondFactor.confirm', 'secondFactor.give']

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
    secondFactorAt: null,
    hasSecondFactor: false,
  },
} as unknown as Context
const now = new Date()
/** Somebody with every role whose session lacks something of the second factor. */
const staffWith = (factor: Pick<SignedIn, 'secondFactorAt' | 'hasSecondFactor'>) =>
  ({
    ...stranger,
    now,
    signedIn: { ...citizen.signedIn, roles: ['front-desk', 'operator', 'manager'], ...factor },
  }) as unknown as Context

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

describe('staff without the second factor', () => {
  const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
  const forbidden = async (path: string, type: 'query' | 'mutation' | 'subscription', ctx: Context) =>
    call(path, type, ctx).then(
      () => undefined,
      (error: unknown) => (error instanceof TRPCError && error.code === 'FORBIDDEN' ? error : undefined),
    )
  // Which doors are for staff is asked of the doors: those that turn a citizen away for want of a role.
  const staffDoors = async () => {
    const asked = await Promise.all(
      guarded.map(
        async ([path, procedure]) => [path, await forbidden(path, procedure._def.type, citizen)] as const,
      ),
    )
    return asked.filter(([, refused]) => refused !== undefined).map(([path]) => path)
  }

  test('is told so apart from want of a role, with the sentence and the word that screens go by', async () => {
    const ctx = staffWith({ secondFactorAt: null, hasSecondFactor: true })
    const error = await forbidden('desk.today', 'query', ctx)
    const shape =
      error &&
      getErrorShape({
        config: appRouter._def._config,
        error,
        ctx,
        type: 'query',
        path: 'desk.today',
        input: {},
      })
    expect(shape).toMatchObject({ data: { code: 'FORBIDDEN', missing: 'second-factor-needed' } })
  })

  test('finds open only where it is connected and given', async () => {
    const doors = await staffDoors()
    expect(doors.length).toBeGreaterThan(ofTheDesk.length)
    expect(doors).toEqual(expect.arrayContaining(ofTheDesk.map(([path]) => path)))
    const lacking = [
      [{ secondFactorAt: null, hasSecondFactor: false }, 'second-factor-not-enrolled'],
      [{ secondFactorAt: null, hasSecondFactor: true }, 'second-factor-needed'],
      [{ secondFactorAt: hoursAgo(13), hasSecondFactor: true }, 'second-factor-needed'],
    ] as const
    for (const [factor, missing] of lacking) {
      const open: string[] = []
      for (const [path, procedure] of guarded.filter(([name]) => doors.includes(name))) {
        const error = await forbidden(path, procedure._def.type, staffWith(factor))
        const told = error?.cause instanceof MissingSecondFactor ? error.cause.missing : undefined
        if (told === undefined) open.push(path)
        else expect([path, told]).toEqual([path, missing])
      }
      expect(open.sort()).toEqual(beforeTheFactor)
    }
  })
})
