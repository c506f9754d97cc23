import { Agent, request as httpRequest } from 'node:http'
import { text } from 'node:stream/consumers'
import type { AppRouter } from '@officine/api/router'

type Procedures = AppRouter['_def']['procedures']
type Slice = 'bookings' | 'dependants' | 'desk' | 'identity' | 'notifications' | 'rules' | 'town'
type ProcedureName = {
  [Name in Slice]: `${Name}.${Extract<keyof Procedures[Name], string>}`
}[Slice]
type ProcedureOf<Name extends ProcedureName> = Name extends `${infer In extends Slice}.${infer Last}`
  ? Last extends keyof Procedures[In]
    ? Procedures[In][Last]
    : never
  : never
type Types<Name extends ProcedureName> =
  ProcedureOf<Name> extends {
    _def: { $types: { input: infer Input; output: infer Output } }
  }
    ? { readonly input: Input; readonly output: Output }
    : never

/** What a procedure answers. */
export type Answered<Name extends ProcedureName> = Types<Name>['output']

/** The answer was no answer: the line broke, the time ran out, or the server said an error. */
export class NoAnswer extends Error {
  readonly status: number | undefined
  constructor(message: string, status?: number, cause?: unknown) {
    super(message, { cause })
    this.status = status
  }
}

export interface Reply {
  readonly status: number
  readonly body: string
  readonly cookie: string | undefined
}

// One pool of lines for all citizens: a thousand of them do not open a thousand each.
const agent = new Agent({ keepAlive: true, maxSockets: 1_000, scheduling: 'lifo' })

/** Sends one request to a town's host, which Node does not find by name; fails after `seconds` without an answer. */
export function send(
  port: number,
  town: string,
  path: string,
  asked: {
    readonly method?: string
    readonly body?: string
    readonly cookie?: string | undefined
    readonly seconds?: number
  } = {},
): Promise<Reply> {
  const host = `${town}.localhost:${port}`
  const { method = 'GET', body, cookie, seconds = 30 } = asked
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      {
        agent,
        host: '127.0.0.1',
        port,
        path,
        method,
        signal: AbortSignal.timeout(seconds * 1000),
        headers: {
          host,
          origin: `http://${host}`,
          ...(body !== undefined && {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
          }),
          ...(cookie !== undefined && { cookie }),
        },
      },
      (response) => {
        const setCookie = response.headers['set-cookie']?.[0]?.split(';')[0]
        text(response).then(
          (read) => resolve({ status: response.statusCode ?? 0, body: read, cookie: setCookie }),
          (cause: unknown) =>
            reject(new NoAnswer('the line broke in the middle of an answer', undefined, cause)),
        )
      },
    )
    request.once('error', (cause) =>
      reject(new NoAnswer(`${method} ${path}: ${cause.message}`, undefined, cause)),
    )
    request.end(body)
  })
}

export interface Citizen {
  readonly persona: string
  readonly cookie: string
  /** Calls a procedure that writes. Throws `NoAnswer` for everything that is not a result. */
  readonly write: <Name extends ProcedureName>(
    name: Name,
    input: Types<Name>['input'],
    seconds?: number,
  ) => Promise<Answered<Name>>
  /** Calls a procedure that reads. */
  readonly read: <Name extends ProcedureName>(
    name: Name,
    input: Types<Name>['input'],
  ) => Promise<Answered<Name>>
}

/** Signs an invented person in by the development door; what they do next goes over HTTP, as any program's would. */
export async function signIn(port: number, town: string, persona: string): Promise<Citizen> {
  const { status, body, cookie } = await send(port, town, '/dev/sign-in', {
    method: 'POST',
    body: JSON.stringify({ persona }),
  })
  if (status !== 200 || cookie === undefined)
    throw new NoAnswer(`${persona} could not sign in: ${body}`, status)
  // The type says what the router answers; the line carries JSON.
  const read = <Name extends ProcedureName>(reply: Reply): Answered<Name> => {
    if (reply.status !== 200) throw new NoAnswer(reply.body, reply.status)
    const parsed = JSON.parse(reply.body) as { result: { data: Answered<Name> } }
    return parsed.result.data
  }
  return {
    persona,
    cookie,
    write: async (name, input, seconds = 30) =>
      read(
        await send(port, town, `/trpc/${name}`, {
          method: 'POST',
          body: JSON.stringify(input),
          cookie,
          seconds,
        }),
      ),
    read: async (name, input) =>
      read(
        await send(port, town, `/trpc/${name}?input=${encodeURIComponent(JSON.stringify(input))}`, {
          cookie,
        }),
      ),
  }
}

/** The pool of seats of a town. */
export async function seatsOf(citizen: Citizen): Promise<string> {
  const pools = await citizen.read('bookings.pools', { language: 'it' })
  const seats = pools.find(({ slug }) => slug === 'seats')
  if (seats === undefined) throw new Error('The town has no seats')
  return seats.poolId
}
