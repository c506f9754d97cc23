import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { allumiere } from '@officine/tenants/allumiere'
import { towns } from '@officine/tenants/towns'
import { insertBooking } from '@officine/db/bookings'
import { readClock } from '@officine/db/clock'
import { closeDatabase, openDatabase } from '@officine/db/database'
import { newBookingCode } from '@officine/db/new-booking-code'
import { newId } from '@officine/db/new-id'
import { listPlaces } from '@officine/db/towns'
import { withTenant } from '@officine/db/with-tenant'
import { addDays, weekdayOf } from '@officine/domain/calendar/local-day'
import { instantOf, localDayOf } from '@officine/domain/calendar/local-time'
import { isHoliday } from '@officine/domain/calendar/national-holidays'
import { testDatabase } from '@officine/testing/test-database'
import { insertPeople } from '@officine/testing/town-in-database'
import type { TestDatabase } from '@officine/testing/test-database'
import type { CliEnvironment } from '../env.ts'
import { environmentIn } from '../testing/environment-in.ts'
import { run } from './tenant-command.ts'

let database: TestDatabase
let environment: CliEnvironment
let folder: string
let printed = ''
let complained = ''

beforeAll(async () => {
  database = await testDatabase()
  // A folder with a space, as people have.
  folder = join(mkdtempSync(join(tmpdir(), 'officine-cli-')), 'i miei comuni')
  mkdirSync(folder)
  environment = {
    ...environmentIn(join(folder, 'nothing here'), { owner: database.url('owner') }),
    standingIn: folder,
  }
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text)
    return true
  })
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    complained += String(text)
    return true
  })
})
beforeEach(() => {
  printed = ''
  complained = ''
})
afterAll(async () => {
  vi.restoreAllMocks()
  rmSync(join(folder, '..'), { recursive: true, force: true })
  await database.drop()
})

const write = (name: string, town: unknown) => writeFileSync(join(folder, name), JSON.stringify(town))
const withoutSeatTen = {
  ...allumiere,
  pools: allumiere.pools.map((pool) => ({ ...pool, units: pool.units.filter(({ number }) => number < 10) })),
  rules: {
    ...allumiere.rules,
    pools: { ...allumiere.rules.pools, seats: { ...allumiere.rules.pools.seats, capacity: 9 } },
  },
}

describe('officine tenant check', () => {
  test('says that the towns that ship can be served, and what is still to find out', async () => {
    expect(await run(['check'], environment)).toBe(0)
    expect(printed).toContain('allumiere: can be served')
    expect(printed).toContain('pignataro-interamna: can be served')
    expect(printed).toContain('values that no source gives')
  })

  test('reads a file from the folder where the user stands', async () => {
    write('allumiere.json', allumiere)
    expect(await run(['check', 'allumiere.json'], environment)).toBe(0)
  })

  test('reads a town written in TypeScript', async () => {
    writeFileSync(join(folder, 'borgo.ts'), `export const borgo: unknown = ${JSON.stringify(allumiere)}\n`)
    expect(await run(['check', './borgo.ts'], environment)).toBe(0)
  })

  test('tells every fault on a line of its own: where, what was found, what is allowed', async () => {
    write('bad.json', { ...allumiere, id: 'regione', codes: { ...allumiere.codes, istat: 58004 } })
    expect(await run(['check', 'bad.json'], environment)).toBe(2)
    const [first, second] = complained.split('\n')
    expect(first).toMatch(/^bad\.json: id: found "regione"; allowed: a slug of 2 to 40/)
    expect(second).toBe('bad.json: codes.istat: found 58004; allowed: six digits as a text, zeros included')
    expect(printed).toBe('')
  })

  test('tells two files that claim one host', async () => {
    const hosts = ['officina.comune.example.it']
    write('one.json', { ...allumiere, hosts })
    write('two.json', { ...allumiere, id: 'altra', hosts, rules: { ...allumiere.rules, tenant: 'altra' } })
    expect(await run(['check', 'one.json', 'two.json'], environment)).toBe(2)
    expect(complained).toContain('altra.hosts: found "officina.comune.example.it"')
  })

  test.each([
    ['a slug that is nobody’s', ['check', 'tolfa'], 'no such town here'],
    ['a file that is not there', ['check', 'tolfa.json'], 'tolfa.json: no such file'],
    ['a file of another kind', ['check', 'tolfa.yaml'], 'a .ts or a .json file'],
    ['an option that it does not know', ['check', '--all-of-them'], "Unknown option '--all-of-them'"],
    ['an act that it does not know', ['delete', 'allumiere'], 'Usage: officine tenant'],
    ['nothing to plan', ['plan'], 'Usage: officine tenant'],
    ['nothing to apply', ['apply'], 'Usage: officine tenant'],
  ])('refuses %s', async (_what, args, said) => {
    expect(await run(args, environment)).toBe(2)
    expect(complained).toContain(said)
  })

  test('refuses a TypeScript file that throws, with its words', async () => {
    writeFileSync(join(folder, 'broken.ts'), "throw new RangeError('Not a slug')\n")
    expect(await run(['check', './broken.ts'], environment)).toBe(2)
    expect(complained).toBe('./broken.ts: Not a slug\n')
  })
})

describe('officine tenant plan, apply and list', () => {
  test('a town that is not there is planned, and the plan changes nothing', async () => {
    expect(await run(['plan', 'allumiere'], environment)).toBe(0)
    expect(printed).toContain('allumiere: version 0 → 1')
    printed = ''
    await run(['list'], environment)
    expect(printed).toBe('')
  })

  test('applying puts the towns in force, and again does nothing', async () => {
    expect(await run(['apply', '--all'], environment)).toBe(0)
    expect(printed).toBe(towns.map(({ id }) => `${id}: version 1 is in force\n`).join(''))
    printed = ''
    expect(await run(['apply', 'allumiere'], environment)).toBe(0)
    expect(printed).toBe('allumiere: nothing to do, version 1 is in force\n')
  })

  test('a new town from a file is listed with its host, without any change to the code', async () => {
    write('tolfa.json', {
      ...allumiere,
      id: 'tolfa',
      name: 'Tolfa',
      rules: { ...allumiere.rules, tenant: 'tolfa' },
    })
    expect(await run(['apply', 'tolfa.json'], environment)).toBe(0)
    printed = ''
    await run(['list'], environment)
    expect(printed).toContain('tolfa\tTolfa\tmunicipality\tversion 1, tolfa.localhost\n')
  })

  test('the plan marks what takes a place away', async () => {
    write('nine.json', withoutSeatTen)
    expect(await run(['plan', 'nine.json'], environment)).toBe(0)
    expect(printed).toContain('! - pools[seats].units[10]')
    expect(printed).toContain('! ~ rules.pools.seats.capacity: 10 → 9')
  })

  test('one bad town among several leaves all of them as they are', async () => {
    write('renamed.json', { ...allumiere, name: 'Allumiere nuova' })
    expect(await run(['apply', 'renamed.json', 'bad.json'], environment)).toBe(2)
    printed = ''
    await run(['plan', 'allumiere'], environment)
    expect(printed).toBe('allumiere: nothing to do, version 1 says the same\n')
  })

  test('a host that another town has is refused with whose it is, and nothing of the file is applied', async () => {
    const hosts = ['officina.comune.tolfa.example.it']
    const tolfa = { ...allumiere, id: 'tolfa', name: 'Tolfa', rules: { ...allumiere.rules, tenant: 'tolfa' } }
    write('tolfa-host.json', { ...tolfa, hosts })
    expect(await run(['apply', 'tolfa-host.json'], environment)).toBe(0)
    write('greedy.json', { ...allumiere, name: 'Allumiere e Tolfa', hosts })
    expect(await run(['apply', 'greedy.json'], environment)).toBe(2)
    expect(complained).toBe(
      "allumiere: hosts: found officina.comune.tolfa.example.it; allowed: what no other town has (it is tolfa's)\n",
    )
    printed = ''
    await run(['plan', 'allumiere'], environment)
    expect(printed).toBe('allumiere: nothing to do, version 1 says the same\n')
  })

  describe('a seat that is taken away, with a booking on it', () => {
    const bookNine = async () => {
      const api = openDatabase(database.url('api'), { connections: 1 })
      const now = await readClock(api)
      const day = openDayAfter(localDayOf(now))
      const [startsAt, endsAt] = [instantOf(day, '09:00'), instantOf(day, '14:00')]
      const bookingId = await withTenant(api, allumiere.id, async (tx) => {
        const place = (await listPlaces(tx)).find(({ slug, number }) => slug === 'seats' && number === 9)
        const [personId = ''] = people
        if (place === undefined) throw new Error('Allumiere has a seat 9')
        const id = newId(now)
        const decision = {
          id: newId(now),
          outcome: 'booked',
          configVersion: 1,
          rulesHash: '',
          inputsHash: '',
        }
        await insertBooking(
          tx,
          {
            id,
            personId,
            poolId: place.poolId,
            day,
            startsAt,
            endsAt,
            slots: 1,
            status: 'confirmed',
            channel: 'web',
            code: newBookingCode(),
            qrSecret: 'q'.repeat(22),
            requestedBy: personId,
            idempotencyKey: newId(now),
            requestHash: 'hash',
            bookedAt: now,
          },
          [{ id: newId(now), poolId: place.poolId, unitId: place.unitId, startsAt, endsAt }],
          { ...decision, facts: {} },
          [],
        )
        return id
      })
      await closeDatabase(api)
      return bookingId
    }
    let people: readonly string[] = []
    const withoutSeatNine = {
      ...withoutSeatTen,
      pools: allumiere.pools.map((pool) => ({
        ...pool,
        units: pool.units.filter(({ number }) => number !== 9),
      })),
    }

    beforeAll(async () => {
      const owner = openDatabase(database.url('owner'), { connections: 1 })
      people = await insertPeople(owner, allumiere.id, 1)
      await closeDatabase(owner)
      write('no-nine.json', withoutSeatNine)
    })

    test('is planned with the booking and where a move would put it, refused, then moved', async () => {
      const bookingId = await bookNine()
      expect(await run(['plan', 'no-nine.json'], environment)).toBe(0)
      expect(printed).toMatch(
        new RegExp(
          `09:00-14:00 seats 9: the place would be gone \\(booking ${bookingId}\\); a move gives seats 1`,
        ),
      )
      expect(await run(['apply', 'no-nine.json'], environment)).toBe(2)
      expect(complained).toContain('not applied, 1 held place would be lost. Say --stranded move or')
      expect(complained).toContain(`(booking ${bookingId})`)
      printed = ''
      expect(await run(['apply', 'no-nine.json', '--stranded', 'move'], environment)).toBe(0)
      expect(printed).toContain('  places moved, and their holders told: 1\n')
    })

    test('is cancelled when told so, with the reason that its holder reads', async () => {
      expect(await run(['apply', 'allumiere'], environment)).toBe(0)
      write('shut.json', {
        ...allumiere,
        closures: [
          {
            from: '2026-01-01',
            to: '2035-12-31',
            because: { it: 'lavori in sala', en: 'works in the room' },
          },
        ],
      })
      complained = ''
      expect(await run(['apply', 'shut.json', '--stranded', 'move'], environment)).toBe(2)
      expect(complained).toContain('No other place can be given to these, and nobody was moved')
      printed = ''
      const because = ['--because', 'Lavori in sala fino a marzo']
      expect(await run(['apply', 'shut.json', '--stranded', 'cancel', ...because], environment)).toBe(0)
      expect(printed).toContain('  bookings cancelled, and their holders told: 1\n')
    })

    test.each([
      ['without a reason', ['--stranded', 'cancel'], '--because: found no reason of 5 to 500 characters'],
      ['with a reason for nothing', ['--because', 'Lavori in sala'], '--because goes with --stranded cancel'],
      ['in a way that nobody knows', ['--stranded', 'ignore'], '--stranded: found ignore; allowed: refuse'],
    ])('is not treated %s', async (_how, options, said) => {
      expect(await run(['apply', 'allumiere', ...options], environment)).toBe(2)
      expect(complained).toContain(said)
    })
  })

  test('without a database it says how to get one', async () => {
    const nowhere = { ...environment, databaseUrls: { ...environment.databaseUrls, owner: undefined } }
    expect(await run(['list'], nowhere)).toBe(2)
    expect(complained).toContain('npm start')
    complained = ''
    const away = { ...environment.databaseUrls, owner: 'postgres://officine_owner:x@127.0.0.1:1/officine' }
    expect(await run(['list'], { ...environment, databaseUrls: away })).toBe(2)
    expect(complained).toContain('The database does not answer')
  })
})

/** The first day after this one on which Allumiere is open, past its closure at the end of the year. */
function openDayAfter(today: string): string {
  const isClosed = (day: string) =>
    weekdayOf(day) > 5 ||
    isHoliday(day, allumiere.rules.holidays) ||
    allumiere.closures.some(({ from, to }) => from <= day && day <= to)
  let day = addDays(today, 1)
  while (isClosed(day)) day = addDays(day, 1)
  return day
}
