import { expect, inject, test } from 'vitest'
import { send, signIn } from '../src/citizen.ts'
import { descendantsOf, findChild, until } from '../src/processes.ts'
import { visitors } from '../src/visitor.ts'

const stack = inject('stack')
const visit = visitors()

/** Quick enough that somebody who waits still looks at the screen. */
const patienceMilliseconds = 10_000

test('a database that stops answering is told in a sentence, at every door and before anybody loses patience; afterwards all is as before', async () => {
  const { cookie } = await signIn(stack.port, 'allumiere', 'load-1071')
  const { page } = await visit({ persona: 'load-1071' })
  await page.goto('/prenota')
  await page.getByRole('link', { name: 'Settimana dopo' }).waitFor()
  // Every line to the database is open: a frozen server leaves them so, and none of them breaks.
  await Promise.all(Array.from({ length: 40 }, () => askNow(cookie)))

  const thaw = freezeDatabase()
  try {
    // The towns' addresses are remembered for a second.
    await until(
      'the town is asked for anew',
      20,
      async () => (await askNow(cookie)).status === 503 || undefined,
    )
    await page.getByRole('link', { name: 'Settimana dopo' }).click()
    const startedAt = performance.now()
    const answers = await Promise.all([
      send(stack.port, 'allumiere', '/', { cookie }),
      send(stack.port, 'allumiere', '/ready', { cookie }),
      askNow(cookie),
      send(stack.port, 'allumiere', '/trpc/bookings.cancel', {
        method: 'POST',
        body: JSON.stringify({ bookingId: crypto.randomUUID(), language: 'it' }),
        cookie,
      }),
    ])
    expect(performance.now() - startedAt).toBeLessThan(patienceMilliseconds)
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 503, 503])
    for (const { body } of answers) expect(body).toMatch(/non risponde|does not answer/)
    expect(answers[0]?.body).toContain('Le prenotazioni fatte sono al sicuro: riprova tra un minuto')

    await page.getByRole('heading', { level: 1, name: 'L’archivio non risponde' }).waitFor()
  } finally {
    thaw()
  }
  await until('the town answers again', 20, async () => (await askNow(cookie)).status === 200 || undefined)
  await page.getByRole('button', { name: 'Riprova' }).click()
  await page.getByRole('heading', { level: 1, name: 'Prenota una postazione' }).waitFor()
})

function askNow(cookie: string) {
  const input = encodeURIComponent(JSON.stringify({ language: 'it' }))
  return send(stack.port, 'allumiere', `/trpc/bookings.mine?input=${input}`, { cookie })
}

/** Stops the server and everybody who works for it, as a storage that hangs does; answers how to let them go on. */
function freezeDatabase(): () => void {
  const postgres = findChild(stack.pid, 'bin/postgres -D')
  if (postgres === undefined) throw new Error('PostgreSQL does not run')
  const all = [postgres, ...descendantsOf(postgres.pid)]
  for (const { pid } of all) process.kill(pid, 'SIGSTOP')
  return () => {
    for (const { pid } of all.toReversed()) process.kill(pid, 'SIGCONT')
  }
}
