/** The worker as developers run it: its mails go to the mailbox of this machine unless told otherwise. */
import { readWorkerEnvironment } from './env.ts'
import { runWorker } from './run-worker.ts'
import { startOrSayWhy } from './say-why.ts'

await startOrSayWhy('worker', async () => {
  const environment = readWorkerEnvironment(({ OFFICINE_MAILBOX_PORT: mailboxPort }) => ({
    ...(mailboxPort !== undefined && { SMTP_URL: `smtp://127.0.0.1:${mailboxPort}` }),
    MAIL_FROM: 'non-rispondere@officine.localhost',
  }))
  await runWorker(environment, {
    isDevelopment: true,
    originOf: ({ id }) => `http://${id}.localhost:${environment.PORT}`,
  })
})
