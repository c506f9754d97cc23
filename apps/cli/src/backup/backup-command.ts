import { join } from 'node:path'
import { baseBackup } from '@officine/db/embedded/base-backup'
import { fileArgument } from '../env.ts'
import type { Command } from '../main.ts'
import { readArguments } from '../read-arguments.ts'
import { refuse } from '../refuse.ts'
import { prune } from './prune-command.ts'

const usage = [
  'Usage: officine backup FOLDER [--without-keys]   a copy of the running embedded database, in a folder of its own there',
  '       officine backup prune FOLDER --keep 14d   deletes what no moment of the last 14 days needs, never the last good backup',
]

/** `officine backup`: copies the embedded database while it works. From the first backup on the log is kept too, so that a restore loses a second at most. */
export const run: Command = async (args, environment) => {
  const given = readArguments(args, {
    'without-keys': { type: 'boolean', default: false },
    keep: { type: 'string' },
  })
  if (!given.read) return refuse([given.fault, ...usage])
  const [folder, ...more] = given.positionals
  const { keep } = given.values
  if (folder === 'prune') {
    const [ofBackups, ...others] = more
    if (ofBackups === undefined || others.length > 0 || keep === undefined) return refuse(usage)
    return prune(ofBackups, keep, environment)
  }
  if (folder === undefined || more.length > 0 || keep !== undefined) return refuse(usage)
  if (Object.values(environment.databaseUrls).some((url) => url !== undefined))
    return refuse([
      'The database is a server of yours (DATABASE_URL): back it up with its own tools, see docs/backup.md.',
    ])

  const name = new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')
  const destination = join(fileArgument(folder, environment), name)
  const withKeys = !given.values['without-keys']
  const { dataDirectory, logFolder } = environment
  const label = await baseBackup({ dataDirectory, destination, logFolder, withKeys })
  console.log(`Backed up ${(label.bytes / 1e6).toFixed(0)} MB to ${destination}.`)
  console.log(
    withKeys
      ? 'It holds the keyring and the passwords of the database: whoever reads it reads everything.'
      : `It holds no keys: keep keyring.json and database.json of ${dataDirectory} elsewhere, without them it opens nothing.`,
  )
  console.log(`What is written from now on is kept in ${label.logFolder}: copy it to another machine too.`)
  return 0
}
