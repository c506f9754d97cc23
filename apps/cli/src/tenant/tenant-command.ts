import { readClock } from '@officine/db/clock'
import type { Database } from '@officine/db/database'
import { listHosts, listTowns } from '@officine/db/towns'
import { checkTowns } from '@officine/tenants/check-tenant'
import type { TenantConfig } from '@officine/tenants/tenant-config'
import { towns } from '@officine/tenants/towns'
import type { CliEnvironment } from '../env.ts'
import type { Command } from '../main.ts'
import { onOwner } from '../on-owner.ts'
import { refuse } from '../refuse.ts'
import { applyTown } from './apply-town.ts'
import { describeChanges, describeStranded } from './describe-plan.ts'
import { planTown } from './plan-town.ts'
import { readTown } from './read-town.ts'

const usage = [
  'Usage: officine tenant check [FILE | SLUG]…   whether it can be served; all that ship when none is named',
  '       officine tenant plan FILE | SLUG       what apply would change',
  '       officine tenant apply FILE | SLUG …    puts it in force, live; --all for every town that ships',
  '       officine tenant list                   the towns of the database',
]

/** Status 0 when done or nothing to do; 2 with a line a fault on standard error when a file, a name or the database is at fault, or bookings stand in the way. */
export const run: Command = async ([action, ...args], environment) => {
  const unknown = args.filter((argument) => argument.startsWith('-') && argument !== '--all')
  if (unknown.length > 0) return refuse([`unknown option ${unknown.join(' ')}`, ...usage])
  const everyTown = towns.map(({ id }) => id)
  switch (action) {
    case 'check':
      return check(args.length === 0 ? everyTown : args, environment)
    case 'plan':
      return args.length === 1
        ? onOwner(environment, (owner) => plan(owner, args, environment))
        : refuse(usage)
    case 'apply':
      if (args.length === 0) return refuse(usage)
      return onOwner(environment, (owner) =>
        apply(owner, args.includes('--all') ? everyTown : args, environment),
      )
    case 'list':
      return args.length === 0 ? onOwner(environment, list) : refuse(usage)
    case undefined:
    default:
      return refuse(usage)
  }
}

async function check(args: readonly string[], environment: CliEnvironment): Promise<number> {
  const read = await readTowns(args, environment)
  for (const { config, warnings } of read.towns)
    print([`${config.id}: can be served`, ...warnings.map((warning) => `  note: ${warning}`)])
  return read.faults.length === 0 ? 0 : refuse(read.faults)
}

async function plan(owner: Database, args: readonly string[], environment: CliEnvironment): Promise<number> {
  const read = await readTowns(args, environment)
  if (read.faults.length > 0) return refuse(read.faults)
  for (const { config } of read.towns) {
    const { version, changes, stranded } = await planTown(owner, config, await readClock(owner))
    if (changes.length === 0) print([`${config.id}: nothing to do, version ${version} says the same`])
    else print([`${config.id}: version ${version} → ${version + 1}`, ...describeChanges(changes)])
    if (stranded.length > 0)
      print([
        `${stranded.length} held places stand in the way; apply would refuse:`,
        ...describeStranded(stranded),
      ])
  }
  return 0
}

async function apply(owner: Database, args: readonly string[], environment: CliEnvironment): Promise<number> {
  const read = await readTowns(args, environment)
  if (read.faults.length > 0) return refuse(read.faults)
  const now = await readClock(owner)
  for (const { config } of read.towns) {
    const outcome = await applyTown(owner, config, environment.inherited['NODE_ENV'] !== 'production', now)
    if (outcome.applied) print([`${config.id}: version ${outcome.version} is in force`])
    else if (outcome.reason === 'nothing-to-do')
      print([`${config.id}: nothing to do, version ${outcome.version} is in force`])
    else if (outcome.reason === 'host-taken')
      return refuse([
        `${config.id}: hosts: found ${outcome.host}; allowed: what no other town has (it is ${outcome.by}'s)`,
      ])
    else
      return refuse([
        `${config.id}: not applied, ${outcome.stranded.length} held places would be lost. Move or cancel them first:`,
        ...describeStranded(outcome.stranded),
      ])
  }
  return 0
}

async function list(owner: Database): Promise<number> {
  const [found, hosts] = await Promise.all([listTowns(owner), listHosts(owner)])
  print(
    found.map(({ id, name, kind }) => {
      const own = hosts.filter((host) => host.id === id)
      const state =
        own[0] === undefined
          ? 'answers nowhere'
          : `version ${own[0].configVersion}, ${own.map(({ host }) => host).join(', ')}`
      return `${id}\t${name}\t${kind}\t${state}`
    }),
  )
  return 0
}

async function readTowns(args: readonly string[], environment: CliEnvironment) {
  const readings = await Promise.all(args.map((argument) => readTown(argument, environment)))
  const read = readings.flatMap((reading): { config: TenantConfig; warnings: readonly string[] }[] =>
    reading.read ? [reading] : [],
  )
  const shared = checkTowns(read.map(({ config }) => config))
  const faults = [
    ...readings.flatMap((reading) => (reading.read ? [] : reading.lines)),
    ...shared.map(({ path, found, allowed }) => `${path}: found ${found}; allowed: ${allowed}`),
  ]
  return { towns: read, faults }
}

function print(lines: readonly string[]): void {
  process.stdout.write(lines.map((line) => `${line}\n`).join(''))
}
