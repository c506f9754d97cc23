import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Everything that must hold, in the order in which it is cheapest to learn that it does not. The last line counts checks and tests together. */
const checks: readonly { readonly name: string; readonly command: readonly [string, ...string[]] }[] = [
  { name: 'types', command: ['turbo', 'run', 'typecheck', '--output-logs=errors-only'] },
  { name: 'types of the tools', command: ['tsc', '--noEmit', '-p', 'tools'] },
  { name: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings', '--quiet'] },
  { name: 'format', command: ['biome', 'format', '.'] },
  {
    name: 'boundaries',
    command: [
      'depcruise',
      '--config',
      'packages/config-boundaries/dependency-cruiser.cjs',
      'apps',
      'packages',
    ],
  },
  { name: 'unused code', command: ['knip'] },
  { name: 'build of the screens', command: ['turbo', 'run', 'build', '--output-logs=errors-only'] },
]

const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', FORCE_COLOR: '0' }
let passed = 0
let failed = 0

for (const { name, command } of checks) {
  const [program, ...args] = command
  const startedAt = performance.now()
  const { status } = spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'], env })
  const isGood = status === 0
  if (isGood) passed += 1
  else failed += 1
  console.log(
    `${isGood ? 'ok  ' : 'FAIL'}  ${name} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`,
  )
}

const shelf = mkdtempSync(join(tmpdir(), 'officine-report-'))
// The browser goes last and alone: beside the other tests it would wait for a processor, not for a page.
for (const [name, projects] of [
  ['unit-and-database', ['--project', '!e2e']],
  ['browser', ['--project', 'e2e']],
] as const) {
  const report = join(shelf, `${name}.json`)
  const { status } = spawnSync(
    'vitest',
    ['run', ...projects, '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
      env,
    },
  )
  const counted = readReport(report)
  passed += counted.passed
  failed += counted.failed
  // A file that could not even be loaded has no failed test to its name.
  if (status !== 0 && counted.failed === 0) failed += 1
}
rmSync(shelf, { recursive: true, force: true })

console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

function readReport(file: string): { readonly passed: number; readonly failed: number } {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, 'utf8')) as {
      numPassedTests: number
      numFailedTests: number
    }
    return { passed: numPassedTests, failed: numFailedTests }
  } catch {
    return { passed: 0, failed: 1 } // no report: the tests did not run, which is a failure
  }
}
