import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { bootstrapSql, roles } from '@officine/db/bootstrap-roles'
import { closeDatabase, openDatabase } from '@officine/db/database'
import type { Database } from '@officine/db/database'
import { keyringOf, newKeyring } from '@officine/db/keyring'
import { testDatabase } from '@officine/testing/test-database'
import type { TestDatabase } from '@officine/testing/test-database'
import { buildApp } from '../src/app.ts'
import { settingsOf } from '../src/env.ts'
import built from '../vite.config.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const read = (path: string) => readFileSync(`${root}infra/${path}`, 'utf8')

interface Service {
  readonly image?: string
  readonly command?: readonly string[]
  readonly env_file?: string
  readonly environment?: Readonly<Record<string, string>>
  readonly volumes?: readonly string[]
  readonly secrets?: readonly string[]
  readonly networks?: readonly string[] | Readonly<Record<string, { ipv4_address: string }>>
  readonly depends_on?: readonly string[] | Readonly<Record<string, unknown>>
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>
  readonly secrets: Readonly<Record<string, unknown>>
  readonly volumes: Readonly<Record<string, unknown>>
}

const compose = parse(read('compose.yaml'), { merge: true }) as Compose
const programs = Object.keys(built.build?.rolldownOptions?.input ?? {})

/** The settings that an environment file makes, comments left out. */
function settingsIn(path: string): ReadonlyMap<string, string> {
  const lines = read(path)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]))
}

/** The program of ours that a command starts; undefined for the `officine` command and for what is not ours. */
function programOf(command: string): keyof typeof settingsOf | undefined {
  const [, name] = /apps\/api\/dist\/([\w-]+)\.js/.exec(command) ?? []
  if (name === undefined) return undefined
  expect(programs).toContain(name)
  return name as keyof typeof settingsOf // checked above against what is built, and below against what reads settings
}

test('every program that is built says which settings it reads', () => {
  expect(Object.keys(settingsOf).sort()).toEqual([...programs].sort())
})

describe.each(Object.entries(settingsOf))('the example settings of the %s', (program, { known, needed }) => {
  const given = settingsIn(`env/${program}.env.example`)

  test('name what the program reads and nothing else, and leave out nothing that it needs', () => {
    expect([...given.keys()].filter((name) => !known.includes(name))).toEqual([])
    expect(needed.filter((name) => !given.has(name))).toEqual([])
  })

  test('hold no address of the database but the program’s own', () => {
    const own = Object.values(roles).filter((role) =>
      [...given.values()].some((text) => text.includes(`//${role}:`)),
    )
    expect(own).toHaveLength(program === 'regione-server' ? 2 : 1)
  })
})

describe('the services of compose', () => {
  test.each(Object.entries(compose.services))(
    '%s finds its files, its program and its settings',
    (name, service) => {
      const command = service.command?.join(' ') ?? ''
      const program = programOf(command)
      if (service.env_file !== undefined)
        expect(existsSync(`${root}infra/${service.env_file}.example`)).toBe(true)
      if (program !== undefined) expect(service.env_file).toBe(`env/${program}.env`)
      if (command.includes('apps/cli')) expect(existsSync(`${root}apps/cli/src/main.ts`)).toBe(true)
      for (const secret of service.secrets ?? []) expect(Object.keys(compose.secrets)).toContain(secret)
      for (const other of dependenciesOf(service)) expect(Object.keys(compose.services)).toContain(other)
      for (const volume of service.volumes ?? []) {
        const [from = ''] = volume.split(':')
        if (!from.startsWith('./')) expect(Object.keys(compose.volumes)).toContain(from)
        else if (!from.startsWith('./env/'))
          expect(existsSync(`${root}infra/${from}`), `${name}: ${from}`).toBe(true)
      }
    },
  )

  test('are all the programs, each once, and the servers believe the proxy at the address it has', () => {
    const started = Object.values(compose.services).flatMap(
      ({ command = [] }) => programOf(command.join(' ')) ?? [],
    )
    expect(started.sort()).toEqual(programs.filter((name) => name !== 'bounce').sort()) // that one the mail server starts
    const { networks } = compose.services['proxy'] ?? {}
    const address = networks !== undefined && 'inside' in networks ? networks['inside'].ipv4_address : ''
    expect(settingsIn('env/server.env.example').get('OFFICINE_TRUSTED_PROXIES')).toBe(address)
  })

  test('reach the database under the passwords that its roles are given', () => {
    const passwords = settingsIn('env/database.env.example')
    for (const file of readdirSync(`${root}infra/env`))
      for (const value of settingsIn(`env/${file}`).values()) {
        const [, role, password] = /^postgres:\/\/(\w+):([^@]+)@/.exec(value) ?? []
        if (role !== undefined) expect([role, passwords.get(`PASSWORD_OF_${role}`)]).toEqual([role, password])
      }
    for (const role of Object.values(roles)) expect(read('make-roles.sh')).toContain(` ${role}`)
  })
})

test.each(readdirSync(`${root}infra/systemd`))(
  '%s starts a program that there is, with its settings',
  (name) => {
    const unit = read(`systemd/${name}`)
    if (name.endsWith('.timer'))
      return expect(readdirSync(`${root}infra/systemd`)).toContain(name.replace('.timer', '.service'))
    const [, settings] = /^EnvironmentFile=\/etc\/officine\/([\w-]+)\.env$/m.exec(unit) ?? []
    expect(existsSync(`${root}infra/env/${settings}.env.example`)).toBe(true)
    for (const [, command = ''] of unit.matchAll(/^ExecStart=(.+)$/gm)) {
      const program = programOf(command)
      if (program === undefined) expect(command).toMatch(/ run --silent officine -- backup /)
      else expect(settings).toBe(program)
    }
  },
)

test('the roles for a server of one’s own are those of the embedded one', () => {
  const statements = read('roles.sql')
    .split('\n')
    .filter((line) => !line.startsWith('--'))
    .join('\n')
  expect(statements.trim()).toBe(bootstrapSql('officine', (role) => `PASSWORD_OF_${roles[role]}`).trim())
})

describe('what watches', () => {
  let database: TestDatabase
  let db: Database
  beforeAll(async () => {
    database = await testDatabase()
    db = openDatabase(database.url('api'), { connections: 1 })
  })
  afterAll(async () => {
    await closeDatabase(db)
    await database.drop()
  })

  test('asks for figures that a server tells, and the proxy asks at a door that there is', async () => {
    const app = await buildApp({
      db,
      now: () => new Date(),
      keyring: keyringOf(newKeyring(new Date())),
      isDevelopment: true,
      cookieName: 'officine',
      logLevel: 'silent',
      trustedProxies: [],
    })
    await app.inject({ url: '/health' })
    const told = (await app.inject({ url: '/metrics' })).body
    const alerts = parse(read('prometheus/alerts.yaml')) as {
      groups: { rules: { alert: string; expr: string; annotations: object }[] }[]
    }
    const dashboard = JSON.parse(read('prometheus/dashboard.json')) as {
      panels: { targets: { expr: string }[] }[]
    }
    const asked = [
      ...alerts.groups.flatMap(({ rules }) => rules.map(({ expr }) => expr)),
      ...dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
    ]
    const names = asked.flatMap((expr) => expr.match(/officine_\w+/g) ?? [])
    expect(names.length).toBeGreaterThan(5)
    expect(names.filter((name) => !new RegExp(`^${name}[ {]`, 'm').test(told))).toEqual([])

    const watched = parse(read('prometheus/prometheus.yaml')) as {
      scrape_configs: { dns_sd_configs: { names: string[] }[] }[]
    }
    const hosts = watched.scrape_configs.flatMap((job) => job.dns_sd_configs.flatMap((one) => one.names))
    for (const host of hosts) expect(Object.keys(compose.services)).toContain(host)
    const [, door = ''] = /ask http:\/\/server:3000(\S+)/.exec(read('Caddyfile')) ?? []
    expect(app.hasRoute({ method: 'GET', url: door })).toBe(true)
    await app.close()
  })
})

function dependenciesOf({ depends_on: on = [] }: Service): readonly string[] {
  return 'length' in on ? (on as readonly string[]) : Object.keys(on)
}
