import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { insertion, rowOf } from './rows-of-every-table.ts'
import type { Row, TownTable } from './rows-of-every-table.ts'
import { attempt, townA, townB, twoTowns } from './two-towns.ts'

const towns = await twoTowns('every right but TRUNCATE')
afterAll(() => towns.end())

/** One thing a request of A may try, honest or not: `whose` is the town it aims at. */
interface Act {
  readonly table: TownTable
  readonly deed:
    | 'insert'
    | 'insert with ids of B'
    | 'overwrite'
    | 'skip'
    | 'update'
    | 'update all'
    | 'move'
    | 'delete'
    | 'delete all'
    | 'lock'
    | 'read'
  readonly whose: string
  readonly column: number
}

const anyAct: fc.Arbitrary<Act> = fc.record({
  table: fc.constantFrom(...towns.tables),
  deed: fc.constantFrom(
    'insert',
    'insert with ids of B',
    'overwrite',
    'skip',
    'update',
    'update all',
    'move',
    'delete',
    'delete all',
    'lock',
    'read',
  ),
  whose: fc.constantFrom(townA, townB),
  column: fc.nat(30),
})

let seed = 100_000

function statementOf({
  table,
  deed,
  whose,
  column,
}: Act): readonly [text: string, parameters?: readonly string[]] {
  const { name, key } = table
  const settable = table.columns.filter(({ is_generated }) => !is_generated)
  const set = settable[column % settable.length]?.name ?? 'tenant_id'
  const fresh = () => rowOf(table, whose, (seed += 1), towns.rowsOfA)
  const theirs: Row = { ...towns.rowsOfB.get(name), tenant_id: whose }
  switch (deed) {
    case 'insert':
      return insertion(table, fresh())
    case 'insert with ids of B':
      return insertion(table, rowOf(table, whose, (seed += 1), towns.rowsOfB))
    case 'overwrite':
      return insertion(
        table,
        theirs,
        `on conflict (${key.join(', ')}) do update set ${set} = excluded.${set}`,
      )
    case 'skip':
      return insertion(table, theirs, 'on conflict do nothing')
    case 'update':
      return [
        `update officine.${name} t set ${set} = o.${set} from officine.${name} o where t.tenant_id = '${whose}'`,
      ]
    case 'update all':
      return [`update officine.${name} set ${set} = ${set}`]
    case 'move':
      return [`update officine.${name} set tenant_id = '${whose}'`]
    case 'delete':
      return [`delete from officine.${name} where tenant_id = '${whose}'`]
    case 'delete all':
      return [`delete from officine.${name}`]
    case 'lock':
      return [`select * from officine.${name} where tenant_id = '${whose}' for update`]
    case 'read':
      return [`select * from officine.${name} where tenant_id <> '${townA}'`]
  }
}

test('whatever a request of A tries, in whatever order, B is left as it was to the byte', async () => {
  const before = await towns.dumpOfB()
  const api = towns.as('api')
  let done = 0
  await fc.assert(
    fc.asyncProperty(fc.array(anyAct, { minLength: 1, maxLength: 25 }), async (acts) => {
      for (const act of acts) {
        const { state, rows } = await attempt(api, townA, ...statementOf(act))
        if (state === 'done' && rows > 0) done += 1
        if (act.deed === 'read' || (act.whose === townB && !act.deed.endsWith('all')))
          expect([act, rows]).toEqual([act, 0])
      }
      expect(await towns.dumpOfB()).toBe(before)
    }),
    { numRuns: 250 },
  )
  expect(done).toBeGreaterThan(100) // A did work, on its own rows: the wall was leaned on, not avoided
})
