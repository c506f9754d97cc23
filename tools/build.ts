import { spawnSync } from 'node:child_process'

/** Builds the screens; what did not change since the last build is taken from the cache. */
export function build(): void {
  const outcome = spawnSync('turbo', ['run', 'build', '--output-logs=errors-only'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', FORCE_COLOR: '0' },
  })
  if (outcome.status !== 0) throw new Error('The screens could not be built; the lines above say why.')
}

if (import.meta.main) build()
