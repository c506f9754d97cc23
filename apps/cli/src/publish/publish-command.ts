import { readClock } from '@officine/db/clock'
import { publishUsage } from '@officine/db/publish-usage'
import type { Command } from '../main.ts'
import { onDatabase } from '../on-owner.ts'
import { readArguments } from '../read-arguments.ts'
import { refuse } from '../refuse.ts'

const usage = [
  'Usage: officine publish [--whole]',
  'Counts the last five weeks of every town again and releases the figures to the Region; --whole counts from the first day.',
]

/** `officine publish`: rolls up what every town's public places were used for until yesterday, and releases it to the Region. */
export const run: Command = async (args, environment) => {
  const reading = readArguments(args, { whole: { type: 'boolean' } })
  if (!reading.read) return refuse([reading.fault, ...usage])
  if (reading.positionals.length > 0) return refuse(usage)
  const span = reading.values.whole === true ? 'whole' : 'lately'
  return onDatabase('publisher', environment, async (db) => {
    const { towns, lastDay } = await publishUsage(db, await readClock(db), span)
    console.log(`Released to the Region: ${towns} towns, until ${lastDay}.`)
    return 0
  })
}
