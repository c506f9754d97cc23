import { z } from 'zod'

const port = z.coerce.number().int().min(1).max(65_535)
const url = z.string().regex(/^postgres(ql)?:\/\//, 'is not a postgres:// address')

const shape = z.object({
  PORT: port.default(3000),
  /** Loopback unless said otherwise: development must not be reachable from outside. */
  OFFICINE_LISTEN: z.string().default('127.0.0.1'),
  DATABASE_URL: url,
  /** Only in development: sample people are given their roles by the owner. */
  DATABASE_URL_OWNER: url.optional(),
  OFFICINE_DATA_DIR: z.string().optional(),
  OFFICINE_KEYRING: z.string().optional(),
  /** Addresses of the reverse proxies whose forwarded headers are believed. */
  OFFICINE_TRUSTED_PROXIES: z.string().default(''),
  OFFICINE_DATABASE_CONNECTIONS: z.coerce.number().int().min(1).max(200).default(16),
  OFFICINE_PREPARE_STATEMENTS: z.enum(['true', 'false']).default('true'),
  OFFICINE_OIDC_ISSUER: z.url().optional(),
  OFFICINE_OIDC_CLIENT_ID: z.string().optional(),
  OFFICINE_OIDC_CLIENT_SECRET: z.string().optional(),
  OFFICINE_LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
})

export type Environment = z.infer<typeof shape>

/** The only place of the API that reads the process environment; throws one line for each setting that is wrong. */
export function readEnvironment(): Environment {
  const read = shape.safeParse(process.env)
  if (read.success) return read.data
  throw new Error(read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('\n'))
}
