import { z } from 'zod'
import { findEmail } from '@officine/domain/identity/contacts'

const port = z.coerce.number().int().min(1).max(65_535)
const url = z.string().regex(/^postgres(ql)?:\/\//, 'is not a postgres:// address')

const logLevel = z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn')

const shape = z.object({
  PORT: port.default(3000),
  /** Loopback unless said otherwise: development must not be reachable from outside. */
  OFFICINE_LISTEN: z.string().default('127.0.0.1'),
  DATABASE_URL: url,
  OFFICINE_DATA_DIR: z.string().optional(),
  OFFICINE_KEYRING: z.string().optional(),
  /** Addresses of the reverse proxies whose forwarded headers are believed. */
  OFFICINE_TRUSTED_PROXIES: z.string().default(''),
  OFFICINE_DATABASE_CONNECTIONS: z.coerce.number().int().min(1).max(200).default(16),
  OFFICINE_PREPARE_STATEMENTS: z.enum(['true', 'false']).default('true'),
  OFFICINE_LOG_LEVEL: logLevel,
  /** Who shows it may read `/metrics` from elsewhere; without one, only this machine may. */
  OFFICINE_METRICS_TOKEN: z.string().min(24, 'must be at least 24 characters').optional(),
})

const productionShape = shape.extend({
  DATABASE_URL_OWNER: z
    .never('must not be set: a server that is broken into must not hold the owner’s password')
    .optional(),
  OFFICINE_OIDC_ISSUER: z.url('is not an address').startsWith('https://', 'must be an https address'),
  OFFICINE_OIDC_CLIENT_ID: z.string().min(1, 'is empty'),
  OFFICINE_OIDC_CLIENT_SECRET: z.string().min(1, 'is empty'),
})

const developmentShape = shape.extend({
  /** Invented people are given their roles by the owner. */
  DATABASE_URL_OWNER: url,
  OFFICINE_LISTEN: z
    .enum(['127.0.0.1', '::1'], 'must be left out: development listens on loopback only')
    .default('127.0.0.1'),
  /** Where the mail server that keeps everything listens. */
  OFFICINE_MAILBOX_PORT: port.optional(),
  /** For the program that the mail server pipes returned mails to. */
  DATABASE_URL_WORKER: url.optional(),
  /** The Region's two roles: without them its host answers nothing. */
  DATABASE_URL_REGIONE: url.optional(),
  DATABASE_URL_REGIONE_APP: url.optional(),
})

const regioneShape = productionShape.omit({ DATABASE_URL: true }).extend({
  DATABASE_URL: z.never('must not be set: the Region’s server must not reach a town').optional(),
  DATABASE_URL_REGIONE: url,
  DATABASE_URL_REGIONE_APP: url,
  OFFICINE_REGIONE_HOST: z.string().regex(/^[a-z0-9.-]+$/, 'is not a host name in small letters'),
})

const workerShape = z.object({
  /** Direct, not through a pooler: the queue keeps its connections. */
  DATABASE_URL_WORKER: url,
  SMTP_URL: z.string().regex(/^smtps?:\/\/[^\s/]+/, 'is not an smtp:// or smtps:// address'),
  MAIL_FROM: z.string().refine((text) => findEmail(text) !== undefined, 'is not an e-mail address'),
  /** What return paths are made from, with what tells one mail from another after a `+`; MAIL_FROM when left out. */
  MAIL_RETURN: z
    .string()
    .refine((text) => findEmail(text) !== undefined, 'is not an e-mail address')
    .optional(),
  /** Where this machine reads the worker's figures; nowhere when left out. */
  OFFICINE_WORKER_METRICS_PORT: port.optional(),
  /** Only in development: where the portals answer, for the links in mails. */
  PORT: port.default(3000),
  OFFICINE_LOG_LEVEL: logLevel,
})

const publisherShape = z.object({
  DATABASE_URL_PUBLISHER: url,
  DATABASE_URL: z.never('must not be set: the publisher counts, and serves nobody').optional(),
  DATABASE_URL_OWNER: z
    .never('must not be set: a process that is broken into must not hold the owner’s password')
    .optional(),
  OFFICINE_LOG_LEVEL: logLevel,
})

const bounceShape = workerShape.pick({ DATABASE_URL_WORKER: true })

export type Environment = z.infer<typeof shape>
export type WorkerEnvironment = z.infer<typeof workerShape>
export type PublisherEnvironment = z.infer<typeof publisherShape>

/** What the server of an installation is told by the process environment; throws one line for each setting that is missing or wrong. */
export function readProductionEnvironment(): z.infer<typeof productionShape> {
  return read(productionShape, process.env)
}

/** The same for the server that developers run. */
export function readDevelopmentEnvironment(): z.infer<typeof developmentShape> {
  return read(developmentShape, process.env)
}

/** The same for the Region's own server. */
export function readRegioneEnvironment(): z.infer<typeof regioneShape> {
  return read(regioneShape, process.env)
}

/** What the worker is told by the process environment, over what is given for settings left out; throws one line for each that is wrong. */
export function readWorkerEnvironment(
  unlessSaid: (inherited: NodeJS.ProcessEnv) => NodeJS.ProcessEnv = () => ({}),
): WorkerEnvironment {
  return read(workerShape, { ...unlessSaid(process.env), ...process.env })
}

/** What the publisher is told by the process environment; throws one line for each setting that is missing or wrong. */
export function readPublisherEnvironment(): PublisherEnvironment {
  return read(publisherShape, process.env)
}

/** Every setting that a program of an installation reads, and which of them it cannot do without: what the examples in `infra` are held against. */
export const settingsOf = {
  server: namesIn(productionShape),
  worker: namesIn(workerShape),
  bounce: namesIn(bounceShape),
  publisher: namesIn(publisherShape),
  'regione-server': namesIn(regioneShape),
} as const

function namesIn(settings: z.ZodObject): {
  readonly known: readonly string[]
  readonly needed: readonly string[]
} {
  const names = Object.entries(settings.shape)
  return {
    known: names.filter(([, type]) => !isForbidden(type)).map(([name]) => name),
    needed: names.filter(([, type]) => !type.safeParse(undefined).success).map(([name]) => name),
  }
}

function isForbidden(type: z.core.$ZodType): boolean {
  return type instanceof z.ZodOptional && type.unwrap() instanceof z.ZodNever
}

/** What the program that takes in returned mails is told by the process environment. */
export function readBounceEnvironment(): z.infer<typeof bounceShape> {
  return read(bounceShape, process.env)
}

function read<Shape extends z.ZodType>(settings: Shape, environment: NodeJS.ProcessEnv): z.infer<Shape> {
  const outcome = settings.safeParse(environment, {
    error: ({ input }) => (input === undefined ? 'is missing' : undefined),
  })
  if (outcome.success) return outcome.data
  throw new Error(outcome.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('\n'))
}
