import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, inject, test } from 'vitest'
import { send, signIn } from '../src/citizen.ts'
import { descendantsOf, freePort, processes } from '../src/processes.ts'
import { startStack } from '../src/stack.ts'

const shared = inject('stack')
const dataDirectory = mkdtempSync(join(tmpdir(), 'officine-e2e-second-'))
chmodSync(dataDirectory, 0o755)
afterAll(() => rmSync(dataDirectory, { recursive: true, force: true }))

test('a second copy runs beside the first with data of its own; Ctrl-C leaves no process of it; it starts again on what it had', async () => {
  const port = await freePort()
  const first = await startStack(port, dataDirectory)
  const processesOfFirst = descendantsOf(first.pid)
  expect(processesOfFirst.some(({ command }) => command.includes('postgres'))).toBe(true)
  expect(processesOfFirst.some(({ command }) => command.includes('server.dev.ts'))).toBe(true)

  // Each knows its own people: a session of one is nobody in the other.
  const here = await signIn(port, 'allumiere', 'student')
  expect(await here.read('identity.me', undefined)).toMatchObject({ signedIn: true })
  const there = await send(shared.port, 'allumiere', '/trpc/identity.me', { cookie: here.cookie })
  expect(there.body).toContain('"signedIn":false')

  // A copy on the same folder is refused with a sentence, and disturbs nobody.
  await expect(startStack(await freePort(), dataDirectory)).rejects.toThrow(/Another copy/)

  expect(await first.end('SIGINT')).toBe(0)
  expect(leftOf([first.pid, ...processesOfFirst.map(({ pid }) => pid)], dataDirectory)).toEqual([])
  expect((await send(shared.port, 'allumiere', '/')).status).toBe(200)

  const second = await startStack(port, dataDirectory)
  process.stdout.write(
    `first start ${(first.startedInMilliseconds / 1000).toFixed(1)} s, second start ${(second.startedInMilliseconds / 1000).toFixed(1)} s\n`,
  )
  try {
    const me = await send(port, 'allumiere', '/trpc/identity.me', { cookie: here.cookie })
    expect(me.body).toContain('"signedIn":true')
  } finally {
    expect(await second.end('SIGTERM')).toBe(0)
  }
  expect(leftOf([second.pid], dataDirectory)).toEqual([])
}, 300_000)

/** What still runs of a copy: by its number, or because it names the copy's folder. */
function leftOf(pids: readonly number[], folder: string): readonly string[] {
  return processes()
    .filter(({ pid, command }) => pids.includes(pid) || command.includes(folder))
    .map(({ pid, command }) => `${pid} ${command}`)
}
