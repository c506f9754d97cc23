import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { morning } from './days.ts'
import { freePort } from './processes.ts'
import { officine, startStack } from './stack.ts'
import type { RunningStack, Stack } from './stack.ts'

declare module 'vitest' {
  interface ProvidedContext {
    stack: Stack
  }
}

/** A vitest global set-up: one running installation for all journeys, on a Monday morning far from today's date. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'officine-e2e-'))
  chmodSync(dataDirectory, 0o755) // as a checkout's is: the account that runs PostgreSQL reaches its own folder inside
  let running: RunningStack | undefined
  const tearDown = async () => {
    const status = await running?.end('SIGINT')
    rmSync(dataDirectory, { recursive: true, force: true })
    // Defects that the installation logged, for whoever reads why a journey failed.
    for (const line of running?.said().split('\n') ?? [])
      if (/"level":50.*(request|procedure) failed/.test(line)) process.stderr.write(`${line}\n`)
    if (running !== undefined && status !== 0)
      throw new Error(`officine start ended with ${status}:\n${running.said()}`)
  }
  try {
    running = await startStack(await freePort(), dataDirectory)
    const stack = { port: running.port, dataDirectory, pid: running.pid }
    await officine(stack, 'clock', 'set', morning)
    project.provide('stack', stack)
  } catch (error) {
    await tearDown()
    throw error
  }
  return tearDown
}
