import { describe, expect, test } from 'vitest'
import { aCase, aPool, aReserve, someRules } from '../fixtures/allocation-cases.ts'
import { readCase, readCases } from './read-case.ts'

const good = aCase(aPool({ reserves: [aReserve('care', 2)] }), { requests: [{ id: 'a' }] })

function pathsOf(value: unknown): readonly string[] {
  const read = readCases(value)
  return read.ok ? [] : read.faults.map(({ path }) => path)
}

describe('a case that can be decided', () => {
  test('is read as it stands', () => {
    expect(readCase(good)).toEqual({ ok: true, case: good })
  })

  test('may say everything a request can say', () => {
    const requests = [
      {
        id: 'a',
        traits: ['care'],
        bornOn: '1990-01-31',
        residence: 'roma-municipio-v',
        memberOf: ['unicas'],
        vouchers: ['v'],
        units: 2,
        members: [{ traits: ['care'] }, { bornOn: '2000-01-01', recentUse: 1 }],
        tier: 1,
        points: 0,
        recentUse: 0,
        ticket: '35db',
      },
    ]
    expect(pathsOf({ ...good, requests, incumbents: [{ id: 'b', traits: ['care'] }] })).toEqual([])
  })
})

describe('a case with a fault tells its place', () => {
  test.each<[string, unknown, readonly string[]]>([
    ['another phase', { phase: 'lottery' }, ['phase']],
    ['a pool the rules do not have', { pool: 'toString' }, ['pool']],
    [
      'a slot that ends before it starts',
      { slot: { start: good.slot.end, end: good.slot.start } },
      ['slot.end'],
    ],
    ['an instant without an offset', { now: '2026-11-27T11:00:00' }, ['now']],
    ['an instant on a day that does not exist', { now: '2026-02-30T11:00:00Z' }, ['now']],
    ['0 units', { requests: [{ id: 'a', units: 0 }] }, ['requests[0].units']],
    ['a group of nobody', { requests: [{ id: 'a', members: [] }] }, ['requests[0].members']],
    [
      'units that are not the members',
      { requests: [{ id: 'a', units: 3, members: [{}, {}] }] },
      ['requests[0].units'],
    ],
    ['an id used twice', { requests: [{ id: 'a' }, { id: 'a' }] }, ['requests[1].id']],
    ['an id that is already inside', { incumbents: [{ id: 'a' }] }, ['incumbents[0].id']],
    [
      'a trait nobody declares',
      { requests: [{ id: 'a', traits: ['care', 'x'] }] },
      ['requests[0].traits[1]'],
    ],
    [
      'a trait nobody declares, of a member',
      { requests: [{ id: 'a', members: [{ traits: ['constructor'] }] }] },
      ['requests[0].members[0].traits[0]'],
    ],
    ['a field that nobody reads', { requests: [{ id: 'a', name: 'Anna' }] }, ['requests[0].name']],
    ['no id', { requests: [{}] }, ['requests[0].id']],
    ['requests that are no list', { requests: {} }, ['requests']],
    ['no rules', { rules: undefined }, ['rules']],
    [
      'rules that promise too much',
      { rules: someRules(aPool({ capacity: 1, reserves: [aReserve('care', 2)] })) },
      ['rules.pools.seats.reserves'],
    ],
  ])('%s', (_what, change, paths) => {
    expect(pathsOf({ ...good, ...(change as object) })).toEqual(paths)
  })

  test('in a list, with its place in the list', () => {
    expect(pathsOf([good, { ...good, pool: 'x' }, { ...good, rules: 1 }])).toEqual(['[1].pool', '[2].rules'])
  })

  test('a file that is no object is a fault of the file', () => {
    expect(pathsOf(3)).toEqual([''])
    expect(pathsOf(null)).toEqual([''])
  })
})
