import { readFile, writeFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { localDayOf } from '@officine/domain/calendar/local-time'
import { checkTenant } from '@officine/tenants/check-tenant'
import { draftTown } from '@officine/tenants/draft/draft-town'
import { fileArgument } from '../env.ts'
import type { CliEnvironment } from '../env.ts'
import { readArguments } from '../read-arguments.ts'
import { sayUnread } from '../read-json-file.ts'
import { refuse } from '../refuse.ts'
import { Answers } from './answers.ts'
import type { Ask } from './answers.ts'
import { askTown } from './ask-town.ts'

const usage = [
  'Usage: officine tenant new [flags]   what no flag says is asked, when somebody sits at a terminal',
  '  --slug SLUG  --name NAME  --kind municipality|municipio|city  --istat 000000  --ipa c_x000  [--cadastral X000]',
  '  --hue 0-360 --saturation 0-100 --brightness 0-100, or --accent #rrggbb   at least 7:1 on white',
  '  --site "name|address|CAP|locality|province|latitude,longitude"  --patron "MM-DD|name"',
  '  --hours "mon-fri 09:00-19:00"   again for more; places are open in the first',
  '  --pool seats:10                 again for more: seats, room, desk, care, pet, workshop, equipment',
  '  --host NAME (again for more)  --url https://…  --phone +39…  --email ADDRESS  --emblem FILE.svg',
  '  --file NAME.json|NAME.ts        where to write; left out, SLUG.json in the folder you stand in',
]

const several = { type: 'string', multiple: true } as const
const flags = {
  slug: several,
  name: several,
  kind: several,
  istat: several,
  ipa: several,
  cadastral: several,
  hue: several,
  saturation: several,
  brightness: several,
  accent: several,
  site: several,
  patron: several,
  hours: several,
  pool: several,
  host: several,
  url: several,
  phone: several,
  email: several,
  emblem: several,
  file: several,
  help: { type: 'boolean', default: false },
} as const

/** `officine tenant new`: writes a file that `check` takes, or nothing. Status 2 with a line a fault when an answer is amiss. */
export async function newTenant(
  words: readonly string[],
  environment: CliEnvironment,
  ask?: Ask,
): Promise<number> {
  const given = readArguments(words, flags)
  if (!given.read) return refuse([given.fault, ...usage])
  const { help, ...values } = given.values
  if (help) return say(usage)
  if (given.positionals.length > 0) return refuse(usage)
  const terminal = ask === undefined && process.stdin.isTTY ? openTerminal() : undefined
  try {
    return await write(values, environment, ask ?? terminal?.ask)
  } finally {
    terminal?.close()
  }
}

type Values = Readonly<Record<string, readonly string[] | undefined>>

async function write(values: Values, environment: CliEnvironment, ask: Ask | undefined): Promise<number> {
  const emblem = await readEmblemFile(values['emblem']?.[0], environment)
  if ('fault' in emblem) return refuse([emblem.fault])
  const answers = new Answers(values, ask, (line) => process.stdout.write(`${line}\n`))
  const told = await askTown(answers, emblem.svg)
  if (told === undefined) return refuse(answers.faults)

  const town = draftTown(told, localDayOf(new Date()))
  // As it will be read: what JSON leaves out must not be missed.
  const checked = checkTenant(JSON.parse(JSON.stringify(town)))
  if (!checked.ok)
    return refuse(
      checked.faults.map(({ path, found, allowed }) => `${path}: found ${found}; allowed: ${allowed}`),
    )

  const name = values['file']?.[0] ?? `${town.id}.json`
  if (!/\.(json|ts)$/.test(name))
    return refuse([`--file: found ${name}; allowed: a name that ends in .json or .ts`])
  const json = JSON.stringify(checked.config, undefined, 2)
  try {
    // Never over another: a town's file may hold a day of somebody's work.
    await writeFile(
      fileArgument(name, environment),
      name.endsWith('.ts') ? `export const town = ${json}\n` : `${json}\n`,
      { flag: 'wx' },
    )
  } catch (fault) {
    const isThere = fault instanceof Error && 'code' in fault && fault.code === 'EEXIST'
    return refuse([
      isThere ? `${name}: there already; choose another with --file` : `${name}: ${String(fault)}`,
    ])
  }
  const { id } = town
  return say([
    `${name}: written, and can be served`,
    ...checked.warnings.map((warning) => `  note: ${warning}`),
    `Next: npm run officine -- tenant apply ${name.includes('/') ? name : `./${name}`}`,
    `Then: http://${id}.localhost:${environment.port}`,
  ])
}

async function readEmblemFile(
  path: string | undefined,
  environment: CliEnvironment,
): Promise<{ readonly svg: string | undefined } | { readonly fault: string }> {
  if (path === undefined) return { svg: undefined }
  try {
    return { svg: await readFile(fileArgument(path, environment), 'utf8') }
  } catch (fault) {
    return { fault: `--emblem: found ${path}; allowed: a file that can be read (${sayUnread(fault)})` }
  }
}

function openTerminal(): { readonly ask: Ask; readonly close: () => void } {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  terminal.once('SIGINT', () => terminal.close())
  // Lines that were pasted together wait for their question; `question` would lose them.
  const lines = terminal[Symbol.asyncIterator]()
  return {
    ask: async (question) => {
      terminal.setPrompt(question)
      terminal.prompt()
      const { done, value } = await lines.next()
      if (done === true) throw new Error('stopped, nothing is written')
      return value
    },
    close: () => terminal.close(),
  }
}

function say(lines: readonly string[]): 0 {
  process.stdout.write(lines.map((line) => `${line}\n`).join(''))
  return 0
}
