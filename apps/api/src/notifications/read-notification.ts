import { simpleParser } from 'mailparser'
import type { ParsedMail } from 'mailparser'

/** A delivery status notification (RFC 3464), as far as we use it: nothing of what a server says in its own words. */
export interface DeliveryNotification {
  /** Every address that it was sent to: one of them is the return path of our mail. */
  readonly addresses: readonly string[]
  readonly reports: readonly DeliveryReport[]
}

export interface DeliveryReport {
  readonly action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded'
  /** Three numbers (RFC 3463): `5.1.1`. */
  readonly status: string
}

const actions: readonly string[] = ['failed', 'delayed', 'delivered', 'relayed', 'expanded']
const isAction = (text: string): text is DeliveryReport['action'] => actions.includes(text)

/** Reads what a mail system pipes in; undefined when it is no notification, whatever else it may be. */
export async function readNotification(raw: Buffer): Promise<DeliveryNotification | undefined> {
  const mail = await simpleParser(raw, {
    keepDeliveryStatus: true, // as a part of its own, not as text
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
    skipTextLinks: true,
  })
  const part = mail.attachments.find(({ contentType }) => contentType === 'message/delivery-status')
  if (part === undefined) return undefined
  const reports = part.content
    .toString('utf8')
    .split(/\r?\n[ \t]*\r?\n/)
    .flatMap((group) => reportOf(fieldsOf(group)) ?? [])
  return reports.length === 0 ? undefined : { addresses: addressesOf(mail), reports }
}

/** The fields of one group of lines, unfolded; names in small letters. */
function fieldsOf(group: string): ReadonlyMap<string, string> {
  const lines = group.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  return new Map(
    lines.flatMap((line) => {
      const colon = line.indexOf(':')
      return colon < 1 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]]
    }),
  )
}

function reportOf(fields: ReadonlyMap<string, string>): DeliveryReport | undefined {
  const action = (fields.get('action') ?? '').toLowerCase()
  const status = /^[245]\.\d{1,3}\.\d{1,3}\b/.exec(fields.get('status') ?? '')?.[0] // a comment may follow it
  return isAction(action) && status !== undefined ? { action, status } : undefined
}

/** Where mail systems write whom a mail was for. */
const addressHeaders = ['to', 'delivered-to', 'x-original-to', 'envelope-to'] as const

function addressesOf({ headerLines }: ParsedMail): readonly string[] {
  return headerLines
    .filter(({ key }) => addressHeaders.some((name) => name === key))
    .flatMap(({ line }) => line.match(/[^\s<>,:;"]+@[^\s<>,:;"]+/g) ?? [])
}
