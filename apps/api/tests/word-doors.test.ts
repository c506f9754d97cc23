import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findPerson } from '@officine/db/people'
import { keyringOf, newKeyring } from '@officine/db/keyring'
import { withTenant } from '@officine/db/with-tenant'
import type { TenantId } from '@officine/domain/tenant-id'
import type { Context } from '../src/context.ts'
import type { StaffRole } from '../src/identity/find-signed-in.ts'
import { createCaller } from '../src/procedures.ts'
import { appRouter } from '../src/router.ts'
import { allumiere, pignataro, wordRig } from './word-rig.ts'
import type { WordRig } from './word-rig.ts'

const bookedAt = new Date('2026-11-20T08:00:00Z')
const day = 86_400_000
const callerOf = createCaller(appRouter)

let rig: WordRig
beforeAll(async () => {
  rig = await wordRig()
  await rig.startWorker()
})
afterAll(() => rig.end())
beforeEach(() => {
  rig.clock.now = bookedAt
})

/** The doors of a town's host for this person, as they stand now; without a person, for a stranger. */
async function doors(town: TenantId, personId?: string, ...roles: readonly StaffRole[]) {
  const found = await rig.towns.atHost(`${town}.localhost`)
  const person =
    personId === undefined ? undefined : await withTenant(rig.api, town, (tx) => findPerson(tx, personId))
  return callerOf({
    db: rig.api,
    town: found,
    towns: rig.towns,
    now: rig.clock.now,
    keyring: keyringOf(newKeyring(bookedAt)),
    isDevelopment: true,
    cookieName: 'c',
    signedIn: person && {
      sessionId: 's',
      person,
      roles,
      expiresAt: new Date('2027-01-01'),
      secondFactorAt: rig.clock.now,
      hasSecondFactor: true,
    },
    request: { id: 'r' },
    reply: {},
  } as unknown as Context)
}

let seed = 0
const anAddress = () => `porta${(seed += 1)}@posta.example`

describe('how a person wants to be told', () => {
  const wishes = {
    language: 'en',
    dayBefore: false,
    twoHoursBefore: true,
    calendarFile: false,
    prefersPhone: false,
  } as const

  test('is as for everybody until they say otherwise, and then as they said', async () => {
    const person = await rig.person(allumiere, anAddress())
    const { notifications } = await doors(allumiere, person)
    expect((await notifications.preferences()).wishes).toEqual({
      language: 'it',
      dayBefore: true,
      twoHoursBefore: false,
      calendarFile: true,
      prefersPhone: false,
    })
    expect(await notifications.savePreferences(wishes)).toEqual({ saved: true })
    expect(await notifications.savePreferences({ ...wishes, dayBefore: true })).toEqual({ saved: true })
    expect((await notifications.preferences()).wishes).toEqual({ ...wishes, dayBefore: true })
  })

  test('is not by telephone for who has given no number', async () => {
    const { notifications } = await doors(allumiere, await rig.person(allumiere, anAddress()))
    expect(await notifications.savePreferences({ ...wishes, prefersPhone: true })).toEqual({
      saved: false,
      refusal: { reason: 'no-phone' },
    })
  })
})

describe('an address', () => {
  const linkIn = (to: string) =>
    /conferma-indirizzo\?codice=([\w-]+)/.exec(rig.mailsTo(to)[0]?.email.text ?? '')?.[1] ?? ''
  const mailsArrive = (to: string, howMany: number) =>
    rig.until(`${howMany} mails arrive`, () => rig.mailsTo(to).length === howMany)

  test('that a citizen gives is asked to answer, and has answered once its link is followed, signed in or not', async () => {
    const to = anAddress()
    const person = await rig.person(allumiere, null, '+390766000113')
    const citizen = await doors(allumiere, person)
    expect(await citizen.identity.saveContacts({ email: to })).toEqual({ saved: true })
    await mailsArrive(to, 1)
    expect(rig.mailsTo(to)[0]?.email.subject).toBe('Allumiere: conferma il tuo indirizzo e-mail')
    expect(rig.mailsTo(to)[0]?.email.text).not.toContain('Persona')
    const { notifications } = await doors(allumiere, person)
    expect((await notifications.preferences()).email).toEqual({ address: to, state: 'unverified' })

    const [here, there] = [await doors(allumiere), await doors(pignataro)]
    const code = linkIn(to)
    expect(await there.notifications.confirmEmail({ code })).toEqual({
      confirmed: false,
      refusal: { reason: 'unknown-link' },
    })
    expect(await here.notifications.confirmEmail({ code })).toEqual({ confirmed: true })
    expect(await here.notifications.confirmEmail({ code })).toEqual({ confirmed: true })
    expect((await notifications.preferences()).email).toEqual({ address: to, state: 'verified' })
    expect(await notifications.askVerification()).toEqual({
      asked: false,
      refusal: { reason: 'verified-already' },
    })
  })

  test('that is given again the same is not asked again', async () => {
    const to = anAddress()
    const person = await rig.person(allumiere, to, undefined, false)
    const citizen = await doors(allumiere, person)
    await citizen.identity.saveContacts({ email: to, phone: '0766 000114' })
    await citizen.notifications.askVerification()
    await mailsArrive(to, 1)
  })

  test('is asked again two minutes later at the earliest, and an old link runs out after a week', async () => {
    const to = anAddress()
    const person = await rig.person(allumiere, to, undefined, false)
    const ask = async () => (await doors(allumiere, person)).notifications.askVerification()
    expect(await ask()).toEqual({ asked: true, address: to })
    await mailsArrive(to, 1)
    rig.clock.now = new Date(bookedAt.getTime() + 30_000)
    expect(await ask()).toEqual({ asked: false, refusal: { reason: 'too-soon', waitSeconds: 90 } })
    rig.clock.now = new Date(bookedAt.getTime() + 120_000)
    const first = linkIn(to)
    expect(await ask()).toMatchObject({ asked: true })
    await mailsArrive(to, 2)
    const confirm = async (code: string) => (await doors(allumiere)).notifications.confirmEmail({ code })
    expect(await confirm(first)).toMatchObject({ refusal: { reason: 'unknown-link' } })
    rig.clock.now = new Date(bookedAt.getTime() + 8 * day)
    expect(await confirm(linkIn(to))).toEqual({ confirmed: false, refusal: { reason: 'expired-link' } })
  })

  test('that nobody gave cannot be asked', async () => {
    const { notifications } = await doors(allumiere, await rig.person(allumiere, null, '+390766000115'))
    expect(await notifications.askVerification()).toEqual({ asked: false, refusal: { reason: 'no-email' } })
  })

  test('that refuses mail is shown as such to its owner, who may try again', async () => {
    const to = `rifiutata@porta${(seed += 1)}.example`
    const person = await rig.person(allumiere, to, undefined, false)
    const { notifications } = await doors(allumiere, person)
    await notifications.askVerification()
    await rig.until(
      'it was refused',
      async () => (await notifications.preferences()).email?.state === 'refused',
    )
    rig.clock.now = new Date(bookedAt.getTime() + 200_000)
    expect(await (await doors(allumiere, person)).notifications.askVerification()).toMatchObject({
      asked: true,
    })
  })
})

describe('the desk', () => {
  test('reads whom to call, opens the number with its name in the log, and settles the call once', async () => {
    const person = await rig.person(allumiere, null, '+390766000116')
    const clerk = await rig.person(allumiere, anAddress())
    const bookingId = await rig.book(allumiere, person, '2026-11-23')
    await rig.settled(allumiere, bookingId)
    const { desk } = await doors(allumiere, clerk, 'front-desk')
    const [call] = (await desk.callList({})).filter((one) => one.bookingId === bookingId)
    expect(call).toMatchObject({ topic: 'booking-confirmed', because: 'no-email', hasPhone: true })
    expect(JSON.stringify(call)).not.toContain('000116')

    const callId = call?.callId ?? ''
    expect(await desk.openCall({ callId })).toMatchObject({
      phone: '+390766000116',
      startsAtLabel: 'lunedì 23 novembre, ore 9:00',
    })
    expect(await desk.settleCall({ callId, outcome: 'reached' })).toEqual({ settled: true })
    expect(await desk.settleCall({ callId, outcome: 'given-up' })).toEqual({
      settled: false,
      refusal: { reason: 'settled-already' },
    })
    expect((await desk.callList({})).map((one) => one.callId)).not.toContain(callId)
    const told = await rig.superuser`
      select action, actor_id as actor from officine.audit_event where subject_id = ${person} order by at, action`
    expect(told).toMatchObject([
      { action: 'call.open', actor: clerk },
      { action: 'call.settle', actor: clerk },
    ])
  })

  test('reads what to say as the letter says it, and a call that nobody answers stays with its tries', async () => {
    const person = await rig.person(allumiere, null, '+390766000118')
    const clerk = await rig.person(allumiere, anAddress())
    const bookingId = await rig.book(allumiere, person, '2026-11-26')
    await rig.settled(allumiere, bookingId)
    const { desk } = await doors(allumiere, clerk, 'front-desk')
    const listed = async () => (await desk.callList({})).filter((one) => one.bookingId === bookingId)
    const waiting = (await desk.callCount()).calls
    const [{ callId } = { callId: '' }] = await listed()
    const { say, speaks } = await desk.openCall({ callId })
    expect(speaks).toBe('it')
    expect(say[0]).toEqual({ kind: 'text', text: 'la tua prenotazione è confermata.' })
    expect(say[1]).toMatchObject({ kind: 'facts' })
    expect(JSON.stringify(say)).toContain('giovedì 26 novembre, 9:00-14:00')
    expect(JSON.stringify(say)).not.toContain('http')

    // Pressed twice by one who saw no try: one try.
    expect(await desk.noteNoAnswer({ callId, triesSeen: 0 })).toEqual({ noted: true, tries: 1 })
    expect(await desk.noteNoAnswer({ callId, triesSeen: 0 })).toEqual({ noted: true, tries: 1 })
    expect(await desk.noteNoAnswer({ callId, triesSeen: 1 })).toEqual({ noted: true, tries: 2 })
    expect(await listed()).toMatchObject([{ tries: 2, triedAtLabel: 'venerdì 20 novembre, ore 9:00' }])
    expect((await desk.callCount()).calls).toBe(waiting)
    expect(await desk.settleCall({ callId, outcome: 'given-up' })).toEqual({ settled: true })
    expect((await desk.callCount()).calls).toBe(waiting - 1)
    expect(await desk.noteNoAnswer({ callId, triesSeen: 2 })).toEqual({
      noted: false,
      refusal: { reason: 'settled-already' },
    })
    const told = await rig.superuser`
      select action, count(*)::int as times from officine.audit_event where subject_id = ${person} group by action order by action`
    expect(told).toMatchObject([
      { action: 'call.no-answer', times: 2 },
      { action: 'call.open', times: 1 },
      { action: 'call.settle', times: 1 },
    ])
  })

  test('is not asked to call about a booking that has begun', async () => {
    const person = await rig.person(allumiere, null)
    const bookingId = await rig.book(allumiere, person, '2026-11-24')
    await rig.settled(allumiere, bookingId)
    const listed = async () =>
      (await (await doors(allumiere, person, 'operator')).desk.callList({})).filter(
        (one) => one.bookingId === bookingId,
      )
    expect(await listed()).toMatchObject([{ hasPhone: false }])
    rig.clock.now = new Date('2026-11-24T08:00:00Z')
    expect(await listed()).toEqual([])
  })

  test('of a manager sees what could not leave, and asks for what was given up once', async () => {
    await rig.smtp.stop()
    const manager = await rig.person(allumiere, anAddress())
    const bookingId = await rig.book(allumiere, await rig.person(allumiere, anAddress()), '2026-11-25')
    await rig.until('it was tried', async () =>
      (await rig.words(allumiere, bookingId)).some(({ attempts }) => attempts > 0),
    )
    const { desk } = await doors(allumiere, manager, 'manager')
    // Words about others may be waiting too: the server that is away is everybody's.
    const delayed = (await desk.failedJobs({})).find(({ topic }) => topic === 'booking-confirmed')
    expect(delayed).toMatchObject({ state: 'delayed', fault: 'ESOCKET' })
    const wordId = delayed?.wordId ?? ''
    expect(await desk.retryJob({ wordId })).toEqual({ retried: false, refusal: { reason: 'not-failed' } })
    await expect((await doors(allumiere, manager, 'operator')).desk.failedJobs({})).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })

    await rig.superuser`update officine.outbox set outcome = 'failed', settled_at = now() where id = ${wordId}`
    await rig.smtp.start()
    expect(await desk.retryJob({ wordId })).toEqual({ retried: true })
    expect(await desk.retryJob({ wordId })).toEqual({
      retried: false,
      refusal: { reason: 'retried-already' },
    })
    await rig.settled(allumiere, bookingId)
    expect((await desk.failedJobs({})).map((one) => one.wordId)).not.toContain(wordId)
  })
})
