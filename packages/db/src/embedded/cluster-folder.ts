import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { canReach } from './operating-user.ts'
import type { OperatingUser } from './operating-user.ts'

export interface ClusterFolder {
  /** PGDATA: belongs to the account that runs PostgreSQL. */
  readonly data: string
  /** Said to the user when the cluster could not live in the data directory. */
  readonly notice?: string
  readonly privateFolder: () => string
}

/**
 * Where the cluster lives: in the data directory, or, when the account that runs PostgreSQL cannot reach it, in a private folder of unguessable name
 * in the system's temporary folder, remembered in the data directory. Refuses a remembered folder that is not that account's own.
 */
export function clusterFolder(dataDirectory: string, user: OperatingUser | undefined): ClusterFolder {
  mkdirSync(dataDirectory, { recursive: true, mode: 0o755 })
  const pointer = join(dataDirectory, 'cluster-location')
  const privateFolder = () => {
    if (existsSync(pointer)) {
      const remembered = readFileSync(pointer, 'utf8').trim()
      if (existsSync(remembered)) return ownFolder(remembered, user)
    }
    const made = mkdtempSync(join(tmpdir(), 'officine-'))
    if (user !== undefined) chownSync(made, user.uid, user.gid)
    chmodSync(made, 0o700)
    writeFileSync(pointer, `${made}\n`, { mode: 0o600 })
    return made
  }
  // A pointer alone says nothing: programs that the account could not reach have made one too.
  const own = join(dataDirectory, 'cluster')
  if ((existsSync(own) || !existsSync(pointer)) && canReach(dataDirectory, user))
    return { data: own, privateFolder }
  const folder = privateFolder()
  return {
    data: join(folder, 'cluster'),
    notice: `The account that runs PostgreSQL cannot reach ${dirname(dataDirectory)}, so the database lives in ${folder}, which a restart of the machine may empty. Set OFFICINE_DATA_DIR to keep it elsewhere.`,
    privateFolder,
  }
}

function ownFolder(folder: string, user: OperatingUser | undefined): string {
  const facts = lstatSync(folder)
  const owner = user?.uid ?? process.getuid?.()
  if (!facts.isDirectory() || (owner !== undefined && facts.uid !== owner) || (facts.mode & 0o077) !== 0) {
    throw new Error(
      `${folder} is not a private folder of the account that runs PostgreSQL: remove it, or set OFFICINE_DATA_DIR.`,
    )
  }
  return folder
}
