import { describe, expect, test } from 'vitest'
import { aPool, aReserve, someRules } from '../fixtures/allocation-cases.ts'
import { explainRules } from './explain-rules.ts'
import { italianWords } from './italian-words.ts'
import type { Predicate, TenantRules } from './tenant-rules.ts'

const text = (rules: TenantRules, language: 'it' | 'en' = 'it') =>
  explainRules(rules, language)
    .flatMap(({ title, sentences }) => [title, ...sentences])
    .join('\n')

const orgs = {
  unicas: { label: 'Università', agreementUntil: '2028-12-31', spill: 'none' },
  bar: {
    label: 'Avvocati',
    agreementUntil: '2027-08-31',
    ceiling: { concurrent: 4, perIsoWeek: 16 },
    spill: 'asIndividual',
  },
} as const satisfies TenantRules['orgs']

describe('a condition in words', () => {
  const said = (eligibility: Predicate, language: 'it' | 'en') => {
    const traits = {
      care: { label: 'Cura', evidence: 'selfDeclared', sensitive: false, validMonths: 12 },
      fragile: { label: 'Fragilità', evidence: 'verified', sensitive: true, validMonths: 12 },
    } as const
    const rules = someRules(aPool({ eligibility }), { orgs, traits })
    return explainRules(rules, language)[1]?.sentences[2]
  }

  test.each<[Predicate, string, string]>([
    [{ always: true }, 'Può prenotare chiunque.', 'Anyone can book.'],
    [
      { age: { gte: 6, lt: 19, at: 'slotStart' } },
      'Può prenotare chi ha compiuto 6 anni e non ancora 19.',
      'Open to people who are 6 or older and under 19.',
    ],
    [
      { not: { age: { lt: 35, at: 'slotStart' } } },
      'Può prenotare chi ha già compiuto 35 anni.',
      'Open to people who are 35 or older.',
    ],
    [
      { all: [{ trait: 'care' }, { any: [{ residence: { in: ['borgo-sole'] } }, { trait: 'fragile' }] }] },
      'Può prenotare chi dichiara la condizione «Cura» e (risiede nel territorio oppure ha fatto verificare la condizione «Fragilità»).',
      'Open to people who declare the condition “Cura” and (live in the municipality or have the verified condition “Fragilità”).',
    ],
    [
      { not: { any: [{ memberOf: { org: 'bar' } }, { voucher: 'v1' }] } },
      'Può prenotare chi non appartiene a «Avvocati» e non ha il buono «v1».',
      'Open to people who do not belong to “Avvocati” and do not hold the voucher “v1”.',
    ],
    [
      { any: [{ memberOf: { org: 'bar' } }, { memberOf: { org: 'unicas' } }] },
      'Può prenotare chi appartiene a «Avvocati» o «Università».',
      'Open to people who belong to “Avvocati” or “Università”.',
    ],
  ])('%j', (eligibility, italian, english) => {
    expect(said(eligibility, 'it')).toBe(italian)
    expect(said(eligibility, 'en')).toBe(english)
  })
})

describe('the rules of a town in words', () => {
  const release = { businessDaysBefore: 1, at: '12:00' } as const

  test('say how many places each reserve has, and what becomes of them', () => {
    const pool = aPool({
      reserves: [
        aReserve('care', 3, { release }),
        aReserve('one', 1, { mode: 'hard' }),
        aReserve('some', 2),
        aReserve('none', 0),
      ],
      precedence: { openFirst: 2 },
    })
    const said = text(someRules(pool))
    expect(said).toContain('I posti riservati sono 6; gli altri 4 sono aperti a tutti.')
    expect(said).toContain(
      'Se restano liberi, si aprono a tutti dalle 12:00 del giorno lavorativo prima del turno.',
    )
    expect(said).toContain('1 posto è riservato')
    expect(said).toContain('Resta riservato anche se nessuno lo chiede.')
    expect(said).toContain('Se nel sorteggio nessuno li chiede, vanno subito agli altri.')
    expect(said).toContain('i primi 2 posti si assegnano secondo la graduatoria')
    expect(said).not.toContain('0 posti')
  })

  test('say that recent use orders the waiting list only, where there is no draw', () => {
    expect(text(someRules(aPool()))).toContain('l’uso recente serve soltanto a ordinare la lista d’attesa')
  })

  test('tell a ceiling from a guarantee, and leave out whoever is only named in the order', () => {
    const pool = aPool({ reserves: [aReserve('uni', 2, { when: { memberOf: { org: 'unicas' } } })] })
    const said = text(someRules(pool, { orgs, traits: {} }))
    expect(said).toContain('«Università»: convenzione valida fino al 31 dicembre 2028.')
    expect(said).toContain('Per «Avvocati» il massimo è di 4 posti nello stesso turno e 16 alla settimana')
    expect(text(someRules(aPool(), { orgs }))).not.toContain('Università')
  })

  test('of a town that gives nothing out tell the act and who answers, and no queue for nothing', () => {
    const titles = explainRules({ ...someRules(aPool()), pools: {}, caps: [] }, 'it').map(
      ({ title }) => title,
    )
    expect(titles).toEqual([italianWords.title.basis, italianWords.title.review])
  })

  test('use the names that the town gives its services', () => {
    const [, seats] = explainRules(someRules(aPool()), 'it', { seats: 'Scrivanie al primo piano' })
    expect(seats?.title).toBe('Scrivanie al primo piano')
  })

  test('have the same sentences in both languages, none empty and none left to fill in', () => {
    const pool = aPool({
      reserves: [aReserve('care', 3, { release })],
      group: { max: 4, adjacency: 'preferred' },
      household: { together: 'asMany' },
      bufferMinutes: 30,
    })
    const rules = someRules(pool, {
      orgs,
      bundles: {
        pair: {
          required: [{ pool: 'seats', units: 1 }],
          addOn: [{ pool: 'seats', units: 2 }],
          samePeriod: true,
        },
      },
      caps: [{ who: 'household', pools: ['seats'], per: 'isoWeek', max: 90, unit: 'minutes' }],
      lottery: {
        ticketUnit: 'household',
        scope: 'perSlot',
        source: { kind: 'drand', chain: '52db9ba7', fallback: 'lotto' },
      },
      windows: {
        opens: { businessDaysBefore: 8, at: '09:00' },
        closes: { businessDaysBefore: 3, at: '18:00' },
        draw: { hoursBefore: 48 },
        horizon: 'nextMonth',
      },
      holidays: ['2027-05-12'],
    })
    const italian = explainRules(rules, 'it')
    const english = explainRules(rules, 'en')
    expect(english.map(({ sentences }) => sentences.length)).toEqual(
      italian.map(({ sentences }) => sentences.length),
    )
    for (const { title, sentences } of [...italian, ...english])
      for (const sentence of [title, ...sentences])
        expect(sentence).not.toMatch(/undefined|\bnull\b|NaN|\[object|^$/)
  })

  test('elide as Italian does', () => {
    const rules = someRules(aPool(), {
      fcfs: { opens: { businessDaysBefore: 8, at: '01:00' }, closes: { hoursBefore: 1 } },
    })
    expect(text(rules)).toContain(
      'dall’1:00 dell’ottavo giorno lavorativo prima del turno fino a 1 ora prima dell’inizio del turno.',
    )
  })
})
