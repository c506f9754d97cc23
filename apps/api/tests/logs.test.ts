import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Browser } from '@officine/testing/browser'
import { findPersona } from '@officine/tenants/personas'
import { addDays, weekdayOf } from '@officine/domain/calendar/local-day'
import { localDayOf } from '@officine/domain/calendar/local-time'
import { codeAt, stepOf } from '../src/identity/second-factor/totp.ts'
import { ask, runningDevelopment, signInAs, tell } from './running-development.ts'
import type { RunningDevelopment } from './running-development.ts'

const lines: string[] = []
let house: RunningDevelopment

beforeAll(async () => {
  house = await runningDevelopment({
    logLevel: 'debug',
    logTo: { write: (line) => void lines.push(line) },
  })
})
afterAll(() => house.stop())

/** Words that only this journey says: whichever of them a log holds was put there by it. */
const said = {
  newcomerGiven: 'Ermenegilda',
  newcomerFamily: 'Scognamillo',
  newcomerEmail: 'gilda.scognamillo@example.org',
  newcomerPhone: '3334567891',
  whyOpened: 'chiede di cambiare il turno per la visita',
  whyCancelled: 'influenza della figlia',
} as const

test('the logs of a whole journey, defects and all, name nobody', async () => {
  const citizen = new Browser()
  const staff = new Browser()
  const elena = findPersona('working-mother')
  const persons = [elena, findPersona('front-desk-allumiere')]

  // In through the provider's pages, as people do.
  await signInAs(citizen, house.at('/accedi?ritorno=%2F'), 'working-mother')
  await signInAs(staff, house.at('/accedi?ritorno=%2F'), 'front-desk-allumiere')
  const phone = await connectPhone(staff)
  const me = await ask(citizen, house.at('/trpc/identity.me'), { language: 'it' })
  expect(JSON.stringify(me.data)).toContain(elena?.givenName)
  const accepted = await tell(citizen, house.at('/trpc/identity.acceptNotice'), { version: '2026-1' })
  expect(accepted.status).toBe(200)

  const booked = await bookASeat(citizen)
  const cancelled = await tell(staff, house.at('/trpc/desk.cancel'), {
    bookingId: booked,
    why: said.whyCancelled,
    language: 'it',
  })
  expect(cancelled.status).toBe(200)

  const newcomer = await tell(staff, house.at('/trpc/desk.registerPerson'), {
    givenName: said.newcomerGiven,
    familyName: said.newcomerFamily,
    email: said.newcomerEmail,
    phone: said.newcomerPhone,
    noticeGiven: true,
  })
  const found = await tell(staff, house.at('/trpc/desk.findPeople'), {
    text: elena?.familyName,
    language: 'it',
  })
  expect(JSON.stringify(found.data)).toContain(elena?.familyName)
  const [match] = found.data as { personId: string }[]
  await tell(staff, house.at('/trpc/desk.openRecord'), {
    personId: match?.personId,
    why: said.whyOpened,
    language: 'it',
  })

  // The worst that can happen to a log: a statement fails with a person among its parameters.
  await house.owner.$client.unsafe(
    'alter table officine.person add constraint none_today check (false) not valid',
  )
  const failed = await tell(staff, house.at('/trpc/desk.registerPerson'), {
    givenName: said.newcomerGiven,
    familyName: said.newcomerFamily,
    email: `seconda.${said.newcomerEmail}`,
    noticeGiven: true,
  })
  const broken = await tell(citizen, house.at('/trpc/identity.saveContacts'), {
    email: said.newcomerEmail,
    phone: '',
    language: 'it',
  })
  await house.owner.$client.unsafe('alter table officine.person drop constraint none_today')
  expect([newcomer.status, failed.status, broken.status]).toContain(500)
  await citizen.open(house.at(`/cerca?nome=${said.newcomerFamily}`))

  const log = lines.join('')
  expect(log).toContain('a procedure failed')
  expect(log).toContain('none_today') // the defect can still be found
  const secrets = persons.flatMap((person) => [
    person?.givenName,
    person?.familyName,
    person?.fiscalCode,
    person?.email,
    person?.phone,
    person?.bornOn,
  ])
  const cookies = [citizen, staff].map((browser) => browser.cookie('allumiere.localhost', house.cookieName))
  for (const secret of [...Object.values(said), ...secrets, ...cookies, ...phone]) {
    if (secret === undefined) continue
    expect(log).not.toContain(secret)
    expect(log).not.toContain(encodeURIComponent(secret))
  }
})

/** Connects a phone for who works at the desk; answers everything about it that nobody else may read. */
async function connectPhone(staff: Browser): Promise<readonly string[]> {
  const begun = await tell(staff, house.at('/trpc/secondFactor.begin'))
  const { secret } = begun.data as { secret: string }
  const code = codeAt(secret, stepOf(house.now()))
  const confirmed = await tell(staff, house.at('/trpc/secondFactor.confirm'), { code })
  const { recoveryCodes } = confirmed.data as { recoveryCodes: readonly string[] }
  return [secret, ...recoveryCodes]
}

async function bookASeat(citizen: Browser): Promise<string> {
  const pools = await ask(citizen, house.at('/trpc/bookings.pools'), { language: 'it' })
  const [pool] = (pools.data as { poolId: string; kind: string }[]).filter(({ kind }) => kind === 'seats')
  let day = addDays(localDayOf(house.now()), 1)
  while (weekdayOf(day) > 5) day = addDays(day, 1)
  const answer = await tell(citizen, house.at('/trpc/bookings.book'), {
    poolId: pool?.poolId,
    day,
    from: '09:00',
    to: '14:00',
    idempotencyKey: randomUUID(),
    language: 'it',
  })
  expect(answer.status).toBe(200)
  return (answer.data as { booking?: { bookingId: string } }).booking?.bookingId ?? randomUUID()
}
