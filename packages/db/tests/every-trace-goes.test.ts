import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tenantId } from '@officine/domain/tenant-id'
import { personalTraces, pointingByHand } from '../src/catalogue/personal-traces.ts'
import type { Trace } from '../src/catalogue/personal-traces.ts'
import { closeDatabase, openDatabase } from '../src/database.ts'
import { erasePerson } from '../src/erase-person.ts'
import { deletedKinds, letGoOf } from '../src/retention.ts'
import type { RetainedKind } from '../src/retention.ts'
import { withTenant } from '../src/with-tenant.ts'
import { dumpOf } from './rows-of-every-table.ts'
import { townA, townB, twoTowns } from './two-towns.ts'

const now = new Date('2027-10-01T08:00:00Z')
const towns = await twoTowns('as granted')
afterAll(() => towns.end())
const { tables, rowsOfA, superuser } = towns

/** Tables with a foreign key to a person's row, or to one that is a person's, however far. */
function pointing(): readonly string[] {
  const found = new Set(['person', ...pointingByHand])
  for (let before = 0; before < found.size; ) {
    before = found.size
    for (const { name, foreign_keys } of tables)
      if (foreign_keys.some(({ target }) => found.has(target))) found.add(name)
  }
  return [...found].toSorted()
}

const declared = Object.entries(personalTraces).flatMap(([name, traces]) =>
  traces.map((trace: Trace) => ({ name, trace })),
)
const rowsIn = async (name: string, town: string) => [
  ...(await superuser.unsafe(`select * from officine.${name} where tenant_id = $1`, [town])),
]

test('every table that holds or points to a person is let go of by erasure or by retention, or says why it stays', () => {
  const traced = pointing()
  const untreated = traced.filter((name) => !Object.hasOwn(personalTraces, name))
  expect(
    untreated,
    `Neither erasure nor retention treats ${untreated.join(', ')}: say in catalogue/personal-traces.ts what becomes of each, and do it in erase-person.ts or retention.ts`,
  ).toEqual([])
  const strange = Object.keys(personalTraces).filter((name) => !traced.includes(name))
  expect(strange, `personal-traces.ts lists what points to nobody: ${strange.join(', ')}`).toEqual([])
})

describe('when a person is erased', () => {
  beforeAll(async () => {
    await superuser.unsafe(`update officine.person set erased_at = null where tenant_id = $1`, [townA])
    const api = openDatabase(towns.url('api'), { connections: 1 })
    const personId = String(rowsOfA.get('person')?.['id'])
    await withTenant(api, tenantId(townA), (tx) => erasePerson(tx, personId, now))
    await closeDatabase(api)
  })

  test.each(declared.filter(({ trace }) => 'erased' in trace && trace.erased === 'rows'))(
    'the rows of $name go',
    async ({ name }) => {
      expect(rowsOfA.has(name)).toBe(true)
      expect(await rowsIn(name, townA)).toEqual([])
    },
  )

  test.each(
    declared.flatMap(({ name, trace }) =>
      'erased' in trace && trace.erased !== 'rows'
        ? trace.erased.map((column) => [name, column] as const)
        : [],
    ),
  )('%s says nothing of them in %s', async (name, column) => {
    const said = rowsOfA.get(name)?.[column]
    expect(said).toBeTruthy()
    const left = (await rowsIn(name, townA)).map((row) => row[column])
    expect(left).toHaveLength(1)
    expect(left).not.toContainEqual(said)
  })

  test('no table of the town still says their name, address or number', async () => {
    const person = rowsOfA.get('person') ?? {}
    const texts = ['given_name', 'family_name', 'email', 'phone', 'residence'].map((column) =>
      String(person[column]),
    )
    const dump = await dumpOf(superuser, tables, townA)
    expect(texts.filter((text) => dump.includes(text))).toEqual([])
  })
})

describe('when their time is over', () => {
  beforeAll(async () => {
    // One that nobody confirmed: what is confirmed stays for as long as the person.
    await superuser.unsafe(`update officine.email_verification set verified_at = null where tenant_id = $1`, [
      townB,
    ])
    const worker = openDatabase(towns.url('worker'), { connections: 1 })
    for (const kind of deletedKinds)
      await withTenant(worker, tenantId(townB), (tx) => letGoOf(tx, kind, new Date('2100-01-01')))
    await closeDatabase(worker)
  })

  test.each(
    declared.flatMap(({ name, trace }) => ('retained' in trace ? [[name, trace.retained] as const] : [])),
  )('%s is let go of by the round, as %s', async (name, kind: RetainedKind) => {
    expect(deletedKinds).toContain(kind)
    const left = await rowsIn(name, townB)
    if (kind === 'cancel-reasons') expect(left.map((row) => row['cancel_reason'])).toEqual([null])
    else expect(left).toEqual([])
  })
})
