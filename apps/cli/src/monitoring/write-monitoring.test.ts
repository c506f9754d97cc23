import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const MAIN = join(import.meta.dirname, '..', 'main.ts')
const CODES = Array.from({ length: 17 }, (_, n) => `EECO${String(n + 1).padStart(2, '0')}`)

const SNAPSHOT = {
  snapshot: '2026-06/1',
  asOf: '2026-06-30',
  period: '202606',
  operations: [
    { operation: 'OP1', project: 'LAZ-1', planned: Object.fromEntries(CODES.map((code) => [code, 1])) },
  ],
  records: [
    {
      operation: 'OP1',
      person: 'p1',
      gender: 'F',
      birthDate: '1989-05-20',
      statusAtEntry: 'EMP',
      isced: 3,
      episodes: [{ entry: '2026-01-12' }],
    },
  ],
  vault: [{ operation: 'OP1', person: 'p1', fiscalCode: 'RSSMRA85T10A562S', marketCondition: 'employed' }],
}

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'monitoring-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function officine(snapshot: unknown, ...options: readonly string[]) {
  writeFileSync(join(folder, 'snapshot.json'), JSON.stringify(snapshot))
  return spawnSync(process.execPath, [MAIN, 'monitoring', 'snapshot.json', ...options], {
    encoding: 'utf8',
    env: { ...process.env, INIT_CWD: folder },
  })
}

function bytes(): readonly string[] {
  return readdirSync(join(folder, 'out')).map((name) => readFileSync(join(folder, 'out', name), 'utf8'))
}

describe('officine monitoring', () => {
  it('writes layouts and manifest where only their owner can read them', () => {
    expect(officine(SNAPSHOT, 'out').status).toBe(0)
    const names = readdirSync(join(folder, 'out'))
    expect(names.toSorted()).toEqual([
      'IN00.txt',
      'IN01.csv',
      'IN01.txt',
      'MANIFEST.json',
      'RISULTATI.csv',
      'SC01.csv',
      'SC01.txt',
    ])
    expect(names.map((name) => statSync(join(folder, 'out', name)).mode & 0o777)).toEqual(
      names.map(() => 0o600),
    )
  })

  it('writes the same bytes again, and never over other ones', () => {
    officine(SNAPSHOT, 'out')
    const before = bytes()
    expect(officine(SNAPSHOT, 'out').status).toBe(0)
    const other = officine({ ...SNAPSHOT, snapshot: '2026-06/2' }, 'out')
    expect({ status: other.status, stdout: other.stdout }).toEqual({ status: 2, stdout: '' })
    expect(other.stderr).toContain('out/MANIFEST.json: holds something else')
    expect(bytes()).toEqual(before)
  })

  it('writes nothing when the pre-validation finds an error, and says which', () => {
    const { status, stdout, stderr } = officine({ ...SNAPSHOT, vault: [] }, 'out')
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' })
    expect(stderr).toContain('error V01 records[0]: has no entry in the vault')
    expect(readdirSync(folder)).toEqual(['snapshot.json'])
  })

  it('only checks with --check', () => {
    const { status, stderr } = officine(SNAPSHOT, '--check')
    expect(status).toBe(0)
    expect(stderr).toContain('warn V12 tables.SESSO')
    expect(readdirSync(folder)).toEqual(['snapshot.json'])
  })

  it('takes another mapping from a file', () => {
    const mapping = {
      version: 'test',
      dayFormat: 'YYYY-MM-DD',
      decimalMark: '.',
      dialects: { tab: { separator: '\t', lineEnd: 'LF' } },
      records: {
        PARTECIPANTI: {
          rows: 'participants',
          columns: [
            { name: 'CF', fact: 'fiscalCode' },
            { name: 'DAL', fact: 'entryDate', format: 'day' },
          ],
        },
      },
      files: [{ name: 'destinatari.txt', record: 'PARTECIPANTI', dialect: 'tab' }],
      tables: {},
      settings: {
        eeco01: { value: 'complete' },
        in01Rows: { value: 'every-code' },
        vulnerability: { value: [] },
      },
    }
    writeFileSync(join(folder, 'mapping.json'), JSON.stringify(mapping))
    expect(officine(SNAPSHOT, 'out', '--mapping', 'mapping.json').status).toBe(0)
    expect(readFileSync(join(folder, 'out', 'destinatari.txt'), 'utf8')).toBe(
      'RSSMRA85T10A562S\t2026-01-12\n',
    )
  })

  it.each([
    ['neither a folder nor --check', SNAPSHOT, []],
    ['a folder with --check', SNAPSHOT, ['out', '--check']],
    ['an unknown field', { ...SNAPSHOT, note: 1 }, ['out']],
    ['a mapping that is not there', SNAPSHOT, ['out', '--mapping', 'none.json']],
    ['a mapping that is none', SNAPSHOT, ['out', '--mapping', 'snapshot.json']],
  ])('%s ends with status 2 and writes nothing', (_, snapshot, options) => {
    const { status, stdout } = officine(snapshot, ...options)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(readdirSync(folder)).toEqual(['snapshot.json'])
  })
})
