import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tenantId } from '@officine/domain/tenant-id'
import { closeDatabase, openDatabase } from '../src/database.ts'
import type { Database } from '../src/database.ts'
import { readInTenant } from '../src/read-in-tenant.ts'
import { withTenant } from '../src/with-tenant.ts'
import { everyQuery } from './every-query/every-query.ts'
import { sceneOf } from './every-query/scene.ts'
import type { QueryCall } from './every-query/scene.ts'
import { statementFaults } from './statement-rules.ts'
import { townA, twoTowns } from './two-towns.ts'
import type { TwoTowns } from './two-towns.ts'

interface Sent {
  readonly statement: string
  readonly parameters: readonly unknown[]
}

const file = fileURLToPath(new URL('../queries.gen.sql', import.meta.url))
const town = tenantId(townA)
let towns: TwoTowns
let databases: Readonly<Record<QueryCall['by'], Database>>
let sent: Sent[] = []
const recorded = new Map<string, readonly Sent[]>()

beforeAll(async () => {
  towns = await twoTowns('as granted')
  const onStatement = (statement: string, parameters: readonly unknown[]) =>
    sent.push({ statement: statement.trim(), parameters })
  const open = (role: QueryCall['by']) => openDatabase(towns.url(role), { connections: 1, onStatement })
  databases = {
    api: open('api'),
    owner: open('owner'),
    worker: open('worker'),
    publisher: open('publisher'),
    regione: open('regione'),
    regioneApp: open('regioneApp'),
  }
  // The driver's own question about types comes with the first query.
  await Promise.all(Object.values(databases).map((db) => db.$client`select 1`))
  for (const [name, call] of Object.entries(everyQuery)) recorded.set(name, await record(call))
})
afterAll(async () => {
  await Promise.all(Object.values(databases).map((db) => closeDatabase(db)))
  await towns.end()
})

/** The statements of one call, whose effect is undone when it stands in a transaction of ours. */
async function record(call: QueryCall): Promise<readonly Sent[]> {
  const scene = sceneOf(town, towns.rowsOfA)
  sent = []
  if ('onDatabase' in call) {
    await call.onDatabase(databases[call.by], scene)
    return sent
  }
  const undo = new Error('undo')
  const work = withTenant(databases[call.by], town, async (tx) => {
    await call.inTown(tx, scene)
    throw undo
  })
  await work.catch((error: unknown) => {
    if (error !== undo) throw error
  })
  return sent
}

test('every query of the package has been heard', async () => {
  const folder = new URL('../src/', import.meta.url)
  const modules = readdirSync(folder).filter((name) => name.endsWith('.ts'))
  // They open, close and frame transactions; what they send around the queries is heard with each of them.
  const frames = ['with-tenant.ts', 'read-in-tenant.ts', 'database.ts']
  const queries: string[] = []
  for (const name of modules.filter((one) => !frames.includes(one))) {
    const exported: Readonly<Record<string, unknown>> = await import(new URL(name, folder).pathname)
    const asking = Object.entries(exported).filter(
      ([, value]) =>
        typeof value === 'function' && /^\w*\s*\w*\s*\w+\s*\((tx|db|owner)\b/.test(String(value)),
    )
    queries.push(...asking.map(([query]) => query))
  }
  const unheard = queries.filter((query) => !(query in everyQuery))
  expect(unheard, 'add one call of each to tests/every-query/').toEqual([])
  expect(Object.keys(everyQuery).filter((query) => !queries.includes(query))).toEqual([])
  for (const [name, statements] of recorded) expect([name, statements.length > 0]).toEqual([name, true])
})

describe('every statement keeps the rules', () => {
  test.each(Object.keys(everyQuery))('of %s', (name) => {
    const names = new Set(towns.tables.map((table) => table.name))
    const faults = (recorded.get(name) ?? []).flatMap(({ statement, parameters }) =>
      statementFaults(statement, parameters, town, names).map((fault) => `${fault}: ${statement}`),
    )
    expect(faults).toEqual([])
  })
})

test('a question in one round trip names its town as any other does', async () => {
  sent = []
  const call = everyQuery['listPlaces']
  if (call === undefined || !('inTown' in call)) throw new Error('listPlaces is asked in a town')
  await readInTenant(databases.api, town, (tx) => call.inTown(tx, sceneOf(town, towns.rowsOfA)))
  expect(
    sent.map(({ statement }) => statement).filter((statement) => !statement.startsWith('select')),
  ).toEqual(['begin read only', `SET LOCAL app.tenant_id = '${town}'`, 'commit'])
})

test('the statements are those that were read and agreed: after a change, UPDATE_SQL=1 writes them anew', () => {
  const text = [...recorded]
    .map(([name, statements]) => `-- ${name}\n${statementsOf(statements).join('\n')}`)
    .join('\n\n')
  const generated = `-- Every statement that the package's queries send, written by tests/generated-sql.test.ts.\n\n${text}\n`
  if (process.env['UPDATE_SQL'] === '1') writeFileSync(file, generated)
  expect(readFileSync(file, 'utf8')).toBe(generated)
})

/** One line a clause, each statement once, without the frame that every transaction has. */
function statementsOf(statements: readonly Sent[]): readonly string[] {
  const own = statements
    .map(({ statement }) => statement)
    .filter((statement) => !/^(begin|commit|rollback|set local app\.tenant_id = '[a-z-]+'$)/i.test(statement))
  return [...new Set(own.map(laidOut))]
}

function laidOut(statement: string): string {
  const fewer = statement.replace(
    /(values (\([^()]*\)))(, \([^()]*\)){2,}/,
    (_all, first: string) => `${first}, …`,
  )
  return `${fewer.replace(/(?<!^delete) (from|inner join|left join|where|values|on conflict|returning|order by|limit|for update|for no key update|set) (?=["(\w$])|(?<=\S) (for (?:no key )?update)$/g, (clause) => `\n${clause.slice(1)}`)};`
}
