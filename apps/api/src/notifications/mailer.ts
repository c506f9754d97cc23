import { createTransport } from 'nodemailer'

/** A mail ready to leave. */
export interface Mail {
  readonly messageId: string
  readonly from: { readonly name: string; readonly address: string }
  readonly to: string
  /** The envelope's sender: where the mail comes back to when it cannot be delivered. */
  readonly returnPath: string
  readonly replyTo: string | undefined
  readonly language: 'it' | 'en'
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly calendar: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string } | undefined
  readonly now: Date
}

export type SendOutcome =
  | { readonly sent: true }
  /** The address takes no mail, now or later: trying again would change nothing. */
  | { readonly sent: false; readonly reason: 'address-refused' }
  /** Not today: the server is away or asks for patience. `code` is its code, never its words. */
  | { readonly sent: false; readonly reason: 'try-later'; readonly code: string }

export interface Mailer {
  readonly send: (mail: Mail) => Promise<SendOutcome>
}

/** Hands mails to the server in the URL (`smtp://` or `smtps://`), each over a connection of its own. Outside this machine only over TLS. */
export function mailer(smtpUrl: string): Mailer {
  const { hostname } = new URL(smtpUrl)
  const isHere = hostname === 'localhost' || hostname.startsWith('127.') || hostname === '[::1]'
  const transport = createTransport({
    url: smtpUrl,
    requireTLS: !isHere,
    ignoreTLS: isHere, // a stand-in on this machine has no certificate
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: async (mail) => {
      try {
        await transport.sendMail({
          messageId: mail.messageId,
          date: mail.now,
          from: mail.from,
          to: mail.to,
          envelope: { from: mail.returnPath, to: [mail.to] },
          ...(mail.replyTo !== undefined && { replyTo: mail.replyTo }),
          subject: mail.subject,
          text: mail.text,
          html: mail.html,
          headers: {
            'Content-Language': mail.language,
            'Auto-Submitted': 'auto-generated', // RFC 3834: no holiday notice shall answer
          },
          ...(mail.calendar !== undefined && {
            icalEvent: { ...mail.calendar, filename: 'prenotazione.ics' },
          }),
        })
        return { sent: true }
      } catch (error) {
        return outcomeOf(error)
      }
    },
  }
}

/** A 5xx to the recipient is final (RFC 5321, 4.2.1). One to us (sign-in, sender, content) is ours to mend, and the mail waits for it. */
function outcomeOf(error: unknown): SendOutcome {
  if (!(error instanceof Error)) throw error
  const status = 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : 0
  const command = 'command' in error ? error.command : undefined
  if (status >= 500 && command === 'RCPT TO') return { sent: false, reason: 'address-refused' }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  if (status === 0 && code === undefined) throw error // no answer of a mail server: a fault of ours
  return { sent: false, reason: 'try-later', code: status === 0 ? (code ?? '') : String(status) }
}
