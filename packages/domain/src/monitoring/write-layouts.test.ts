import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OUTPUT_INDICATORS } from '../indicators/indicator-definitions.ts'
import { aRecord, anEpisode } from '../indicators/testing/a-record.ts'
import { plausibleRecords } from '../indicators/testing/simulated-records.ts'
import type { LayoutMapping } from './layout-mapping.ts'
import type { MonitoringSnapshot, VaultEntry } from './monitoring-snapshot.ts'
import { pucMapping } from './puc-mapping.ts'
import { hashOfSet } from './row-facts.ts'
import { writeLayouts } from './write-layouts.ts'

const PUC = pucMapping()
const PLANNED = new Map(OUTPUT_INDICATORS.map(({ code }) => [code as string, 4]))

function anEntry(given: Partial<VaultEntry> = {}): VaultEntry {
  return {
    operation: 'OP1',
    person: 'p1',
    fiscalCode: 'RSSMRA85T10A562S',
    course: 'C1',
    residence: '058004',
    domicile: null,
    marketCondition: 'employed',
    workType: null,
    ...given,
  }
}

function aSnapshot(given: Partial<MonitoringSnapshot> = {}): MonitoringSnapshot {
  return {
    snapshot: '2026-06/1',
    asOf: '2026-06-30',
    period: '202606',
    operations: [{ operation: 'OP1', project: 'LAZ-1', planned: PLANNED, entities: {} }],
    records: [aRecord()],
    vault: [anEntry()],
    ...given,
  }
}

function aMapping(settings: Partial<LayoutMapping['settings']>): LayoutMapping {
  return { ...PUC, settings: { ...PUC.settings, ...settings } }
}

function linesOf(
  name: string,
  snapshot: MonitoringSnapshot,
  mapping: LayoutMapping = PUC,
): readonly string[] {
  const { files, findings } = writeLayouts(snapshot, mapping)
  const file = files.find((candidate) => candidate.name === name)
  if (file === undefined) throw new Error(JSON.stringify(findings.filter(({ level }) => level === 'error')))
  return file.text.split('\r\n').slice(0, -1)
}

function errorsOf(snapshot: MonitoringSnapshot, mapping: LayoutMapping = PUC): readonly string[] {
  const { files, findings } = writeLayouts(snapshot, mapping)
  const errors = findings.filter(({ level }) => level === 'error')
  expect(files.length === 0).toBe(errors.length > 0)
  return errors.map(({ rule, where }) => `${rule} ${where}`)
}

function warningsOf(snapshot: MonitoringSnapshot): readonly string[] {
  const { findings } = writeLayouts(snapshot, PUC)
  return findings
    .filter(({ level, rule }) => level === 'warn' && !['V12', 'V13', 'A15'].includes(rule))
    .map(({ rule, where }) => `${rule} ${where}`)
}

describe('IN01', () => {
  it('has a row for every output indicator, with plan and exact figure, zeros said', () => {
    const lines = linesOf('IN01.txt', aSnapshot())
    expect(lines).toHaveLength(17)
    expect(lines[0]).toBe('LAZ-1|COM|EECO01|4,00|1,00|')
    expect(lines[1]).toBe('LAZ-1|COM|EECO02|4,00|0,00|')
  })

  it('says zero for a project that nobody has entered', () => {
    expect(linesOf('IN01.txt', aSnapshot({ records: [], vault: [] }))[0]).toBe('LAZ-1|COM|EECO01|4,00|0,00|')
  })

  it('has entities where they are counted, and an empty cell where they are only planned', () => {
    const operations = [
      {
        operation: 'OP1',
        project: 'LAZ-1',
        planned: new Map([...PLANNED, ['EECO18', 2], ['EECO19', 3]]),
        entities: { EECO18: 1 },
      },
    ]
    expect(linesOf('IN01.txt', aSnapshot({ operations })).slice(17)).toEqual([
      'LAZ-1|COM|EECO18|2,00|1,00|',
      'LAZ-1|COM|EECO19|3,00||',
    ])
  })

  it('counts incomplete records in EECO01 only when the managing authority chose so', () => {
    const records = [aRecord(), aRecord({ person: 'p2', isced: null })]
    const all = aMapping({ eeco01: { value: 'all', signedOn: '2026-01-15', act: 'G00001' } })
    expect(linesOf('IN01.txt', aSnapshot({ records }))[0]).toContain('|1,00|')
    expect(linesOf('IN01.txt', aSnapshot({ records }), all)[0]).toContain('|2,00|')
  })

  it('may hold the planned codes only', () => {
    const operations = [
      { operation: 'OP1', project: 'LAZ-1', planned: new Map([['EECO05', 4]]), entities: {} },
    ]
    const planned = aMapping({ in01Rows: { value: 'planned-codes', signedOn: '2026-01-15', act: 'G00001' } })
    expect(linesOf('IN01.txt', aSnapshot({ operations }), planned)).toEqual(['LAZ-1|COM|EECO05|4,00|1,00|'])
  })

  it('is kept back by a plan that is missing or is not above zero', () => {
    const withPlan = (planned: ReadonlyMap<string, number>) =>
      errorsOf(aSnapshot({ operations: [{ operation: 'OP1', project: 'LAZ-1', planned, entities: {} }] }))
    expect(withPlan(new Map([...PLANNED].slice(1)))).toEqual(['V03 IN01 row 1, VAL_PROGRAMMATO'])
    expect(withPlan(new Map([...PLANNED, ['EECO02', 0]]))).toEqual(['V07 IN01 row 2, VAL_PROGRAMMATO'])
    expect(withPlan(new Map([...PLANNED, ['EECO02', 1e12]]))).toEqual(['V07 IN01 row 2, VAL_PROGRAMMATO'])
  })
})

describe('SC01', () => {
  it('has a row for every counted participation, in the order of the configured columns', () => {
    const records = [
      aRecord({ episodes: [anEpisode({ exit: '2026-03-01' })], disability: 'Y', homeless: 'Y' }),
    ]
    expect(linesOf('SC01.txt', aSnapshot({ records }))).toEqual([
      'LAZ-1|RSSMRA85T10A562S|C1|F|20/05/1989|058004||IT|3|03||01|02|01/03/2026|',
    ])
  })

  it('leaves out the incomplete and those who break a rule, and says which', () => {
    const records = [
      aRecord(),
      aRecord({ person: 'p2', isced: null }),
      aRecord({ person: 'p3', birthDate: '2027-01-01' }),
    ]
    expect(linesOf('SC01.txt', aSnapshot({ records }))).toHaveLength(1)
    expect(warningsOf(aSnapshot({ records }))).toEqual(['R02 records[2]', 'R06 records[2]'])
  })

  it.each([
    ['2026-01-12', '01'],
    ['2025-07-12', '01'],
    ['2025-07-11', '02'],
    ['2025-01-12', '02'],
    ['2025-01-11', '03'],
  ])('gives who is unemployed since %s the duration %s', (unemployedSince, code) => {
    const records = [aRecord({ statusAtEntry: 'UNE', unemployedSince })]
    const vault = [anEntry({ marketCondition: 'unemployed' })]
    expect(linesOf('SC01.txt', aSnapshot({ records, vault }))[0]?.split('|')[10]).toBe(code)
  })

  it('shows a Union citizenship before another, and a stateless person as such', () => {
    const shown = (citizenship: readonly string[], stateless = false) =>
      linesOf('SC01.txt', aSnapshot({ records: [aRecord({ citizenship, stateless })] }))[0]?.split('|')[7]
    expect([shown(['AR', 'IT']), shown(['US', 'AR']), shown([], true), shown([])]).toEqual([
      'IT',
      'AR',
      'XXA',
      '',
    ])
  })

  it('is kept back by a third gender until its code is known: nobody is recoded', () => {
    expect(errorsOf(aSnapshot({ records: [aRecord({ gender: 'X' })] }))).toEqual(['V05 SC01 row 1, SESSO'])
  })

  it('follows another order, other separators and other codes when the mapping says so', () => {
    const sc01 = PUC.records.get('SC01')
    const csv = PUC.dialects.get('csv')
    if (sc01 === undefined || csv === undefined) throw new Error('The mapping has SC01 and CSV')
    const [project, fiscalCode, course, sex] = sc01.columns
    if (!project || !fiscalCode || !course || !sex) throw new Error('SC01 has four columns')
    const mapping: LayoutMapping = {
      ...PUC,
      files: [{ name: 'SC01.csv', record: 'SC01', dialect: 'csv' }],
      records: new Map([['SC01', { ...sc01, columns: [course, fiscalCode, sex] }]]),
      dialects: new Map([['csv', { ...csv, separator: ',', header: false, lineEnd: 'LF' }]]),
      tables: new Map([
        [
          'SESSO',
          { version: '2', verifiedOn: '2026-01-01', unlisted: 'refuse', codes: new Map([['F', '2']]) },
        ],
      ]),
    }
    const { files } = writeLayouts(aSnapshot(), mapping)
    expect(files[0]?.text).toBe('C1,RSSMRA85T10A562S,2\n')
  })
})

describe('cells', () => {
  const course = (text: string) => aSnapshot({ vault: [anEntry({ course: text })] })
  const inCsv = (text: string) => linesOf('SC01.csv', course(text))[1]?.split(';')[2]

  it.each(['=1+1', '+39', '-2', '@SUM', '\t=1', ' =1'])('that begin like %j are escaped in CSV', (text) => {
    expect(inCsv(text)).toBe(`'${text}`)
  })

  it('that a spreadsheet would not run are left alone', () => {
    expect(inCsv('a=1')).toBe('a=1')
  })

  it('with quotes or separators are quoted in CSV', () => {
    expect(linesOf('SC01.csv', course('a;"b"'))[1]).toContain(';"a;""b""";')
  })

  it.each(['a|b', 'a\nb', 'a\rb'])('like %j are refused where nothing is quoted', (text) => {
    expect(errorsOf(course(text))).toEqual(['V06 SC01 row 1, CODICE_CORSO'])
  })

  it('longer than their column are refused, never cut', () => {
    expect(errorsOf(course('x'.repeat(61)))).toEqual(['V04 SC01 row 1, CODICE_CORSO'])
    expect(errorsOf(course('x'.repeat(60)))).toEqual([])
  })
})

describe('RISULTATI', () => {
  const qualified = (person: string) =>
    aRecord({
      person,
      episodes: [
        anEpisode({
          exit: '2026-03-01',
          afterExit: {
            eventOn: '2026-03-10',
            status: null,
            searching: false,
            inEducation: false,
            qualification: true,
          },
        }),
      ],
    })

  it('has six results by three genders, with the hash of the set behind each', () => {
    const snapshot = aSnapshot({
      records: [qualified('p2'), qualified('p1')],
      vault: [anEntry(), anEntry({ person: 'p2', fiscalCode: 'VRDNNA90A41H501T' })],
    })
    const lines = linesOf('RISULTATI.csv', snapshot)
    expect(lines).toHaveLength(1 + 18)
    expect(lines).toContain(`LAZ-1;EECR03;F;2;${hashOfSet('OP1', ['p1', 'p2'])};202606`)
    expect(lines).toContain(`LAZ-1;EECR03;M;0;${hashOfSet('OP1', [])};202606`)
  })

  it('hashes the operation and the sorted pseudonyms, as anybody can recompute', () => {
    const byHand = createHash('sha256').update('["OP1",["p1","p2"]]').digest('hex')
    expect(hashOfSet('OP1', ['p2', 'p1'])).toBe(byHand)
  })
})

describe('the manifest', () => {
  const manifestOf = (snapshot: MonitoringSnapshot) => {
    const { files } = writeLayouts(snapshot, PUC)
    return { files, manifest: JSON.parse(files.at(-1)?.text ?? '') }
  }

  it('comes last and tells rows and hash of every file', () => {
    const { files, manifest } = manifestOf(aSnapshot())
    const told = files.slice(0, -1).map(({ name, text }) => ({
      name,
      sha256: createHash('sha256').update(text).digest('hex'),
    }))
    expect(manifest.files).toMatchObject(told)
    expect(manifest.files.map(({ rows }: { readonly rows: number }) => rows)).toEqual([6, 17, 17, 1, 1, 18])
  })

  it('tells snapshot, layout, tables, settings and the rules that were passed', () => {
    const { manifest } = manifestOf(
      aSnapshot({ records: [aRecord(), aRecord({ person: 'p3', birthDate: '2027-01-01' })] }),
    )
    expect(manifest).toMatchObject({
      snapshot: '2026-06/1',
      asOf: '2026-06-30',
      period: '202606',
      layout: PUC.version,
      records: { all: 2, complete: 1, persons: 2, leftOut: 1 },
      settings: { eeco01: { value: 'complete', signedOn: null } },
      contextTables: { SESSO: { verifiedOn: null } },
    })
    expect(manifest.rulesPassed).toContain('A01')
    expect(manifest.rulesPassed).toContain('V01')
    expect(manifest.rulesPassed).not.toContain('V12')
    expect(manifest.rulesWithRemarks).toEqual(['A15', 'R02', 'R06', 'V12', 'V13'])
  })
})

describe('the same snapshot', () => {
  it('gives the same bytes, in whatever order it arrives', () => {
    fc.assert(
      fc.property(plausibleRecords, (drawn) => {
        const records = drawn.map((record) => ({
          ...record,
          gender: record.gender === 'X' ? ('F' as const) : record.gender,
        }))
        const vault = records.map(({ operation, person }, index) =>
          anEntry({ operation, person, marketCondition: null, fiscalCode: `CODE${index}` }),
        )
        const operations = ['OP1', 'OP2', 'OP3'].map((operation) => ({
          operation,
          project: `LAZ-${operation}`,
          planned: PLANNED,
          entities: {},
        }))
        const lenient = { ...PUC, files: PUC.files.filter(({ record }) => record !== 'SC01') }
        const snapshot = aSnapshot({ asOf: '2026-06-30', records, vault, operations })
        const turned = {
          ...snapshot,
          records: records.toReversed(),
          vault: vault.toReversed(),
          operations: operations.toReversed(),
        }
        const first = writeLayouts(snapshot, lenient).files
        expect(first).toHaveLength(lenient.files.length + 1)
        expect(writeLayouts(turned, lenient).files).toEqual(first)
      }),
      { numRuns: 30 },
    )
  })

  it('gives its participants in the order of project and fiscal code', () => {
    const people = [
      ['p1', 'VRDNNA90A41H501T'],
      ['p2', 'RSSMRA85T10A562S'],
    ] as const
    const records = people.map(([person]) => aRecord({ person }))
    const vault = people.map(([person, fiscalCode]) => anEntry({ person, fiscalCode }))
    const lines = linesOf('SC01.txt', aSnapshot({ records, vault }))
    expect(lines.map((line) => line.split('|')[1])).toEqual(['RSSMRA85T10A562S', 'VRDNNA90A41H501T'])
  })
})

describe('the pre-validation', () => {
  it('passes a snapshot in order', () => {
    expect(errorsOf(aSnapshot())).toEqual([])
    expect(warningsOf(aSnapshot())).toEqual([])
  })

  it('V01 finds who is missing in the vault, who is there twice and who belongs to nobody', () => {
    expect(errorsOf(aSnapshot({ vault: [] }))).toContain('V01 records[0]')
    expect(errorsOf(aSnapshot({ vault: [anEntry(), anEntry()] }))).toEqual(['V01 vault ["OP1","p1"]'])
    expect(warningsOf(aSnapshot({ vault: [anEntry(), anEntry({ person: 'p9' })] }))).toEqual(['V01 vault[1]'])
  })

  it('V02 finds operations listed twice, projects shared and records of no operation', () => {
    const [operation] = aSnapshot().operations
    if (operation === undefined) throw new Error('There is an operation')
    expect(errorsOf(aSnapshot({ operations: [operation, { ...operation, project: 'LAZ-2' }] }))).toContain(
      'V02 OP1',
    )
    expect(errorsOf(aSnapshot({ operations: [operation, { ...operation, operation: 'OP2' }] }))).toEqual([
      'V02 LAZ-1',
    ])
    expect(errorsOf(aSnapshot({ operations: [] }))).toEqual(['V02 records[0]'])
  })

  it('V03 finds a fiscal code that is not there', () => {
    expect(errorsOf(aSnapshot({ vault: [anEntry({ fiscalCode: null })] }))).toEqual([
      'V03 SC01 row 1, CODICE_FISCALE',
    ])
  })

  it('V08 asks about a fiscal code that is not valid', () => {
    expect(warningsOf(aSnapshot({ vault: [anEntry({ fiscalCode: 'RSSMRA85T10A562T' })] }))).toEqual([
      'V08 vault[0].fiscalCode',
    ])
  })

  it('V09 finds a fiscal code in place of a pseudonym', () => {
    const person = 'RSSMRA85T10A562S'
    expect(errorsOf(aSnapshot({ records: [aRecord({ person })], vault: [anEntry({ person })] }))).toEqual([
      'V09 records[0].person',
    ])
  })

  it('V10 finds a market condition that says another status', () => {
    expect(errorsOf(aSnapshot({ vault: [anEntry({ marketCondition: 'student' })] }))).toEqual([
      'V10 records[0]',
    ])
  })

  it('V11 and A07 find a period that is not the month of the day, or neither June nor December', () => {
    expect(errorsOf(aSnapshot({ period: '202612' }))).toEqual(['V11 period'])
    expect(errorsOf(aSnapshot({ asOf: '2026-07-31', period: '202607' }))).toEqual(['A07 programme'])
  })

  it('V12 and V13 ask for the tables to be compared and the settings to be signed', () => {
    const rules = writeLayouts(aSnapshot(), PUC).findings.map(({ rule, where }) => `${rule} ${where}`)
    expect(rules).toContain('V12 tables.SESSO')
    expect(rules).toContain('V13 settings.eeco01')
    const signed = aMapping({ eeco01: { value: 'complete', signedOn: '2026-01-15', act: 'G00001' } })
    const left = writeLayouts(aSnapshot(), signed).findings.map(({ where }) => where)
    expect(left).not.toContain('settings.eeco01')
  })

  it('A12 and A15 look at entities and at the plan', () => {
    const operations = [{ operation: 'OP1', project: 'LAZ-1', planned: PLANNED, entities: { EECO18: -1 } }]
    expect(errorsOf(aSnapshot({ operations }))).toContain('A12 OP1')
    const far = writeLayouts(aSnapshot(), PUC).findings.filter(({ rule }) => rule === 'A15')
    expect(far.map(({ says }) => says)).toContain('EECO01: 1 achieved, 4 planned')
  })
})
