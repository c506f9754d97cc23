import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fiscalCodeColumns } from '@officine/db/identity-seals'
import { newId } from '@officine/db/new-id'
import { insertPerson } from '@officine/db/people'
import { withTenant } from '@officine/db/with-tenant'
import type { FiscalCode } from '@officine/domain/identity/fiscal-code'
import { tenantId } from '@officine/domain/tenant-id'
import { findPersona } from '@officine/tenants/personas'
import { Browser } from '@officine/testing/browser'
import { warmUp } from '@officine/testing/town-in-database'
import { attestedPersona } from '../src/dev/sign-in-as-persona.ts'
import { signIn } from '../src/identity/sign-in.ts'
import { ask, runningDevelopment, signInAs } from './running-development.ts'
import type { RunningDevelopment } from './running-development.ts'

const allumiere = tenantId('allumiere')
let house: RunningDevelopment

beforeAll(async () => {
  house = await runningDevelopment()
})
afterAll(() => house.stop())

const me = (browser: Browser, town?: string) =>
  ask(browser, house.at('/trpc/identity.me', town)).then(({ data }) => data)
const start = (ritorno = '/') => house.at(`/accedi?ritorno=${encodeURIComponent(ritorno)}`)
const peopleNamed = (familyName: string, town: string = allumiere) =>
  house.rows(town, `select * from person where tenant_id = '${town}' and family_name = '${familyName}'`)

function raise(): never {
  throw new Error('no such persona')
}

/** The address at which the provider sends the browser back, not yet opened. */
async function callbackOf(browser: Browser, persona: string, ritorno = '/'): Promise<string> {
  const choice = await browser.open(start(ritorno))
  let page = await browser.submit(choice.url, { persona }, { follow: false })
  for (;;) {
    const next = new URL(page.headers.location ?? '', page.url).href
    if (next.includes('/accedi/esito')) return next
    page = await browser.open(next, { follow: false })
  }
}

describe('signing in', () => {
  test('comes back to the page that asked for it, as the person who was chosen', async () => {
    const browser = new Browser()
    expect(await me(browser)).toEqual({ signedIn: false })
    const page = await signInAs(browser, start('/prenota?pool=postazioni'), 'working-mother')
    expect(page.url).toBe(house.at('/prenota?pool=postazioni'))
    expect(await me(browser)).toMatchObject({
      signedIn: true,
      givenName: 'Elena',
      familyName: 'Marchetti',
      fiscalCodeMasked: 'MRCLNE••••••••••',
      email: 'elena.marchetti@example.org',
      needsContacts: false,
      needsNotice: true,
      roles: [],
    })
  })

  test('asks for contacts only who came without any', async () => {
    const [man, pensioner] = [new Browser(), new Browser()]
    await signInAs(man, start(), 'man-30')
    await signInAs(pensioner, start(), 'pensioner-no-email')
    expect(await me(man)).toMatchObject({ needsContacts: true })
    expect(await me(pensioner)).toMatchObject({ needsContacts: false, phone: '+390766000002' })
  })

  test('knows an EU citizen without fiscal code again', async () => {
    await signInAs(new Browser(), start(), 'eu-citizen')
    const browser = new Browser()
    await signInAs(browser, start(), 'eu-citizen')
    expect(await me(browser)).toMatchObject({ signedIn: true, givenName: 'Anneliese' })
    expect(await me(browser)).not.toHaveProperty('fiscalCodeMasked')
    const rows = await peopleNamed('Vogel')
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ fiscal_code_hmac: null, fiscal_code_cipher: null })
  })

  test('finds the person that the counter had made, and keeps what they told it', async () => {
    const code = findPersona('freelancer')?.fiscalCode as FiscalCode
    const id = newId(house.now())
    await withTenant(house.db, allumiere, (tx) =>
      insertPerson(tx, {
        id,
        ...fiscalCodeColumns(house.keyring, allumiere, id, code),
        givenName: 'LUCA',
        familyName: 'MORETTI',
        phone: '+393337777777',
        madeAtCounter: true,
        createdAt: house.now(),
      }),
    )
    await signInAs(new Browser(), start(), 'freelancer')
    expect(await peopleNamed('Moretti')).toMatchObject([
      {
        id,
        given_name: 'Luca',
        born_on: '1984-12-01',
        phone: '+393337777777',
        email: null,
        made_at_counter: true,
      },
    ])
    expect(await peopleNamed('MORETTI')).toEqual([])
  })

  test.each([
    ['with a fiscal code', 'load-0007', 'Carico 0007'],
    ['without one', 'eu-citizen', 'Vogel'],
  ])('makes one person of forty first sign-ins at once, %s', async (_whose, slug, familyName) => {
    const town = tenantId('pignataro-interamna')
    const attested = attestedPersona('https://provider.example', findPersona(slug) ?? raise())
    await warmUp(house.db, 10)
    const opened = await Promise.all(
      Array.from({ length: 40 }, () =>
        signIn(house.db, house.keyring, {
          tenantId: town,
          attested,
          device: '',
          previousToken: undefined,
          now: house.now(),
        }),
      ),
    )
    expect(await peopleNamed(familyName, town)).toHaveLength(1)
    expect(new Set(opened.map(({ token }) => token)).size).toBe(40)
  })

  test('keeps no fiscal code, token or state that can be read in the tables', async () => {
    const browser = new Browser()
    await signInAs(browser, start(), 'working-mother')
    await browser.open(start())
    const token = browser.cookie('allumiere.localhost', house.cookieName)
    const tables = ['person', 'session', 'sign_in_attempt']
    const rows = await Promise.all(
      tables.map((table) => house.rows(allumiere, `select * from ${table} where tenant_id = 'allumiere'`)),
    )
    expect(rows.every((found) => found.length > 0)).toBe(true)
    const kept = JSON.stringify(rows)
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(kept).not.toContain(token)
    expect(kept).not.toContain(findPersona('working-mother')?.fiscalCode)
  })

  test('gives the same person seals in two towns that have nothing in common', async () => {
    await signInAs(new Browser(), start(), 'man-30')
    await signInAs(new Browser(), house.at('/accedi', 'pignataro-interamna'), 'man-30')
    const [here] = await peopleNamed('Ferri')
    const [there] = await peopleNamed('Ferri', 'pignataro-interamna')
    expect(here?.['fiscal_code_hmac']).toMatch(/^k1-/)
    expect(here?.['fiscal_code_hmac']).not.toBe(there?.['fiscal_code_hmac'])
  })

  test('sets a cookie that no script reads, for this host and eight hours', async () => {
    const browser = new Browser()
    const page = await browser.open(await callbackOf(browser, 'student'), { follow: false })
    const [line] = (page.headers['set-cookie'] ?? []).filter((cookie) =>
      cookie.startsWith(`${house.cookieName}=`),
    )
    expect(line).toContain('; Max-Age=28800; Path=/; HttpOnly; SameSite=Lax')
    expect(line).not.toContain('Domain')
    expect(page.headers['cache-control']).toBe('no-store')
  })

  test('ends what the browser was signed in as before', async () => {
    const browser = new Browser()
    await signInAs(browser, start(), 'student')
    const before = browser.cookie('allumiere.localhost', house.cookieName) ?? ''
    await signInAs(browser, start(), 'freelancer')
    const after = browser.cookie('allumiere.localhost', house.cookieName)
    expect(after).not.toBe(before)
    const thief = new Browser()
    thief.keepCookie('allumiere.localhost', house.cookieName, before)
    expect(await me(thief)).toEqual({ signedIn: false })
    expect(await me(browser)).toMatchObject({ givenName: 'Luca' })
  })

  test('can be begun in two tabs and finished in both', async () => {
    const browser = new Browser()
    const [one, two] = [
      await callbackOf(browser, 'student', '/uno'),
      await callbackOf(browser, 'student', '/due'),
    ]
    expect((await browser.open(two)).url).toBe(house.at('/due'))
    expect((await browser.open(one)).url).toBe(house.at('/uno'))
    expect(await me(browser)).toMatchObject({ signedIn: true })
  })

  test.each([
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    '/accedi/esito',
  ])('never leads away from the town: %j comes back to the home', async (ritorno) => {
    const page = await signInAs(new Browser(), start(ritorno), 'student')
    expect(page.url).toBe(house.at('/'))
  })
})

describe('signing in is refused', () => {
  test('when the answer is shown twice', async () => {
    const browser = new Browser()
    const callback = await callbackOf(browser, 'student')
    expect((await browser.open(callback)).url).toBe(house.at('/'))
    const again = await browser.open(callback)
    expect(again.status).toBe(400)
    expect(again.body).toContain('Questo accesso non è più valido')
  })

  test('to all but one of ten who show the same answer at once', async () => {
    const browser = new Browser()
    const callback = await callbackOf(browser, 'student')
    const pages = await Promise.all(
      Array.from({ length: 10 }, () => browser.open(callback, { follow: false })),
    )
    expect(pages.filter(({ status }) => status === 303)).toHaveLength(1)
  })

  test('when another browser shows the answer: nobody can sign a stranger in as themselves', async () => {
    const attacker = new Browser()
    const callback = await callbackOf(attacker, 'student')
    const victim = new Browser()
    await victim.open(start())
    expect((await victim.open(callback)).status).toBe(400)
    expect(await me(victim)).toEqual({ signedIn: false })
  })

  test('after ten minutes', async () => {
    const browser = new Browser()
    const callback = await callbackOf(browser, 'student', '/prenota')
    house.moveClock(10)
    const page = await browser.open(callback)
    expect([page.status, page.body.includes('È passato troppo tempo')]).toEqual([400, true])
    expect(page.body).toContain('href="/accedi?ritorno=%2Fprenota"')
    expect(await me(browser)).toEqual({ signedIn: false })
  })

  test('when the state is not one of ours', async () => {
    const browser = new Browser()
    const callback = new URL(await callbackOf(browser, 'student'))
    callback.searchParams.set('state', 'invented')
    expect((await browser.open(callback.href)).status).toBe(400)
    expect((await browser.open(house.at('/accedi/esito'))).status).toBe(400)
    expect((await browser.open(house.at('/accedi/esito?state=a&state=b'))).status).toBe(400)
  })

  test('when the code is not the provider’s', async () => {
    const browser = new Browser()
    const callback = new URL(await callbackOf(browser, 'student'))
    callback.searchParams.set('code', 'invented')
    const page = await browser.open(callback.href)
    expect([page.status, page.body.includes('Accesso non riuscito')]).toEqual([400, true])
  })

  test('when the nonce was exchanged on the way', async () => {
    const browser = new Browser()
    const begun = await browser.open(start(), { follow: false })
    const url = new URL(begun.headers.location ?? '')
    url.searchParams.set('nonce', 'exchanged')
    const choice = await browser.open(url.href)
    const page = await browser.submit(choice.url, { persona: 'student' })
    expect([page.status, page.body.includes('Accesso non riuscito')]).toEqual([400, true])
    expect(await me(browser)).toEqual({ signedIn: false })
  })

  test('when the challenge was exchanged on the way', async () => {
    const browser = new Browser()
    const begun = await browser.open(start(), { follow: false })
    const url = new URL(begun.headers.location ?? '')
    expect(url.searchParams.get('code_challenge_method')).toBe('S256')
    url.searchParams.set('code_challenge', 'x'.repeat(43))
    const choice = await browser.open(url.href)
    expect((await browser.submit(choice.url, { persona: 'student' })).status).toBe(400)
  })

  test('when the citizen goes back, who then reads how to try again', async () => {
    const browser = new Browser()
    const choice = await browser.open(start('/area'))
    const page = await browser.submit(choice.url, { annulla: '1' })
    expect([page.status, page.body.includes('Accesso annullato')]).toEqual([200, true])
    expect(page.body).toContain('href="/accedi?ritorno=%2Farea"')
  })

  test('by another town than the one that began', async () => {
    const browser = new Browser()
    const callback = new URL(await callbackOf(browser, 'student'))
    callback.host = `pignataro-interamna.localhost:${house.port}`
    await browser.open(house.at('/accedi', 'pignataro-interamna'))
    expect((await browser.open(callback.href)).status).toBe(400)
  })
})

describe('the development identity provider', () => {
  test('offers everybody by name, as a trial', async () => {
    const page = await new Browser().open(start())
    expect(page.body).toContain('SVILUPPO')
    for (const name of ['Elena Marchetti', 'Anneliese Vogel', 'Personale di Allumiere'])
      expect(page.body).toContain(name)
    expect(page.headers['content-security-policy']).toContain(
      `form-action 'self' http://*.localhost:${house.port}`,
    )
  })

  test('makes staff of somebody in their own town only', async () => {
    const [own, elsewhere] = [new Browser(), new Browser()]
    await signInAs(own, start('/gestione/'), 'manager-allumiere')
    await signInAs(elsewhere, house.at('/accedi', 'pignataro-interamna'), 'manager-allumiere')
    expect(await me(own)).toMatchObject({ roles: ['manager'] })
    expect(await me(elsewhere, 'pignataro-interamna')).toMatchObject({ signedIn: true, roles: [] })
  })

  test('does not stand at a town’s host, nor the town’s pages at its own', async () => {
    expect((await new Browser().open(house.at('/idp/.well-known/openid-configuration'))).status).toBe(404)
    expect((await new Browser().open(`http://127.0.0.1:${house.port}/accedi`)).status).toBe(404)
  })

  test('sends nobody to a host that is not a town’s', async () => {
    const begun = await new Browser().open(start(), { follow: false })
    const url = new URL(begun.headers.location ?? '')
    url.searchParams.set('redirect_uri', 'http://evil.example/accedi/esito')
    expect((await new Browser().open(url.href)).status).toBe(400)
  })
})
