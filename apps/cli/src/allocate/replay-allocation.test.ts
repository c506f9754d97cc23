import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { aCase, aPool, aReserve, people, someRules } from '@officine/domain/fixtures/allocation-cases'
import { afterAll, describe, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'allocate-'))
afterAll(() => rmSync(folder, { recursive: true }))

const MAIN = join(import.meta.dirname, '..', 'main.ts')

function officine(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    encoding: 'utf8',
    env: { ...process.env, INIT_CWD: folder },
  })
  return { status, stdout, stderr }
}

function allocateFile(file: unknown) {
  writeFileSync(join(folder, 'case.json'), typeof file === 'string' ? file : JSON.stringify(file))
  return officine('allocate', 'case.json')
}

const pool = aPool({ capacity: 2, reserves: [aReserve('F', 1), aReserve('D', 1)] })
const good = aCase(pool, { requests: people('devi{F,D} max freya{F}') })

describe('officine allocate', () => {
  test('prints the decision as canonical JSON and not a byte more', () => {
    const { status, stdout, stderr } = allocateFile(good)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const { accepted, waiting, rulesHash, inputsHash } = JSON.parse(stdout)
    expect(stdout).toBe(JSON.stringify({ accepted, inputsHash, rulesHash, waiting }))
    expect(accepted).toEqual([
      { id: 'devi', label: 'D' },
      { id: 'freya', label: 'F' },
    ])
    expect(waiting).toEqual([{ counterfactual: null, cutoff: null, id: 'max', reason: 'BELOW_CUTOFF' }])
    expect([rulesHash, inputsHash].every((hash) => /^[0-9a-f]{64}$/.test(hash))).toBe(true)
  })

  test('answers a list of cases with a list', () => {
    const { status, stdout } = allocateFile([good, { ...good, requests: [] }])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject([{ accepted: [{}, {}] }, { accepted: [], waiting: [] }])
    expect(allocateFile([]).stdout).toBe('[]')
  })

  test.each([
    [
      'more places reserved than there are',
      { ...good, rules: someRules(aPool({ capacity: 1, reserves: [aReserve('F', 2)] })) },
      /^rules\.pools\.seats\.reserves: found 2 places reserved, allowed at most the capacity, 1\n$/,
    ],
    [
      'an unknown trait',
      { ...good, requests: people('a{X}') },
      /^requests\[0\]\.traits\[0\]: found "X".*\n$/,
    ],
    [
      'two requests with one id and one of 0 units, a line each',
      { ...good, requests: [{ id: 'a' }, { id: 'a', units: 0 }, { id: 'b', units: -1 }] },
      /^requests\[1\]\.units: found 0, .*\nrequests\[2\]\.units: found -1, .*\n$/,
    ],
    [
      'a field with a line break in its name',
      { ...good, 'a\nb': 1 },
      /^a\?b: found a field that nobody reads.*\n$/,
    ],
    ['broken JSON', '{"phase":', /^case\.json: .+\n$/],
    ['a list in which one case is wrong', [good, 1], /^\[1\]: found 1, allowed an object\n$/],
  ])('refuses %s, and prints nothing', (_what, file, says) => {
    const { status, stdout, stderr } = allocateFile(file)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(says)
  })

  test('refuses a file of 50 MB before it reads it', () => {
    writeFileSync(join(folder, 'huge.json'), '')
    truncateSync(join(folder, 'huge.json'), 50_000_000)
    const { status, stdout, stderr } = officine('allocate', 'huge.json')
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toBe('huge.json: found 50000000 bytes, allowed at most 33554432\n')
  })

  test('refuses a file that is not there, and a call without one', () => {
    expect(officine('allocate', 'nowhere.json')).toMatchObject({ status: 2, stdout: '' })
    expect(officine('allocate')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: 'Usage: officine allocate FILE.json\n',
    })
  })
})
