import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listOpenCalls } from '@officine/db/call-list'
import { queueSchema } from '@officine/db/catalogue/allowances'
import { findVerification, followLink } from '@officine/db/email-verifications'
import { erasePerson } from '@officine/db/erase-person'
import { newId } from '@officine/db/new-id'
import { savePreference } from '@officine/db/notification-preferences'
import { insertRetry, insertWords, listTroubledWords } from '@officine/db/outbox'
import { withTenant } from '@officine/db/with-tenant'
import { remindersOf } from '@officine/domain/word/reminders'
import { deliverWord } from '../src/notifications/deliver-word.ts'
import { openQueue } from '../src/notifications/queue.ts'
import { allumiere, pignataro, wordRig } from './word-rig.ts'
import type { WordRig } from './word-rig.ts'

const day = '2026-11-23' // a Monday
const startsAt = new Date('2026-11-23T08:00:00Z')
const bookedAt = new Date('2026-11-20T08:00:00Z')
const hour = 3_600_000
const before = (hours: number) => new Date(startsAt.getTime() - hours * hour)

let rig: WordRig
beforeAll(async () => {
  rig = await wordRig()
})
afterAll(() => rig.end())
beforeEach(() => {
  rig.clock.now = bookedAt
})

let seed = 0
const anAddress = () => `persona${(seed += 1)}@posta.example`
const outcomes = async (town: typeof allumiere, bookingId: string) =>
  (await rig.settled(town, bookingId)).map(({ topic, outcome, because }) => [topic, outcome, because])
const calendarOf = (mail: ReturnType<WordRig['mailsTo']>[number] | undefined) => {
  const file = mail?.email.attachments.find(({ filename }) => filename === 'prenotazione.ics')
  return new TextDecoder().decode(file?.content as ArrayBuffer)
}

test('nobody is called about who was erased before the word left', async () => {
  const personId = await rig.person(allumiere, anAddress())
  const bookingId = await rig.book(allumiere, personId, '2026-11-25')
  const wordId = newId(rig.clock.now)
  await withTenant(rig.api, allumiere, async (tx) => {
    await insertWords(
      tx,
      bookingId,
      [{ id: wordId, topic: 'booking-closed-out', runAt: rig.clock.now }],
      rig.clock.now,
    )
    await erasePerson(tx, personId, rig.clock.now)
  })
  await deliverWord(rig.office, { tenantId: allumiere, id: wordId })
  expect((await rig.words(allumiere, bookingId)).find(({ id }) => id === wordId)).toMatchObject({
    outcome: 'dropped',
    because: 'booking-gone',
  })
  const calls = await withTenant(rig.api, allumiere, (tx) => listOpenCalls(tx, rig.clock.now))
  expect(calls.filter((call) => call.bookingId === bookingId)).toEqual([])
})

describe('with a worker and a mail server', () => {
  let stop: () => Promise<void>
  beforeAll(async () => {
    stop = await rig.startWorker()
  })
  afterAll(() => stop())

  test('a booking is confirmed by a mail that says all there is to know', async () => {
    const to = anAddress()
    const bookingId = await rig.book(allumiere, await rig.person(allumiere, to), day)
    await rig.settled(allumiere, bookingId)
    const [mail, ...others] = rig.mailsTo(to)
    expect(others).toEqual([])
    expect(mail?.email.subject).toBe('Allumiere: prenotazione confermata, lunedì 23 novembre, ore 9:00')
    expect(mail?.email.from?.name).toBe('Officina Municipale, Allumiere')
    expect(mail?.email.text).toContain('Quando: lunedì 23 novembre, 9:00-14:00')
    expect(mail?.email.text).toContain('Piazza della Repubblica, 00051 Allumiere (RM)')
    expect(mail?.email.text).toMatch(/Codice: [0-9A-Z]{4}-[0-9A-Z]{4}/)
    expect(mail?.email.text).toContain(`http://allumiere.localhost:3000/prenotazioni/${bookingId}`)
    expect(mail?.email.text).toContain('Annulla dalla pagina della prenotazione')
    expect(mail?.email.html).toContain('<html lang="it">')
    expect(mail?.email.messageId).toBe(`<booking-confirmed.${bookingId}.0@officine.example>`)
  })

  test('one calendar entry follows the booking: entered, moved, taken out', async () => {
    const to = anAddress()
    const bookingId = await rig.book(allumiere, await rig.person(allumiere, to), day)
    await rig.settled(allumiere, bookingId)

    const movedTo = new Date(startsAt.getTime() + 24 * hour)
    const later = new Date(bookedAt.getTime() + hour)
    await rig.superuser`update officine.booking set starts_at = ${movedTo.toISOString()}, ends_at = ${new Date(movedTo.getTime() + hour).toISOString()}, day = '2026-11-24' where id = ${bookingId}`
    await withTenant(rig.api, allumiere, (tx) =>
      insertWords(
        tx,
        bookingId,
        [{ topic: 'booking-moved', at: later }, ...remindersOf(movedTo, later)].map(({ topic, at }) => ({
          id: newId(later),
          topic,
          runAt: at,
        })),
        later,
      ),
    )
    rig.clock.now = later
    await rig.settled(allumiere, bookingId)
    rig.clock.now = new Date(later.getTime() + hour)
    await rig.cancel(allumiere, bookingId, 'guasto all’impianto')
    await rig.settled(allumiere, bookingId)

    const mails = rig.mailsTo(to).toReversed()
    expect(mails.map(({ email }) => email.subject)).toEqual([
      'Allumiere: prenotazione confermata, lunedì 23 novembre, ore 9:00',
      'Allumiere: prenotazione spostata a martedì 24 novembre, ore 9:00',
      'Allumiere: prenotazione annullata, martedì 24 novembre, ore 9:00',
    ])
    expect(mails[2]?.email.text).toContain('Il motivo: guasto all’impianto')
    const files = mails.map(calendarOf)
    for (const file of files) expect(file).toContain(`UID:${bookingId}@officine-municipali`)
    expect(files.map((file) => /SEQUENCE:(\d)/.exec(file)?.[1])).toEqual(['0', '1', '2'])
    expect(files.map((file) => /METHOD:(\w+)/.exec(file)?.[1])).toEqual(['REQUEST', 'REQUEST', 'CANCEL'])
    expect(files[0]).toContain('DTSTART:20261123T080000Z')
    expect(files[1]).toContain('DTSTART:20261124T080000Z')
    expect(files[2]).toContain('STATUS:CANCELLED')

    // Of four reminders none is left to say: the first hour is gone, and so is the booking.
    rig.clock.now = new Date(movedTo.getTime() - 24 * hour)
    const reminders = (await outcomes(allumiere, bookingId)).filter(([topic]) => topic === 'booking-reminder')
    expect(reminders).toEqual(Array(2).fill(['booking-reminder', 'dropped', 'not-active']))
    expect(rig.mailsTo(to)).toHaveLength(3)
  })

  test('a reminder comes the day before and once, in the reader’s language; two hours before only to who asked', async () => {
    const [to, other] = [anAddress(), anAddress()]
    const [asked, silent] = [await rig.person(allumiere, to), await rig.person(allumiere, other)]
    await withTenant(rig.api, allumiere, (tx) =>
      savePreference(
        tx,
        asked,
        { language: 'en', dayBefore: true, twoHoursBefore: true, calendarFile: false, prefersPhone: false },
        bookedAt,
      ),
    )
    const bookings = [await rig.book(allumiere, asked, day), await rig.book(allumiere, silent, day)]
    for (const now of [before(24), before(2)]) {
      rig.clock.now = now
      for (const bookingId of bookings) await rig.settled(allumiere, bookingId)
    }
    expect(rig.mailsTo(to).map(({ email }) => email.subject)).toEqual([
      'Allumiere: reminder for today, Monday 23 November, 9:00',
      'Allumiere: reminder for tomorrow, Monday 23 November, 9:00',
      'Allumiere: booking confirmed, Monday 23 November, 9:00',
    ])
    expect(rig.mailsTo(to).flatMap(({ email }) => email.attachments)).toEqual([])
    expect(rig.mailsTo(other).map(({ email }) => email.subject)).toEqual([
      'Allumiere: promemoria per domani, lunedì 23 novembre, ore 9:00',
      'Allumiere: prenotazione confermata, lunedì 23 novembre, ore 9:00',
    ])
    expect(await outcomes(allumiere, bookings[1] ?? '')).toContainEqual([
      'booking-reminder-soon',
      'dropped',
      'not-wanted',
    ])
  })

  test('over the night in which the clocks change, the hours said are those on the wall', async () => {
    rig.clock.now = new Date('2026-10-22T08:00:00Z')
    const to = anAddress()
    const bookingId = await rig.book(allumiere, await rig.person(allumiere, to), '2026-10-26')
    rig.clock.now = new Date('2026-10-25T08:00:00Z')
    await rig.settled(allumiere, bookingId)
    expect(rig.mailsTo(to).map(({ email }) => email.subject)).toEqual([
      'Allumiere: promemoria per domani, lunedì 26 ottobre, ore 9:00',
      'Allumiere: prenotazione confermata, lunedì 26 ottobre, ore 9:00',
    ])
  })

  test('a cancelled booking is not reminded of', async () => {
    const to = anAddress()
    const bookingId = await rig.book(allumiere, await rig.person(allumiere, to), day)
    await rig.settled(allumiere, bookingId)
    await rig.cancel(allumiere, bookingId)
    rig.clock.now = before(24)
    expect(await outcomes(allumiere, bookingId)).toContainEqual(['booking-reminder', 'dropped', 'not-active'])
    expect(rig.mailsTo(to).map(({ email }) => email.subject)).toEqual([
      expect.stringContaining('annullata'),
      expect.stringContaining('confermata'),
    ])
  })

  test('who has no address is put on the desk’s list of calls, and nothing else happens', async () => {
    const personId = await rig.person(allumiere, null, '+390766000111')
    const bookingId = await rig.book(allumiere, personId, day)
    expect(await outcomes(allumiere, bookingId)).toContainEqual(['booking-confirmed', 'call', 'no-email'])
    const calls = await withTenant(rig.api, allumiere, (tx) => listOpenCalls(tx, rig.clock.now))
    expect(calls.filter((call) => call.bookingId === bookingId)).toMatchObject([
      { personId, topic: 'booking-confirmed', because: 'no-email', phone: '+390766000111', settledAt: null },
    ])
    const elsewhere = await withTenant(rig.api, pignataro, (tx) => listOpenCalls(tx, rig.clock.now))
    expect(elsewhere).toEqual([])
  })

  test('an address that nobody has answered from reads no name, no code and no place, until its owner follows the link', async () => {
    const to = anAddress()
    const personId = await rig.person(allumiere, to, undefined, false)
    const first = await rig.book(allumiere, personId, day)
    await rig.settled(allumiere, first)
    const [reduced] = rig.mailsTo(to)
    expect(reduced?.email.subject).toBe('Allumiere: prenotazione confermata')
    expect(reduced?.email.text).not.toMatch(/Persona|Piazza|[0-9A-Z]{4}-[0-9A-Z]{4}|prenotazioni\//)
    expect(reduced?.email.attachments).toEqual([])

    const secret = /conferma-indirizzo\?codice=([\w-]+)/.exec(reduced?.email.text ?? '')?.[1] ?? ''
    const follow = (town: typeof allumiere) =>
      withTenant(rig.api, town, (tx) => followLink(tx, secret, rig.clock.now))
    expect(await follow(pignataro)).toBe('unknown')
    expect(await follow(allumiere)).toBe('verified')
    expect(await follow(allumiere)).toBe('verified')

    const second = await rig.book(allumiere, personId, '2026-11-24')
    await rig.settled(allumiere, second)
    expect(rig.mailsTo(to)[0]?.email.text).toMatch(/Codice: /)
  })

  test('an address that refuses mail is left alone, and the desk calls', async () => {
    const to = `rifiutata@posta${(seed += 1)}.example`
    const personId = await rig.person(allumiere, to, '+390766000112')
    const bookingId = await rig.book(allumiere, personId, day)
    expect(await outcomes(allumiere, bookingId)).toContainEqual([
      'booking-confirmed',
      'call',
      'address-refused',
    ])
    const known = await withTenant(rig.api, allumiere, (tx) => findVerification(tx, personId, to))
    expect(known?.refusedAt).toEqual(bookedAt)
    await rig.cancel(allumiere, bookingId, 'chiusura')
    expect(await outcomes(allumiere, bookingId)).toContainEqual([
      'booking-cancelled',
      'call',
      'address-refused',
    ])
  })

  test('nobody is told about a sample', async () => {
    const to = anAddress()
    const bookingId = await rig.book(allumiere, await rig.person(allumiere, to), '2026-11-25')
    const sample = await rig.book(allumiere, await rig.person(allumiere, to), '2026-11-25')
    await rig.superuser`update officine.booking set request_hash = 'sample' where id = ${sample}`
    await rig.settled(allumiere, bookingId)
    await rig.cancel(allumiere, sample, 'prova')
    expect(await outcomes(allumiere, sample)).toContainEqual(['booking-cancelled', 'dropped', 'sample'])
  })

  test('each town writes in its own name, and a word of one is nothing in the other', async () => {
    const [to, other] = [anAddress(), anAddress()]
    const here = await rig.book(allumiere, await rig.person(allumiere, to), day)
    const there = await rig.book(pignataro, await rig.person(pignataro, other), day)
    const [word] = await rig.settled(allumiere, here)
    await rig.settled(pignataro, there)
    expect(rig.mailsTo(to)).toHaveLength(1)
    expect(rig.mailsTo(to)[0]?.email.text).not.toMatch(/Pignataro/)
    expect(rig.mailsTo(other)[0]?.email.text).toContain('http://pignataro-interamna.localhost:3000/')
    expect(rig.mailsTo(other)[0]?.email.text).not.toMatch(/Allumiere/)

    await rig.superuser`update officine.outbox set settled_at = null, outcome = null where id = ${word?.id ?? ''}`
    expect(await deliverWord(rig.office, { tenantId: pignataro, id: word?.id ?? '' })).toEqual({
      settled: true,
    })
    expect(rig.mailsTo(to)).toHaveLength(1)
    // In its own town it was told already, whatever its row says now.
    expect(await deliverWord(rig.office, { tenantId: allumiere, id: word?.id ?? '' })).toEqual({
      settled: true,
    })
    expect(rig.mailsTo(to)).toHaveLength(1)
  })

  test('the queue holds a town and a row id of each word, and nothing else', async () => {
    const keys = await rig.superuser`
      select distinct (select string_agg(k, ',' order by k) from jsonb_object_keys(data) k) as keys from pgboss.job`
    expect(keys).toMatchObject([{ keys: 'id,tenantId' }])
    const [{ longest } = { longest: undefined }] = await rig.superuser`
      select max(extract(epoch from deletion_seconds * interval '1 second')) as longest from pgboss.job`
    expect(Number(longest)).toBeLessThanOrEqual(86_400)
  })
})

describe('the mail server is away for a whole journey', () => {
  test('and back later: every mail arrives once, in its order, and none late for its event', async () => {
    await rig.smtp.stop()
    const stop = await rig.startWorker()
    const addresses = Array.from({ length: 6 }, anAddress)
    const bookings = await Promise.all(
      addresses.map(async (to) => rig.book(allumiere, await rig.person(allumiere, to), '2026-11-26')),
    )
    const [cancelled = '', reminded = ''] = bookings
    rig.clock.now = new Date(bookedAt.getTime() + hour)
    await rig.cancel(allumiere, cancelled, 'guasto')
    await rig.until('it was tried in vain', async () =>
      (await rig.words(allumiere, cancelled)).some(({ attempts }) => attempts >= 1),
    )
    const [tried] = await rig.words(allumiere, cancelled)
    expect(tried).toMatchObject({ outcome: null, fault: 'ESOCKET' })
    const troubled = await withTenant(rig.api, allumiere, (tx) => listTroubledWords(tx, 100))
    expect(troubled.map(({ rowId }) => rowId)).toContain(cancelled)

    // The moment of the reminder passes meanwhile, by three quarters of an hour.
    rig.clock.now = new Date('2026-11-25T08:45:00Z')
    await rig.until('the reminder was given up', async () =>
      (await rig.words(allumiere, reminded)).some(({ because }) => because === 'late'),
    )
    await rig.smtp.start()
    for (const bookingId of bookings) await rig.settled(allumiere, bookingId)
    await stop()

    expect(rig.mailsTo(addresses[0] ?? '').map(({ email }) => email.subject)).toEqual([
      'Allumiere: prenotazione annullata, giovedì 26 novembre, ore 9:00',
      'Allumiere: prenotazione confermata, giovedì 26 novembre, ore 9:00',
    ])
    for (const to of addresses.slice(1)) {
      expect(rig.mailsTo(to).map(({ email }) => email.subject)).toEqual([
        'Allumiere: prenotazione confermata, giovedì 26 novembre, ore 9:00',
      ])
    }
  })

  test('until the booking has begun: then nothing is said, and it is noted', async () => {
    await rig.smtp.stop()
    const stop = await rig.startWorker()
    const to = anAddress()
    const bookingId = await rig.book(allumiere, await rig.person(allumiere, to), day)
    await rig.until('it was tried in vain', async () =>
      (await rig.words(allumiere, bookingId)).some(({ attempts }) => attempts >= 1),
    )
    rig.clock.now = startsAt
    await rig.smtp.start()
    expect(await outcomes(allumiere, bookingId)).toEqual([
      ['booking-confirmed', 'dropped', 'begun'],
      ['booking-reminder', 'dropped', 'begun'],
      ['booking-reminder-soon', 'dropped', 'begun'],
    ])
    await stop()
    expect(rig.mailsTo(to)).toEqual([])
  })

  test('for good: the word is given up, a manager sees it, the desk calls, and asked again it leaves', async () => {
    await rig.smtp.stop()
    const stop = await rig.startWorker({}, { tries: 0 })
    const to = anAddress()
    const bookingId = await rig.book(allumiere, await rig.person(allumiere, to), day)
    expect(await outcomes(allumiere, bookingId)).toContainEqual(['booking-confirmed', 'failed', 'ESOCKET'])
    const [failed, calls] = await withTenant(rig.api, allumiere, async (tx) => [
      (await listTroubledWords(tx, 100)).find(({ rowId }) => rowId === bookingId),
      (await listOpenCalls(tx, rig.clock.now)).filter((call) => call.bookingId === bookingId),
    ])
    expect(failed).toMatchObject({ outcome: 'failed', attempts: 1 })
    expect(calls).toMatchObject([{ because: 'mail-failed' }])

    await rig.smtp.start()
    rig.clock.now = new Date(bookedAt.getTime() + hour)
    if (failed === undefined) throw new Error('Nothing failed')
    await withTenant(rig.api, allumiere, (tx) => insertRetry(tx, failed, newId(rig.clock.now), rig.clock.now))
    await rig.settled(allumiere, bookingId)
    await stop()
    expect(rig.mailsTo(to).map(({ email }) => email.messageId)).toEqual([
      `<booking-confirmed.${bookingId}.0@officine.example>`,
    ])
    const left = await withTenant(rig.api, allumiere, (tx) => listTroubledWords(tx, 100))
    expect(left.filter(({ rowId }) => rowId === bookingId)).toEqual([])
  })
})

describe('the worker', () => {
  test('that dies after a mail left and before it was written down sends it again, under the same Message-ID', async () => {
    let deaths = 0
    const stop = await rig.startWorker({
      mailer: {
        send: async (mail) => {
          const outcome = await rig.office.mailer.send(mail)
          deaths += 1
          if (deaths === 1) throw new Error('The process is gone')
          return outcome
        },
      },
    })
    const to = anAddress()
    const bookingId = await rig.book(allumiere, await rig.person(allumiere, to), day)
    await rig.settled(allumiere, bookingId)
    await stop()
    const ids = rig.mailsTo(to).map(({ email }) => email.messageId)
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
  })

  test('that runs twice tells everything once', async () => {
    const stops = [await rig.startWorker(), await rig.startWorker()]
    const addresses = Array.from({ length: 4 }, anAddress)
    const bookings = await Promise.all(
      addresses.map(async (to) => rig.book(pignataro, await rig.person(pignataro, to), '2026-11-24')),
    )
    for (const bookingId of bookings) await rig.settled(pignataro, bookingId)
    await Promise.all(stops.map((stop) => stop()))
    expect(addresses.map((to) => rig.mailsTo(to).length)).toEqual(addresses.map(() => 1))
  })

  test('hands a word over as often as it likes: the queue has it once, also when it is done', async () => {
    const queue = await openQueue({
      url: rig.database.url('worker'),
      schema: queueSchema,
      onError: () => {},
    })
    const id = newId(bookedAt)
    await queue.hand(allumiere, [id])
    await queue.hand(allumiere, [id])
    await rig.superuser`update pgboss.job set state = 'completed' where id = ${id}`
    await queue.hand(allumiere, [id])
    const jobs = await rig.superuser`select state from pgboss.job where data->>'id' = ${id}`
    expect(jobs).toMatchObject([{ state: 'completed' }])
    await queue.stop()
  })

  test('that finds the queue empty after a restore takes the words from where they are kept', async () => {
    await rig.smtp.stop()
    const stop = await rig.startWorker()
    const to = anAddress()
    const bookingId = await rig.book(allumiere, await rig.person(allumiere, to), day)
    await rig.until('it was tried in vain', async () =>
      (await rig.words(allumiere, bookingId)).some(({ attempts }) => attempts >= 1),
    )
    await stop()
    await rig.superuser`delete from pgboss.job`
    await rig.smtp.start()
    rig.clock.now = new Date(bookedAt.getTime() + 2 * hour)
    const again = await rig.startWorker()
    await rig.settled(allumiere, bookingId)
    await again()
    expect(rig.mailsTo(to)).toHaveLength(1)
  })

  test('hears of a word from the town’s hint, without walking over all towns', async () => {
    const stop = await rig.startWorker({}, {}, 3_600_000)
    await pause(500) // its first walk is over
    const to = anAddress()
    const bookingId = await rig.book(pignataro, await rig.person(pignataro, to), '2026-11-25')
    await rig.settled(pignataro, bookingId)
    await stop()
    expect(rig.mailsTo(to)).toHaveLength(1)
  })

  test('finds on its walk the word that no hint told of', async () => {
    const to = anAddress()
    const bookingId = await rig.book(pignataro, await rig.person(pignataro, to), '2026-11-26')
    await rig.until('the hint is there', async () => {
      const [hint] = await rig.superuser`delete from officine.outbox_hint returning tenant_id`
      return hint !== undefined
    })
    const stop = await rig.startWorker()
    await rig.settled(pignataro, bookingId)
    await stop()
    expect(rig.mailsTo(to)).toHaveLength(1)
  })

  test('waits with the words of a town that is suspended', async () => {
    const to = anAddress()
    const bookingId = await rig.book(allumiere, await rig.person(allumiere, to), '2026-11-27')
    await rig.superuser`update officine.tenant set suspended_at = now() where id = ${allumiere}`
    const stop = await rig.startWorker()
    await pause(1_500)
    expect((await rig.words(allumiere, bookingId))[0]?.outcome).toBeNull()
    await rig.superuser`update officine.tenant set suspended_at = null where id = ${allumiere}`
    await rig.settled(allumiere, bookingId)
    await stop()
    expect(rig.mailsTo(to)).toHaveLength(1)
  })
})
