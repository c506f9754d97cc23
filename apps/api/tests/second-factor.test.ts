import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { grantRole } from '@officine/db/grant-role'
import { withTenant } from '@officine/db/with-tenant'
import { tenantId } from '@officine/domain/tenant-id'
import { Browser } from '@officine/testing/browser'
import { warmUp } from '@officine/testing/town-in-database'
import { codeAt, stepOf } from '../src/identity/second-factor/totp.ts'
import { ask, runningDevelopment, signInAs, tell } from './running-development.ts'
import type { RunningDevelopment } from './running-development.ts'

let house: RunningDevelopment
beforeAll(async () => {
  house = await runningDevelopment()
})
afterAll(() => house.stop())

const factor = (name: string) => house.at(`/trpc/secondFactor.${name}`)
const today = (browser: Browser) => ask(browser, house.at('/trpc/staff.mine'), {})
const tokenOf = (browser: Browser) => browser.cookie('allumiere.localhost', house.cookieName) ?? ''
const told = (answer: { readonly data: unknown }) =>
  (answer.data as { data?: { missing?: string } }).data?.missing
const rows = (statement: string) => house.rows('allumiere', statement)

/** Comes in through the identity provider, as people do: no factor is given with it. */
async function comeIn(persona: string): Promise<Browser> {
  const browser = new Browser()
  await signInAs(browser, house.at('/accedi'), persona)
  return browser
}

async function connect(browser: Browser): Promise<{ secret: string; codes: readonly string[] }> {
  const { data } = await tell(browser, factor('begin'))
  const { secret } = data as { secret: string }
  const confirmed = await tell(browser, factor('confirm'), { code: codeOf(secret) })
  expect(confirmed.data).toMatchObject({ confirmed: true })
  return { secret, codes: (confirmed.data as { recoveryCodes: readonly string[] }).recoveryCodes }
}

const codeOf = (secret: string, steps = 0) => codeAt(secret, stepOf(house.now()) + steps)
const give = (browser: Browser, code: string) => tell(browser, factor('give'), { code })

describe('the first visit to the desk', () => {
  test('asks to connect a phone, whose first code opens the desk with a new session', async () => {
    const browser = await comeIn('operator-allumiere')
    expect(told(await today(browser))).toBe('second-factor-not-enrolled')
    expect((await ask(browser, house.at('/trpc/identity.me'))).data).toMatchObject({
      missingFactor: 'second-factor-not-enrolled',
    })

    const first = (await tell(browser, factor('begin'))).data as { secret: string; qrSvg: string }
    const again = (await tell(browser, factor('begin'))).data as { secret: string }
    expect(again.secret).toBe(first.secret) // a reload does not undo what the phone has read
    expect(first.qrSvg).toContain('<svg')
    const before = tokenOf(browser)
    expect((await tell(browser, factor('confirm'), { code: '000000' })).data).toMatchObject({
      confirmed: false,
      refusal: { reason: 'wrong-code', triesLeft: 4 },
    })
    const { codes } = await connect(browser)
    expect(codes).toHaveLength(10)
    expect((await today(browser)).status).toBe(200)

    const copy = new Browser()
    copy.keepCookie('allumiere.localhost', house.cookieName, before)
    expect((await today(copy)).status).toBe(401)
  })

  test('shows each session a secret of its own: who stole a cookie reads none that the holder confirms', async () => {
    const [thief, holder] = [await comeIn('front-desk-allumiere'), await comeIn('front-desk-allumiere')]
    const shown = async (browser: Browser) =>
      ((await tell(browser, factor('begin'))).data as { secret: string }).secret
    const read = await shown(thief)
    const own = await shown(holder)
    expect(own).not.toBe(read)
    for (const code of [codeOf(read), codeOf(own)])
      expect((await tell(thief, factor('confirm'), { code })).data).toEqual({
        confirmed: false,
        refusal: { reason: 'not-begun' },
      })
    expect((await tell(holder, factor('confirm'), { code: codeOf(read) })).data).toMatchObject({
      refusal: { reason: 'wrong-code' },
    })
  })

  test('asks who signed in a while ago to sign in again before a first phone is connected', async () => {
    const [begun, left] = [await comeIn('manager-allumiere'), await comeIn('manager-allumiere')]
    const { secret } = (await tell(begun, factor('begin'))).data as { secret: string }
    house.moveClock(30)
    expect((await tell(left, factor('begin'))).status).toBe(401)
    expect((await tell(begun, factor('confirm'), { code: codeOf(secret) })).status).toBe(401)
    expect((await tell(await comeIn('manager-allumiere'), factor('begin'))).status).toBe(200)
  })

  test('leaves neither the secret nor a recovery code in the database as text', async () => {
    const browser = await comeIn('front-desk-allumiere')
    const { secret, codes } = await connect(browser)
    const kept = JSON.stringify([
      await rows("select * from second_factor where tenant_id = 'allumiere'"),
      await rows("select * from recovery_code where tenant_id = 'allumiere'"),
      await rows("select * from audit_event where tenant_id = 'allumiere'"),
    ])
    for (const hidden of [secret, ...codes, ...codes.map((code) => code.replace('-', ''))])
      expect(kept).not.toContain(hidden)
    expect(kept).toContain('staff-factor-connected')
  })

  test('is not asked of a citizen, nor open to one', async () => {
    const browser = await comeIn('student')
    expect((await ask(browser, house.at('/trpc/identity.me'))).data).not.toHaveProperty('missingFactor')
    for (const name of ['begin', 'confirm', 'give', 'renewCodes'])
      expect((await tell(browser, factor(name), { code: '123456' })).status).toBe(403)
  })
})

describe('a later visit', () => {
  let secret: string
  let codes: readonly string[]
  beforeAll(async () => {
    ;({ secret, codes } = await connect(await comeIn('manager-allumiere')))
    house.moveClock(2) // the first code has been used
  })

  test('asks for a code, which is good once, in this session alone', async () => {
    const browser = await comeIn('manager-allumiere')
    expect(told(await today(browser))).toBe('second-factor-needed')
    const code = codeOf(secret)
    const before = tokenOf(browser)
    expect((await give(browser, code)).data).toMatchObject({ given: true })
    expect((await today(browser)).status).toBe(200)
    expect(tokenOf(browser)).not.toBe(before)

    const another = await comeIn('manager-allumiere')
    expect((await give(another, code)).data).toEqual({ given: false, refusal: { reason: 'already-used' } })
    expect((await give(another, codeOf(secret, -1))).data).toMatchObject({
      refusal: { reason: 'already-used' },
    })
    expect(told(await today(another))).toBe('second-factor-needed')
    house.moveClock(1)
    expect((await give(another, codeOf(secret, 1))).data).toMatchObject({ given: true })
    house.moveClock(2)
  })

  test('with one code sent eight times at once is let in once', async () => {
    const browsers = await Promise.all(Array.from({ length: 8 }, () => comeIn('manager-allumiere')))
    await warmUp(house.db, 10)
    const code = codeOf(secret)
    const answers = await Promise.all(browsers.map((browser) => give(browser, code)))
    expect(answers.filter(({ data }) => (data as { given: boolean }).given)).toHaveLength(1)
    house.moveClock(2)
  })

  test('may use a recovery code instead of the phone, once', async () => {
    const browser = await comeIn('manager-allumiere')
    expect((await give(browser, codes[0]?.toLowerCase() ?? '')).data).toEqual({ given: true, codesLeft: 9 })
    expect((await today(browser)).status).toBe(200)
    const another = await comeIn('manager-allumiere')
    expect((await give(another, codes[0] ?? '')).data).toMatchObject({
      given: false,
      refusal: { reason: 'wrong-code' },
    })
    expect((await give(another, codes[1] ?? '')).data).toEqual({ given: true, codesLeft: 8 })
  })

  test('with new recovery codes has no use for the old ones', async () => {
    const browser = await comeIn('manager-allumiere')
    await give(browser, codeOf(secret))
    house.moveClock(2)
    const { data } = await tell(browser, factor('renewCodes'))
    const { recoveryCodes } = data as { recoveryCodes: readonly string[] }
    const another = await comeIn('manager-allumiere')
    expect((await give(another, codes[2] ?? '')).data).toMatchObject({ given: false })
    expect((await give(another, recoveryCodes[0] ?? '')).data).toMatchObject({ given: true, codesLeft: 9 })
  })

  test('that tries on has to wait, longer each time, and is then let in', async () => {
    const browser = await comeIn('manager-allumiere')
    for (const triesLeft of [4, 3, 2, 1])
      expect((await give(browser, '000000')).data).toMatchObject({
        refusal: { reason: 'wrong-code', triesLeft },
      })
    expect((await give(browser, 'XXXXX-XXXXX')).data).toMatchObject({
      refusal: { reason: 'too-many', minutes: 1, untilLabel: expect.stringMatching(/^\d{1,2}:\d\d$/) },
    })
    expect((await give(browser, codeOf(secret))).data).toMatchObject({ refusal: { reason: 'too-many' } })
    const elsewhere = await comeIn('manager-allumiere')
    expect((await give(elsewhere, codeOf(secret))).data).toMatchObject({ refusal: { reason: 'too-many' } })
    house.moveClock(1)
    expect((await give(browser, '000000')).data).toMatchObject({
      refusal: { reason: 'too-many', minutes: 5 },
    })
    house.moveClock(5)
    expect((await give(browser, codeOf(secret))).data).toMatchObject({ given: true })
    expect(
      await rows("select from audit_event where tenant_id = 'allumiere' and action = 'staff-factor-blocked'"),
    ).toHaveLength(2)
    house.moveClock(2)
  })

  test('with something that cannot be a code is told so, and it counts for nothing', async () => {
    const browser = await comeIn('manager-allumiere')
    for (let press = 0; press < 6; press += 1)
      expect((await give(browser, '12345')).data).toEqual({ given: false, refusal: { reason: 'malformed' } })
    expect((await give(browser, codeOf(secret))).data).toMatchObject({ given: true })
    house.moveClock(2)
  })

  test('changes phone with the code of the old one, which is good until the new one is confirmed', async () => {
    const browser = await comeIn('manager-allumiere')
    expect(told(await tell(browser, factor('begin')))).toBe('second-factor-needed')
    await give(browser, codeOf(secret))
    house.moveClock(2)
    const { data } = await tell(browser, factor('begin'))
    const { secret: next } = data as { secret: string }
    const other = await comeIn('manager-allumiere')
    expect((await give(other, codeOf(secret))).data).toMatchObject({ given: true })
    expect((await tell(browser, factor('confirm'), { code: codeOf(next) })).data).toMatchObject({
      confirmed: true,
    })
    expect((await today(browser)).status).toBe(200)
    expect((await today(other)).status).toBe(401)
    house.moveClock(2)
    const later = await comeIn('manager-allumiere')
    expect((await give(later, codeOf(secret))).data).toMatchObject({ given: false })
    expect((await give(later, codeOf(next))).data).toMatchObject({ given: true })
  })
})

describe('the factor', () => {
  test('ends with a working day, and at once with the session', async () => {
    const browser = new Browser()
    await tell(browser, house.at('/dev/sign-in'), { persona: 'front-desk-allumiere' })
    await house.owner.$client.begin(async (tx) => {
      await tx.unsafe("set local app.tenant_id = 'allumiere'")
      await tx.unsafe(
        "update session set expires_at = expires_at + interval '1 day' where tenant_id = 'allumiere' and ended_at is null",
      )
    })
    house.moveClock(11 * 60 + 58)
    expect((await today(browser)).status).toBe(200)
    house.moveClock(2)
    expect(told(await today(browser))).toBe('second-factor-needed')
    await tell(browser, house.at('/trpc/identity.signOut'))
    expect((await today(browser)).status).toBe(401)
  })

  test('cannot be written into a session by a request’s own role', async () => {
    await expect(
      rows("update session set second_factor_at = now() where tenant_id = 'allumiere'"),
    ).rejects.toThrow(/permission denied/)
  })

  test('is given at once by the development doors alone', async () => {
    const program = new Browser()
    await tell(program, house.at('/dev/sign-in'), { persona: 'operator-pignataro-interamna' })
    const page = new Browser()
    const choice = await page.open(house.at('/accedi'))
    await page.submit(choice.url, { 'persona-senza-telefono': 'operator-allumiere' })
    expect((await today(page)).status).toBe(200)
    expect(told(await today(await comeIn('operator-allumiere')))).toBe('second-factor-needed')
  })

  test('is spared to whom the command made staff of a town that is new, too', async () => {
    await comeIn('manager-pignataro-interamna')
    const [person] = await rows(
      "select id from person where tenant_id = 'allumiere' order by id desc limit 1",
    )
    const [personId, expiresAt] = [String(person?.['id']), new Date(house.now().getTime() + 86_400_000)]
    await withTenant(house.owner, tenantId('allumiere'), (tx) =>
      grantRole(tx, { personId, role: 'manager', expiresAt, by: 'command', now: house.now() }),
    )
    const page = new Browser()
    const choice = await page.open(house.at('/accedi'))
    await page.submit(choice.url, { 'persona-senza-telefono': 'manager-pignataro-interamna' })
    expect((await today(page)).status).toBe(200)
  })
})
