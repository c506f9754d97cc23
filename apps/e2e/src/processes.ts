import { readFileSync, readdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

export interface Process {
  readonly pid: number
  readonly parent: number
  readonly command: string
}

/** Every process of this machine, as `/proc` tells it; one that ends while it is read is left out. */
export function processes(): readonly Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const status = readFileSync(`/proc/${name}/status`, 'utf8')
        if (/^State:\s+Z/m.test(status)) return []
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
        return [{ pid: Number(name), parent: Number(/^PPid:\s+(\d+)/m.exec(status)?.[1] ?? 0), command }]
      } catch {
        return []
      }
    })
}

/** The processes that a process started, and those that they started. */
export function descendantsOf(pid: number, all = processes()): readonly Process[] {
  return all
    .filter(({ parent }) => parent === pid)
    .flatMap((child) => [child, ...descendantsOf(child.pid, all)])
}

/** The only process below `pid` whose command contains `words`; undefined while there is none. */
export function findChild(pid: number, words: string): Process | undefined {
  return processes().find(({ parent, command }) => parent === pid && command.includes(words))
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

/** Asks again and again until the answer is something, at most for so long; throws what was waited for. */
export async function until<Answer>(
  what: string,
  seconds: number,
  ask: () => Promise<Answer | undefined> | Answer | undefined,
): Promise<Answer> {
  const deadline = performance.now() + seconds * 1000
  for (;;) {
    const answer = await ask()
    if (answer !== undefined) return answer
    if (performance.now() > deadline) throw new Error(`Not within ${seconds} s: ${what}`)
    await pause(25)
  }
}
