import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { text } from 'node:stream/consumers'
import { until } from './processes.ts'

const repository = fileURLToPath(new URL('../../../', import.meta.url))
const node = [process.execPath, '--disable-warning=ExperimentalWarning', 'apps/cli/src/main.ts'] as const

export interface Stack {
  readonly port: number
  readonly dataDirectory: string
  /** The supervisor: `npm start` without npm. */
  readonly pid: number
}

export interface RunningStack extends Stack {
  /** From the command to the printed addresses. */
  readonly startedInMilliseconds: number
  /** Everything it has said so far. */
  readonly said: () => string
  /** Sends a signal to the supervisor alone and waits until it has ended; answers its exit status. */
  readonly end: (signal: 'SIGINT' | 'SIGTERM') => Promise<number | null>
}

/** Starts `officine start` as a person at a terminal does; settles when the addresses are printed. */
export async function startStack(port: number, dataDirectory: string): Promise<RunningStack> {
  if (!existsSync(`${repository}apps/portal/dist/index.html`))
    throw new Error('The screens are not built: run npm run build first.')
  const startedAt = performance.now()
  const [program, ...words] = node
  const supervisor = spawn(program, [...words, 'start'], {
    cwd: repository,
    env: { ...process.env, PORT: String(port), OFFICINE_DATA_DIR: dataDirectory },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // a group of its own: a signal for the tests is not one for the town
  })
  let said = ''
  for (const stream of [supervisor.stdout, supervisor.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
  const ended = new Promise<number | null>((resolve) => supervisor.once('exit', (code) => resolve(code)))
  try {
    await until('the addresses of the towns are printed', 90, () => {
      if (supervisor.exitCode !== null) throw new Error(`officine start ended by itself:\n${said}`)
      return said.includes('Ctrl-C stops everything') || undefined
    })
  } catch (error) {
    supervisor.kill('SIGINT') // what did not start in time is not left behind
    throw error
  }
  return {
    port,
    dataDirectory,
    pid: supervisor.pid ?? 0,
    startedInMilliseconds: performance.now() - startedAt,
    said: () => said,
    end: (signal) => {
      supervisor.kill(signal)
      return ended
    },
  }
}

/** Runs the `officine` command against a stack; throws what it said when it refuses. */
export async function officine(stack: Stack, ...words: readonly string[]): Promise<string> {
  const [program, ...first] = node
  const command = spawn(program, [...first, ...words], {
    cwd: repository,
    env: { ...process.env, PORT: String(stack.port), OFFICINE_DATA_DIR: stack.dataDirectory },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve) => command.once('exit', (code) => resolve(code)))
  const [said, complained, status] = await Promise.all([text(command.stdout), text(command.stderr), ended])
  if (status !== 0) throw new Error(`officine ${words.join(' ')} answered ${status}: ${complained}${said}`)
  return said
}

/** Where a town's portal answers. */
export function originOf({ port }: Pick<Stack, 'port'>, town: string): string {
  return `http://${town}.localhost:${port}`
}
