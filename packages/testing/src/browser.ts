import { request as httpRequest } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import { text } from 'node:stream/consumers'

export interface Page {
  readonly url: string
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface Asked {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** Whether to go on where the answer sends us; a browser does. */
  readonly follow?: boolean
}

/**
 * A browser without a screen: keeps cookies by host, follows redirects, and finds `*.localhost` on this machine, which Node does not.
 * One instance is one person's browser; its tabs share the cookies.
 */
export class Browser {
  readonly #cookies = new Map<string, Map<string, { readonly value: string; readonly path: string }>>()

  /** The value of a cookie held for a host; cookies ignore ports. */
  cookie(host: string, name: string): string | undefined {
    return this.#cookies.get(host)?.get(name)?.value
  }

  /** Puts a cookie in the jar by hand: what somebody does who copied it. */
  keepCookie(host: string, name: string, value: string): void {
    this.#jar(host).set(name, { value, path: '/' })
  }

  /** Opens a page. */
  async open(url: string, asked: Asked = {}): Promise<Page> {
    const page = await this.#send(new URL(url), asked)
    const { location } = page.headers
    if (asked.follow === false || location === undefined || page.status < 300 || page.status > 399)
      return page
    return this.open(
      new URL(location, url).href,
      asked.headers === undefined ? {} : { headers: asked.headers },
    )
  }

  /** Sends a form of a page, the way its button does. */
  async submit(url: string, fields: Readonly<Record<string, string>>, asked: Asked = {}): Promise<Page> {
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      origin: new URL(url).origin,
      ...asked.headers,
    }
    return this.open(url, { ...asked, method: 'POST', headers, body: new URLSearchParams(fields).toString() })
  }

  #jar(host: string) {
    const kept = this.#cookies.get(host) ?? new Map<string, { value: string; path: string }>()
    this.#cookies.set(host, kept)
    return kept
  }

  #send(url: URL, { method = 'GET', headers = {}, body }: Asked): Promise<Page> {
    const jar = this.#jar(url.hostname)
    const cookie = [...jar]
      .filter(([, { path }]) => url.pathname.startsWith(path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ')
    return new Promise((resolve, reject) => {
      const options = {
        host: '127.0.0.1',
        port: url.port,
        path: `${url.pathname}${url.search}`,
        method,
        headers: { host: url.host, ...(cookie !== '' && { cookie }), ...headers },
      }
      const request = httpRequest(options, (response) => {
        for (const line of response.headers['set-cookie'] ?? []) keep(jar, line)
        const status = response.statusCode ?? 0
        text(response).then(
          (read) => resolve({ url: url.href, status, headers: response.headers, body: read }),
          reject,
        )
      })
      request.once('error', reject)
      request.end(body)
    })
  }
}

function keep(jar: Map<string, { readonly value: string; readonly path: string }>, line: string): void {
  const [pair = '', ...attributes] = line.split(/; */)
  const name = pair.slice(0, pair.indexOf('='))
  const value = pair.slice(pair.indexOf('=') + 1)
  const said = new Map(
    attributes.map((attribute) => [attribute.split('=')[0]?.toLowerCase(), attribute.split('=')[1] ?? '']),
  )
  const expires = said.get('expires')
  const isGone = said.get('max-age') === '0' || (expires !== undefined && Date.parse(expires) < Date.now())
  if (isGone) jar.delete(name)
  else jar.set(name, { value, path: said.get('path') ?? '/' })
}
