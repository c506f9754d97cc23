import { setTimeout as pause } from 'node:timers/promises'
import { expect, inject, test } from 'vitest'
import { allAtOnce } from '../src/all-at-once.ts'
import { send, signIn } from '../src/citizen.ts'
import { halfDays } from '../src/days.ts'
import { keepBooking } from '../src/load.ts'
import { findChild, until } from '../src/processes.ts'

const stack = inject('stack')
const kills = 20

/** Long enough under load before each kill for bookings to be under way, and after it for the town to be back. */
const roundMilliseconds = 500

test('kill -9 of the server and of PostgreSQL, twenty times under load: every acknowledged booking is there once, every retry got its own, and the town comes back by itself', async () => {
  const people = Array.from({ length: 8 }, (_, at) => `load-${1901 + at}`)
  const citizens = await allAtOnce(people, 8, (persona) => signIn(stack.port, 'allumiere', persona))
  const loaders = citizens.map((citizen) => keepBooking(citizen, halfDays.underFire))
  const backAfter: number[] = []

  for (let kill = 0; kill < kills; kill += 1) {
    await pause(roundMilliseconds)
    const victim =
      kill % 2 === 0 ? running('The server', findServer()) : running('PostgreSQL', findPostgres())
    process.kill(victim, 'SIGKILL')
    const killedAt = performance.now()
    await until('the town answers again, from another process', 30, async () => {
      const now = kill % 2 === 0 ? findServer() : findPostgres()
      if (now === undefined || now === victim) return undefined
      const answer = await send(stack.port, 'allumiere', '/ready', { seconds: 2 }).catch(() => undefined)
      return answer?.status === 200 || undefined
    })
    backAfter.push(performance.now() - killedAt)
  }

  const accounts = await Promise.all(loaders.map(({ stop }) => stop()))
  let acknowledged = 0
  for (const [at, account] of accounts.entries()) {
    expect(account.contradictions).toEqual([])
    const mine = await citizens[at]?.read('bookings.mine', { language: 'it' })
    const remembered = [...(mine?.upcoming ?? []), ...(mine?.past ?? [])]
    const told = new Map(remembered.map(({ bookingId, status }) => [bookingId, status]))
    expect(told.size, 'no booking is there twice').toBe(remembered.length)
    expect(told).toEqual(account.acknowledged)
    acknowledged += account.acknowledged.size
  }
  const retries = accounts.reduce((sum, account) => sum + account.retries, 0)
  const slowest = Math.max(...backAfter)
  process.stdout.write(
    `${kills} kills: ${acknowledged} bookings acknowledged, all there; ${retries} retries; back within ${slowest.toFixed(0)} ms\n`,
  )
  expect(acknowledged).toBeGreaterThan(kills)
  expect(retries).toBeGreaterThan(0)
}, 300_000)

const findServer = () => findChild(stack.pid, 'server.dev.ts')?.pid
const findPostgres = () => findChild(stack.pid, 'bin/postgres -D')?.pid

function running(what: string, pid: number | undefined): number {
  if (pid === undefined) throw new Error(`${what} does not run`)
  return pid
}
