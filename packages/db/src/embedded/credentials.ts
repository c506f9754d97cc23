import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { roles } from '../bootstrap-roles.ts'
import type { RoleName } from '../bootstrap-roles.ts'

export interface Credentials {
  readonly port: number
  readonly superuserPassword: string
  readonly rolePasswords: Readonly<Record<RoleName, string>>
}

export const databaseName = 'officine'

/** The passwords of an embedded cluster, made at random the first time and kept in a file only its owner may read; the port changes only when another program took it. */
export async function credentials(file: string): Promise<Credentials> {
  const kept = readCredentials(file)
  const secret = () => randomBytes(24).toString('base64url')
  const passwords = kept ?? {
    port: 0,
    superuserPassword: secret(),
    rolePasswords: Object.fromEntries(Object.keys(roles).map((role) => [role, secret()])) as Record<
      RoleName,
      string
    >,
  }
  const next = { ...passwords, port: await freePort(passwords.port) }
  writeFileSync(file, `${JSON.stringify(next, null, 2)}\n`, { mode: 0o600 })
  return next
}

/** The kept credentials, or undefined before the first start. */
export function readCredentials(file: string): Credentials | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Credentials) : undefined
}

/** The connection string of a role of the embedded cluster. */
export function roleUrl(
  { port, rolePasswords }: Credentials,
  role: RoleName,
  database = databaseName,
): string {
  return `postgres://${roles[role]}:${rolePasswords[role]}@127.0.0.1:${port}/${database}`
}

/** The superuser's connection string: for the bootstrap and for making databases, never for the application. */
export function superuserUrl({ port, superuserPassword }: Credentials, database = 'postgres'): string {
  return `postgres://postgres:${superuserPassword}@127.0.0.1:${port}/${database}`
}

function freePort(preferred: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => (preferred === 0 ? reject(error) : resolve(freePort(0))))
    probe.listen(preferred, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}
