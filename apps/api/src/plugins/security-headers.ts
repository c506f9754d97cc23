import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

/** Everything comes from the town's own host: no third party is ever asked, so none learns who visits. */
export async function securityHeaders(app: FastifyInstance, isDevelopment: boolean): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // TLS ends at the reverse proxy; on plain localhost the header would only lock developers out.
    strictTransportSecurity: isDevelopment ? false : { maxAge: 31_536_000 },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
  })
}
