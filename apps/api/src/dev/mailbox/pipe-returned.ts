import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../bounce.ts', import.meta.url))

/** Pipes a returned mail to the program that a town's mail system would pipe it to. */
export function pipeReturned(workerUrl: string): (mail: Buffer) => Promise<void> {
  return async (mail) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program], {
      env: { ...process.env, DATABASE_URL_WORKER: workerUrl },
      stdio: ['pipe', 'ignore', 'inherit'],
    })
    child.stdin.end(mail)
    await once(child, 'exit')
  }
}
