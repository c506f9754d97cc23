import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

export interface MetricsOptions {
  /** Who shows it may read from anywhere; without one, only this machine may, and not through a proxy. */
  readonly token: string | undefined
  readonly now: () => Date
  /** Names of procedures: labels are these and nothing a caller makes up. */
  readonly procedures: ReadonlySet<string>
}

/** `/metrics` in Prometheus's text format: the process, the requests by procedure and status, the clock. No label names a person or a town. */
export function metrics(app: FastifyInstance, { token, now, procedures }: MetricsOptions): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'officine_' })
  const seconds = new Histogram({
    name: 'officine_http_request_seconds',
    help: 'How long requests took, by what was asked.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
    registers: [registry],
  })
  const failures = new Counter({
    name: 'officine_failures_total',
    help: 'Requests that ended in a defect of ours.',
    registers: [registry],
  })
  new Gauge({
    name: 'officine_clock_offset_seconds',
    help: 'How far the installation’s clock is ahead of the machine’s; 0 in production.',
    registers: [registry],
    collect() {
      this.set(Math.round((now().getTime() - Date.now()) / 1000))
    },
  })

  app.addHook('onResponse', async (request, reply) => {
    const route = routeOf(request, procedures)
    seconds.observe(
      { method: request.method, route, status: String(reply.statusCode) },
      reply.elapsedTime / 1000,
    )
    if (reply.statusCode === 500) failures.inc()
  })
  app.get('/metrics', { config: { anyHost: true } }, async (request, reply) => {
    if (!mayRead(request, token)) return reply.code(404).send({ message: 'Nothing is here.' })
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}

/** The procedure of a call, `batch` of several, else the route's pattern: never the address itself, which may hold anything. */
function routeOf(request: FastifyRequest, procedures: ReadonlySet<string>): string {
  const asked = /^\/trpc\/([\w.,%]+)/.exec(request.url)?.[1]
  if (asked === undefined) return request.routeOptions.url ?? 'unknown'
  if (asked.includes(',') || asked.includes('%2C')) return 'batch'
  return procedures.has(asked) ? asked : 'unknown'
}

function mayRead(request: FastifyRequest, token: string | undefined): boolean {
  if (token === undefined) {
    // The socket's own address, and no proxy in between: one on this machine would make the whole world local.
    const { remoteAddress } = request.socket
    const isForwarded = ['forwarded', 'x-forwarded-for', 'via'].some((name) => name in request.headers)
    return !isForwarded && (remoteAddress === '::1' || /^(::ffff:)?127\./.test(remoteAddress ?? ''))
  }
  const given = Buffer.from(request.headers.authorization ?? '')
  const wanted = Buffer.from(`Bearer ${token}`)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
