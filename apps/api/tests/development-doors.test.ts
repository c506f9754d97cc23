import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadSlugs } from '@officine/tenants/personas'
import { Browser } from '@officine/testing/browser'
import { ask, runningDevelopment } from './running-development.ts'
import type { RunningDevelopment } from './running-development.ts'

let house: RunningDevelopment

beforeAll(async () => {
  house = await runningDevelopment()
})
afterAll(() => house.stop())

/** As a program does: no origin, one line of JSON. */
async function signIn(persona: unknown, town?: string, browser = new Browser()) {
  const { status, body } = await browser.open(house.at('/dev/sign-in', town), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona }),
  })
  return { browser, status, answer: JSON.parse(body) as Record<string, unknown> }
}

const count = async (statement: string, town = 'allumiere') => (await house.rows(town, statement))[0]?.['n']

describe('the door for programs', () => {
  test('lists everybody, the two thousand included', async () => {
    const listed = JSON.parse((await new Browser().open(house.at('/dev/personas'))).body) as {
      slug: string
    }[]
    expect(listed).toContainEqual({
      slug: 'front-desk-allumiere',
      name: 'Marta Galli',
      describes: 'Sportello dell’officina di Allumiere',
      roles: ['front-desk'],
      town: 'allumiere',
    })
    expect(listed.filter(({ slug }) => slug.startsWith('load-'))).toHaveLength(2_000)
  })

  test('lets a person in who can book at once', async () => {
    const { browser, status, answer } = await signIn('man-30')
    expect([status, answer]).toEqual([200, { persona: 'man-30', roles: [] }])
    const { data } = await ask(browser, house.at('/trpc/identity.me'))
    expect(data).toMatchObject({ signedIn: true, needsContacts: false, needsNotice: false })
  })

  test('and the sign-in page lead to the same person', async () => {
    await signIn('eu-citizen')
    const browser = new Browser()
    const choice = await browser.open(house.at('/accedi'))
    await browser.submit(choice.url, { persona: 'eu-citizen' })
    expect(
      await count(
        `select count(*)::int as n from person where tenant_id = 'allumiere' and family_name = 'Vogel'`,
      ),
    ).toBe(1)
  })

  test('gives staff their role in their own town and in no other', async () => {
    for (const role of ['front-desk', 'operator', 'manager']) {
      expect((await signIn(`${role}-allumiere`)).answer).toMatchObject({ roles: [role] })
      expect((await signIn(`${role}-allumiere`, 'pignataro-interamna')).answer).toMatchObject({ roles: [] })
      expect((await signIn(`${role}-pignataro-interamna`, 'pignataro-interamna')).answer).toMatchObject({
        roles: [role],
      })
    }
  })

  test('gives a role once, however many ask at once', async () => {
    const town = 'pignataro-interamna'
    const answers = await Promise.all(Array.from({ length: 12 }, () => signIn(`manager-${town}`, town)))
    expect(answers.every(({ answer }) => JSON.stringify(answer['roles']) === '["manager"]')).toBe(true)
    const signedIn = await Promise.all(
      answers.map(({ browser }) => ask(browser, house.at('/trpc/identity.me', town))),
    )
    expect(signedIn.filter(({ data }) => (data as { signedIn: boolean }).signedIn)).toHaveLength(12)
    const grants = `select count(*)::int as n from staff_role where tenant_id = '${town}' and role = 'manager' and revoked_at is null`
    expect(await count(grants, town)).toBe(1)
  })

  test('knows nobody else, and says so', async () => {
    expect(await signIn('nobody')).toMatchObject({
      status: 404,
      answer: { message: 'There is no persona "nobody"; GET /dev/personas lists them.' },
    })
    expect((await signIn('load-2001')).status).toBe(404)
    expect((await signIn(7)).status).toBe(400)
    expect((await signIn(undefined)).status).toBe(400)
  })

  test('is shut to pages of other sites and to names that are not this machine’s', async () => {
    const open = (headers: Record<string, string>) =>
      new Browser().open(house.at('/dev/sign-in'), {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: '{"persona":"student"}',
      })
    expect((await open({ origin: 'https://evil.example' })).status).toBe(403)
    expect((await open({ host: `evil.example:${house.port}` })).status).toBe(404)
    expect((await open({ host: `127.0.0.1:${house.port}` })).status).toBe(404)
  })

  test('lets two thousand in at once, each as themselves', async () => {
    const waiting = [...loadSlugs]
    const outcomes: { readonly slug: string; readonly status: number; readonly token: string }[] = []
    await Promise.all(
      Array.from({ length: 200 }, async () => {
        for (let slug = waiting.pop(); slug !== undefined; slug = waiting.pop()) {
          const { browser, status } = await signIn(slug)
          outcomes.push({
            slug,
            status,
            token: browser.cookie('allumiere.localhost', house.cookieName) ?? '',
          })
        }
      }),
    )
    expect(outcomes.filter(({ status }) => status !== 200)).toEqual([])
    expect(new Set(outcomes.map(({ token }) => token)).size).toBe(2_000)
    const people = `select count(*)::int as n from person where tenant_id = 'allumiere' and family_name like 'Carico %' and notice_version is not null and email is not null`
    expect(await count(people)).toBe(2_000)
  })
})
