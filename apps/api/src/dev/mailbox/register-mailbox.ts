import type { FastifyInstance, FastifyReply } from 'fastify'
import { listPage, mailPage } from './mailbox-pages.ts'
import { openMailbox } from './mailbox.ts'
import type { Mailbox, ReceivedMail } from './mailbox.ts'
import { pipeReturned } from './pipe-returned.ts'
import { smtpStandIn } from './smtp-stand-in.ts'

export interface MailboxOptions {
  /** Where the mail server listens on this machine. */
  readonly smtpPort: number
  /** Where the mails are kept; in memory alone when left out. */
  readonly folder: string | undefined
  readonly now: () => Date
  /** As whom returned mails are taken in; without it none comes back. */
  readonly workerUrl: string | undefined
}

const pagePolicy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'"

/** A mail server that keeps everything, and the page at `http://mail.localhost:PORT/` where developers read it and can take the server away. */
export async function registerMailbox(
  app: FastifyInstance,
  { smtpPort, folder, now, workerUrl }: MailboxOptions,
): Promise<void> {
  const mailbox = await openMailbox(folder, now)
  const smtp = smtpStandIn({
    port: smtpPort,
    onMail: (raw, to) => mailbox.add(raw, to, now()),
    ...(workerUrl !== undefined && { onReturned: pipeReturned(workerUrl) }),
  })
  await smtp.start()
  app.addHook('onClose', () => smtp.stop())
  await app.register(async (scope) => {
    scope.addContentTypeParser('application/x-www-form-urlencoded', (_request, _payload, done) => done(null))
    const route = {
      constraints: { host: /^mail\.localhost(:\d+)?$/ },
      config: { anyHost: true },
      helmet: false,
    } as const
    const html = (reply: FastifyReply, text: string) =>
      reply.header('content-security-policy', pagePolicy).type('text/html; charset=utf-8').send(text)

    scope.get<{ Querystring: { to?: string } }>('/', route, (request, reply) => {
      const to = request.query.to ?? ''
      return html(reply, listPage(toWhom(mailbox, to), { isListening: smtp.isListening(), to }))
    })
    scope.get<{ Querystring: { to?: string } }>('/mails.json', route, (request) =>
      toWhom(mailbox, request.query.to ?? '').map(told),
    )
    scope.get<{ Params: { id: string } }>('/mails/:id', route, (request, reply) => {
      const mail = mailbox.find(request.params.id)
      return mail === undefined ? missing(reply) : html(reply, mailPage(mail))
    })
    scope.get<{ Params: { id: string } }>('/mails/:id/html', route, (request, reply) => {
      const mail = mailbox.find(request.params.id)
      return mail === undefined ? missing(reply) : html(reply, mail.email.html ?? '')
    })
    scope.get<{ Params: { id: string; at: string } }>(
      '/mails/:id/attachments/:at',
      route,
      (request, reply) => {
        const attachment = mailbox.find(request.params.id)?.email.attachments[Number(request.params.at)]
        if (attachment === undefined) return missing(reply)
        const { content } = attachment
        return reply
          .header(
            'content-disposition',
            `attachment; filename="${(attachment.filename ?? 'allegato').replace(/[^\w.-]/g, '_')}"`,
          )
          .type(attachment.mimeType)
          .send(typeof content === 'string' ? content : Buffer.from(new Uint8Array(content)))
      },
    )
    scope.post('/server/stop', route, async (_request, reply) => {
      await smtp.stop()
      return reply.redirect('/', 303)
    })
    scope.post('/server/start', route, async (_request, reply) => {
      await smtp.start()
      return reply.redirect('/', 303)
    })
    scope.post('/empty', route, (_request, reply) => {
      mailbox.empty()
      return reply.redirect('/', 303)
    })
  })
}

function toWhom(mailbox: Mailbox, to: string): readonly ReceivedMail[] {
  const wanted = to.trim().toLowerCase()
  return mailbox.list().filter((mail) => mail.to.some((address) => address.toLowerCase().includes(wanted)))
}

function told({ id, receivedAt, to, email }: ReceivedMail) {
  return {
    id,
    receivedAt: receivedAt.toISOString(),
    to,
    from: email.from?.address,
    subject: email.subject,
    messageId: email.messageId,
    text: email.text,
    attachments: email.attachments.map(({ filename, mimeType }) => ({ filename, mimeType })),
  }
}

function missing(reply: FastifyReply) {
  return reply.code(404).type('text/plain; charset=utf-8').send('Questo messaggio non c’è.')
}
