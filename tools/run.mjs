// The front door, in plain JavaScript that Node 20 can read: it installs what is pinned, then hands over to the pinned Node.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const [task = 'start', ...rest] = process.argv.slice(2)
// `officine` prints data on standard output, so whatever is said about set-up goes to standard error.
const say = (line) => process.stderr.write(`${line}\n`)

ensureInstalled()
const bin = join(root, 'node_modules', '.bin')
const env = {
  ...process.env,
  PATH: `${bin}:${process.env.PATH ?? ''}`,
  // What was compiled once is not compiled again: a third of what a start costs.
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'compiled'),
}
const script = {
  start: ['tools/start.ts'],
  test: ['tools/test.ts'],
  bench: ['tools/bench.ts'],
  build: ['tools/build.ts'],
  officine: ['apps/cli/src/main.ts'],
}[task]
if (script === undefined) {
  say(`Unknown task ${task}.`)
  process.exit(2)
}
const child = spawn(join(bin, 'node'), ['--disable-warning=ExperimentalWarning', ...script, ...rest], {
  cwd: root,
  env,
  stdio: 'inherit',
})
// The terminal sends Ctrl-C to the whole group; a signal sent to this process alone is passed on.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => {
  process.exitCode = signal === null ? (code ?? 1) : 128
})

function ensureInstalled() {
  const wanted = fingerprint()
  const marker = join(root, 'node_modules', '.officine-installed')
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return
  say('Installing the pinned packages (first run: about a minute)…')
  const outcome = spawnSync('npx', ['--yes', 'pnpm@12.21.0', 'install', '--frozen-lockfile'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, CI: 'true' },
  })
  if (outcome.status !== 0) {
    say('The packages could not be installed; the lines above say why. Nothing was started.')
    process.exit(1)
  }
  mkdirSync(dirname(marker), { recursive: true })
  writeFileSync(marker, wanted)
}

function fingerprint() {
  const hash = createHash('sha256')
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json'])
    hash.update(readFileSync(join(root, file)))
  for (const folder of ['apps', 'packages']) {
    for (const name of readdirSync(join(root, folder)).sort()) {
      const manifest = join(root, folder, name, 'package.json')
      if (existsSync(manifest)) hash.update(readFileSync(manifest))
    }
  }
  return hash.digest('hex')
}
