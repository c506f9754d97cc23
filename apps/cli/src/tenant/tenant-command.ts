import { readClock } from '@officine/db/clock'
import type { Database } from '@officine/db/database'
import { listHosts, listTowns } from '@officine/db/towns'
import { checkTowns } from '@officine/tenants/check-tenant'
import type { StrandedTreatment } from '@officine/tenants/settle-stranded'
import type { TenantConfig } from '@officine/tenants/tenant-config'
import { towns } from '@officine/tenants/towns'
import type { CliEnvironment } from '../env.ts'
import type { Command } from '../main.ts'
import { onOwner } from '../on-owner.ts'
import { readArguments } from '../read-arguments.ts'
import { refuse } from '../refuse.ts'
import { applyTown } from './apply-town.ts'
import { describeChanges, describePlanned, describeStranded } from './describe-plan.ts'
import { newTenant } from './new-tenant.ts'
import { planTown } from './plan-town.ts'
import { readTown } from './read-town.ts'

const usage = [
  'Usage: officine tenant new                     asks for a town, or takes flags, and writes its file; --help names them',
  '       officine tenant check [FILE | SLUG]…   whether it can be served; all that ship when none is named',
  '       officine tenant plan FILE | SLUG       what apply would change, and whom it would touch',
  '       officine tenant apply FILE | SLUG …    puts it in force, live; --all for every town that ships',
  '         --stranded refuse | move | cancel    who would lose a place: nothing is done (left out), they get another of the same pool',
  '                                              at the same time, or are cancelled; with cancel, --because TEXT is what they read',
  '       officine tenant list                   the towns of the database',
]

/** Status 0 when done or nothing to do; 2 with a line a fault on standard error when a file, a name or the database is at fault, or bookings stand in the way. */
export const run: Command = async ([action, ...words], environment) => {
  if (action === 'new') return newTenant(words, environment)
  const given = readArguments(words, {
    all: { type: 'boolean', default: false },
    stranded: { type: 'string', default: 'refuse' },
    because: { type: 'string' },
  })
  if (!given.read) return refuse([given.fault, ...usage])
  const { positionals: args, values } = given
  const everyTown = towns.map(({ id }) => id)
  const treatment = treatmentOf(values.stranded, values.because)
  if (typeof treatment === 'string') return refuse([treatment])
  switch (action) {
    case 'check':
      return check(args.length === 0 ? everyTown : args, environment)
    case 'plan':
      return args.length === 1
        ? onOwner(environment, (owner) => plan(owner, args, environment))
        : refuse(usage)
    case 'apply':
      if (args.length === 0 && !values.all) return refuse(usage)
      return onOwner(environment, (owner) =>
        apply(owner, values.all ? everyTown : args, treatment, environment),
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
        `${held(stranded.length)} in the way; apply refuses unless told how to treat them (--stranded):`,
        ...describePlanned(stranded),
      ])
  }
  return 0
}

/** How to treat who would lose a place, or the sentence that says what is amiss. */
function treatmentOf(how: string, because: string | undefined): StrandedTreatment | string {
  if (how !== 'refuse' && how !== 'move' && how !== 'cancel')
    return `--stranded: found ${how}; allowed: refuse, move or cancel`
  if (how !== 'cancel') return because === undefined ? { how } : '--because goes with --stranded cancel'
  const reason = because?.trim() ?? ''
  // As long as the desk's own reasons may be: it goes into the same mail.
  return reason.length >= 5 && reason.length <= 500
    ? { how, because: reason }
    : '--because: found no reason of 5 to 500 characters; it is what those who lose their place read'
}

async function apply(
  owner: Database,
  args: readonly string[],
  treatment: StrandedTreatment,
  environment: CliEnvironment,
): Promise<number> {
  const read = await readTowns(args, environment)
  if (read.faults.length > 0) return refuse(read.faults)
  const now = await readClock(owner)
  for (const { config } of read.towns) {
    const isDevelopment = environment.inherited['NODE_ENV'] !== 'production'
    const outcome = await applyTown(owner, config, isDevelopment, now, treatment)
    if (outcome.applied)
      print([
        `${config.id}: version ${outcome.version} is in force`,
        ...(outcome.moved > 0 ? [`  places moved, and their holders told: ${outcome.moved}`] : []),
        ...(outcome.cancelled > 0
          ? [`  bookings cancelled, and their holders told: ${outcome.cancelled}`]
          : []),
      ])
    else if (outcome.reason === 'nothing-to-do')
      print([`${config.id}: nothing to do, version ${outcome.version} is in force`])
    else if (outcome.reason === 'host-taken')
      return refuse([
        `${config.id}: hosts: found ${outcome.host}; allowed: what no other town has (it is ${outcome.by}'s)`,
      ])
    else
      return refuse([
        `${config.id}: not applied, ${held(outcome.stranded.length)} would be lost. ${wayOut[treatment.how]}`,
        ...describeStranded(outcome.stranded),
      ])
  }
  return 0
}

const wayOut: Readonly<Record<StrandedTreatment['how'], string>> = {
  refuse: 'Say --stranded move or --stranded cancel, or see to them at the desk:',
  move: 'No other place can be given to these, and nobody was moved; cancel them, or see to them at the desk:',
  cancel: 'These are here now, and nobody was cancelled; apply again when they have gone:',
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

function held(count: number): string {
  return count === 1 ? '1 held place' : `${count} held places`
}
