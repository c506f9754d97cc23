import { inject } from 'vitest'
import { send } from './citizen.ts'
import { until } from './processes.ts'

/** A mail as the development mailbox tells it. */
export interface Mail {
  readonly subject: string
  readonly text: string
  readonly messageId: string
  /** By the installation's clock, ISO 8601. */
  readonly receivedAt: string
}

/** What has arrived at an address so far, the latest first. */
export async function mailsTo(address: string, port = inject('stack').port): Promise<readonly Mail[]> {
  const { body } = await send(port, 'mail', `/mails.json?to=${encodeURIComponent(address)}`)
  return JSON.parse(body) as readonly Mail[]
}

/** Waits until a mail with this in its subject has arrived, and answers it. */
export function awaitMail(address: string, subject: RegExp, port?: number): Promise<Mail> {
  return until(`a mail about ${subject.source} reaches ${address}`, 60, async () =>
    (await mailsTo(address, port)).find((mail) => subject.test(mail.subject)),
  )
}

/** Takes the mail server away, or brings it back. */
export async function turnMailServer(isOn: boolean): Promise<void> {
  await send(inject('stack').port, 'mail', isOn ? '/server/start' : '/server/stop', { method: 'POST' })
}
