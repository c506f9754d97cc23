import { existsSync } from 'node:fs'
import { readBackupLabel } from '@officine/db/embedded/base-backup'
import { restoreCluster } from '@officine/db/embedded/restore-cluster'
import { readMoment, romeText } from '../clock/read-moment.ts'
import { fileArgument } from '../env.ts'
import type { Command } from '../main.ts'
import { readArguments } from '../read-arguments.ts'
import { refuse } from '../refuse.ts'

const usage = [
  'Usage: officine restore BACKUP --data-dir FOLDER [--log FOLDER] [--until MOMENT] [--keys FOLDER]',
  '  --data-dir   where the restored installation will live: empty, or not there yet',
  '  --log        the log kept since the backup; left out, the folder that the backup names, if it is still there',
  '  --until      2026-03-29T09:00 on the clocks of Rome: nothing later comes back',
  '  --keys       where keyring.json and database.json are, for a backup taken without them',
]

/** `officine restore`: a data directory like the one that was, up to the last second of the log or to the moment given. */
export const run: Command = async (args, environment) => {
  const given = readArguments(args, {
    'data-dir': { type: 'string' },
    log: { type: 'string', multiple: true },
    until: { type: 'string' },
    keys: { type: 'string' },
  })
  if (!given.read) return refuse([given.fault, ...usage])
  const { values } = given
  const [backup, ...more] = given.positionals
  const dataDir = values['data-dir']
  if (backup === undefined || dataDir === undefined || more.length > 0) return refuse(usage)
  const until = values.until === undefined ? undefined : readMoment(values.until)
  if (values.until !== undefined && until === undefined)
    return refuse([`${values.until} is no moment.`, ...usage])

  const source = fileArgument(backup, environment)
  const dataDirectory = fileArgument(dataDir, environment)
  const known = readBackupLabel(source).logFolder
  const logFolders =
    values.log?.map((folder) => fileArgument(folder, environment)) ?? (existsSync(known) ? [known] : [])
  if (logFolders.length === 0)
    console.log(
      `The log in ${known} is not there: only what the backup itself holds comes back. Give --log if it is elsewhere.`,
    )
  const lastAt = await restoreCluster({
    source,
    dataDirectory,
    logFolders,
    until,
    keysFolder: values.keys === undefined ? undefined : fileArgument(values.keys, environment),
    say: (line) => console.log(line),
  })
  console.log(
    lastAt === undefined
      ? 'Restored. Nothing was written after the backup.'
      : `Restored. The last thing that was written came back: ${romeText(lastAt)}.`,
  )
  console.log(
    `Start it with OFFICINE_DATA_DIR=${dataDirectory}, look, and take a new backup: the old log ends here.`,
  )
  return 0
}
