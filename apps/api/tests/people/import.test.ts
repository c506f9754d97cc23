import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listBookingsOn } from '@officine/db/bookings'
import { withTenant } from '@officine/db/with-tenant'
import { insertPeople } from '@officine/testing/town-in-database'
import { dumpTown } from '@officine/testing/dump-town'
import { allumiere, peopleRig, tuesday } from './people-rig.ts'
import type { PeopleRig } from './people-rig.ts'

let rig: PeopleRig
let pignataro: PeopleRig

beforeAll(async () => {
  rig = await peopleRig()
  pignataro = await peopleRig('pignataro-interamna')
})
afterAll(async () => {
  await rig.end()
  await pignataro.end()
})

const heading = 'Nome;Cognome;Codice fiscale;Telefono;E-mail;Risorsa;Giorno;Dalle;Alle;Persone;Note'
const listOf = (...rows: readonly string[]) => [heading, ...rows].join('\r\n')
const rowOf = (name: string, day: string, more: Partial<Record<'code' | 'phone' | 'pool', string>> = {}) =>
  `${name};Prova;${more.code ?? ''};${more.phone ?? '347 000 0001'};;${more.pool ?? 'Postazioni'};${day};9:00;14:00;;una nota`
const tried = (csv: string) => rig.desk.tryImport({ csv })
const applied = (csv: string, by = rig) => by.desk.applyImport({ csv, noticeGiven: true })
const kinds = (answer: Awaited<ReturnType<typeof tried>>) =>
  answer.read ? answer.rows.map((row) => row.kind) : [answer.refusal.reason]

test('a list is tried without a trace, imported, and imported again without a second booking', async () => {
  const csv = `\uFEFF${listOf(rowOf('Ada', tuesday), rowOf('Bea', tuesday, { phone: '0766 000110' }), rowOf('Ada', '2026-12-03'))}`
  const before = await dumpTown(rig.database, allumiere)
  const would = await tried(csv)
  expect(kinds(would)).toEqual(['booked', 'booked', 'booked'])
  expect(would).toMatchObject({
    ignored: ['Note'],
    rows: [{ line: 2, isNewPerson: true }, {}, { isNewPerson: false }],
  })
  expect(await dumpTown(rig.database, allumiere).then(withoutLockRows)).toBe(withoutLockRows(before))

  expect(kinds(await applied(csv))).toEqual(['booked', 'booked', 'booked'])
  const after = await dumpTown(rig.database, allumiere)
  expect(kinds(await applied(csv))).toEqual(['already', 'already', 'already'])
  expect(kinds(await tried(csv))).toEqual(['already', 'already', 'already'])
  expect(await dumpTown(rig.database, allumiere)).toBe(after)
  expect(await rig.desk.findPeople({ text: 'Ada Prova' })).toHaveLength(1)
})

/** Lock rows of days hold nothing: a trial may make them. */
function withoutLockRows(dump: string): string {
  return dump
    .split('\n')
    .filter((line) => !/pool_day/.test(line) && !/^\(allumiere,[0-9a-f-]{36},2026-\d\d-\d\d,\)$/.test(line))
    .join('\n')
}

test('a row of the list binds itself to the rules: closed days, hours off the grid, caps and twice at one hour are refused, each row for itself', async () => {
  const csv = listOf(
    rowOf('Carla', '2026-12-06', { phone: '347 000 0002' }),
    rowOf('Carla', '2026-12-07', { phone: '347 000 0002' }).replace('14:00', '13:00'),
    rowOf('Carla', '2026-12-01', { phone: '347 000 0002' }),
    rowOf('Carla', '2026-12-01', { phone: '347 000 0002' }),
    rowOf('Carla', '2026-12-02', { phone: '347 000 0002' }),
    rowOf('Carla', '2026-12-03', { phone: '347 000 0002' }),
    rowOf('Carla', '2026-12-04', { phone: '347 000 0002' }),
  )
  for (const answer of [await tried(csv), await applied(csv)]) {
    expect(kinds(answer)).toEqual(['refused', 'refused', 'booked', 'already', 'booked', 'booked', 'refused'])
    expect(
      answer.read && answer.rows.flatMap((row) => (row.kind === 'refused' ? [row.refusal.reason] : [])),
    ).toEqual(['closed-day', 'off-grid', 'cap-reached'])
  }
})

test('who is refused is not made, and who is known by fiscal code or by name and telephone is not made twice', async () => {
  await applied(listOf(rowOf('Rifiutata', '2026-12-06', { phone: '347 000 0003' })))
  expect(await rig.desk.findPeople({ text: 'Rifiutata' })).toEqual([])
  const known = await rig.person({ givenName: 'Dora', familyName: 'Prova' }, 'RSSMRA85T10A562S')
  const answer = await applied(listOf(rowOf('Dora', '2026-12-04', { code: 'rssmra85t10a562s', phone: '' })))
  expect(answer).toMatchObject({ read: true, rows: [{ kind: 'booked', isNewPerson: false }] })
  const day = await withTenant(rig.db, allumiere, (tx) => listBookingsOn(tx, '2026-12-04'))
  expect(day.map(({ personId }) => personId)).toContain(known)
})

test('a row with the fiscal code of somebody of another name books for neither', async () => {
  const code = 'BNCLRA85A41H501I'
  const known = await rig.person({ givenName: 'Chiara', familyName: 'Neri' }, code)
  const csv = listOf(rowOf('Ugo', '2026-12-11', { code }))
  for (const answer of [await tried(csv), await applied(csv)])
    expect(answer).toMatchObject({ rows: [{ kind: 'refused', refusal: { reason: 'other-name' } }] })
  const day = await withTenant(rig.db, allumiere, (tx) => listBookingsOn(tx, '2026-12-11'))
  expect(day.map(({ personId }) => personId)).not.toContain(known)
})

describe('a list that cannot be read is told where', () => {
  test.each([
    ['nothing', '', 'empty'],
    ['a heading alone', heading, 'empty'],
    [
      'no column for the day',
      'Nome;Cognome;Risorsa;Dalle;Alle\nAda;Prova;Postazioni;9:00;14:00',
      'missing-columns',
    ],
    ['two columns of one name', `${heading};Data\n${rowOf('Ada', tuesday)};x`, 'column-twice'],
    ['an open quote', listOf('"Ada;Prova'), 'broken-quotes'],
    ['too many rows', listOf(...Array.from({ length: 201 }, () => rowOf('Ada', tuesday))), 'too-many-rows'],
  ])('%s', async (_what, csv, reason) => {
    expect(kinds(await tried(csv))).toEqual([reason])
  })

  test('row by row, by line and column, and the others are read', async () => {
    const csv = listOf(
      rowOf('=cmd|/C calc!A0', tuesday),
      '',
      rowOf('Elsa', '03/12/2026'),
      'Elsa;Prova',
      rowOf('Elsa', tuesday, { phone: '347 000 0004', pool: 'seats' }),
    )
    expect(await tried(csv)).toMatchObject({
      read: true,
      rows: [
        { kind: 'malformed', line: 2, faults: [{ column: 'givenName', reason: 'formula' }] },
        { kind: 'malformed', line: 4, faults: [{ column: 'day', reason: 'spreadsheet-date' }] },
        { kind: 'malformed', line: 5, fields: 2, columns: 11 },
        { kind: 'booked', line: 6 },
      ],
    })
  })

  test('commas do as well as semicolons, with quotes around what holds one', async () => {
    const csv =
      'nome,cognome,telefono,risorsa,giorno,dalle,alle\n"Fe, derica",Prova,347 000 0005,seats,2026-12-07,09:00,14:00\n'
    expect(await tried(csv)).toMatchObject({ rows: [{ kind: 'booked', name: 'Fe, derica Prova' }] })
  })
})

test('two managers import one list in the same instant: each row is booked once, for one person', async () => {
  for (let round = 0; round < 8; round += 1) {
    const csv = listOf(rowOf(`Insieme${round}`, '2026-12-10', { phone: `347 100 000${round}` }))
    const answers = await Promise.all([applied(csv), applied(csv)])
    expect(answers.flatMap(kinds).toSorted()).toEqual(['already', 'booked'])
    expect(await rig.desk.findPeople({ text: `Insieme${round}` })).toHaveLength(1)
  }
})

test('the last place, asked for by a list and by a citizen in the same instant, is given once', async () => {
  // Ten seats, four of them kept for the agreements: the sixth is the last, and any of five numbers may be it.
  const hours = { from: '08:30', to: '13:30' } as const
  const days = [
    '2026-12-01',
    '2026-12-02',
    '2026-12-03',
    '2026-12-04',
    '2026-12-09',
    '2026-12-10',
    '2026-12-11',
  ]
  for (const [round, day] of days.entries()) {
    const people = await insertPeople(pignataro.db, pignataro.town.id, 6)
    const [citizen = '', ...others] = people
    for (const personId of others) await pignataro.booked(personId, day, { asked: { day, ...hours } })
    const csv = `nome,cognome,telefono,risorsa,giorno,dalle,alle\nUltima,Prova,347 200 000${round},seats,${day},8:30,13:30`
    const wantedUnitId = pignataro.seats.places[9]?.unitId
    const [answer, outcome] = await Promise.all([
      applied(csv, pignataro),
      pignataro.ask(citizen, day, { asked: { day, ...hours }, wantedUnitId }),
    ])
    const byList = kinds(answer)[0] === 'booked'
    const byCitizen = 'booked' in outcome && outcome.booked
    expect([day, byList, byCitizen]).toEqual([day, !byCitizen, !byList])
  }
})
