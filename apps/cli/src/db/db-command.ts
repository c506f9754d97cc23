import { roles } from '@officine/db/bootstrap-roles'
import type { RoleName } from '@officine/db/bootstrap-roles'
import { migrate } from '@officine/db/migrate'
import { findDatabaseUrl } from '../database-url.ts'
import type { CliEnvironment } from '../env.ts'
import type { Command } from '../main.ts'
import { readArguments } from '../read-arguments.ts'
import { refuse } from '../refuse.ts'

const usage = [
  `Usage: officine db url [--role ${Object.keys(roles).join(' | ')}]   the address of the database for a client, password included`,
  '       officine db migrate   brings the tables up to this version, as the owner; where they are already, nothing',
]

/** `officine db`: the connection string of a role, for a database client (it holds a password, so nothing else prints it), and the migrations of an upgrade. */
export const run: Command = async (args, environment) => {
  const given = readArguments(args, { role: { type: 'string', default: 'api' } })
  if (!given.read) return refuse([given.fault, ...usage])
  const { role } = given.values
  const deed = given.positionals.join(' ')
  if ((deed !== 'url' && deed !== 'migrate') || !isRole(role)) return refuse(usage)
  if (deed === 'migrate') return migrateAsOwner(environment)
  const url = findDatabaseUrl(role, environment)
  if (url === undefined)
    return refuse([
      `No database for the role ${role}: none was started in ${environment.dataDirectory}, and no address is given in the environment.`,
    ])
  console.log(url)
  return 0
}

async function migrateAsOwner(environment: CliEnvironment): Promise<number> {
  const url = findDatabaseUrl('owner', environment)
  if (url === undefined)
    return refuse(['No database is known: start one with npm start, or set DATABASE_URL_OWNER.'])
  const ran = await migrate(url)
  console.log(ran.length === 0 ? 'The tables are of this version already.' : `Ran ${ran.join(', ')}.`)
  return 0
}

function isRole(name: string): name is RoleName {
  return Object.hasOwn(roles, name)
}
