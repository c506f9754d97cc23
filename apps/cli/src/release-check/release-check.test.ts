import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'release-check-'))
afterAll(() => rmSync(folder, { recursive: true }))

const MAIN = join(import.meta.dirname, '..', 'main.ts')

function officine(file: unknown, ...options: readonly string[]) {
  const path = join(folder, 'tables.json')
  writeFileSync(path, typeof file === 'string' ? file : JSON.stringify(file))
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [MAIN, 'release-check', 'tables.json', ...options],
    { encoding: 'utf8', env: { ...process.env, INIT_CWD: folder } },
  )
  return { status, stdout, stderr }
}

const town = {
  threshold: 5,
  cells: { all: 20, F: 3, M: 17, UNE: 9, INA: 6, EMP: 5 },
  sums: [
    { total: 'all', parts: ['F', 'M'] },
    { total: 'all', parts: ['UNE', 'INA', 'EMP'] },
  ],
}

const unsafe = {
  threshold: 5,
  cells: { all: 8, a: 5, b: 3 },
  sums: [{ total: 'all', parts: ['a', 'b'] }],
  keep: ['all', 'a'],
}

describe('officine release-check', () => {
  it('prints what may be published and what the rest still says', () => {
    const { status, stdout, stderr } = officine(town)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(JSON.parse(stdout)).toEqual({
      published: { EMP: 5, INA: 6, UNE: 9, all: 20 },
      primary: ['F'],
      secondary: ['M'],
      intervals: { F: [0, 20], M: [0, 20] },
    })
  })

  it('answers a list with a list, and the same table the same way whatever its order', () => {
    const turned = {
      sums: town.sums.map(({ total, parts }) => ({ parts: parts.toReversed(), total })).toReversed(),
      cells: Object.fromEntries(Object.entries(town.cells).toReversed()),
      threshold: 5,
    }
    const { status, stdout } = officine([town, turned])
    expect(status).toBe(0)
    const [one, other] = JSON.parse(stdout)
    expect(JSON.stringify(other)).toBe(JSON.stringify(one))
  })

  it('a cell that nothing limits has no upper end', () => {
    const { stdout } = officine({ threshold: 3, cells: { alone: 2 }, sums: [] })
    expect(JSON.parse(stdout).intervals).toEqual({ alone: [0, null] })
  })

  it('a table that cannot be made safe ends with status 3, and publishes nothing', () => {
    const { status, stdout } = officine(unsafe)
    expect(status).toBe(3)
    expect(JSON.parse(stdout)).toEqual({ infeasible: ['b'], published: {} })
    expect(officine([town, unsafe]).status).toBe(3)
  })

  it('a small count that must be kept cannot be', () => {
    const { status, stdout } = officine({ ...town, keep: ['F'] })
    expect(status).toBe(3)
    expect(JSON.parse(stdout)).toEqual({ infeasible: ['F'], published: {} })
  })

  it('with the last published values, says which of them stay', () => {
    const { stdout } = officine({ ...town, previous: { all: 18, UNE: 9, INA: 6 } })
    expect(JSON.parse(stdout).republished).toEqual({ all: 18 })
  })

  it('attacks a pattern as it stands, unknown counts included', () => {
    const { status, stdout } = officine({
      ...town,
      cells: { ...town.cells, F: null, M: null, EMP: null },
      hidden: ['F', 'M', 'EMP'],
    })
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toEqual({
      intervals: { EMP: [5, 5], F: [0, 20], M: [0, 20] },
      unsafe: ['EMP'],
    })
  })

  it('says of a pattern which counts it shows that nothing could make safe', () => {
    const { stdout } = officine({ ...town, hidden: ['M'] })
    expect(JSON.parse(stdout)).toEqual({ intervals: { M: [17, 17] }, unsafe: ['M'], exposed: ['F'] })
  })

  it.each([
    ['broken JSON', '{"threshold":', []],
    ['an unknown field', { ...town, note: 'x' }, []],
    ['a sum that does not add up', { ...town, cells: { ...town.cells, M: 18 } }, []],
    [
      'unknown counts that no whole people make up',
      {
        threshold: 3,
        cells: { x: null, y: null, z: null, xy: 7, yz: 8, zx: 8 },
        sums: [
          { total: 'xy', parts: ['x', 'y'] },
          { total: 'yz', parts: ['y', 'z'] },
          { total: 'zx', parts: ['z', 'x'] },
        ],
        hidden: ['x', 'y', 'z'],
      },
      [],
    ],
    ['one bad case among good ones', [town, { ...town, threshold: 0 }], []],
    ['two files', town, ['other.json']],
  ])('%s ends with status 2, one line and no figure', (_, file, options) => {
    const { status, stdout, stderr } = officine(file, ...options)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr.split('\n')).toHaveLength(2)
  })

  it('says the path of every fault, one a line', () => {
    const wrong = { ...town, cells: { ...town.cells, F: -3 }, keep: ['X'] }
    const { stderr } = officine([town, wrong])
    expect(stderr.split('\n').map((line) => line.split(':')[0])).toEqual(['[1].cells["F"]', '[1].keep', ''])
  })
})
