import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { tenantId } from '@officine/domain/tenant-id'
import { Browser } from '@officine/testing/browser'
import { ask, runningDevelopment, tell } from './running-development.ts'
import type { RunningDevelopment } from './running-development.ts'

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0'
const allumiere = tenantId('allumiere')
let house: RunningDevelopment

beforeAll(async () => {
  house = await runningDevelopment()
})
afterAll(() => house.stop())

async function signedIn(persona = 'student', town?: string): Promise<Browser> {
  const browser = new Browser()
  const { status } = await tell(browser, house.at('/dev/sign-in', town), { persona })
  expect(status).toBe(200)
  return browser
}
const identity = (name: string, town?: string) => house.at(`/trpc/identity.${name}`, town)
const me = async (browser: Browser, town?: string) => (await ask(browser, identity('me', town))).data
const tokenOf = (browser: Browser) => browser.cookie('allumiere.localhost', house.cookieName) ?? ''

function copyOf(browser: Browser, town = 'allumiere'): Browser {
  const copy = new Browser()
  copy.keepCookie(`${town}.localhost`, house.cookieName, tokenOf(browser))
  return copy
}

describe('a session', () => {
  test('says who, and until when', async () => {
    const data = await me(await signedIn('pensioner-no-email'))
    expect(data).toMatchObject({
      signedIn: true,
      givenName: 'Teresa',
      needsContacts: false,
      needsNotice: false,
    })
    const { sessionExpiresAt } = data as { sessionExpiresAt: string }
    expect(Date.parse(sessionExpiresAt) - house.now().getTime()).toBeGreaterThan(7.9 * 3_600_000)
  })

  test('of another town is a stranger’s', async () => {
    const browser = await signedIn()
    expect(await me(copyOf(browser))).toMatchObject({ signedIn: true })
    expect(await me(copyOf(browser, 'pignataro-interamna'), 'pignataro-interamna')).toEqual({
      signedIn: false,
    })
  })

  test.each(['', 'short', 'x'.repeat(43), "'; drop table session; --", '../../../etc/passwd'])(
    'with the invented token %j is a stranger’s',
    async (token) => {
      const browser = new Browser()
      browser.keepCookie('allumiere.localhost', house.cookieName, token)
      expect(await me(browser)).toEqual({ signedIn: false })
    },
  )

  test('ends after eight hours however much it is used', async () => {
    const browser = await signedIn()
    for (let hour = 0; hour < 7; hour += 1) {
      house.moveClock(60)
      expect(await me(browser)).toMatchObject({ signedIn: true })
    }
    house.moveClock(61)
    expect(await me(browser)).toEqual({ signedIn: false })
    expect((await ask(browser, identity('sessions'))).status).toBe(401)
  })

  test('is noted as used every five minutes, not at every request', async () => {
    const browser = await signedIn('freelancer')
    const lastSeen = async () => {
      const [row] = await house.rows(
        allumiere,
        `select max(last_seen_at)::text as at from session where tenant_id = 'allumiere'`,
      )
      return row?.['at']
    }
    const opened = await lastSeen()
    house.moveClock(4)
    await me(browser)
    expect(await lastSeen()).toBe(opened)
    house.moveClock(1)
    await me(browser)
    expect(await lastSeen()).not.toBe(opened)
  })
})

describe('signing out', () => {
  test('ends the session for every copy of its cookie, and takes the cookie away', async () => {
    const browser = await signedIn()
    const copy = copyOf(browser)
    expect(await tell(browser, identity('signOut'))).toEqual({ status: 200, data: { signedOut: true } })
    expect(tokenOf(browser)).toBe('')
    expect(await me(copy)).toEqual({ signedIn: false })
  })

  test('leaves the other browsers of the same person alone', async () => {
    const [one, two] = [await signedIn(), await signedIn()]
    await tell(one, identity('signOut'))
    expect(await me(two)).toMatchObject({ signedIn: true })
  })
})

describe('the list of one’s own sessions', () => {
  interface Listed {
    readonly sessionId: string
    readonly isCurrent: boolean
    readonly device: string
    readonly startedAtLabel: string
  }
  const sessionsOf = async (browser: Browser) =>
    (await ask(browser, identity('sessions'))).data as readonly Listed[]

  test('marks the one that asks, and another can be ended from it', async () => {
    const [here, elsewhere] = [await signedIn('working-mother'), await signedIn('working-mother')]
    const listed = await sessionsOf(here)
    expect(listed).toHaveLength(2)
    expect(listed.filter(({ isCurrent }) => isCurrent)).toHaveLength(1)
    expect(listed[0]?.startedAtLabel).toMatch(/^\p{L}+ \d+ \p{L}+, ore \d{1,2}:\d\d$/u)
    const other = listed.find(({ isCurrent }) => !isCurrent)
    expect(await tell(here, identity('endSession'), { sessionId: other?.sessionId })).toMatchObject({
      data: { ended: true },
    })
    expect(await me(elsewhere)).toEqual({ signedIn: false })
    expect(await sessionsOf(here)).toHaveLength(1)
  })

  test('shows and ends nobody else’s: an unknown session and a stranger’s are answered alike', async () => {
    const [mine, theirs] = [await signedIn('man-30'), await signedIn('eu-citizen')]
    const [stranger] = await sessionsOf(theirs)
    const ending = await tell(mine, identity('endSession'), { sessionId: stranger?.sessionId })
    const unknown = await tell(mine, identity('endSession'), {
      sessionId: '01900000-0000-7000-8000-000000000000',
    })
    expect(ending).toEqual({ status: 200, data: { ended: false } })
    expect(unknown).toEqual(ending)
    expect(await me(theirs)).toMatchObject({ signedIn: true })
  })

  test('names the browser in words', async () => {
    const browser = new Browser()
    const choice = await browser.open(house.at('/accedi'), { headers: { 'user-agent': firefox } })
    await browser.submit(choice.url, { persona: 'regione-officer' }, { headers: { 'user-agent': firefox } })
    expect(await sessionsOf(browser)).toMatchObject([{ device: 'Firefox, Windows', isCurrent: true }])
  })
})

describe('contacts', () => {
  test('are kept as they can be used, and not asked again', async () => {
    const browser = await signedIn('man-30')
    const saved = await tell(browser, identity('saveContacts'), { email: ' Davide@EXAMPLE.org ', phone: '' })
    expect(saved).toEqual({ status: 200, data: { saved: true } })
    const data = await me(browser)
    expect(data).toMatchObject({ email: 'Davide@example.org', needsContacts: false })
    expect(data).not.toHaveProperty('phone')
    expect(await me(await signedIn('man-30'))).toMatchObject({ email: 'Davide@example.org' })
  })

  test.each([
    [{}, 'no-contact'],
    [{ email: 'davide@' }, 'bad-email'],
    [{ phone: '12' }, 'bad-phone'],
    [{ email: '\u202edavide@example.org' }, 'bad-email'],
  ])('are refused when nobody can be reached by %j, and nothing changes', async (typed, reason) => {
    const browser = await signedIn('student')
    const before = await me(browser)
    expect(await tell(browser, identity('saveContacts'), typed)).toEqual({
      status: 200,
      data: { saved: false, refusal: { reason } },
    })
    expect(await me(browser)).toEqual(before)
  })

  test('of another town are another matter', async () => {
    await tell(await signedIn('freelancer'), identity('saveContacts'), { email: 'qui@example.org' })
    const there = await signedIn('freelancer', 'pignataro-interamna')
    expect(await me(there, 'pignataro-interamna')).toMatchObject({ email: 'luca.moretti@example.org' })
  })
})

describe('the privacy notice', () => {
  test('is accepted in its present version only', async () => {
    const browser = new Browser()
    const choice = await browser.open(house.at('/accedi', 'pignataro-interamna'))
    await browser.submit(choice.url, { persona: 'working-mother' })
    const town = 'pignataro-interamna'
    expect(await me(browser, town)).toMatchObject({ needsNotice: true })
    const outdated = await tell(browser, identity('acceptNotice', town), { version: 'another' })
    expect(outdated.data).toMatchObject({ accepted: false, refusal: { reason: 'outdated' } })
    const { refusal } = outdated.data as { refusal: { currentVersion: string } }
    const accepted = await tell(browser, identity('acceptNotice', town), { version: refusal.currentVersion })
    expect(accepted.data).toEqual({ accepted: true })
    expect(await me(browser, town)).toMatchObject({ needsNotice: false })
  })
})

describe('a write', () => {
  const write = (browser: Browser, headers: Record<string, string>) =>
    browser.open(identity('signOut'), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: '{}',
    })
  let browser: Browser
  afterEach(async () => {
    expect(await me(browser)).toMatchObject({ signedIn: true })
  })

  test.each<Record<string, string>>([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://pignataro-interamna.localhost' },
    { origin: 'http://allumiere.localhost' }, // another port is another program
    { origin: 'http://allumiere.localhost.evil.example' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': '' },
  ])('sent with %j is another site’s, and is refused', async (headers) => {
    browser = await signedIn()
    const page = await write(browser, headers)
    expect([page.status, JSON.parse(page.body)]).toEqual([
      403,
      { message: 'The request does not come from this site. Nothing was changed.' },
    ])
  })

  test('of the town’s own page, or of a program, is let in', async () => {
    for (const headers of [{ origin: house.at('') }, { 'sec-fetch-site': 'same-origin' }, {}])
      expect((await write(await signedIn(), headers)).status).toBe(200)
    browser = await signedIn()
  })
})
