import { readClock } from '@officine/db/clock'
import { publishUsage } from '@officine/db/publish-usage'
import type { Command } from '../main.ts'
import { onDatabase } from '../on-owner.ts'
import { readArguments } from '../read-arguments.ts'
import { refuse } from '../refuse.ts'

const usage = [
  'Usage: officine publish [--whole --because TEXT]',
  'Counts the last five weeks of every town again and releases the figures to the Region, as the publisher does by itself every night.',
  '  --whole     counts from the first day: quarters that are closed may change, and what they said before stays on record',
  '  --because   why, in 5 to 300 letters; the Region reads it beside the figures',
]

/** `officine publish`: rolls up what every town's public places were used for until yesterday, and releases it to the Region. */
export const run: Command = async (args, environment) => {
  const reading = readArguments(args, { whole: { type: 'boolean' }, because: { type: 'string' } })
  if (!reading.read) return refuse([reading.fault, ...usage])
  const { whole = false } = reading.values
  const because = reading.values.because?.trim() ?? ''
  if (reading.positionals.length > 0 || (!whole && because !== '')) return refuse(usage)
  if (whole && (because.length < 5 || because.length > 300))
    return refuse(['Counting everything again needs a reason.', ...usage])
  return onDatabase('publisher', environment, async (db) => {
    const { towns, lastDay } = await publishUsage(db, await readClock(db), {
      whole: whole ? { because } : undefined,
      onFault: (town, error) =>
        console.error(`${town}: ${error instanceof Error ? error.message : String(error)}`),
    })
    console.log(`Released to the Region: ${towns} towns, until ${lastDay}.`)
    return 0
  })
}
