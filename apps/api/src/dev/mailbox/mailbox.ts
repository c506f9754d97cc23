import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import type { Email } from 'postal-mime'

/** A mail that has arrived, as it was sent and as it reads. */
export interface ReceivedMail {
  readonly id: string
  readonly receivedAt: Date
  readonly to: readonly string[]
  readonly email: Email
}

export interface Mailbox {
  readonly add: (raw: Buffer, to: readonly string[], receivedAt: Date) => Promise<void>
  /** The latest first. */
  readonly list: () => readonly ReceivedMail[]
  readonly find: (id: string) => ReceivedMail | undefined
  readonly empty: () => void
}

const mostKept = 1_000

/** A mailbox for every address there is. With a folder it outlives the process: one file a mail, named by time and recipients. */
export async function openMailbox(folder?: string): Promise<Mailbox> {
  const mails: ReceivedMail[] = []
  if (folder !== undefined) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    for (const file of mailFiles(folder)) {
      const [id = '', at = ''] = file.replace(/\.eml$/, '').split('_')
      const raw = readFileSync(join(folder, file))
      const email = await PostalMime.parse(raw)
      mails.unshift({ id, receivedAt: new Date(Number(at)), to: recipientsOf(email), email })
    }
  }
  return {
    add: async (raw, to, receivedAt) => {
      const id = randomUUID()
      mails.unshift({ id, receivedAt, to, email: await PostalMime.parse(raw) })
      mails.splice(mostKept)
      if (folder !== undefined)
        writeFileSync(join(folder, `${id}_${receivedAt.getTime()}.eml`), raw, { mode: 0o600 })
    },
    list: () => mails,
    find: (wanted) => mails.find(({ id }) => id === wanted),
    empty: () => {
      mails.splice(0)
      if (folder !== undefined) for (const file of mailFiles(folder)) rmSync(join(folder, file))
    },
  }
}

function mailFiles(folder: string): readonly string[] {
  const sentAt = (file: string) => Number(file.split('_')[1]?.replace('.eml', ''))
  return readdirSync(folder)
    .filter((file) => /^[0-9a-f-]{36}_\d+\.eml$/.test(file))
    .sort((one, other) => sentAt(one) - sentAt(other))
    .slice(-mostKept)
}

function recipientsOf({ to }: Email): readonly string[] {
  return (to ?? []).flatMap(({ address }) => address ?? [])
}
