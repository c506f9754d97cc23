import { setTimeout as pause } from 'node:timers/promises'
import { expect, inject, test } from 'vitest'
import { allAtOnce } from '../src/all-at-once.ts'
import { NoAnswer, seatsOf, signIn } from '../src/citizen.ts'
import type { Answered } from '../src/citizen.ts'
import { halfDays } from '../src/days.ts'

type Refused = Extract<Answered<'bookings.book'>, { booked: false }>

const { port } = inject('stack')
const crowd = Array.from({ length: 1_000 }, (_, at) => `load-${String(at + 1).padStart(4, '0')}`)

/** Signing in is not what is tried here: who comes while the installation still recovers from the tests before knocks again. */
async function arrive(persona: string) {
  for (let knocks = 1; ; knocks += 1) {
    try {
      return await signIn(port, 'allumiere', persona)
    } catch (error) {
      if (!(error instanceof NoAnswer) || knocks === 10) throw error
      await pause(500)
    }
  }
}

test('a thousand citizens ask for the ten seats of one half day at the same moment: ten have one, 990 are told that it is full and what is near', async () => {
  const citizens = await allAtOnce(crowd, 40, arrive)
  const [someone] = citizens
  if (someone === undefined) throw new Error('Nobody came')
  const poolId = await seatsOf(someone)

  const startedAt = performance.now()
  const answers = await Promise.all(
    citizens.map(({ write }) =>
      write(
        'bookings.book',
        { poolId, ...halfDays.manyCitizens, idempotencyKey: crypto.randomUUID(), language: 'it' },
        90,
      ),
    ),
  )
  process.stdout.write(`1,000 answers in ${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`)

  const booked = answers.flatMap((answer) => (answer.booked ? [answer.booking] : []))
  const refused = answers.filter((answer): answer is Refused => !answer.booked)
  expect(booked).toHaveLength(10)
  expect(new Set(booked.map(({ unitLabel }) => unitLabel)).size).toBe(10)
  expect(refused).toHaveLength(990)
  expect(new Set(refused.map(({ refusal }) => refusal.reason))).toEqual(new Set(['full']))
  expect(Math.min(...refused.map(({ alternatives }) => alternatives.length))).toBeGreaterThan(0)

  // Nothing is held by nobody: the town counts as many as were told yes.
  const [day] = (
    await someone.read('bookings.whatIsFree', {
      poolId,
      from: halfDays.manyCitizens.day,
      days: 1,
      language: 'it',
    })
  ).days
  expect(day?.slots.find(({ from }) => from === halfDays.manyCitizens.from)).toMatchObject({
    free: 0,
    state: 'full',
  })
})
