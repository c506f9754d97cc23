import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { grantRole } from '@officine/db/grant-role'
import { closeDatabase, openDatabase } from '@officine/db/database'
import { listBookingsOf } from '@officine/db/bookings'
import { findPerson } from '@officine/db/people'
import { withTenant } from '@officine/db/with-tenant'
import { hashOfJson } from '@officine/domain/allocation/hashes'
import { replayDecision } from '@officine/domain/booking/decision-record'
import { allumiere } from '@officine/tenants/allumiere'
import { pignataroInteramna } from '@officine/tenants/pignataro-interamna'
import { dumpTown } from '@officine/testing/dump-town'
import { eraseMe, erasePhrase } from '../src/privacy/erase-me.ts'
import { exportMyData } from '../src/privacy/export-my-data.ts'
import {
  bookMorning,
  fiscalCode,
  keyring,
  privacyRig,
  said,
  somebody,
  town,
  workingDayAfter,
} from './privacy-rig.ts'
import type { PrivacyRig } from './privacy-rig.ts'

const now = new Date('2026-10-05T08:00:00Z')
let rig: PrivacyRig

beforeAll(async () => {
  rig = await privacyRig()
})
afterAll(() => rig.end())

const erase = (personId: string, confirmation: string = erasePhrase.it) =>
  eraseMe(rig.api, { tenantId: town, personId, confirmation, language: 'it', now })
const exported = (personId: string) => exportMyData(rig.api, { config: allumiere, personId, keyring, now })

describe('what the town holds about me', () => {
  test('is mine to take away, whole: seals opened, bookings with why, who opened my record', async () => {
    const me = await somebody(rig, now)
    await bookMorning(rig, me, workingDayAfter(now, 2), now)
    await bookMorning(rig, me, workingDayAfter(now, 3), now, 'cancelled')
    const mine = await exported(me)
    const text = JSON.stringify(mine)
    for (const word of [
      ...Object.values(said),
      fiscalCode,
      'chiede di cambiare il turno',
      'Persona Numero 0',
      'ACCEPTED_OPEN',
    ])
      expect(text).toContain(word)
    expect(mine?.bookings).toHaveLength(2)
    expect(JSON.parse(text)).toMatchObject({
      format: 'officine-personal-data/1',
      person: { fiscalCode, email: said.email },
    })
    await erase(me)
  })

  test('is nobody else’s: another town knows nobody by my id', async () => {
    const me = await somebody(rig, now)
    expect(
      await exportMyData(rig.api, { config: pignataroInteramna, personId: me, keyring, now }),
    ).toBeUndefined()
    await erase(me)
  })
})

describe('asked to be erased', () => {
  test('no row of the town names me any more, and the other town is as it was', async () => {
    const elsewhere = await somebody(rig, now, fiscalCode, pignataroInteramna.id)
    const other = await dumpTown(rig.database, pignataroInteramna.id)
    const me = await somebody(rig, now)
    await bookMorning(rig, me, workingDayAfter(now, 2), now, 'cancelled')
    const before = await dumpTown(rig.database, town)
    expect(before).toContain(said.familyName)

    expect(await erase(me)).toEqual({ erased: true, cancelledBookings: 0 })
    const after = await dumpTown(rig.database, town)
    for (const word of Object.values(said)) expect(after).not.toContain(word)
    expect(after).not.toMatch(/k1-[0-9a-f]+:/) // nor any seal of the fiscal code or of what was confided about the child
    expect(await dumpTown(rig.database, pignataroInteramna.id)).toBe(other)
    expect(elsewhere).not.toBe(me)
  })

  test('what was decided can be decided again, from facts with nobody in them', async () => {
    const me = await somebody(rig, now)
    const day = workingDayAfter(now, 3)
    const bookingId = await bookMorning(rig, me, day, now)
    await erase(me)
    const [row] = await rig.api.$client.begin(async (tx) => {
      await tx.unsafe(`set local app.tenant_id = '${town}'`)
      return tx<{ facts: { inputs: unknown }; inputs_hash: string; rules_hash: string }[]>`
        select facts, inputs_hash, rules_hash from decision where tenant_id = ${town} and booking_id = ${bookingId}`
    })
    expect(hashOfJson(row?.facts.inputs)).toBe(row?.inputs_hash)
    expect(hashOfJson(allumiere.rules)).toBe(row?.rules_hash)
    expect(replayDecision(row?.facts.inputs, allumiere.rules)).toMatchObject({ booked: true })
    expect(JSON.stringify(row?.facts)).not.toContain(said.bornOn)
  })

  test('my places to come are free again, and those of the past stay told', async () => {
    const me = await somebody(rig, now)
    await bookMorning(rig, me, workingDayAfter(now, 4), now)
    await bookMorning(rig, me, '2026-09-14', new Date('2026-09-10T08:00:00Z'), 'completed')
    expect(await erase(me)).toEqual({ erased: true, cancelledBookings: 1 })
    const left = await withTenant(rig.api, town, (tx) => listBookingsOf(tx, me))
    expect(left.map(({ status }) => status)).toEqual(['cancelled', 'completed'])
  })

  test('the same person may come back, and is somebody new', async () => {
    const me = await somebody(rig, now)
    await erase(me)
    const again = await somebody(rig, now)
    expect(again).not.toBe(me)
    expect((await exported(again))?.bookings).toEqual([])
    await erase(again)
  })

  test.each(['', 'sì', 'erase my data', 'cancella i miei dat'])(
    '"%s" is not the phrase, and changes nothing',
    async (typed) => {
      const me = await somebody(rig, now, null)
      expect(await erase(me, typed)).toEqual({
        erased: false,
        refusal: { reason: 'not-confirmed', phrase: erasePhrase.it },
      })
      const row = await withTenant(rig.api, town, (tx) => findPerson(tx, me))
      expect(row).toMatchObject({ familyName: said.familyName, erasedAt: null })
      expect(await erase(me, '  CANCELLA i miei  dati ')).toMatchObject({ erased: true })
    },
  )

  test('not while I am inside, and not while I work there', async () => {
    const me = await somebody(rig, now, null)
    await bookMorning(rig, me, '2026-10-05', new Date('2026-10-02T08:00:00Z'), 'checked-in')
    expect(await erase(me)).toEqual({ erased: false, refusal: { reason: 'is-inside' } })

    const clerk = await somebody(rig, now, null)
    const owner = openDatabase(rig.database.url('owner'), { connections: 1 })
    const expiresAt = new Date('2027-01-01T00:00:00Z')
    await withTenant(owner, town, (tx) =>
      grantRole(tx, { personId: clerk, role: 'front-desk', expiresAt, by: 'prova', now }),
    )
    await closeDatabase(owner)
    expect(await erase(clerk)).toEqual({ erased: false, refusal: { reason: 'holds-a-role' } })
  })

  test('twice is once: an erased person has nothing left to erase', async () => {
    const me = await somebody(rig, now, null)
    await erase(me)
    await expect(erase(me)).rejects.toThrow('not erased')
  })
})
