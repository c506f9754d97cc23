import { join } from 'node:path'
import { baseBackup } from '@officine/db/embedded/base-backup'
import { fileArgument } from '../env.ts'
import type { Command } from '../main.ts'
import { readArguments } from '../read-arguments.ts'
import { refuse } from '../refuse.ts'

const usage =
  'Usage: officine backup FOLDER [--without-keys]   a copy of the running embedded database, in a folder of its own there'

/** `officine backup`: copies the embedded database while it works. From the first backup on the log is kept too, so that a restore loses a second at most. */
export const run: Command = async (args, environment) => {
  const given = readArguments(args, { 'without-keys': { type: 'boolean', default: false } })
  if (!given.read) return refuse([given.fault, usage])
  const [folder, ...more] = given.positionals
  if (folder === undefined || more.length > 0) return refuse([usage])
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
