import { setTimeout as pause } from 'node:timers/promises'
import { findClockOffset, saveClockOffset } from '@officine/db/clock'
import type { Database } from '@officine/db/database'
import { findDevelopmentFact } from '@officine/db/installation-facts'
import type { Command } from '../main.ts'
import { onOwner } from '../on-owner.ts'
import { refuse } from '../refuse.ts'
import { letSamplesArrive } from '../simulate/let-samples-arrive.ts'
import { readAdvance, readMoment, romeText } from './read-moment.ts'

const usage = [
  'Usage: officine clock show             what the installation takes for now',
  '       officine clock set MOMENT       2026-03-29T09:00 on the clocks of Rome, or an instant with its offset',
  '       officine clock advance AMOUNT   90s, 30m, 3h, 2d, 1w, or 1d12h',
  '       officine clock reset            back to the machine’s clock',
]

/** API and worker read a move within this time: who waits for the command finds it in force. */
const inForceMilliseconds = 1_000

/** `officine clock`: moves the one clock of an installation that holds only samples or is somebody's own; any other refuses. */
export const run: Command = async ([action, ...words], environment) => {
  const [word, ...more] = words
  if (more.length > 0 || (action === 'set' || action === 'advance') !== (word !== undefined))
    return refuse(usage)
  switch (action) {
    case 'show':
      return onOwner(environment, async (owner) => say(await findClockOffset(owner)))
    case 'set':
    case 'advance':
      return onOwner(environment, async (owner) => {
        const machine = new Date()
        const now = new Date(machine.getTime() + (await findClockOffset(owner)))
        const wanted = action === 'set' ? readMoment(word ?? '') : readAdvance(word ?? '', now)
        if (wanted === undefined)
          return refuse([`${word} is no ${action === 'set' ? 'moment' : 'amount of time'}.`, ...usage])
        return move(owner, wanted.getTime() - machine.getTime(), wanted < now)
      })
    case 'reset':
      return onOwner(environment, async (owner) => move(owner, 0, false))
    case undefined:
    default:
      return refuse(usage)
  }
}

async function move(owner: Database, offset: number, isBackwards: boolean): Promise<number> {
  const fact = await findDevelopmentFact(owner)
  if (fact === undefined)
    return refuse([
      'The clock was not moved: this installation holds no samples and was not made for development, so it may be a town’s own.',
    ])
  // Before the hour strikes: who is not here when the grace is over counts as absent.
  await letSamplesArrive(owner, new Date(Date.now() + offset))
  await saveClockOffset(owner, offset)
  await pause(inForceMilliseconds)
  if (isBackwards) console.log('Back in time: what was written since then now lies ahead.')
  return say(offset)
}

function say(offset: number): number {
  const shown = romeText(new Date(Date.now() + offset))
  if (offset === 0) console.log(`${shown}, as the machine’s`)
  else {
    const hours = (Math.abs(offset) / 3_600_000).toFixed(1)
    console.log(`${shown}, ${hours} hours ${offset > 0 ? 'ahead of' : 'behind'} the machine’s`)
  }
  return 0
}
