import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'indicators-'))
afterAll(() => rmSync(folder, { recursive: true }))

const MAIN = join(import.meta.dirname, '..', 'main.ts')

function officine(file: unknown, ...options: readonly string[]) {
  const path = join(folder, 'participants.json')
  writeFileSync(path, typeof file === 'string' ? file : JSON.stringify(file))
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [MAIN, 'indicators', 'participants.json', ...options],
    { encoding: 'utf8', env: { ...process.env, INIT_CWD: folder } },
  )
  return { status, stdout, stderr }
}

const RECORD = {
  operation: 'OP1',
  person: 'p1',
  gender: 'F',
  birthDate: '1989-05-20',
  statusAtEntry: 'EMP',
  isced: 3,
  episodes: [{ entry: '2026-01-12', exit: null }],
}

describe('officine indicators', () => {
  it('prints one line of JSON with the figures, and the faults beside them', () => {
    const copy = { ...RECORD, person: 'p2' }
    const { status, stdout, stderr } = officine(
      { asOf: '2026-06-30', records: [RECORD, copy, copy] },
      '--json',
    )
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout.endsWith('}\n')).toBe(true)
    const report = JSON.parse(stdout)
    expect(Object.keys(report)).toEqual(['faults', 'operations', 'programme', 'records'])
    expect(report.operations.OP1.EECO05).toEqual({ F: 1, M: 0, X: 0, total: 1 })
    expect(report.records).toEqual({ all: 3, complete: 1, persons: 2 })
    expect(report.faults).toEqual([
      { index: 1, rule: 'R09' },
      { index: 2, rule: 'R09' },
    ])
  })

  it('prints a table for people without --json', () => {
    const { status, stdout } = officine({ asOf: '2026-06-30', records: [RECORD] })
    expect(status).toBe(0)
    expect(stdout).toMatch(/EECO05 +Employed, self-employed included +1 +0 +0 +1\n/)
  })

  it('no records give no operation and a programme of zeros', () => {
    const { stdout } = officine({ asOf: '2026-06-30', records: [] }, '--json')
    expect(JSON.parse(stdout)).toMatchObject({
      operations: {},
      programme: { EECO01: { total: 0 } },
      faults: [],
    })
  })

  it('reads the day on the command line before the day in the file', () => {
    const file = { asOf: '2026-06-30', records: [RECORD] }
    const { stdout } = officine(file, '--json', '--as-of', '2026-01-11')
    expect(JSON.parse(stdout).records.all).toBe(0)
  })

  it.each([
    ['broken JSON', '{"asOf":', []],
    ['an unknown field', { asOf: '2026-06-30', records: [{ ...RECORD, surname: 'x' }] }, []],
    ['no day', { records: [] }, []],
    ['a day that does not exist', { asOf: '2026-06-30', records: [] }, ['--as-of', '2026-02-29']],
    ['an unknown option', { asOf: '2026-06-30', records: [] }, ['--csv']],
    ['two files', { asOf: '2026-06-30', records: [] }, ['other.json']],
  ])('%s ends with status 2, one line and no figure', (_, file, options) => {
    const { status, stdout, stderr } = officine(file, ...options)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr.split('\n')).toHaveLength(2)
  })

  it('says the path of every fault, one a line', () => {
    const wrong = { ...RECORD, isced: 12, episodes: [{ entry: '2026-02-30' }] }
    const { stderr } = officine({ asOf: '2026-06-30', records: [RECORD, wrong] }, '--json')
    expect(stderr.split('\n').map((line) => line.split(':')[0])).toEqual([
      'records[1].isced',
      'records[1].episodes[0].entry',
      '',
    ])
  })
})
