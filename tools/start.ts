import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { build } from './build.ts'

console.log('Building the screens (nothing to do when they have not changed)…')
build()
const command = fileURLToPath(new URL('../apps/cli/src/main.ts', import.meta.url))
const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', command, 'start'], {
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => {
  process.exitCode = signal === null ? (code ?? 1) : 128
})
