import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { queueSchema } from '@officine/db/catalogue/allowances'
import { closeDatabase, openDatabase } from '@officine/db/database'
import type { Database } from '@officine/db/database'
import { insertAttestedAddress } from '@officine/db/email-verifications'
import { updateContacts } from '@officine/db/people'
import { withTenant } from '@officine/db/with-tenant'
import { hashOfJson } from '@officine/domain/allocation/hashes'
import { tenantId } from '@officine/domain/tenant-id'
import type { TenantId } from '@officine/domain/tenant-id'
import { testDatabase } from '@officine/testing/test-database'
import type { TestDatabase } from '@officine/testing/test-database'
import { applyTowns, insertPeople } from '@officine/testing/town-in-database'
import { book } from '../src/bookings/book.ts'
import { cancelBooking } from '../src/bookings/cancel.ts'
import { openMailbox } from '../src/dev/mailbox/mailbox.ts'
import type { Mailbox, ReceivedMail } from '../src/dev/mailbox/mailbox.ts'
import { smtpStandIn } from '../src/dev/mailbox/smtp-stand-in.ts'
import type { SmtpStandIn } from '../src/dev/mailbox/smtp-stand-in.ts'
import { deliverWord } from '../src/notifications/deliver-word.ts'
import { giveUp } from '../src/notifications/give-up.ts'
import { mailer } from '../src/notifications/mailer.ts'
import type { Mailer } from '../src/notifications/mailer.ts'
import type { PostOffice } from '../src/notifications/post-office.ts'
import { openQueue } from '../src/notifications/queue.ts'
import type { Patience, WordQueue } from '../src/notifications/queue.ts'
import { receiveBounce } from '../src/notifications/receive-bounce.ts'
import { startRelay } from '../src/notifications/relay.ts'
import { townDirectory } from '../src/town-directory.ts'
import type { TownDirectory } from '../src/town-directory.ts'

export const allumiere = tenantId('allumiere')
export const pignataro = tenantId('pignataro-interamna')

export interface WordRow {
  readonly tenantId: string
  readonly id: string
  readonly topic: string
  readonly runAt: Date
  readonly outcome: string | null
  readonly because: string | null
  readonly attempts: number
  readonly fault: string | null
}

/** A town hall's post as it runs: real tables, a real queue, a real mail server that can be switched off, a clock that can be moved. */
export interface WordRig {
  readonly database: TestDatabase
  readonly api: Database
  readonly worker: Database
  readonly superuser: Database['$client']
  readonly towns: TownDirectory
  readonly mailbox: Mailbox
  readonly smtp: SmtpStandIn
  readonly office: PostOffice
  readonly clock: { now: Date }
  /** Starts a worker: relay and queue. It stops with the answer, or with the rig. */
  readonly startWorker: (
    office?: Partial<PostOffice>,
    patience?: Partial<Patience>,
    walkEveryMilliseconds?: number,
  ) => Promise<() => Promise<void>>
  readonly person: (
    town: TenantId,
    email: string | null,
    phone?: string,
    verified?: boolean,
  ) => Promise<string>
  readonly book: (town: TenantId, personId: string, day: string, channel?: 'web' | 'desk') => Promise<string>
  readonly cancel: (town: TenantId, bookingId: string, why?: string) => Promise<void>
  readonly words: (town: TenantId, bookingId?: string) => Promise<readonly WordRow[]>
  /** Waits until what is due has been settled. */
  readonly settled: (town: TenantId, bookingId?: string) => Promise<readonly WordRow[]>
  readonly until: (what: string, isSo: () => Promise<boolean> | boolean) => Promise<void>
  readonly mailsTo: (address: string) => readonly ReceivedMail[]
  readonly end: () => Promise<void>
}

export async function wordRig(): Promise<WordRig> {
  const database = await testDatabase()
  await applyTowns(database)
  const api = openDatabase(database.url('api'), { connections: 4 })
  const worker = openDatabase(database.url('worker'), { connections: 6 })
  const beyond = openDatabase(database.superuserUrl, { connections: 2 })
  const superuser = beyond.$client
  const towns = townDirectory(api, hashOfJson)
  const clock = { now: new Date('2026-11-20T08:00:00Z') }
  const mailbox = await openMailbox(undefined, () => clock.now)
  const port = await freePort()
  const smtp = smtpStandIn({
    port,
    onMail: (raw, to) => mailbox.add(raw, to, clock.now),
    onReturned: async (raw) => void (await receiveBounce({ db: worker, now: () => clock.now }, raw)),
    returnAfterMilliseconds: 0,
  })
  await smtp.start()
  const realMailer: Mailer = mailer(`smtp://127.0.0.1:${port}`)
  const office: PostOffice = {
    db: worker,
    towns: townDirectory(worker, hashOfJson),
    mailer: realMailer,
    now: () => clock.now,
    mailFrom: 'posta@officine.example',
    mailReturn: 'posta@officine.example',
    originOf: ({ id }) => `http://${id}.localhost:3000`,
  }
  const stops = new Set<() => Promise<void>>()
  const townOf = async (town: TenantId) => {
    const found = await towns.atHost(`${town}.localhost`)
    if (found === undefined) throw new Error(`No town ${town}`)
    return found
  }

  const rig: WordRig = {
    database,
    api,
    worker,
    superuser,
    towns,
    mailbox,
    smtp,
    office,
    clock,
    startWorker: async (changes = {}, patience = {}, walkEveryMilliseconds = 1_000) => {
      const mine = { ...office, ...changes }
      const queue: WordQueue = await openQueue({
        url: database.url('worker'),
        schema: queueSchema,
        patience: { firstDelaySeconds: 1, longestDelaySeconds: 1, heartbeatSeconds: 10, ...patience },
        onError: () => {},
      })
      await queue.work({ deliver: (job) => deliverWord(mine, job), giveUp: (job) => giveUp(mine, job) })
      const relay = startRelay({
        db: worker,
        queue,
        now: mine.now,
        onError: () => {},
        everyMilliseconds: 50,
        walkEveryMilliseconds,
      })
      const stop = async () => {
        if (!stops.delete(stop)) return
        await relay.stop()
        await queue.stop()
      }
      stops.add(stop)
      return stop
    },
    person: async (town, email, phone, verified = true) => {
      const [id = ''] = await insertPeople(api, town, 1)
      await withTenant(api, town, async (tx) => {
        await updateContacts(tx, id, { email, phone: phone ?? null })
        if (email !== null && verified) await insertAttestedAddress(tx, id, email, clock.now)
      })
      return id
    },
    book: async (town, personId, day, channel = 'web') => {
      const found = await townOf(town)
      const pool = found.pools.find(({ slug }) => slug === 'seats')
      const [from, to] = pool?.pool.open.slots[0] ?? ['09:00', '14:00']
      if (pool === undefined) throw new Error('No seats')
      const outcome = await book(api, {
        town: found,
        pool,
        personId,
        requestedBy: personId,
        channel,
        asked: { day, from, to },
        wantedUnitId: undefined,
        idempotencyKey: randomUUID(),
        now: clock.now,
      })
      if (!('booked' in outcome) || !outcome.booked) throw new Error(`Refused: ${JSON.stringify(outcome)}`)
      return outcome.bookingId
    },
    cancel: async (town, bookingId, why) => {
      const outcome = await withTenant(api, town, (tx) =>
        cancelBooking(tx, { bookingId, holderId: undefined, why, lateCancelHours: 0, now: clock.now }),
      )
      if (outcome?.cancelled !== true) throw new Error('Not cancelled')
    },
    words: async (town, bookingId) => {
      const rows = await superuser<(Omit<WordRow, 'runAt'> & { readonly runAt: string })[]>`
        select tenant_id as "tenantId", id, topic, run_at as "runAt", outcome, because, attempts, fault from officine.outbox
        where tenant_id = ${town} and ${bookingId === undefined ? superuser`true` : superuser`row_id = ${bookingId}`}
        order by created_at, run_at, id`
      return rows.map((row) => ({ ...row, runAt: new Date(row.runAt) }))
    },
    settled: async (town, bookingId) => {
      await rig.until('every due word is settled', async () =>
        (await rig.words(town, bookingId)).every((word) => word.outcome !== null || word.runAt > clock.now),
      )
      return rig.words(town, bookingId)
    },
    until: async (what, isSo) => {
      for (let waited = 0; !(await isSo()); waited += 50) {
        if (waited > 30_000) throw new Error(`Waited in vain until ${what}`)
        await pause(50)
      }
    },
    mailsTo: (address) => mailbox.list().filter(({ to }) => to.includes(address)),
    end: async () => {
      await Promise.all([...stops].map((stop) => stop()))
      await smtp.stop()
      await Promise.all([closeDatabase(api), closeDatabase(worker), closeDatabase(beyond)])
      await database.drop()
    },
  }
  return rig
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('No port')
  return address.port
}
