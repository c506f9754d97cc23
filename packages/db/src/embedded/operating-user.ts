import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** The account PostgreSQL runs as: undefined when we are an ordinary user and it may simply be us. */
export interface OperatingUser {
  readonly uid: number
  readonly gid: number
}

/** PostgreSQL refuses to run as root; as root this answers with `postgres`, made if missing, and throws a plain sentence when that cannot be. */
export function operatingUser(): OperatingUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  const known = accountNamed('postgres')
  if (known !== undefined) return known
  spawnSync('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    'postgres',
  ])
  const made = accountNamed('postgres')
  if (made === undefined) {
    throw new Error(
      'PostgreSQL cannot run as root and no account for it could be made: start as an ordinary user, or set DATABASE_URL.',
    )
  }
  return made
}

/** What `spawn` needs to run a program as that account. */
export function runningAs(user: OperatingUser | undefined): { uid?: number; gid?: number } {
  return user === undefined ? {} : { uid: user.uid, gid: user.gid }
}

/** Whether that account can enter a folder: a checkout under a 0700 folder of root's is closed to it. */
export function canReach(folder: string, user: OperatingUser | undefined): boolean {
  if (user === undefined) return true
  return spawnSync('test', ['-x', folder], runningAs(user)).status === 0
}

function accountNamed(name: string): OperatingUser | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) }
}
