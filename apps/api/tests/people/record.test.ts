import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findVerification } from '@officine/db/email-verifications'
import { findPreference } from '@officine/db/notification-preferences'
import { withTenant } from '@officine/db/with-tenant'
import { allumiere, now, peopleRig, why } from './people-rig.ts'
import type { PeopleRig } from './people-rig.ts'

let rig: PeopleRig

beforeAll(async () => {
  rig = await peopleRig()
})
afterAll(() => rig.end())

const actionsAbout = async (personId: string) =>
  (await rig.as(personId).privacy.whoOpenedMyRecord({})).map(({ action }) => action)
const wishes = {
  language: 'it',
  dayBefore: true,
  twoHoursBefore: false,
  calendarFile: true,
  prefersPhone: true,
} as const

describe('registering somebody who looks known', () => {
  const described = {
    givenName: 'Niccolò',
    familyName: 'De Luca',
    bornOn: '1980-02-03',
    phone: '0766 000111',
  }
  const register = (more: Record<string, unknown> = {}) =>
    rig.desk.registerPerson({ ...described, noticeGiven: true, ...more })

  test('is asked about first: same name and birth, however written, or same telephone; and goes on for somebody else', async () => {
    expect(await register()).toMatchObject({ registered: true })
    const again = { givenName: 'nicolo', familyName: 'deluca', phone: '0766 000112' }
    expect(await register({ ...again, givenName: 'NICCOLO’' })).toMatchObject({
      registered: false,
      refusal: { reason: 'looks-known', people: [{ name: 'Niccolò De Luca', alike: ['name-and-birth'] }] },
    })
    expect(await register({ givenName: 'Ada', familyName: 'Riva' })).toMatchObject({
      refusal: { people: [{ alike: ['phone'] }] },
    })
    expect(await register({ bornOn: '1999-09-09', phone: '0766 000113' })).toMatchObject({ registered: true })
    expect(await register({ isSomebodyElse: true })).toMatchObject({ registered: true })
  })
})

describe('at the counter', () => {
  test('contacts change, a new address is asked to answer, and the person reads who did it', async () => {
    const personId = await rig.person({ phone: '+393331112222' })
    expect(
      await rig.desk.changeContacts({ personId, email: 'rosa@example.org', phone: '333 111 2222' }),
    ).toMatchObject({ changed: true, asksVerification: true, email: 'rosa@example.org' })
    const asked = await withTenant(rig.db, allumiere, (tx) =>
      findVerification(tx, personId, 'rosa@example.org'),
    )
    expect(asked).toMatchObject({ askedAt: now, verifiedAt: null })
    expect(await rig.desk.changeContacts({ personId })).toMatchObject({ refusal: { reason: 'no-contact' } })
    expect(await rig.desk.changeContacts({ personId, comesToDesk: true })).toMatchObject({ changed: true })
    expect(await actionsAbout(personId)).toEqual(['person.change-contacts', 'person.change-contacts'])
  })

  test('who wants to be called needs a telephone, and keeps it while they do', async () => {
    const personId = await rig.person()
    expect(await rig.desk.changePreferences({ personId, wishes })).toMatchObject({
      refusal: { reason: 'no-phone' },
    })
    await rig.desk.changeContacts({ personId, phone: '333 111 2222' })
    expect(await rig.desk.changePreferences({ personId, wishes })).toEqual({ changed: true })
    expect(await withTenant(rig.db, allumiere, (tx) => findPreference(tx, personId))).toMatchObject(wishes)
    expect(await rig.desk.changeContacts({ personId, email: 'rosa@example.org' })).toMatchObject({
      refusal: { reason: 'phone-preferred' },
    })
  })

  test('the notice in force is accepted, one that was replaced is not', async () => {
    const personId = await rig.person({ noticeVersion: null, noticeAcceptedAt: null })
    const { version } = rig.town.config.privacyNotice
    expect(await rig.desk.acceptNotice({ personId, version: 'x', how: 'read-out' })).toMatchObject({
      refusal: { reason: 'outdated', currentVersion: version },
    })
    expect(await rig.desk.acceptNotice({ personId, version, how: 'read-out' })).toEqual({ accepted: true })
    const { notice } = await rig.desk.openRecord({ personId, why })
    expect(notice.isCurrent).toBe(true)
  })

  test('a family is kept: added, changed, shared by a code said by the other parent, removed; and each deed is told', async () => {
    const [mother, father] = [await rig.person(), await rig.person()]
    const added = await rig.desk.addDependant({ personId: mother, givenName: 'Ugo', bornOn: '2020-05-01' })
    const dependantId = added.added ? added.dependantId : ''
    const theirs = { personId: mother, dependantId }
    expect(await rig.desk.changeDependant({ ...theirs, givenName: 'Ugo Maria', allergies: 'noci' })).toEqual({
      changed: true,
    })
    await expect(rig.desk.changeDependant({ ...theirs, personId: father })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    const { code } = await rig.desk.shareDependant(theirs)
    expect(await rig.desk.joinDependant({ personId: father, code })).toMatchObject({ joined: true })
    expect(await rig.desk.joinDependant({ personId: father, code })).toMatchObject({
      refusal: { reason: 'unknown-code' },
    })
    const listed = await rig.desk.dependantsOf({ personId: father })
    expect(JSON.stringify(listed)).not.toContain('noci')
    expect(await rig.desk.openCare({ dependantId, why })).toMatchObject({ allergies: 'noci' })
    expect(await actionsAbout(father)).toEqual(
      expect.arrayContaining(['dependant.join', 'dependant.open-care']),
    )
    expect(await rig.desk.removeDependant(theirs)).toEqual({ removed: true })
    expect(await actionsAbout(mother)).toEqual(
      expect.arrayContaining(['dependant.add', 'dependant.change', 'dependant.share', 'dependant.remove']),
    )
  })

  test('data are printed with a reason that their owner can read', async () => {
    const personId = await rig.person({ phone: '+393331112222' })
    const data = await rig.desk.exportPerson({ personId, why })
    expect(data.person).toMatchObject({ givenName: 'Rosa', phone: '+393331112222' })
    expect(await rig.as(personId).privacy.whoOpenedMyRecord({})).toMatchObject([
      { action: 'person.export', why },
    ])
  })

  test('who asks is erased under the rules of the portal, with the rows that were merged into theirs, and is found no more', async () => {
    const [personId, absorbed] = [
      await rig.person({ givenName: 'Ermenegilda' }),
      await rig.person({ givenName: 'Ermenegilda', phone: '+393331112229' }),
    ]
    await rig.desk.mergePeople({ personId, otherId: absorbed, why })
    const erase = (confirmation: string) => rig.desk.erasePerson({ personId: absorbed, why, confirmation })
    expect(await erase('sì')).toMatchObject({ refusal: { reason: 'not-confirmed' } })
    await rig.booked(personId)
    expect(await erase('Cancella i suoi dati')).toEqual({ erased: true, cancelledBookings: 1 })
    expect(await rig.desk.findPeople({ text: 'Ermenegilda' })).toEqual([])
    const [row] = await rig.db.$client.begin(async (tx) => {
      await tx.unsafe(`set local app.tenant_id = '${allumiere}'`)
      return tx`select count(*)::int as named from person where tenant_id = ${allumiere} and given_name = 'Ermenegilda'`
    })
    expect(row).toEqual({ named: 0 })
  })
})
