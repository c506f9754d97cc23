import { roles } from '@officine/db/bootstrap-roles'
import type { RoleName } from '@officine/db/bootstrap-roles'
import { findDatabaseUrl } from '../database-url.ts'
import type { Command } from '../main.ts'
import { readArguments } from '../read-arguments.ts'
import { refuse } from '../refuse.ts'

const usage = `Usage: officine db url [--role ${Object.keys(roles).join(' | ')}]`

/** `officine db url`: the connection string of a role, for a database client. It holds a password, so nothing else prints it. */
export const run: Command = async (args, environment) => {
  const given = readArguments(args, { role: { type: 'string', default: 'api' } })
  if (!given.read) return refuse([given.fault, usage])
  const { role } = given.values
  if (given.positionals.join(' ') !== 'url' || !isRole(role)) return refuse([usage])
  const url = findDatabaseUrl(role, environment)
  if (url === undefined)
    return refuse([
      `No database for the role ${role}: none was started in ${environment.dataDirectory}, and no address is given in the environment.`,
    ])
  console.log(url)
  return 0
}

function isRole(name: string): name is RoleName {
  return Object.hasOwn(roles, name)
}
