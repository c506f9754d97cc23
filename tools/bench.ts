import { spawnSync } from 'node:child_process'

/** Benchmarks live in the package that they measure; each prints its own figures. Not part of the tests: none asserts a time. */
const benches: readonly { readonly name: string; readonly file: string }[] = [
  { name: 'allocation', file: 'packages/domain/src/allocation/allocation.bench.ts' },
  { name: 'indicators', file: 'packages/domain/src/indicators/indicators.bench.ts' },
  { name: 'release', file: 'packages/release/bench/release-snapshot.bench.ts' },
  { name: 'bookings', file: 'apps/api/bench/booking-bench.ts' },
  { name: 'region overview', file: 'apps/api/bench/region-overview.ts' },
]

let failed = 0
for (const { name, file } of benches) {
  console.log(`\n== ${name} ==`)
  const { status } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', file], {
    stdio: 'inherit',
  })
  if (status !== 0) failed += 1
}
process.exitCode = failed === 0 ? 0 : 1
