import { existsSync } from 'node:fs'
import { readClock } from '@officine/db/clock'
import { keyringInFile, makeKeyringFile, rotateKeyringFile } from '@officine/db/keyring'
import { reseal } from '@officine/db/reseal'
import { listTowns } from '@officine/db/towns'
import { withTenant } from '@officine/db/with-tenant'
import type { CliEnvironment } from '../env.ts'
import type { Command } from '../main.ts'
import { onOwner } from '../on-owner.ts'
import { refuse } from '../refuse.ts'
import { keyringFile } from './command-keyring.ts'

const usage = [
  'Usage: officine keys make     a keyring for a new installation, where none is yet',
  '       officine keys rotate   a new key for what is written from now on; what was written is sealed anew',
]

/** `officine keys`: what seals fiscal codes. See docs/keys.md. */
export const run: Command = async ([action, ...words], environment) => {
  if (words.length > 0) return refuse(usage)
  const file = keyringFile(environment)
  if (file === undefined)
    return refuse([
      'OFFICINE_KEYRING holds the keys themselves: put them in a file, name that file, and come back.',
    ])
  switch (action) {
    case 'make':
      if (!makeKeyringFile(file, new Date()))
        return refuse([`There is a keyring already: ${file}. Nothing was changed.`])
      console.log(`Made ${file}. Keep a copy where the database is not: docs/keys.md says what a loss means.`)
      return 0
    case 'rotate':
      return existsSync(file)
        ? rotate(file, environment)
        : refuse([`There is no keyring at ${file}: officine keys make makes one.`])
    case undefined:
    default:
      return refuse(usage)
  }
}

async function rotate(file: string, environment: CliEnvironment): Promise<number> {
  return onOwner(environment, async (owner) => {
    const now = await readClock(owner) // also: no new key unless the database can be reached to seal anew
    const version = rotateKeyringFile(file, now)
    console.log(`${version} is the current key. Running servers use it from their next sign-in on.`)
    const keyring = keyringInFile(file)
    for (const { id } of await listTowns(owner)) {
      let sealed = 0
      for (let batch = -1; batch !== 0; sealed += batch)
        batch = await withTenant(owner, id, (tx) => reseal(tx, keyring))
      console.log(`${id}: ${sealed} fiscal codes, care notes and second factors sealed anew`)
    }
    return 0
  })
}
