import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'

export interface Supervised {
  /** Settles when the process has said that it is ready for the first time. */
  readonly ready: Promise<void>
  readonly stop: () => Promise<void>
}

/** Keeps a program of ours running: started again, a little later each time, whenever it ends by itself. */
export function supervise(
  name: string,
  program: string,
  env: NodeJS.ProcessEnv,
  say: (line: string) => void,
): Supervised {
  let child: ChildProcess
  let isStopping = false
  let isReady = false
  let failures = 0
  let ended: Promise<void> = Promise.resolve()
  const { promise: ready, resolve: becomeReady, reject: giveUp } = Promise.withResolvers<void>()

  const start = () => {
    child = fork(program, { env, execArgv: ['--disable-warning=ExperimentalWarning'], detached: true })
    child.on('message', (message) => {
      if (message !== 'listening') return
      failures = 0
      isReady = true
      becomeReady()
    })
    ended = new Promise((resolve) => {
      child.once('exit', (code, signal) => {
        resolve()
        if (isStopping) return
        failures += 1
        if (!isReady && failures >= 3)
          return giveUp(new Error(`${name} ended three times before it was ready; the lines above say why.`))
        say(`${name} ended by itself (${signal ?? code}): starting it again.`)
        setTimeout(() => isStopping || start(), Math.min(5_000, 200 * 2 ** (failures - 1)))
      })
    })
  }
  start()
  return {
    ready,
    stop: async () => {
      isStopping = true
      child.kill('SIGTERM')
      const patience = setTimeout(() => child.kill('SIGKILL'), 10_000)
      await ended
      clearTimeout(patience)
    },
  }
}
