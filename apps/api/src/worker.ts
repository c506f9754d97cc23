/** The worker of an installation: sends mails through the server it is told of, as the worker's role alone. */
import { readWorkerEnvironment } from './env.ts'
import { runWorker } from './run-worker.ts'
import { startOrSayWhy } from './say-why.ts'

await startOrSayWhy('worker', () =>
  runWorker(readWorkerEnvironment(), {
    isDevelopment: false,
    originOf: ({ id, config }) => {
      const [host] = config.hosts
      if (host === undefined) throw new Error(`Town ${id} has no host that a link could lead to`)
      return `https://${host}`
    },
  }),
)
