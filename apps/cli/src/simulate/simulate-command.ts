import { readClock } from '@officine/db/clock'
import { findDevelopmentFact, isEmptyInstallation } from '@officine/db/installation-facts'
import { listTowns } from '@officine/db/towns'
import { townsWithSeats as shipped } from '@officine/tenants/towns'
import type { Command } from '../main.ts'
import { onOwner } from '../on-owner.ts'
import { readArguments } from '../read-arguments.ts'
import { refuse } from '../refuse.ts'
import { applyTowns } from '../start/apply-towns.ts'
import { inventedTown } from './invented-town.ts'
import { loadSampleUse } from './load-sample-use.ts'

const usage = [
  'Usage: officine simulate [--towns N] [--years N] [--seed N]   use by invented people, up to now and a few days ahead',
  '  --towns   the towns with seats that ship, then invented ones, up to 2000; left out, those that ship',
  '  --years   1 to 10 (1)',
  '  --seed    a whole number (1): the same use for the same number',
]

/** `officine simulate`: fills a database that holds nothing but samples; any other it refuses to touch. */
export const run: Command = async (args, environment) => {
  const given = readArguments(args, {
    towns: { type: 'string' },
    years: { type: 'string' },
    seed: { type: 'string' },
  })
  if (!given.read) return refuse([given.fault, ...usage])
  const howMany = wholeNumber(given.values.towns ?? String(shipped.length), 1, 2_000)
  const years = wholeNumber(given.values.years ?? '1', 1, 10)
  const seed = wholeNumber(given.values.seed ?? '1', 0, 0x7fff_ffff)
  if (howMany === undefined || years === undefined || seed === undefined || given.positionals.length > 0)
    return refuse(usage)

  return onOwner(environment, async (owner) => {
    const isOurs = (await findDevelopmentFact(owner)) !== undefined || (await isEmptyInstallation(owner))
    if (!isOurs)
      return refuse([
        'Nothing was written: this database holds towns and no samples, so its people may be real. Simulate into an empty one.',
      ])
    const now = await readClock(owner)
    const startedAt = performance.now()
    const invented = Array.from({ length: Math.max(0, howMany - shipped.length) }, (_, at) =>
      inventedTown(at + 1),
    )
    const wanted = [...shipped.slice(0, howMany), ...invented]
    const known = new Set((await listTowns(owner)).map(({ id }) => id))
    await applyTowns(
      owner,
      wanted.filter(({ id }) => !known.has(id)),
      now,
    )
    const bookings = await loadSampleUse(owner, {
      towns: wanted,
      years,
      seed,
      now,
      say: (line) => console.log(line),
    })
    const seconds = (performance.now() - startedAt) / 1000
    console.log(
      `${bookings} bookings by invented people in ${wanted.length} towns, ${seconds.toFixed(1)} s (${(bookings / seconds).toFixed(0)} a second).`,
    )
    return 0
  })
}

function wholeNumber(text: string, least: number, most: number): number | undefined {
  const number = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN
  return number >= least && number <= most ? number : undefined
}
