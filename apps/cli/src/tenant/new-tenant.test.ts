import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { findEmblemFault } from '@officine/tenants/check-emblem'
import type { TenantConfig } from '@officine/tenants/tenant-config'
import type { CliEnvironment } from '../env.ts'
import { environmentIn } from '../testing/environment-in.ts'
import { newTenant } from './new-tenant.ts'
import { run } from './tenant-command.ts'

let folder: string
let environment: CliEnvironment
let printed = ''
let complained = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'officine-new-'))
  environment = environmentIn(folder)
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text)
    return true
  })
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    complained += String(text)
    return true
  })
})
beforeEach(() => {
  printed = ''
  complained = ''
})
afterAll(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

const site = 'Biblioteca|Via del Sole 1|00100|Borgo Sole|RM|42.01,12.5'
const flags = (given: Readonly<Record<string, string | readonly string[] | undefined>> = {}) =>
  Object.entries({
    slug: 'borgo-sole',
    name: 'Borgo Sole',
    istat: '058999',
    ipa: 'c_z999',
    accent: '#355216',
    site,
    patron: '08-10|San Lorenzo',
    hours: 'lun-ven 9-19',
    pool: 'seats:10',
    ...given,
  }).flatMap(([flag, value]) =>
    value === undefined ? [] : [value].flat().flatMap((each) => [`--${flag}`, each]),
  )
const written = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as TenantConfig
const nothingWritten = (name: string) => expect(existsSync(join(folder, name))).toBe(false)

describe('officine tenant new', () => {
  test('writes a file that check takes, where the user stands', async () => {
    expect(await run(['new', ...flags()], environment)).toBe(0)
    expect(printed).toContain('borgo-sole.json: written, and can be served')
    expect(printed).toContain('http://borgo-sole.localhost:3000')
    expect(written('borgo-sole.json')).toMatchObject({
      id: 'borgo-sole',
      codes: { cadastral: 'Z999' },
      theme: { accent: '#355216' },
      sites: [{ coordinates: { latitude: 42.01, longitude: 12.5 } }],
      rules: { pools: { seats: { capacity: 10, open: { days: [1, 2, 3, 4, 5] } } } },
    })
    expect(await run(['check', 'borgo-sole.json'], environment)).toBe(0)
  })

  test('writes it in TypeScript when the name says so', async () => {
    expect(await run(['new', ...flags({ file: 'borgo.ts' })], environment)).toBe(0)
    expect(await run(['check', './borgo.ts'], environment)).toBe(0)
  })

  test('never writes over a file', async () => {
    writeFileSync(join(folder, 'mine.json'), '{}')
    expect(await run(['new', ...flags({ file: 'mine.json' })], environment)).toBe(2)
    expect(complained).toBe('mine.json: there already; choose another with --file\n')
    expect(readFileSync(join(folder, 'mine.json'), 'utf8')).toBe('{}')
  })

  test('takes the colour as three numbers', async () => {
    const colour = { accent: undefined, hue: '92', saturation: '73', brightness: '32' }
    expect(await run(['new', ...flags({ ...colour, file: 'numbers.json' })], environment)).toBe(0)
    expect(written('numbers.json').theme.accent).toBe('#325216')
  })

  test('makes a town that only tells, when no place is named', async () => {
    const bare = flags({ pool: undefined, hours: undefined, file: 'bare.json' })
    expect(await run(['new', ...bare], environment)).toBe(0)
    expect(written('bare.json')).toMatchObject({ pools: [], services: [{ slug: 'informazioni' }] })
  })

  test('takes a drawing without what its program added', async () => {
    const svg = '<?xml version="1.0"?><!-- mine --><svg id="a" viewBox="0 0 1 1"><path d="M0 0h1z"/></svg>'
    writeFileSync(join(folder, 'arms.svg'), svg)
    expect(await run(['new', ...flags({ emblem: 'arms.svg', file: 'arms.json' })], environment)).toBe(0)
    expect(written('arms.json').emblem.svg).toBe('<svg viewBox="0 0 1 1"><path d="M0 0h1z"/></svg>')
  })

  test('draws the initial where no drawing is given', async () => {
    expect(findEmblemFault(written('borgo-sole.json').emblem.svg)).toBeUndefined()
  })

  test.each<[string, Parameters<typeof flags>[0], string]>([
    ['a reserved slug', { slug: 'regione' }, '--slug: found "regione"; allowed: a slug of 2 to 40'],
    ['a colour that nobody can read', { accent: '#2f7d61' }, '#2f7d61 has 4.96:1'],
    ['a word for a colour', { accent: 'green' }, '--accent: found "green"; allowed: #rrggbb'],
    [
      'a place on the moon',
      { site: site.replace('42.01', '91') },
      'sites[officina].coordinates.latitude: found 91',
    ],
    ['a site without a town', { site: 'Biblioteca' }, '--site: found "Biblioteca"; allowed: name|address'],
    ['hours that end before they begin', { hours: 'mon-fri 19-9' }, '--hours: found "mon-fri 19-9"'],
    ['a pool of nothing', { pool: 'seats:0' }, '--pool: found "seats:0"'],
    ['a pool of thrones', { pool: 'thrones:1' }, '--pool: found "thrones:1"'],
    ['places without hours', { hours: undefined }, '--hours: missing; allowed: days and times'],
    ['a saint without a day', { patron: 'San Lorenzo' }, '--patron: found "San Lorenzo"'],
    ['a host with a port', { host: 'officina.it:80' }, 'hosts[0]: found "officina.it:80"'],
    ['a file of another kind', { file: 'borgo.yaml' }, '--file: found borgo.yaml'],
    [
      'a drawing that is not there',
      { emblem: 'no.svg' },
      '--emblem: found no.svg; allowed: a file that can be read (no such file)',
    ],
  ])('refuses %s, and writes nothing', async (_what, given, said) => {
    expect(await run(['new', ...flags({ file: 'refused.json', ...given })], environment)).toBe(2)
    expect(complained).toContain(said)
    nothingWritten('refused.json')
  })

  test('refuses a drawing with a script in it', async () => {
    writeFileSync(join(folder, 'trick.svg'), '<svg viewBox="0 0 1 1"><script>alert(1)</script></svg>')
    expect(await run(['new', ...flags({ emblem: 'trick.svg', file: 'trick.json' })], environment)).toBe(2)
    expect(complained).toBe(
      '--emblem: found the element <script>; allowed: plain shapes, up to 8,000 characters\n',
    )
    nothingWritten('trick.json')
  })

  test('tells all that is missing at once, when nobody sits at a terminal', async () => {
    expect(await run(['new', '--slug', 'tolfa'], environment)).toBe(2)
    const lines = complained.trimEnd().split('\n')
    expect(lines.map((line) => line.slice(0, line.indexOf(':')))).toEqual([
      '--name',
      '--istat',
      '--ipa',
      '--cadastral',
      '--accent',
      '--site',
      '--patron',
    ])
  })

  test('asks at a terminal, and asks again until it can be used', async () => {
    const identity = [
      'www',
      'allumiere',
      'tolfa',
      'Tolfa',
      '',
      '58',
      '058105',
      'c_l205',
      '#2f7d61',
      '150 62 39',
    ]
    const places = [site, 'lun-ven 9-13', '', 'seats:4', 'desk:1', '']
    const replies = [...identity, ...places, '04-25|San Marco', '', '', '', '']
    const asked: string[] = []
    const status = await newTenant([], environment, (question) => {
      asked.push(question)
      return Promise.resolve(replies.shift() ?? '')
    })
    expect([status, replies]).toEqual([0, []])
    expect(asked[0]).toBe(asked[1])
    expect(printed).toContain('  Allowed: a colour of at least 7:1 on white; #2f7d61 has 4.96:1')
    expect(written('tolfa.json')).toMatchObject({
      name: 'Tolfa',
      kind: 'municipality',
      pools: [{ slug: 'seats' }, { slug: 'desk' }],
    })
  })

  test('says how it is used', async () => {
    expect(await run(['new', '--help'], environment)).toBe(0)
    expect(printed).toContain('--pool seats:10')
    expect(await run(['new', '--colour', 'red'], environment)).toBe(2)
    expect(complained).toContain("Unknown option '--colour'")
  })
})
