import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { grantRole } from '@officine/db/grant-role'
import { withTenant } from '@officine/db/with-tenant'
import { addDays } from '@officine/domain/calendar/local-day'
import { localDayOf } from '@officine/domain/calendar/local-time'
import { tenantId } from '@officine/domain/tenant-id'
import { Browser } from '@officine/testing/browser'
import { warmUp } from '@officine/testing/town-in-database'
import { ask, runningDevelopment, tell } from './running-development.ts'
import type { RunningDevelopment } from './running-development.ts'

const allumiere = tenantId('allumiere')
let house: RunningDevelopment
let manager: Browser

beforeAll(async () => {
  house = await runningDevelopment()
})
beforeEach(async () => {
  manager = await enter('manager-allumiere')
})
afterAll(() => house.stop())

async function enter(persona: string): Promise<Browser> {
  const browser = new Browser()
  await tell(browser, house.at('/dev/sign-in'), { persona })
  return browser
}

interface Person {
  readonly personId: string
  readonly name: string
  readonly isMe: boolean
  readonly hasSecondFactor: boolean
  readonly lastSeenLabel?: string
  readonly roles: readonly {
    readonly staffRoleId: string
    readonly role: string
    readonly lastDay: string
    readonly endsSoon: boolean
  }[]
}
const staff = (name: string) => house.at(`/trpc/staff.${name}`)
const rows = (statement: string) => house.rows('allumiere', statement)
const people = async () => ((await ask(manager, staff('list'))).data as { people: readonly Person[] }).people
const today = () => localDayOf(house.now())
const inAMonth = () => addDays(today(), 30)
const why = 'Non lavora più al banco'

async function idOf(familyName: string): Promise<string> {
  const [row] = await rows(
    `select id from person where tenant_id = 'allumiere' and family_name = '${familyName}' limit 1`,
  )
  return String(row?.['id'])
}

async function memberNamed(name: string): Promise<Person> {
  const found = (await people()).find((person) => person.name === name)
  if (found === undefined) throw new Error(`${name} is not among the staff`)
  return found
}

/** Signs a citizen in and makes them staff, as a manager does. */
async function hire(persona: string, familyName: string, role: string, until = inAMonth()): Promise<string> {
  await enter(persona)
  const personId = await idOf(familyName)
  const { data } = await tell(manager, staff('grant'), { personId, role, until })
  expect(data).toEqual({ granted: true })
  return personId
}

describe('a role', () => {
  test('is given until a day, and its holder finds the desk open at their next sign-in', async () => {
    const before = await enter('student')
    const personId = await hire('student', 'Haddad', 'front-desk')
    expect((await ask(before, house.at('/trpc/identity.me'))).data).toEqual({ signedIn: false })
    const member = await memberNamed('Yasmine Haddad')
    expect(member).toMatchObject({
      personId,
      isMe: false,
      hasSecondFactor: false,
      roles: [{ role: 'front-desk', lastDay: inAMonth(), endsSoon: false }],
    })
    expect(member.lastSeenLabel).toMatch(/ore \d/)
    const told = await rows(
      `select actor_id, details->>'role' as role from audit_event where tenant_id = 'allumiere' and action = 'staff-role-granted' and subject_id = '${personId}'`,
    )
    expect(told).toEqual([{ actor_id: await idOf('Bianchi'), role: 'front-desk' }])
    expect((await ask(await enter('student'), house.at('/trpc/identity.me'))).data).toMatchObject({
      roles: ['front-desk'],
    })
  })

  test('asked for twice is given once, and with another end is told to be there', async () => {
    const personId = await idOf('Haddad')
    const again = { personId, role: 'front-desk', until: inAMonth() }
    expect((await tell(manager, staff('grant'), again)).data).toEqual({ granted: true })
    const other = { ...again, until: addDays(today(), 60) }
    expect((await tell(manager, staff('grant'), other)).data).toMatchObject({
      granted: false,
      refusal: { reason: 'already-held', untilLabel: expect.stringMatching(/20\d\d$/) },
    })
    expect((await memberNamed('Yasmine Haddad')).roles).toHaveLength(1)
  })

  test('is given for a year at most, to who can sign in, by somebody else', async () => {
    const [yasmine, me] = [await idOf('Haddad'), await idOf('Bianchi')]
    const grant = (input: object) =>
      tell(manager, staff('grant'), { personId: yasmine, role: 'operator', until: inAMonth(), ...input })
    const refused = async (input: object) => ((await grant(input)).data as { refusal: unknown }).refusal
    expect(await refused({ until: addDays(today(), 366) })).toMatchObject({ reason: 'until-too-far' })
    expect(await refused({ until: addDays(today(), -1) })).toEqual({ reason: 'until-past' })
    expect(await refused({ personId: me, role: 'front-desk' })).toEqual({ reason: 'yourself' })
    const registered = await tell(manager, house.at('/trpc/desk.registerPerson'), {
      givenName: 'Ortensia',
      familyName: 'Dellorto',
      phone: '0766123456',
      noticeGiven: true,
    })
    expect(registered.status).toBe(200)
    expect(await refused({ personId: await idOf('Dellorto') })).toEqual({ reason: 'cannot-sign-in' })
    expect((await grant({ personId: '01900000-0000-7000-8000-000000000000' })).status).toBe(404)
  })

  test('has its end moved by somebody else, never by who holds it', async () => {
    const { roles } = await memberNamed('Yasmine Haddad')
    const staffRoleId = roles[0]?.staffRoleId
    const until = addDays(today(), 7)
    expect((await tell(manager, staff('extend'), { staffRoleId, until })).data).toEqual({ extended: true })
    expect((await memberNamed('Yasmine Haddad')).roles).toMatchObject([{ lastDay: until, endsSoon: true }])
    const mine = (await memberNamed('Anna Bianchi')).roles[0]?.staffRoleId
    expect((await tell(manager, staff('extend'), { staffRoleId: mine, until })).data).toEqual({
      extended: false,
      refusal: { reason: 'yourself' },
    })
  })

  test('that ends within two weeks is said to who holds it', async () => {
    const yasmine = await enter('student')
    const { data } = await ask(yasmine, staff('mine'), {})
    expect(data).toMatchObject({ roles: [{ role: 'front-desk', endsSoon: true }] })
  })

  test('taken back ends the open session at once, with the reason in the log', async () => {
    const yasmine = await enter('student')
    expect((await ask(yasmine, staff('mine'), {})).status).toBe(200)
    const { roles, personId } = await memberNamed('Yasmine Haddad')
    const asked = { staffRoleId: roles[0]?.staffRoleId, why }
    expect((await tell(manager, staff('revoke'), { ...asked, why: 'no' })).status).toBe(400)
    expect((await tell(manager, staff('revoke'), asked)).data).toEqual({ revoked: true })
    expect((await ask(yasmine, staff('mine'), {})).status).toBe(401)
    expect((await ask(await enter('student'), staff('mine'), {})).status).toBe(403)
    expect((await tell(manager, staff('revoke'), asked)).data).toEqual({ revoked: true })
    const told = await rows(
      `select reason from audit_event where tenant_id = 'allumiere' and action = 'staff-role-revoked' and subject_id = '${personId}'`,
    )
    expect(told).toEqual([{ reason: why }])
    expect(
      (await tell(manager, staff('extend'), { staffRoleId: asked.staffRoleId, until: inAMonth() })).data,
    ).toEqual({ extended: false, refusal: { reason: 'not-in-force' } })
  })

  test('of the only manager is not for themselves to take back', async () => {
    const mine = (await memberNamed('Anna Bianchi')).roles[0]?.staffRoleId
    expect((await tell(manager, staff('revoke'), { staffRoleId: mine, why })).data).toEqual({
      revoked: false,
      refusal: { reason: 'last-manager' },
    })
  })

  test('of each of two managers, taken back by the other at once, leaves one of them', async () => {
    const personId = await hire('man-30', 'Ferri', 'manager')
    await warmUp(house.db, 10)
    for (let round = 0; round < 5; round += 1) {
      const [one, other] = [await enter('manager-allumiere'), await enter('man-30')]
      const managers = (await ask(one, staff('list'))).data as { people: readonly Person[] }
      const roleOf = (name: string) =>
        managers.people.find((person) => person.name === name)?.roles[0]?.staffRoleId
      const [anna, davide] = [roleOf('Anna Bianchi'), roleOf('Davide Ferri')]
      await Promise.all([
        tell(one, staff('revoke'), { staffRoleId: davide, why }),
        tell(other, staff('revoke'), { staffRoleId: anna, why }),
      ])
      const [left] = await rows(
        "select count(*)::int as n from staff_role where tenant_id = 'allumiere' and role = 'manager' and revoked_at is null",
      )
      expect(left).toEqual({ n: 1 })
      const lasting = {
        role: 'manager',
        expiresAt: new Date('2099-01-01'),
        by: 'test',
        now: house.now(),
      } as const
      await withTenant(house.owner, allumiere, async (tx) => {
        for (const id of [personId, await idOf('Bianchi')]) await grantRole(tx, { ...lasting, personId: id })
      })
    }
  })
})

describe('what a manager does about rights', () => {
  test('needs a factor given in the last ten minutes; reading does not', async () => {
    house.moveClock(11)
    const personId = await idOf('Haddad')
    const deeds = [
      ['grant', { personId, role: 'operator', until: inAMonth() }],
      ['extend', { staffRoleId: personId, until: inAMonth() }],
      ['revoke', { staffRoleId: personId, why }],
      ['resetFactor', { personId, why }],
    ] as const
    for (const [name, input] of deeds) {
      const { status, data } = await tell(manager, staff(name), input)
      expect([name, status, (data as { data: { missing: string } }).data.missing]).toEqual([
        name,
        403,
        'second-factor-not-enrolled',
      ])
    }
    expect((await ask(manager, staff('list'))).status).toBe(200)
  })

  test.each(['front-desk-allumiere', 'operator-allumiere'])(
    'is not for %s to do or to read',
    async (persona) => {
      const browser = await enter(persona)
      for (const name of ['grant', 'extend', 'revoke', 'resetFactor'])
        expect((await tell(browser, staff(name), {})).status).toBe(403)
      for (const name of ['list', 'deeds']) expect((await ask(browser, staff(name))).status).toBe(403)
      expect((await ask(browser, staff('mine'))).status).toBe(200)
    },
  )
})

describe('a lost phone', () => {
  test('is forgotten by another manager, with the reason, and its holder is signed out', async () => {
    const operator = await enter('operator-allumiere')
    const [row] = await rows(
      "select person_id from staff_role where tenant_id = 'allumiere' and role = 'operator'",
    )
    const personId = String(row?.['person_id'])
    const reset = (input: object) => tell(manager, staff('resetFactor'), { why: 'Telefono perso', ...input })
    expect((await reset({ personId })).data).toEqual({ reset: false, refusal: { reason: 'no-factor' } })
    expect((await reset({ personId: await idOf('Bianchi') })).data).toEqual({
      reset: false,
      refusal: { reason: 'yourself' },
    })
    expect((await reset({ personId: await idOf('Haddad') })).status).toBe(404)

    await rows(
      `insert into second_factor (tenant_id, person_id, secret_cipher, confirmed_at) values ('allumiere', '${personId}', 'k:x', now())`,
    )
    expect((await reset({ personId })).data).toEqual({ reset: true })
    expect((await ask(operator, staff('mine'), {})).status).toBe(401)
    expect(await rows("select from second_factor where tenant_id = 'allumiere'")).toHaveLength(0)
    const told = await rows(
      "select reason from audit_event where tenant_id = 'allumiere' and action = 'staff-factor-reset'",
    )
    expect(told).toEqual([{ reason: 'Telefono perso' }])
  })
})

describe('the register of deeds', () => {
  interface Deed {
    readonly action: string
    readonly by?: string
    readonly whom?: string
    readonly why?: string
  }
  const deeds = async (input: object = {}) =>
    (await ask(manager, staff('deeds'), input)).data as readonly Deed[]

  test('tells the latest fifty, and names nobody but staff', async () => {
    const mother = await enter('working-mother')
    expect((await ask(mother, house.at('/trpc/identity.me'))).status).toBe(200)
    const clerk = await enter('front-desk-allumiere')
    const personId = await idOf('Marchetti')
    const opened = 'Elena Marchetti chiede di spostare'
    await tell(clerk, house.at('/trpc/desk.openRecord'), { personId, why: opened })
    const [latest] = await deeds()
    expect(latest).toEqual({ action: 'person.open-record', atLabel: expect.any(String), by: 'Marta Galli' })
    const everything = await deeds()
    expect(JSON.stringify(everything)).not.toContain('Marchetti')
    expect(everything).toContainEqual(
      expect.objectContaining({
        action: 'staff-role-revoked',
        by: 'Anna Bianchi',
        whom: 'Yasmine Haddad',
        why,
      }),
    )
    for (let times = 0; times < 50; times += 1)
      await tell(clerk, house.at('/trpc/desk.openRecord'), { personId, why: opened })
    expect(await deeds()).toHaveLength(50)
  })

  test('is narrowed to a person, to roles, and to what was opened', async () => {
    const anna = await idOf('Bianchi')
    expect((await deeds({ personId: anna })).every(({ by }) => by === 'Anna Bianchi')).toBe(true)
    const aboutStaff = await deeds({ about: 'staff' })
    expect(aboutStaff.length).toBeGreaterThan(3)
    expect(aboutStaff.every(({ action }) => action.startsWith('staff-'))).toBe(true)
    expect((await deeds({ about: 'openings' })).every(({ action }) => action === 'person.open-record')).toBe(
      true,
    )
  })
})
