import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { callbackify } from 'node:util'
import { SMTPServer } from 'smtp-server'
import type { SMTPServerSession } from 'smtp-server'
import { returnedMail } from './returned-mail.ts'

export interface SmtpStandIn {
  readonly start: () => Promise<void>
  /** From here on it is as if there were no mail server. */
  readonly stop: () => Promise<void>
  readonly isListening: () => boolean
}

export interface StandInOptions {
  readonly port: number
  readonly onMail: (raw: Buffer, to: readonly string[]) => Promise<void>
  /** Where mails that come back are piped to. */
  readonly onReturned?: (notification: Buffer) => Promise<void>
  readonly returnAfterMilliseconds?: number
}

/** A mail server on this machine that speaks real SMTP and delivers to one mailbox. It refuses addresses that begin with `rifiutata@`, as a server refuses an unknown one; what it accepts for `rimbalza@` comes back a little later. */
export function smtpStandIn({
  port,
  onMail,
  onReturned,
  returnAfterMilliseconds = 3_000,
}: StandInOptions): SmtpStandIn {
  let server: SMTPServer | undefined
  const make = () =>
    new SMTPServer({
      banner: 'Officine Municipali, for development',
      disabledCommands: ['AUTH', 'STARTTLS'],
      authOptional: true,
      size: 5 * 1024 * 1024,
      closeTimeout: 100,
      logger: false,
      onRcptTo({ address }, _session, accept) {
        if (!address.toLowerCase().startsWith('rifiutata@')) return accept()
        accept(Object.assign(new Error('No such mailbox here'), { responseCode: 550 }))
      },
      onData: callbackify(async (stream: Readable, { envelope }: SMTPServerSession) => {
        const to = envelope.rcptTo.map(({ address }) => address)
        await onMail(await buffer(stream), to)
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
        const gone = to.filter((address) => address.toLowerCase().startsWith('rimbalza@'))
        // A mail without a return path is itself one that came back (RFC 5321, 4.5.5).
        if (onReturned === undefined || from === '') return
        for (const recipient of gone) {
          const notification = returnedMail(from, recipient, new Date())
          setTimeout(() => void onReturned(notification), returnAfterMilliseconds).unref()
        }
      }),
    })

  return {
    start: async () => {
      if (server !== undefined) return
      const starting = make()
      server = starting
      await new Promise<void>((resolve, reject) => {
        starting.once('error', reject)
        starting.listen(port, '127.0.0.1', () => resolve())
      })
      starting.on('error', () => {}) // a client that hangs up in the middle is its own affair
    },
    stop: async () => {
      const stopping = server
      server = undefined
      if (stopping !== undefined) await new Promise<void>((resolve) => stopping.close(() => resolve()))
    },
    isListening: () => server !== undefined,
  }
}
