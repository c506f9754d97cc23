import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** A statement as it was sent, with its parameters. */
export interface SentStatement {
  readonly text: string
  readonly parameters: readonly unknown[]
}

export interface BenchServer {
  readonly port: number
  /** What the last request sent to the database. */
  readonly lastStatements: () => Promise<readonly SentStatement[]>
  readonly stop: () => Promise<void>
}

/** The API in a process of its own, as in an installation. */
export async function startBenchServer(apiUrl: string): Promise<BenchServer> {
  const child = fork(fileURLToPath(new URL('./bench-server-process.ts', import.meta.url)), {
    env: { ...process.env, DATABASE_URL: apiUrl },
  })
  const next = () => new Promise<unknown>((resolve) => child.once('message', resolve))
  const port = (await next()) as number
  return {
    port,
    lastStatements: async () => {
      const answer = next()
      child.send('statements')
      return (await answer) as readonly SentStatement[]
    },
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
    },
  }
}
