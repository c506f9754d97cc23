import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seatsOf, signIn } from '../src/citizen.ts'
import { bookSeat } from '../src/half-days.ts'
import { awaitMail } from '../src/mails.ts'
import { freePort, until } from '../src/processes.ts'
import { officine, startStack } from '../src/stack.ts'
import type { RunningStack } from '../src/stack.ts'

// An installation of its own: its clock goes where no other journey could follow.
const dataDirectory = mkdtempSync(join(tmpdir(), 'officine-e2e-clock-'))
chmodSync(dataDirectory, 0o755)
let stack: RunningStack
beforeAll(async () => {
  stack = await startStack(await freePort(), dataDirectory)
}, 120_000)
afterAll(async () => {
  await stack.end('SIGINT')
  rmSync(dataDirectory, { recursive: true, force: true })
})

const clock = (...words: readonly string[]) => officine(stack, 'clock', ...words)

test.each([
  {
    change: 'forward in March',
    friday: '2028-03-24',
    sunday: '2028-03-26',
    // Twenty-four hours before nine in summer time it was eight in winter time.
    reminder: '2028-03-25T07:00:00.000Z',
    person: 'load-1181',
  },
  {
    change: 'back in October',
    friday: '2028-10-27',
    sunday: '2028-10-29',
    reminder: '2028-10-28T08:00:00.000Z', // ten in summer time
    person: 'load-1182',
  },
])(
  'the clocks go $change: the reminder leaves twenty-four hours before, the grace is thirty minutes, the night lets go once',
  async ({ friday, sunday, reminder, person }) => {
    await clock('set', `${friday}T10:00`)
    const manager = await signIn(stack.port, 'allumiere', 'manager-allumiere')
    const poolId = await seatsOf(manager)
    const openSunday = {
      kind: 'hours' as const,
      poolId,
      fromDay: sunday,
      toDay: sunday,
      hours: ['09:00', '14:00'] as [string, string],
      opensShutDays: true,
      reason: { it: 'Domenica aperta' },
    }
    const preview = await manager.write('desk.previewClosure', openSunday)
    if (!('seen' in preview)) throw new Error(`Sunday cannot be opened: ${JSON.stringify(preview)}`)
    const opened = await manager.write('desk.close', {
      ...openSunday,
      seen: preview.seen,
      answers: [],
      rest: 'usual',
      idempotencyKey: crypto.randomUUID(),
    })
    expect(opened.closed).toBe(true)
    const citizen = await signIn(stack.port, 'allumiere', person)
    const { bookingId } = await bookSeat(citizen, { day: sunday, from: '09:00', to: '14:00' })

    await awaitMail(`${person}@example.org`, /confermat/, stack.port)
    // The hour strikes by itself: each process hears of a moved clock in its own second, and the mailbox stamps by its own.
    await clock('set', new Date(Date.parse(reminder) - 5_000).toISOString())
    const told = await awaitMail(`${person}@example.org`, /promemoria/, stack.port)
    const minutesLate = (Date.parse(told.receivedAt) - Date.parse(reminder)) / 60_000
    expect(minutesLate).toBeGreaterThanOrEqual(0)
    expect(minutesLate).toBeLessThan(5)

    const standing = async () => {
      // Signed in anew: who was here a day ago by this clock has been signed out meanwhile.
      const later = await signIn(stack.port, 'allumiere', person)
      return (await later.read('bookings.byId', { bookingId, language: 'it' })).status
    }
    await clock('set', `${sunday}T09:29`)
    expect(await standing()).toBe('confirmed')
    await clock('set', `${sunday}T09:30`)
    await until('the booking counts as missed', 30, async () =>
      (await standing()) === 'no-show' ? true : undefined,
    )

    // The night in which the clocks change: half past three strikes once.
    const proof = await signIn(stack.port, 'allumiere', 'manager-allumiere')
    const rounds = await proof.read('desk.retentionProof', { language: 'it' })
    const ofThatNight = rounds.filter(
      ({ ranAtLabel, what }) =>
        what === 'sessions' && ranAtLabel.startsWith(`domenica ${Number(sunday.slice(8))} `),
    )
    expect(ofThatNight).toHaveLength(1)
  },
  180_000,
)
