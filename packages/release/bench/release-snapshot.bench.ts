import { releaseSnapshot } from '../src/release-snapshot.ts'
import { loadSolver } from '../src/solver.ts'
import { randomNumbers } from '../tests/random-tables.ts'
import { sampleLattice } from '../tests/sample-lattice.ts'

const towns = 400
const quarters = ['2026Q1', '2026Q2', '2026Q3', '2026Q4']
const targetSeconds = 60

const highs = await loadSolver()
const below = randomNumbers(2026)
let snapshot = sampleLattice(1, { towns, provinces: 5, people: 40 })

console.log(`${towns} towns in 5 provinces, one quarter after another (target: ${targetSeconds} s each)`)
for (const quarter of quarters) {
  const started = performance.now()
  const { figures, hidden, record } = releaseSnapshot(highs, { ...snapshot, quarter })
  const seconds = (performance.now() - started) / 1000
  const fresh = [...figures.values()].filter(({ asOf }) => asOf === quarter).length
  const attacks = record.log.flatMap(({ blocks }) => blocks).reduce((sum, block) => sum + block.attacks, 0)
  console.log(
    `${quarter}: ${seconds.toFixed(1)} s (${(seconds / targetSeconds).toFixed(2)} of the target), ${fresh} new figures, ` +
      `${figures.size - fresh} of an earlier date, ${hidden.length} hidden, ${attacks} patterns attacked`,
  )
  const people = snapshot.people.map((each) => ({ ...each, count: each.count + (below(5) === 0 ? 1 : 0) }))
  snapshot = { ...snapshot, people, lastPublished: figures }
}
