import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listBookingsOf } from '@officine/db/bookings'
import { closeDatabase, openDatabase } from '@officine/db/database'
import { insertDependant, listDependantsOf } from '@officine/db/dependants'
import { grantRole } from '@officine/db/grant-role'
import { subjectSeal } from '@officine/db/identity-seals'
import { findPerson, updateNotice } from '@officine/db/people'
import { withTenant } from '@officine/db/with-tenant'
import { checkCharacter } from '@officine/domain/indicators/fiscal-code'
import { findCheckedFiscalCode } from '@officine/domain/identity/fiscal-code'
import { pignataroInteramna } from '@officine/tenants/pignataro-interamna'
import { findPersona } from '@officine/tenants/personas'
import { dumpTown } from '@officine/testing/dump-town'
import { insertPeople } from '@officine/testing/town-in-database'
import { cancelBooking } from '../../src/bookings/cancel.ts'
import { findSignedIn } from '../../src/identity/find-signed-in.ts'
import { signIn } from '../../src/identity/sign-in.ts'
import { allumiere, now, peopleRig, tuesday, wednesday, why } from './people-rig.ts'
import type { PeopleRig } from './people-rig.ts'

const code = findPersona('working-mother')?.fiscalCode ?? ''
const codeOf = (fifteen: string) => `${fifteen}${checkCharacter(fifteen)}`
const otherCode = 'RSSMRA85T10A562S' // the invented Mario Rossi of every textbook
let rig: PeopleRig

beforeAll(async () => {
  rig = await peopleRig()
})
afterAll(() => rig.end())

const bookingsOf = async (personId: string) =>
  (await withTenant(rig.db, allumiere, (tx) => listBookingsOf(tx, personId))).map(({ id }) => id)
const merge = (personId: string, otherId: string, wins = {}) =>
  rig.desk.mergePeople({ personId, otherId, why, wins, language: 'it' })
const reasonOf = (answer: Awaited<ReturnType<typeof merge>>) =>
  answer.merged ? 'merged' : answer.refusal.reason
const attested = (fiscalCode: string | undefined, subject = randomUUID()) => ({
  issuer: 'https://idp.example',
  subject,
  fiscalCode: fiscalCode === undefined ? undefined : findCheckedFiscalCode(fiscalCode),
  givenName: 'Rosa',
  familyName: 'Ferri',
  bornOn: '1990-05-01',
  email: null,
  phone: null,
})
const enter = (who: ReturnType<typeof attested>) =>
  signIn(rig.db, rig.keyring, {
    tenantId: allumiere,
    attested: who,
    device: 'prova',
    previousToken: undefined,
    now,
  })

describe('who was registered at the counter and signs in later', () => {
  test('is the same person by fiscal code, with all that was booked, and vouched for from then on', async () => {
    const personId = await rig.person({}, code)
    const bookingId = await rig.booked(personId, tuesday)
    const { token } = await enter(attested(code))
    const holder = await findSignedIn(rig.db, allumiere, token, now)
    expect(holder?.person.id).toBe(personId)
    expect(await bookingsOf(personId)).toEqual([bookingId])
    expect((await rig.row(personId))?.attestedAt).toEqual(now)
  })

  test('and who was known by the provider’s name for them alone becomes one with the row that has their code', async () => {
    const subject = randomUUID()
    const { token } = await enter(attested(undefined, subject))
    const before = (await findSignedIn(rig.db, allumiere, token, now))?.person.id ?? ''
    await withTenant(rig.db, allumiere, (tx) => updateNotice(tx, before, '1', now))
    const bookingId = await rig.booked(before, wednesday)
    const atCounter = await rig.person({}, otherCode)
    const again = await enter(attested(otherCode, subject))
    const holder = await findSignedIn(rig.db, allumiere, again.token, now)
    expect(holder?.person.id).toBe(before)
    expect((await rig.row(atCounter))?.id).toBe(before)
    expect(await bookingsOf(before)).toEqual([bookingId])
    expect(await findSignedIn(rig.db, allumiere, token, now)).toBeDefined() // theirs all along
  })
})

describe('at the desk two rows become one', () => {
  test('bookings, children and contacts are the survivor’s, and the old id answers as they do', async () => {
    const digital = await rig.person({ madeAtCounter: false, attestedAt: now, phone: '+393331112222' })
    const counter = await rig.person({
      givenName: 'Rosetta',
      email: 'rosa@example.org',
      bornOn: '1990-05-01',
    })
    const bookingId = await rig.booked(counter, tuesday)
    await withTenant(rig.db, allumiere, (tx) =>
      insertDependant(tx, {
        id: randomUUID(),
        personId: counter,
        kind: 'child',
        givenName: 'Ugo',
        bornOn: '2020-05-01',
        createdAt: now,
      }),
    )
    expect(await merge(counter, digital)).toEqual({ merged: true, personId: digital, capsPassed: [] })
    expect(await rig.row(counter)).toMatchObject({
      id: digital,
      givenName: 'Rosa',
      bornOn: '1990-05-01',
      phone: '+393331112222',
      email: 'rosa@example.org',
    })
    expect(await bookingsOf(digital)).toEqual([bookingId])
    const children = await withTenant(rig.db, allumiere, (tx) => listDependantsOf(tx, digital))
    expect(children.map(({ givenName }) => givenName)).toEqual(['Ugo'])
    const { person } = await rig.desk.openRecord({ personId: counter, why })
    expect(person.personId).toBe(digital)
    const deeds = await rig.as(digital).privacy.whoOpenedMyRecord({})
    expect(deeds.map(({ action }) => action)).toContain('person.merge')
    expect(deeds.find(({ action }) => action === 'person.merge')).toMatchObject({ why })
  })

  test('a fiscal code typed at the counter moves over, sealed anew, and finds its person at the next sign-in', async () => {
    const mine = codeOf('VRDGPP83R10B293')
    const first = await rig.person({ bornOn: '1990-05-01' })
    const second = await rig.person({}, mine)
    expect(reasonOf(await merge(first, second))).toBe('merged')
    const { token } = await enter(attested(mine))
    expect((await findSignedIn(rig.db, allumiere, token, now))?.person.id).toBe(first)
  })

  test('who was booked for under the old id is booked for under the one that stays', async () => {
    const [first, second] = [await rig.person(), await rig.person()]
    await merge(first, second)
    const answer = await rig.desk.bookFor({
      personId: second,
      poolId: rig.seats.poolId,
      day: wednesday,
      from: '09:00',
      to: '14:00',
      channel: 'desk',
      idempotencyKey: randomUUID(),
    })
    expect(answer.booked).toBe(true)
    expect((await rig.desk.findPeople({ text: 'Rosa Ferri' })).map(({ personId }) => personId)).not.toContain(
      second,
    )
  })

  test('and both sessions of two rows merged end with the one that goes', async () => {
    const subject = randomUUID()
    const { token } = await enter(attested(undefined, subject))
    const signedIn = (await findSignedIn(rig.db, allumiere, token, now))?.person.id ?? ''
    const other = await rig.person({ attestedAt: now })
    expect(reasonOf(await merge(other, signedIn))).toBe('merged')
    expect(await findSignedIn(rig.db, allumiere, token, now)).toBeUndefined()
    const again = await enter(attested(undefined, subject))
    expect((await findSignedIn(rig.db, allumiere, again.token, now))?.person.id).toBe(other)
  })

  test('nothing of another town is touched, nor found', async () => {
    const [stranger = ''] = await insertPeople(rig.db, pignataroInteramna.id, 1)
    const before = await dumpTown(rig.database, pignataroInteramna.id)
    const mine = await rig.person()
    await expect(merge(mine, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await dumpTown(rig.database, pignataroInteramna.id)).toBe(before)
  })
})

describe('two rows stay two, and the desk reads why', () => {
  test('a person with themselves, also when they were merged before', async () => {
    const [first, second] = [await rig.person(), await rig.person()]
    expect(reasonOf(await merge(first, first))).toBe('same-person')
    await merge(first, second)
    expect(reasonOf(await merge(first, second))).toBe('same-person')
  })

  test('two codes that nobody vouches for', async () => {
    const [first, second] = [
      await rig.person({}, codeOf('BNCLRA80A41H501')),
      await rig.person({}, codeOf('NREGNN70C15F205')),
    ]
    expect(reasonOf(await merge(first, second))).toBe('different-codes')
  })

  test('while one holds a role, which is never given by the way', async () => {
    const owner = openDatabase(rig.database.url('owner'), { connections: 1 })
    const [first, second] = [await rig.person(), await rig.person()]
    await withTenant(owner, allumiere, (tx) =>
      grantRole(tx, {
        personId: second,
        role: 'front-desk',
        expiresAt: new Date('2027-11-30'),
        by: 'prova',
        now,
      }),
    )
    await closeDatabase(owner)
    expect(reasonOf(await merge(first, second))).toBe('holds-a-role')
  })

  test('who was erased', async () => {
    const [first, second] = [await rig.person(), await rig.person()]
    await rig.desk.erasePerson({ personId: second, why, confirmation: 'cancella i suoi dati' })
    expect(reasonOf(await merge(first, second))).toBe('erased')
  })

  test('while both hold places at one hour: both bookings are told, and one given back makes way', async () => {
    const [first, second] = [await rig.person(), await rig.person()]
    const mine = await rig.booked(first, wednesday)
    const theirs = await rig.booked(second, wednesday)
    const answer = await merge(first, second)
    expect(answer).toMatchObject({
      merged: false,
      refusal: {
        reason: 'overlapping-bookings',
        pairs: [{ first: { bookingId: mine }, second: { bookingId: theirs } }],
      },
    })
    await withTenant(rig.db, allumiere, (tx) =>
      cancelBooking(tx, {
        bookingId: theirs,
        holderId: undefined,
        why,
        lateCancelHours: 12,
        now,
      }),
    )
    expect(reasonOf(await merge(first, second))).toBe('merged')
  })
})

test('the comparison shows no whole fiscal code and is written down for both, with its reason', async () => {
  const theirCode = codeOf('LGUMRC88E52D612')
  const [first, second] = [await rig.person({ phone: '+393334445555' }), await rig.person({}, theirCode)]
  const seen = await rig.desk.comparePeople({ personId: first, otherId: second, why })
  expect(seen).toMatchObject({ survivor: 'first', refusal: undefined, first: { phone: '+393334445555' } })
  expect(JSON.stringify(seen)).not.toContain(theirCode)
  for (const personId of [first, second])
    expect(await rig.as(personId).privacy.whoOpenedMyRecord({})).toMatchObject([
      { action: 'person.compare', why },
    ])
})

test('caps that both pass together are told and stop nobody', async () => {
  const [first, second] = [await rig.person(), await rig.person()]
  for (const day of [tuesday, wednesday]) await rig.booked(first, day)
  for (const day of ['2026-12-03', '2026-12-04']) await rig.booked(second, day)
  expect(await merge(first, second)).toMatchObject({
    merged: true,
    capsPassed: [{ per: 'isoWeek', max: 3, used: 4, unit: 'slots' }],
  })
})

test('a provider’s second name for the same person goes on finding them', async () => {
  const subjects = [randomUUID(), randomUUID()]
  const ids: string[] = []
  for (const subject of subjects) {
    const id = randomUUID()
    ids.push(id)
    const seal = subjectSeal(rig.keyring, allumiere, attested(undefined, subject))
    await rig.person({ id, attestedAt: now, subjectHmac: seal })
  }
  await merge(ids[0] ?? '', ids[1] ?? '')
  for (const subject of subjects) {
    const { token } = await enter(attested(undefined, subject))
    expect((await findSignedIn(rig.db, allumiere, token, now))?.person.id).toBe(ids[0])
  }
  expect(await withTenant(rig.db, allumiere, (tx) => findPerson(tx, ids[1] ?? ''))).toMatchObject({
    id: ids[0],
  })
})
