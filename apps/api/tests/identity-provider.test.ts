import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeDatabase, openDatabase } from '@officine/db/database'
import type { Database } from '@officine/db/database'
import { keyringOf, newKeyring } from '@officine/db/keyring'
import { testDatabase } from '@officine/testing/test-database'
import type { TestDatabase } from '@officine/testing/test-database'
import { applyTowns } from '@officine/testing/town-in-database'
import { buildApp } from '../src/app.ts'
import { findAttestedPerson, fiscalNumberClaim } from '../src/identity/attested-person.ts'
import { identityProvider } from '../src/identity/identity-provider.ts'
import { registerSignIn } from '../src/identity/sign-in.plugin.ts'

let database: TestDatabase
let db: Database
let answer: (request: IncomingMessage, response: ServerResponse) => void
let provider: Server
let issuer: string

beforeAll(async () => {
  database = await testDatabase()
  await applyTowns(database)
  db = openDatabase(database.url('api'), { connections: 2 })
  provider = createServer((request, response) => answer(request, response))
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`
})
afterAll(async () => {
  provider.close()
  await closeDatabase(db)
  await database.drop()
})

const discovered = (_request: IncomingMessage, response: ServerResponse) => {
  response.setHeader('content-type', 'application/json')
  response.end(
    JSON.stringify({ issuer, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token` }),
  )
}
const broken = (_request: IncomingMessage, response: ServerResponse) => {
  response.statusCode = 502
  response.end('Bad gateway')
}

async function house(isDevelopment: boolean) {
  const app = await buildApp({
    db,
    now: () => new Date(),
    keyring: keyringOf(newKeyring(new Date())),
    cookieName: '__Host-officine',
    isDevelopment,
    logLevel: 'error',
    trustedProxies: [],
    register: async (server, _towns, options) =>
      registerSignIn(server, {
        ...options,
        provider: identityProvider({ issuer, clientId: 'c', clientSecret: 's', allowsHttp: true }),
      }),
  })
  return app
}
const ask = {
  method: 'GET',
  url: '/accedi?ritorno=/prenota',
  headers: { host: 'allumiere.localhost' },
} as const

describe('an identity provider that does not answer', () => {
  test('is told as such with a way back, and signing in works again when it does', async () => {
    const app = await house(true)
    answer = broken
    const away = await app.inject(ask)
    expect([away.statusCode, away.body.includes('Il sistema di identità digitale non risponde')]).toEqual([
      503,
      true,
    ])
    expect(away.body).toContain('href="/accedi?ritorno=%2Fprenota"')
    expect(away.body).toContain('href="/"')

    answer = (request) => request.socket.destroy()
    expect((await app.inject(ask)).statusCode).toBe(503)

    answer = discovered
    const back = await app.inject(ask)
    expect(back.statusCode).toBe(303)
    expect(back.headers.location).toContain(`${issuer}/auth?`)
    await app.close()
  })

  test('after the citizen has chosen is told the same way, and asked anew next time', async () => {
    const app = await house(true)
    answer = discovered
    const begun = await app.inject(ask)
    const state = new URL(String(begun.headers.location)).searchParams.get('state')
    const [cookie] = String(begun.headers['set-cookie']).split(';')
    answer = broken
    const away = await app.inject({
      method: 'GET',
      url: `/accedi/esito?code=x&state=${state}`,
      headers: { ...ask.headers, cookie: cookie ?? '' },
    })
    expect([away.statusCode, away.body.includes('L’accesso non risponde')]).toEqual([503, true])
    answer = discovered
    expect((await app.inject(ask)).statusCode).toBe(303)
    await app.close()
  })
})

describe('in production', () => {
  test('the browser comes back over https, and its cookie is bound to the host', async () => {
    const app = await house(false)
    answer = discovered
    const begun = await app.inject(ask)
    const sent = new URL(String(begun.headers.location)).searchParams
    expect(sent.get('redirect_uri')).toBe('https://allumiere.localhost/accedi/esito')
    expect(begun.headers['set-cookie']).toMatch(
      /^__Host-officine-accesso=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    expect(JSON.parse(sent.get('claims') ?? '')).toEqual({
      userinfo: {
        given_name: null,
        family_name: null,
        birthdate: null,
        email: null,
        phone_number: null,
        [fiscalNumberClaim]: null,
      },
    })
    await app.close()
  })

  test('there is no development door and no identity provider of ours', async () => {
    const app = await house(false)
    for (const url of ['/dev/personas', '/idp/auth'])
      expect((await app.inject({ method: 'GET', url, headers: ask.headers })).statusCode).toBe(404)
    const body = { persona: 'student' }
    expect(
      (await app.inject({ method: 'POST', url: '/dev/sign-in', headers: ask.headers, body })).statusCode,
    ).toBe(404)
    await app.close()
  })
})

describe('what a provider says of a person', () => {
  const claims = {
    given_name: ' Mario ',
    family_name: 'Rossi',
    birthdate: '1985-12-10',
    [fiscalNumberClaim]: 'TINIT-RSSMRA85T10A562S',
  }
  const read = (changed: Record<string, unknown>) =>
    findAttestedPerson('issuer', 'subject', { ...claims, ...changed })

  test('is read, the prefix of the country taken off the code', () => {
    expect(read({ phone_number: '347 1234567', email: 'mario@Example.it' })).toEqual({
      issuer: 'issuer',
      subject: 'subject',
      fiscalCode: 'RSSMRA85T10A562S',
      givenName: 'Mario',
      familyName: 'Rossi',
      bornOn: '1985-12-10',
      email: 'mario@example.it',
      phone: '+393471234567',
    })
  })

  test.each([
    [
      'another country’s number is no Italian code',
      { [fiscalNumberClaim]: 'TINDE-12345678901' },
      { fiscalCode: undefined },
    ],
    ['a day that does not exist is no birth', { birthdate: '1985-02-30' }, { bornOn: null }],
    [
      'contacts that nobody can be reached by are none',
      { email: 'x', phone_number: '0' },
      { email: null, phone: null },
    ],
    ['a name of 5,000 letters is cut', { given_name: 'a'.repeat(5_000) }, { givenName: 'a'.repeat(200) }],
    [
      'a name cut inside an emoji is still text',
      { given_name: `${'a'.repeat(199)}😀` },
      { givenName: `${'a'.repeat(199)}\ufffd` },
    ],
    ['a name from right to left stays as it is', { family_name: 'حداد' }, { familyName: 'حداد' }],
    ['a name with a null character can be stored', { family_name: 'Ro\u0000ssi' }, { familyName: 'Ro ssi' }],
  ])('%s', (_what, changed, expected) => {
    expect(read(changed)).toMatchObject(expected)
  })

  test.each([
    ['no given name', { given_name: undefined }],
    ['a blank family name', { family_name: '  ' }],
    ['a name that is no text', { family_name: { it: 'Rossi' } }],
    ['an Italian code whose check does not hold', { [fiscalNumberClaim]: 'TINIT-RSSMRA85T10A562T' }],
  ])('signs nobody in with %s', (_what, changed) => {
    expect(read(changed)).toBeUndefined()
  })
})
