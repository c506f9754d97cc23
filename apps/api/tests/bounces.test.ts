import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listOpenCalls } from '@officine/db/call-list'
import { findVerification, saveLink } from '@officine/db/email-verifications'
import { erasePerson } from '@officine/db/erase-person'
import { withTenant } from '@officine/db/with-tenant'
import { warmUp } from '@officine/testing/town-in-database'
import { returnedMail } from '../src/dev/mailbox/returned-mail.ts'
import { describeBounce } from '../src/notifications/describe-bounce.ts'
import { deliverWord } from '../src/notifications/deliver-word.ts'
import { receiveBounce } from '../src/notifications/receive-bounce.ts'
import { newReturnToken, readReturnPath, returnPath } from '../src/notifications/return-path.ts'
import { allumiere, pignataro, wordRig } from './word-rig.ts'
import type { WordRig } from './word-rig.ts'

const bookedAt = new Date('2026-11-20T08:00:00Z')
const hour = 3_600_000
let rig: WordRig
beforeAll(async () => {
  rig = await wordRig()
})
afterAll(() => rig.end())
beforeEach(() => {
  rig.clock.now = bookedAt
})

let seed = 0
const anAddress = () => `torna${(seed += 1)}@posta.example`
const receive = (raw: Buffer | string) => receiveBounce(rig.office, Buffer.from(raw))

/** Somebody with a booking whose confirmation has left: under which return path, to which address. */
async function told(day: string, to = anAddress()) {
  const personId = await rig.person(allumiere, to)
  const bookingId = await rig.book(allumiere, personId, day)
  let path = ''
  const mailer = {
    send: async (mail: { readonly returnPath: string }) => {
      path = mail.returnPath
      return { sent: true as const }
    },
  }
  for (const { id, topic } of await rig.words(allumiere, bookingId))
    if (topic === 'booking-confirmed')
      await deliverWord({ ...rig.office, mailer }, { tenantId: allumiere, id })
  return { personId, bookingId, to, path }
}
const callsAbout = async (bookingId: string) =>
  (await withTenant(rig.api, allumiere, (tx) => listOpenCalls(tx, rig.clock.now)))
    .filter((call) => call.bookingId === bookingId)
    .map(({ topic, because }) => [topic, because])
const isRefused = async (personId: string, to: string) => {
  const known = await withTenant(rig.api, allumiere, (tx) => findVerification(tx, personId, to))
  return (known?.refusedAt ?? undefined) !== undefined
}

describe('a mail that comes back', () => {
  test('from an unknown mailbox ends mail to that address, and its word becomes a call', async () => {
    const { personId, bookingId, to, path } = await told('2026-11-23')
    expect(readReturnPath(path)).toBeDefined()
    expect(await receive(returnedMail(path, to, bookedAt))).toEqual({ noted: 'refused', isCallAsked: true })
    expect(await isRefused(personId, to)).toBe(true)
    expect(await callsAbout(bookingId)).toEqual([['booking-confirmed', 'address-refused']])
  })

  test('is noted once, however often it is reported', async () => {
    const { bookingId, to, path } = await told('2026-11-24')
    // Warm connections: with one, the reports would queue up and never meet.
    await warmUp(rig.worker, 5)
    const often = await Promise.all(
      Array.from({ length: 5 }, () => receive(returnedMail(path, to, bookedAt))),
    )
    expect(often.map(({ noted }) => noted).filter((noted) => noted === 'refused')).toHaveLength(1)
    expect(await callsAbout(bookingId)).toHaveLength(1)
  })

  test('is no call any more once the booking has begun, and the address is marked all the same', async () => {
    const { personId, bookingId, to, path } = await told('2026-11-25')
    rig.clock.now = new Date('2026-11-25T09:00:00Z')
    expect(await receive(returnedMail(path, to, bookedAt))).toEqual({ noted: 'refused', isCallAsked: false })
    expect(await isRefused(personId, to)).toBe(true)
    rig.clock.now = bookedAt
    expect(await callsAbout(bookingId)).toEqual([])
  })

  test('delayed is noted and changes nothing else; back after that, it counts', async () => {
    const { personId, bookingId, to, path } = await told('2026-11-26')
    const delayed = returnedMail(path, to, bookedAt)
      .toString()
      .replace('Action: failed', 'Action: delayed')
      .replace('Status: 5.1.1', 'Status: 4.4.1')
    expect(await receive(delayed)).toEqual({ noted: 'delayed' })
    expect([await isRefused(personId, to), await callsAbout(bookingId)]).toEqual([false, []])
    expect(await receive(returnedMail(path, to, bookedAt))).toMatchObject({ noted: 'refused' })
  })

  test('for what it says is a call, and the address stays good', async () => {
    const { personId, bookingId, to, path } = await told('2026-11-27')
    const blocked = returnedMail(path, to, bookedAt).toString().replace('Status: 5.1.1', 'Status: 5.7.1')
    expect(await receive(blocked)).toEqual({ noted: 'lost', isCallAsked: true })
    expect(await isRefused(personId, to)).toBe(false)
    expect(await callsAbout(bookingId)).toEqual([['booking-confirmed', 'mail-failed']])
  })

  test('older than the owner’s wish to be written to again is nothing against the address', async () => {
    const { personId, to, path } = await told('2026-11-30')
    rig.clock.now = new Date(bookedAt.getTime() + hour)
    await withTenant(rig.api, allumiere, (tx) => saveLink(tx, personId, to, rig.clock.now))
    expect(await receive(returnedMail(path, to, bookedAt))).toEqual({
      noted: 'nothing',
      because: 'asked-anew',
    })
    expect(await isRefused(personId, to)).toBe(false)
  })

  test('is found by the tag of its address whatever its case, and told by a line without a name', async () => {
    const { to, path } = await told('2026-12-01')
    const outcome = await receive(returnedMail(path.toUpperCase(), to, bookedAt))
    expect(describeBounce(outcome)).toBe('noted: the address takes no mail, the desk is asked to call')
  })
})

describe('what is piped in and is not ours changes nothing, and says so', () => {
  test('an invented token, another town’s, no return path, no notification', async () => {
    const { personId, to, path } = await told('2026-12-02')
    const before = await rig.superuser`select * from officine.mail_return order by token`
    const invented = returnPath('posta@officine.example', allumiere, newReturnToken())
    const elsewhere = returnPath('posta@officine.example', pignataro, readReturnPath(path)?.token ?? '')
    for (const forged of [invented, elsewhere])
      expect(await receive(returnedMail(forged, to, bookedAt))).toEqual({
        noted: 'nothing',
        because: 'unknown-mail',
      })
    expect(await receive(returnedMail('posta@officine.example', to, bookedAt))).toEqual({
      noted: 'nothing',
      because: 'no-return-path',
    })
    const letter = `From: <${to}>\r\nTo: <${path}>\r\nSubject: Grazie\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n`
    expect(await receive(letter)).toEqual({ noted: 'nothing', because: 'not-a-notification' })
    expect(await receive('')).toEqual({ noted: 'nothing', because: 'not-a-notification' })
    expect(await rig.superuser`select * from officine.mail_return order by token`).toEqual(before)
    expect(await isRefused(personId, to)).toBe(false)
  })

  test('the return path of somebody who was erased', async () => {
    const { personId, to, path } = await told('2026-12-03')
    await withTenant(rig.api, allumiere, (tx) => erasePerson(tx, personId, bookedAt))
    expect(await receive(returnedMail(path, to, bookedAt))).toEqual({
      noted: 'nothing',
      because: 'unknown-mail',
    })
  })
})

test('a mail that leaves twice has one return path, and an address of its own another', async () => {
  const personId = await rig.person(allumiere, 'prima@posta.example')
  const bookingId = await rig.book(allumiere, personId, '2026-12-04')
  const paths: string[] = []
  const mailer = {
    send: async (mail: { readonly returnPath: string }) => {
      paths.push(mail.returnPath)
      return { sent: false as const, reason: 'try-later' as const, code: '451' }
    },
  }
  const [word] = (await rig.words(allumiere, bookingId)).filter(({ topic }) => topic === 'booking-confirmed')
  const deliver = () => deliverWord({ ...rig.office, mailer }, { tenantId: allumiere, id: word?.id ?? '' })
  await deliver()
  await deliver()
  await rig.superuser`update officine.person set email = 'dopo@posta.example' where id = ${personId}`
  await deliver()
  expect(paths[1]).toBe(paths[0])
  expect(paths[2]).not.toBe(paths[0])
})

test('the mail server of development accepts mail for rimbalza@, and it comes back through the same door', async () => {
  const stop = await rig.startWorker()
  const to = 'rimbalza@posta.example'
  const personId = await rig.person(allumiere, to)
  const bookingId = await rig.book(allumiere, personId, '2026-12-03')
  await rig.until('the mail has come back', () => isRefused(personId, to))
  expect(rig.mailsTo(to)).toHaveLength(1)
  expect(await callsAbout(bookingId)).toEqual([['booking-confirmed', 'address-refused']])
  await stop()
})

describe('the program that a mail system pipes to', () => {
  const program = fileURLToPath(new URL('../src/bounce.ts', import.meta.url))
  const pipe = async (mail: Buffer | string, url: string) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program], {
      env: { ...process.env, DATABASE_URL_WORKER: url },
    })
    child.stdin.end(mail)
    const [said, complained] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close'),
    ])
    return { status: child.exitCode, said, complained }
  }

  test('takes in one mail as the worker, says in a line what it did, and returns nothing to anybody', async () => {
    const { personId, to, path } = await told('2026-12-03')
    const url = rig.database.url('worker')
    expect(await pipe(returnedMail(path, to, bookedAt), url)).toEqual({
      status: 0,
      // By the machine's clock the booking may be near or far: the call is another test's.
      said: expect.stringMatching(/^noted: the address takes no mail/),
      complained: '',
    })
    expect(await isRefused(personId, to)).toBe(true)
    expect(await pipe('Subject: ciao\r\n\r\nciao\r\n', url)).toEqual({
      status: 0,
      said: 'nothing changed: this is no delivery status notification\n',
      complained: '',
    })
  })

  test('asks to be piped again when the database is away, and works as nobody else', async () => {
    const { to, path } = await told('2026-12-03')
    const mail = returnedMail(path, to, bookedAt)
    expect((await pipe(mail, 'postgres://officine_worker:x@127.0.0.1:1/x')).status).toBe(75)
    const asApi = await pipe(mail, rig.database.url('api'))
    expect([asApi.status, asApi.said]).toEqual([1, ''])
  })
})
