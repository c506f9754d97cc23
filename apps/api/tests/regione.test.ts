import { callTRPCProcedure } from '@trpc/server'
import type { AnyProcedure } from '@trpc/server'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeDatabase, openDatabase } from '@officine/db/database'
import type { Database } from '@officine/db/database'
import { keyringOf, newKeyring } from '@officine/db/keyring'
import { publishUsage } from '@officine/db/publish-usage'
import { revokeOfficer } from '@officine/db/regione-officers'
import { findCheckedFiscalCode } from '@officine/domain/identity/fiscal-code'
import { findPersona } from '@officine/tenants/personas'
import { testDatabase } from '@officine/testing/test-database'
import type { TestDatabase } from '@officine/testing/test-database'
import { applyTowns } from '@officine/testing/town-in-database'
import { developmentRegione, grantPersonaOffice, regioneHost } from '../src/dev/development-regione.ts'
import { attestedPersona } from '../src/dev/sign-in-as-persona.ts'
import type { IdentityProvider } from '../src/identity/identity-provider.ts'
import type { RegioneContext } from '../src/regione-context.ts'
import { regioneRouter } from '../src/regione-router.ts'

const port = 3000
const cookieName = `officine-regione-${port}`
const keyring = keyringOf(newKeyring(new Date('2026-01-01T00:00:00Z')))
let now = new Date('2026-10-14T10:00:00Z')
let database: TestDatabase
let owner: Database
let app: FastifyInstance
let comesBack = 'regione-officer'

/** Attests whoever the test says comes back. */
const provider: IdentityProvider = {
  begin: async (redirectUri, { state }) => ({
    begun: true,
    url: new URL(`http://127.0.0.1/idp?to=${encodeURIComponent(redirectUri)}&state=${state}`),
  }),
  finish: async () => {
    const persona = findPersona(comesBack)
    if (persona === undefined) return { attested: false, because: 'cancelled' }
    return { attested: true, person: attestedPersona('http://127.0.0.1/idp', persona) }
  },
}

beforeAll(async () => {
  database = await testDatabase()
  await applyTowns(database)
  owner = openDatabase(database.url('owner'), { connections: 1 })
  app = await developmentRegione({
    releasedUrl: database.url('regione'),
    officeUrl: database.url('regioneApp'),
    owner,
    keyring,
    provider,
    now: () => now,
    port,
    logLevel: 'silent',
    hasScreen: false,
  })
})
afterAll(async () => {
  await app.close()
  await closeDatabase(owner)
  await database.drop()
})

const get = (url: string, cookie = '', host = `${regioneHost}:${port}`) =>
  app.inject({ url, headers: { host, cookie } })

/** Goes to the provider and comes back as the persona; what the browser holds then, and what it read. */
async function signIn(persona: string, ritorno = '/') {
  comesBack = persona
  const begun = await get(`/accedi?ritorno=${encodeURIComponent(ritorno)}`)
  const state = new URL(String(begun.headers.location)).searchParams.get('state') ?? ''
  const attempt = begun.cookies[0]
  const back = `/accedi/esito?state=${state}&code=c`
  const callback = await get(back, `${attempt?.name}=${attempt?.value}`)
  const session = callback.cookies.find(({ name }) => name === cookieName)
  return {
    callback,
    again: () => get(back, `${attempt?.name}=${attempt?.value}`),
    elsewhere: () => get(back, `${attempt?.name}=${'x'.repeat(43)}`),
    cookie: session === undefined ? '' : `${session.name}=${session.value}`,
  }
}

describe('a stranger', () => {
  const open = ['identity.me']
  const procedures = Object.entries(
    regioneRouter._def.procedures as unknown as Record<string, AnyProcedure>, // flat at run time
  )
  const untouchable = new Proxy(
    {},
    {
      get: (_target, property) => {
        throw new Error(`A stranger reached the database (${String(property)})`)
      },
    },
  )
  const stranger = {
    released: untouchable,
    office: untouchable,
    officer: undefined,
    now,
    request: { id: 'r' },
  } as unknown as RegioneContext

  test.each(procedures.filter(([path]) => !open.includes(path)))(
    'is turned away from %s',
    async (path, procedure) => {
      const asked = callTRPCProcedure({
        router: regioneRouter,
        path,
        ctx: stranger,
        type: procedure._def.type,
        getRawInput: async () => ({ town: 'allumiere' }),
        signal: undefined,
        batchIndex: 0,
      })
      await expect(asked).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    },
  )

  test('is sent to sign in by the file of the towns, and a made-up cookie opens nothing', async () => {
    const file = await get('/esporta/enti.csv')
    expect([file.statusCode, file.headers.location]).toEqual([303, '/accedi?ritorno=%2F'])
    const overview = await get('/trpc/usage.overview', `${cookieName}=${'a'.repeat(43)}`)
    expect(overview.statusCode).toBe(401)
  })

  test('finds no house at a town’s host', async () => {
    expect((await get('/trpc/identity.me', '', 'allumiere.localhost:3000')).statusCode).toBe(404)
  })
})

describe('signing in', () => {
  test('opens to the officer who was given a role by command, once, in the browser that began', async () => {
    await grantPersonaOffice(owner, keyring, persona('regione-officer'), now)
    const { callback, cookie, again, elsewhere } = await signIn('regione-officer', '/enti?trimestre=2026-Q3')
    expect([callback.statusCode, callback.headers.location]).toEqual([303, '/enti?trimestre=2026-Q3'])
    expect((await get('/trpc/identity.me', cookie)).json()).toMatchObject({
      result: { data: { signedIn: true, givenName: 'Paola', familyName: 'Serra' } },
    })
    expect((await again()).statusCode).toBe(400)
    expect((await elsewhere()).statusCode).toBe(400)
  })

  test('stays shut for somebody of a town, and keeps nothing of them', async () => {
    await grantPersonaOffice(owner, keyring, persona('manager-allumiere'), now)
    const { callback, cookie } = await signIn('manager-allumiere')
    expect([callback.statusCode, cookie]).toEqual([403, ''])
    expect(callback.body).toContain('Non hai un ruolo in Regione')
    const officers = await owner.$client`select given_name from regione_app.officer`
    expect(officers).toHaveLength(1)
  })

  test('ends with the role: the next request finds no door', async () => {
    const { cookie } = await signIn('regione-officer')
    expect((await get('/trpc/usage.overview', cookie)).statusCode).toBe(200)
    const code = findCheckedFiscalCode(persona('regione-officer').fiscalCode ?? '')
    if (code === undefined) throw new Error('The officer has no fiscal code')
    expect(await revokeOfficer(owner, keyring, code, now)).toBe(true)
    expect((await get('/trpc/usage.overview', cookie)).statusCode).toBe(401)
    expect((await signIn('regione-officer')).callback.statusCode).toBe(403)
    await grantPersonaOffice(owner, keyring, persona('regione-officer'), now)
  })

  test('ends after eight hours, and at once by signing out', async () => {
    const { cookie } = await signIn('regione-officer')
    const origin = `http://${regioneHost}:${port}`
    const headers = { host: `${regioneHost}:${port}`, cookie, origin, 'content-type': 'application/json' }
    const out = await app.inject({ method: 'POST', url: '/trpc/identity.signOut', headers, payload: {} })
    expect(out.statusCode).toBe(200)
    expect((await get('/trpc/usage.overview', cookie)).statusCode).toBe(401)
    const later = await signIn('regione-officer')
    now = new Date(now.getTime() + 8 * 3_600_000)
    expect((await get('/trpc/usage.overview', later.cookie)).statusCode).toBe(401)
    now = new Date('2026-10-14T10:00:00Z')
  })
})

describe('the officer', () => {
  test('reads that nothing was released, and after the first edition the towns side by side', async () => {
    const { cookie } = await signIn('regione-officer')
    expect((await get('/trpc/usage.overview', cookie)).json()).toEqual({
      result: { data: { isPublished: false } },
    })
    expect((await get('/esporta/enti.csv', cookie)).statusCode).toBe(404)
    const publisher = openDatabase(database.url('publisher'), { connections: 1 })
    await publishUsage(publisher, now)
    await closeDatabase(publisher)
    const { result } = (await get('/trpc/usage.overview', cookie)).json<{
      result: { data: { towns: { town: string; seats: number }[] } }
    }>()
    expect(result.data.towns).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ town: 'allumiere', seats: 10 }),
        expect.objectContaining({ town: 'pignataro-interamna' }),
      ]),
    )
  })

  test('takes the table away as a file, and that is written down', async () => {
    const { cookie } = await signIn('regione-officer')
    const file = await get('/esporta/enti.csv?trimestre=2026-Q4', cookie)
    expect(file.headers['content-disposition']).toBe('attachment; filename="enti-2026-Q4.csv"')
    expect(file.body).toContain('Allumiere;2026-Q4;no;no;10;0;0;')
    expect(await owner.$client`select what from regione_app.export_log`).toEqual([{ what: 'enti 2026-Q4' }])
  })

  test('reads until when the figures are, whether they are final, and what changed after they were', async () => {
    const { cookie } = await signIn('regione-officer')
    const told = async (quarter: string) => {
      const input = encodeURIComponent(JSON.stringify({ quarter }))
      const { result } = (await get(`/trpc/usage.overview?input=${input}`, cookie)).json<{
        result: { data: { edition: object; quarter: object } }
      }>()
      return result.data
    }
    expect(await told('2026-Q3')).toMatchObject({
      edition: { lastDay: '2026-10-13', isLate: false },
      quarter: { isWhole: true, isFinal: false, closesOn: '2026-11-05' },
    })
    now = new Date('2026-10-14T17:00:00Z')
    expect((await told('2026-Q4')).quarter).toMatchObject({ isWhole: false, isFinal: false })
    await owner.$client.begin(async (tx) => {
      await tx`set local app.tenant_id = 'allumiere'`
      await tx`insert into released.revision values
        ('allumiere', 'seats', '2026-Q2', '2026-10-02T09:00:00Z', 'counted-again', 'Orari corretti', 1, 2, 1, 2, 60, 60, 60, 60)`
    })
    expect((await told('2026-Q2')).quarter).toMatchObject({
      isFinal: true,
      revised: { towns: 1, lastOn: '2026-10-02', notes: ['Orari corretti'] },
    })
    now = new Date('2026-10-14T10:00:00Z')
  })

  test('is told when a night’s release did not come', async () => {
    now = new Date('2026-10-16T03:00:00Z')
    const { cookie } = await signIn('regione-officer')
    expect((await get('/trpc/usage.overview', cookie)).json()).toMatchObject({
      result: { data: { edition: { lastDay: '2026-10-13', isLate: true } } },
    })
    now = new Date('2026-10-14T10:00:00Z')
  })

  test('finds no town that was never released', async () => {
    const { cookie } = await signIn('regione-officer')
    const input = encodeURIComponent(JSON.stringify({ town: 'cassino' }))
    expect((await get(`/trpc/usage.ofTown?input=${input}`, cookie)).statusCode).toBe(404)
  })
})

function persona(slug: string) {
  const found = findPersona(slug)
  if (found === undefined) throw new Error(`No persona ${slug}`)
  return found
}
